// Pull requests and baselines, by the program and the real git.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/command_line.h"
#include "support/files.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// 42 papers, enough for a habit beside a few mistakes; one of these on line 47.
std::string with_mistake(int number, const std::string& name = "This List") {
  std::string text = clean_list(name);
  for (int i = 22; i <= 42; ++i)
    text += paper("OSDI'24", "Some Title Number " + std::to_string(i) + " of " + name, std::to_string(i));
  return text + paper("OSDI24", "Mistake Number " + std::to_string(number), "m" + std::to_string(number));
}

/// A repository with a branch `main` and, checked out, a branch `work`.
class PullRequest : public CommandLine {
 protected:
  void SetUp() override {
    if (shell("git --version").code != 0) GTEST_SKIP() << "there is no git";
    git("init -q && git config user.email a@example.org && git config user.name A && git config commit.gpgsign false "
        "&& git symbolic-ref HEAD refs/heads/main");
  }
  void git(const std::string& words) const {
    const Ran ran = shell("git " + words);
    EXPECT_EQ(ran.code, 0) << words << '\n' << ran.err;
  }
  void commit() const { git("add -A && git commit -qm x"); }
  void branch() const {
    commit();
    git("checkout -qb work");
  }
  Ran concise(const std::string& arguments, const std::string& input = "") const {
    return run("--output-format concise " + arguments, input);
  }
};

TEST_F(PullRequest, TellsWhatTheBranchHasBrought) {
  write("README.md", with_mistake(1));
  branch();
  write("README.md", with_mistake(1) + paper("OSDI24", "Mistake Number 2", "m2"));
  const std::string expected =
      "README.md:48:3: warning: [OSDI24] has no apostrophe before the year, expected [V'YY] [venue-tag]\n";
  EXPECT_EQ(concise("--diff-base main").out, expected) << "what is not committed counts, too";
  commit();
  EXPECT_EQ(concise("--diff-base main README.md").out, expected);
  EXPECT_EQ(concise("--diff-base main --fail-on warning").code, 1);
  EXPECT_EQ(run("--diff-base main^{commit}").code, 0);
  EXPECT_EQ(run("--diff-base work").out, "README.md: 44 papers, nothing new to say (2 known)\n");
  EXPECT_EQ(json::parse(run("--diff-base main --output-format json").out)["summary"]["known"], 1);
}

TEST_F(PullRequest, ComparesWithTheCommitWhereTheBranchBegan) {
  write("README.md", with_mistake(1));
  branch();
  git("checkout -q main");
  write("README.md", clean_list());  // mended on main since
  commit();
  git("checkout -q work");
  EXPECT_EQ(concise("--diff-base main").out, "");
}

TEST_F(PullRequest, KnowsFilesThatAreNewRenamedOrGone) {
  write("README.md", with_mistake(1, "The First"));
  write("old.md", with_mistake(2, "The Second"));
  write("gone.md", with_mistake(3, "The Third"));
  branch();
  git("mv old.md topics.md && git rm -q gone.md");
  write("topics.md", with_mistake(2, "The Second") + paper("OSDI24", "Mistake Number 5", "m5"));
  write("new.md", with_mistake(4, "The Fourth"));
  EXPECT_EQ(concise("--diff-base main").out,
            "new.md:47:3: warning: [OSDI24] has no apostrophe before the year, expected [V'YY] [venue-tag]\n"
            "topics.md:48:3: warning: [OSDI24] has no apostrophe before the year, expected [V'YY] [venue-tag]\n");
  commit();
  EXPECT_EQ(lines(concise("--diff-base main").out), 2u);
}

TEST_F(PullRequest, TellsLinksToFilesThatWentAway) {
  write("README.md", clean_list() + "\nSee [the talks](talks.md), [the notes](notes.md) and [others](docs).\n");
  write("talks.md", "# Talks\n");
  write("docs/x.md", "# X\n");
  branch();
  EXPECT_EQ(concise("--diff-base main").out, "");
  git("rm -q talks.md docs/x.md");
  const Ran ran = concise("--diff-base main");
  EXPECT_EQ(lines(ran.out), 2u) << ran.out;
  git("diff --cached > p.diff");
  EXPECT_EQ(concise("--diff-file p.diff").out, ran.out);
  EXPECT_TRUE(has(ran.out, "talks.md") && has(ran.out, "'docs'") && !has(ran.out, "notes.md")) << ran.out;
}

TEST_F(PullRequest, ReadsTheWholeListWhereOneFileChanged) {
  write("paperlint.toml", "include = [\"*.md\"]\n[rules.duplicate-paper]\nacross = \"report\"\n");
  write("a.md", clean_list("The One"));
  write("b.md", clean_list("The Other"));
  branch();
  write("b.md", clean_list("The Other") + paper("OSDI'24", "Some Title Number 7 of The One", "7-again"));
  const Ran ran = concise("--diff-base main a.md b.md");
  EXPECT_EQ(lines(ran.out), 1u) << ran.out;
  EXPECT_TRUE(has(ran.out, "[duplicate-paper]"));
}

TEST_F(PullRequest, ACopyInAnotherSectionIsANoteOnWhatWasAdded) {
  const std::string list =
      clean_list() + "\n## Networks\n\n" + paper("OSDI'24", "Some Title Number 3 of This List", "3");
  write("README.md", list);
  branch();
  EXPECT_EQ(concise("README.md").out, "");
  write("README.md", list + paper("OSDI'24", "Some Title Number 5 of This List", "5"));
  const Ran ran = concise("--diff-base main");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(lines(ran.out), 1u) << ran.out;
  EXPECT_EQ(ran.out.find("README.md:30:14: note: the paper is listed twice in the list"), 0u) << ran.out;
  write("paperlint.toml", "[rules.duplicate-paper]\nacross = \"ignore\"\n");
  EXPECT_EQ(concise("--diff-base main").out, "");
}

TEST_F(PullRequest, TheOldTextVotesInEveryRule) {
  std::string list = "# Papers\n\n## Systems\n\n";
  for (int i = 1; i <= 30; ++i)
    list += "- [OSDI'24] [Some Title Number " + std::to_string(i) + " of This List](https://arxiv.org/abs/2401.1" +
            std::to_string(1000 + i) + ") [[code](https://example.org/c" + std::to_string(i) + ")]\n";
  write("README.md", list);
  branch();
  for (int i = 31; i <= 90; ++i)
    list += "- [OSDI'24] [Some Title Number " + std::to_string(i) + " of This List](https://arxiv.org/pdf/2401.1" +
            std::to_string(1000 + i) + ") [[code]](https://example.org/c" + std::to_string(i) + ")\n";
  write("README.md", list);
  const Ran alone = concise("README.md"), ran = concise("--diff-base main README.md");
  EXPECT_FALSE(has(alone.out, "[link-style]") || has(alone.out, "[button-form]"))
      << "neither is a habit of both together";
  std::size_t style = 0, buttons = 0;
  for (std::size_t at = ran.out.find("[link-style]"); at != ran.out.npos; at = ran.out.find("[link-style]", at + 1))
    ++style;
  for (std::size_t at = ran.out.find("[button-form]"); at != ran.out.npos; at = ran.out.find("[button-form]", at + 1))
    ++buttons;
  EXPECT_EQ(style, 60u);
  EXPECT_EQ(buttons, 60u);
  EXPECT_EQ(run("--fix --diff-base main").code, 0);
  EXPECT_FALSE(has(read("README.md"), "/pdf/") || has(read("README.md"), "[[code]]("));
}

TEST_F(PullRequest, AShallowCloneIsAnErrorThatNamesTheRemedy) {
  write("README.md", with_mistake(1));
  branch();
  write("README.md", with_mistake(1) + paper("OSDI24", "Mistake Number 2", "m2"));
  commit();
  git("checkout -q main");
  write("NOTES.txt", "x\n");
  commit();
  git("clone -q --depth 1 --no-single-branch \"file://$PWD\" clone && git -C clone checkout -q work");
  const Ran ran = shell("cd clone && " PROGRAM " --diff-base origin/main");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(
      ran.err,
      "paperlint: --diff-base 'origin/main': 'origin/main' and HEAD have no commit in common: the clone is shallow; "
      "get its history by 'git fetch --unshallow' (in GitHub Actions: 'fetch-depth: 0' for actions/checkout)\n");
  git("-C clone fetch -q --unshallow");
  EXPECT_TRUE(has(shell("cd clone && " PROGRAM " --diff-base origin/main").out, "README.md:48:3: warning"));
}

TEST_F(PullRequest, WhatCannotBeToldIsAnError) {
  write("README.md", with_mistake(1));
  Ran ran = run("--diff-base main");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "--diff-base 'main'")) << ran.err;
  branch();
  ran = run("--diff-base mian");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err,
            "paperlint: --diff-base 'mian': there is no commit 'mian' here; expected a branch, tag or commit that was "
            "fetched\n");
  git("checkout -q --orphan other && git commit -qm y");
  EXPECT_TRUE(has(run("--diff-base main").err, "have no commit in common"));
  git("checkout -q -f main");
  ran =
      shell("GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL= GIT_TEST_ASSUME_DIFFERENT_OWNER=1 " PROGRAM " --diff-base main");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(
      has(ran.err, "belongs to another user, so git does not read it; `git config --global --add safe.directory "))
      << ran.err;
  ran = shell(": | " PROGRAM " --diff-file - README.md");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran.err, "<stdin>: the patch is empty")) << ran.err;
  ran = shell("PATH=/nowhere; " PROGRAM " --diff-base main");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "git cannot be run: ")) << ran.err;
  fs::rename(folder / ".git", folder / "git");
  ran = run("--diff-base main README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "lies in no git repository")) << ran.err;
}

TEST_F(PullRequest, NothingIsNewBehindALinkOutOfTheRepository) {
  const fs::path repository = folder / "repository";
  fs::remove_all(folder / ".git");
  write("outside.md", clean_list() + "- [A file that is not there](there.md)\n");
  fs::create_directory(repository);
  fs::create_symlink("../outside.md", repository / "link.md");
  write("repository/README.md", clean_list());
  ASSERT_EQ(shell("cd repository && git init -q -b main && git add -A && git -c user.name=a -c user.email=a@b.example "
                  "commit -qm x")
                .code,
            0);
  Ran ran = shell("cd repository && " PROGRAM " --isolated --diff-base main");
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_TRUE(has(ran.out, "link.md: 21 papers, nothing new to say (1 known)")) << ran.out;
  EXPECT_TRUE(has(ran.err, "link.md: leads out of the git repository, so nothing in it counts as new")) << ran.err;
  ran = shell("cd repository && " PROGRAM " --isolated --diff-base main link.md");
  EXPECT_EQ(ran.code, 2) << "what is named by hand has to be told";
  ran = shell("cd repository && " PROGRAM " --isolated --diff-base nonsense");
  EXPECT_EQ(ran.code, 2) << ran.err;
  fs::remove_all(repository / ".git");
  fs::remove(repository / "README.md");
  ran = shell("cd repository && " PROGRAM " --isolated --diff-base main");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "link.md: lies in no git repository")) << ran.err;
}

TEST_F(PullRequest, LinksLeadFromWhereAFileWasFound) {
  fs::create_directory(folder / ".github");
  write(".github/README.md", clean_list() + "- [A file that is not there](there.md)\n");
  fs::create_symlink(".github/README.md", folder / "link.md");
  git("add -A && git commit -qm x");
  const Ran ran = run("--isolated --diff-base HEAD");
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  EXPECT_TRUE(has(ran.out, "link.md: 21 papers, nothing new to say (1 known)")) << ran.out;
}

TEST_F(PullRequest, BadUsageIsTold) {
  write("README.md", clean_list());
  for (const char* words : {"--diff-base=", "--diff-base=--all", "--diff-base main --diff-file x", "--diff-base main -",
                            "--diff-file - -", "--baseline=", "--baseline a --write-baseline b",
                            "--diff-base main --write-baseline b", "--diff --write-baseline b"}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 2) << words;
    EXPECT_EQ(lines(ran.err), 1u) << words << '\n' << ran.err;
  }
}

TEST_F(PullRequest, StandardInputIsComparedToo) {
  write("docs/list.md", with_mistake(1));
  branch();
  const Ran ran = concise("--diff-base main - --stdin-filename docs/list.md",
                          with_mistake(1) + paper("OSDI24", "Mistake Number 2", "m2"));
  EXPECT_EQ(lines(ran.out), 1u);
  EXPECT_EQ(ran.out.find("docs/list.md:48:3:"), 0u) << ran.out;
}

TEST_F(PullRequest, FixesOnlyWhatIsTold) {
  write("README.md", with_mistake(1));
  branch();
  const std::string more = paper("OSDI24", "Mistake Number 2", "m2"),
                    mended = paper("OSDI'24", "Mistake Number 2", "m2");
  write("README.md", with_mistake(1) + more);
  const Ran diff = run("--diff --diff-base main");
  EXPECT_EQ(diff.code, 1);
  EXPECT_TRUE(has(diff.out, "-" + more + "+" + mended) && !has(diff.out, "+- [OSDI'24] [Mistake Number 1]"))
      << diff.out;
  EXPECT_EQ(run("--fix --diff-base main").code, 0);
  EXPECT_EQ(read("README.md"), with_mistake(1) + mended);
}

TEST_F(PullRequest, CrlfInTheWorkTreeChangesNoLine) {
  write("README.md", with_mistake(1));
  branch();
  std::string crlf;
  for (const char c : with_mistake(1)) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  write("README.md", crlf);
  EXPECT_EQ(concise("--diff-base main").out, "");
}

TEST_F(PullRequest, NamesOfAnyKindAreFound) {
  const std::string name = "\xE6\x96\x87 \"x\"\n.md";  // 文, quotes, a newline
  write(name, with_mistake(1));
  write("z.md", clean_list("Others"));
  branch();
  write(name, with_mistake(1) + paper("OSDI24", "Mistake Number 2", "m2"));
  EXPECT_EQ(lines(concise("--diff-base main .").out), 1u);
  git("diff > p.diff");
  EXPECT_EQ(lines(concise("--diff-file p.diff .").out), 1u);
}

TEST_F(PullRequest, APatchTellsTheSame) {
  write("docs/README.md", with_mistake(1, "The First"));
  write("docs/old.md", with_mistake(2, "The Second"));
  write("gone.md", with_mistake(3, "The Third"));
  branch();
  git("mv docs/old.md docs/topics.md && git rm -q gone.md");
  write("docs/README.md", with_mistake(1, "The First") + paper("OSDI24", "Mistake Number 6", "m6"));
  write("docs/topics.md", with_mistake(2, "The Second") + paper("OSDI24", "Mistake Number 5", "m5"));
  write("docs/new.md", with_mistake(4, "The Fourth"));
  git("add -A && git diff --cached -M > p.diff");
  const std::string expected = concise("--diff-base main").out;
  EXPECT_EQ(lines(expected), 3u);
  EXPECT_EQ(concise("--diff-file p.diff").out, expected);
  EXPECT_EQ(shell("git diff --cached | " PROGRAM " --output-format concise --diff-file -").out, expected);
  EXPECT_TRUE(has(shell("git diff --cached | " PROGRAM " --diff-file -").out, "--fix --diff-file PATCH"))
      << "what was read from standard input cannot be read again";
  EXPECT_EQ(lines(shell("cd docs && " PROGRAM " --output-format concise --diff-file ../p.diff").out), 3u);
  git("commit -qam one");
  write("docs/new.md", with_mistake(4, "The Fourth") + paper("OSDI24", "Mistake Number 7", "m7"));
  git("commit -qam two && git format-patch --stdout main > p.diff");
  EXPECT_EQ(lines(concise("--diff-file p.diff docs").out), 4u) << "several patches, one after the other";
}

TEST_F(PullRequest, APatchThatDoesNotFitIsAnError) {
  write("README.md", with_mistake(2).substr(0, with_mistake(2).find("- [OSDI24]")));
  branch();
  write("README.md", with_mistake(2));
  git("diff > p.diff");
  write("README.md", with_mistake(3));
  const Ran ran = run("--diff-file p.diff");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(
      ran.err,
      "paperlint: README.md: p.diff: hunk 1 (line 5 of the patch) does not fit: it has '- [OSDI24] [Mistake Number 2]"
      "(https://example.org/m2)' at line 47, which is '- [OSDI24] [Mistake Number 3](https://example.org/m3)'; "
      "expected a patch that leads to the file as it is\n");
  write("p.diff", "--- a/no.md\n+++ b/no.md\n@@ -1 +1 @@\n-a\n+b\n");
  EXPECT_TRUE(has(run("--diff-file p.diff").err, "p.diff: speaks of 'no.md', which is not there"));
  write("out.json", "kept\n");
  EXPECT_EQ(run("--diff-file p.diff --output-format json=out.json").code, 2);
  EXPECT_EQ(read("out.json"), "kept\n");
  write("p.diff", "nothing\n");
  EXPECT_TRUE(has(run("--diff-file p.diff").err, "p.diff: is no patch"));
  EXPECT_TRUE(has(run("--diff-file no.diff").err, "no.diff: no such file"));
  write("p.diff", "");
  EXPECT_EQ(run("--diff-file p.diff").code, 0) << "nothing has changed";
}

// ---- Baselines ----

TEST_F(CommandLine, ABaselineLetsAnOldListStartClean) {
  write("lists/README.md", with_mistake(1) + paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  const Ran made = run("--write-baseline known.tsv lists");
  EXPECT_EQ(made.code, 0);
  EXPECT_EQ(made.out, "lists/README.md: 44 papers, nothing new to say (2 known)\n");
  EXPECT_EQ(made.err, "paperlint: known.tsv: written, with 2 findings\n");
  const std::string baseline = read("known.tsv");
  EXPECT_EQ(lines(baseline), 4u);
  EXPECT_TRUE(has(baseline, "\n1\tduplicate-paper\tlists/README.md\t") &&
              has(baseline, "\n1\tvenue-tag\tlists/README.md\t"));
  EXPECT_EQ(run("--baseline known.tsv lists").code, 0);
  EXPECT_EQ(shell("cd lists && " PROGRAM " --baseline ../known.tsv").out,
            "README.md: 44 papers, nothing new to say (2 known)\n");

  write("lists/README.md", with_mistake(1) + paper("OSDI'24", "Some Title Number 7 of This List", "7") +
                               paper("OSDI24", "Mistake Number 2", "m2"));
  const Ran more = run("--output-format concise --baseline known.tsv lists");
  EXPECT_EQ(lines(more.out), 1u);
  EXPECT_EQ(more.out.find("lists/README.md:49:3: warning"), 0u) << more.out;
  EXPECT_EQ(run("--fix --baseline known.tsv lists").code, 0);
  EXPECT_TRUE(has(read("lists/README.md"), "[OSDI24] [Mistake Number 1]") &&
              has(read("lists/README.md"), "[OSDI'24] [Mistake Number 2]"));
}

TEST_F(CommandLine, ABaselineTellsWhatIsGone) {
  write("a.md", with_mistake(1, "The First"));
  write("b.md", with_mistake(2, "The Second"));
  EXPECT_EQ(run("--write-baseline known.tsv").code, 0);
  write("a.md", clean_list("The First"));
  EXPECT_TRUE(has(run("--baseline known.tsv").err, "paperlint: known.tsv: a finding of venue-tag on '"));
  EXPECT_TRUE(has(run("--baseline known.tsv").err, "in a.md is gone; the baseline can do without\n"));
  EXPECT_EQ(run("--baseline known.tsv b.md").err, "") << "a.md was not looked at";
  EXPECT_EQ(run("--baseline known.tsv --select anchor").err, "") << "the rule did not run";
  EXPECT_EQ(run("--quiet --baseline known.tsv").err, "");
  fs::remove(folder / "b.md");
  EXPECT_EQ(lines(run("--baseline known.tsv").err), 2u);
  EXPECT_EQ(run("--write-baseline known.tsv").code, 0);
  EXPECT_EQ(lines(read("known.tsv")), 2u);
}

TEST_F(CommandLine, ABaselineThatIsNoneIsAnError) {
  write("README.md", with_mistake(1));
  const Ran missing = run("--baseline known.tsv");
  EXPECT_EQ(missing.code, 2);
  EXPECT_EQ(missing.err, "paperlint: known.tsv: no such file; --write-baseline known.tsv makes one\n");
  write("known.tsv", "# paperlint baseline 1: x\n1\tvenue-tag\n");
  const Ran broken = run("--baseline known.tsv");
  EXPECT_EQ(broken.code, 2);
  EXPECT_EQ(broken.err,
            "known.tsv:2: expected count, rule, file, fingerprint and what it is about, with tabs between\n");
  write("notes.txt", "mine\n");
  EXPECT_EQ(run("--write-baseline notes.txt").code, 2);
  EXPECT_EQ(read("notes.txt"), "mine\n");
  EXPECT_EQ(run("--write-baseline README.md README.md").code, 2);
  EXPECT_EQ(read("README.md"), with_mistake(1));
  EXPECT_EQ(run("--write-baseline new.tsv README.md missing.md").code, 2);
  EXPECT_FALSE(fs::exists(folder / "new.tsv")) << "not all could be checked";
}

// ---- The reference list ----

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

void add_below(std::string& text, const std::string& heading, const std::string& papers) {
  replace(text, "\n" + heading + "\n", "\n" + heading + "\n" + papers);
}

TEST_F(PullRequest, OfTenPapersWithSixMistakesTheSixAreTold) {
  if (corpus_folder().empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of lists";
  std::string list = paperlint::read(corpus_folder() / "byungsoo-oh+ml-systems-papers" / "README.md");
  replace(list, "[also in [2.5](#25-parallelism--distributed-training)]",
          "[also in [Training](#distributed-training)]");
  write("README.md", list);
  branch();
  add_below(
      list, "## Compiler",
      "- [OSDI'20] [Avocet: Ten Years Late](https://www.usenix.org/conference/osdi20/presentation/avocet)\n"  // order
      "- [arxiv'26] [Kestrel: Tiles for Tensors Nobody Has Seen](https://arxiv.org/abs/2601.99001)\n"
      "- [arxiv26] [Osprey: Layouts without Tears](https://arxiv.org/abs/2601.99002)\n");  // no apostrophe
  add_below(list, "## GPU Sharing",
            "- [arxiv'26] [Heron: Many Tenants on One Accelerator](https://arxiv.org/abs/2601.99003)\n"
            "- [SOSP'25] [LithOS: An Operating System for Efficient Machine Learning on "
            "GPUs](https://dl.acm.org/doi/10.1145/3731569.3764818)\n");  // a copy
  add_below(list, "## Federated Learning",
            "- [VLDB'25] [Plover: Averages That Forget](https://www.vldb.org/pvldb/vol18/p9999-plover.pdf)\n"
            "- [SOSP'25] [Lapwing: Clients That Come and Go](https://example.org/lapwing)\n");
  add_below(list, "## Retrieval-Augmented Generation (RAG)",
            "- [ICDE'25] [Bittern: Retrieval at the Edge](https:/example.org/bittern)\n"  // a slash
            "- [ICDE'25] [Curlew: Indexes That Learn](https://example.org/curlew)\n");
  add_below(list, "## Hybrid LLMs",
            "- [NeruIPS'25] [Dunlin: Networks in a Box](https://openreview.net/forum?id=dunlin00001)\n");  // misspelt
  replace(list, "\n### Distributed training\n",
          "\n### Distributed and parallel training\n");  // an untouched line leads there
  replace(list, "[Distributed training](#distributed-training)\n",
          "[Distributed and parallel training](#distributed-and-parallel-training)\n");
  write("README.md", list);
  commit();
  const std::string expected =
      "README.md:1315:101: error: no section has the anchor '#distributed-training' [also-in]\n"
      "README.md:1439:14: error: the paper is listed twice [duplicate-paper]\n"
      "README.md:1465:3: warning: [OSDI'20] is out of order, expected newest-first [year-order]\n"
      "README.md:1467:3: warning: [arxiv26] has no apostrophe before the year, expected [V'YY] [venue-tag]\n"
      "README.md:1709:46: error: the address begins with 'https:/', expected 'https://' [link-form]\n"
      "README.md:1867:4: warning: 'NeruIPS' is misspelt, expected 'NeurIPS' [venue-name]\n";
  const Ran ran = concise("--diff-base main");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, expected);
  git("diff main > p.diff");
  EXPECT_EQ(concise("--diff-file p.diff").out, expected);
}

}  // namespace
}  // namespace paperlint

#endif
