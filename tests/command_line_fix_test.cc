// What --fix and --diff do.
#if !defined(_WIN32)

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "support/command_line.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

TEST_F(CommandLine, StandardInputIsFixedToStandardOutput) {
  const Ran ran = run("--fix -", list_without_apostrophe() + paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, clean_list() + paper("OSDI'24", "Another Title That Lacks Its Mark", "x") +
                         paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  EXPECT_TRUE(has(ran.err, "<stdin>:26: venue-tag: ") && has(ran.err, "[duplicate-paper]"));
  EXPECT_EQ(run("--fix -", clean_list()).out, clean_list());
}

TEST_F(CommandLine, FixWritesWhatIsSafeAndTellsWhatIsLeft) {
  write("README.md", list_without_apostrophe() + paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  write("clean.md", clean_list());
  const auto before = fs::last_write_time(folder / "clean.md");
  const Ran ran = run("--fix README.md clean.md");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out.find("README.md:26: venue-tag: "), 0u);
  EXPECT_TRUE(has(ran.out, "README.md:27:14: error: the paper is listed twice [duplicate-paper]"));
  EXPECT_TRUE(has(read("README.md"), "- [OSDI'24] [Another Title"));
  EXPECT_EQ(fs::last_write_time(folder / "clean.md"), before);
  EXPECT_EQ(read("clean.md"), clean_list());

  const Ran unsafe = run("--fix --unsafe-fixes README.md");
  EXPECT_EQ(unsafe.code, 0);
  EXPECT_EQ(read("README.md"), clean_list() + paper("OSDI'24", "Another Title That Lacks Its Mark", "x"));
  EXPECT_EQ(run("--fix --unsafe-fixes README.md").out, "README.md: 22 papers, nothing to say\n");
}

TEST_F(CommandLine, FixMendsOnlyTheFilesThatWereNamed) {
  write("paperlint.toml", "include = [\"README.md\", \"topics/*.md\"]\n");
  write("README.md", list_without_apostrophe());
  const std::string other = clean_list("Others") + paper("OSDI24", "Another Title of Others Without Its Mark", "y");
  write("topics/a.md", other);
  const Ran diff = run("--diff README.md");
  EXPECT_TRUE(has(diff.out, "+++ b/README.md") && !has(diff.out, "topics/a.md")) << diff.out;
  const Ran input = run("--fix - --stdin-filename README.md", read("README.md"));
  EXPECT_TRUE(has(input.out, "[OSDI'24] [Another Title That") && !has(input.err, "topics/a.md")) << input.err;
  const Ran ran = run("--fix README.md");
  EXPECT_EQ(read("topics/a.md"), other);
  EXPECT_FALSE(has(ran.out, "topics/a.md")) << ran.out;
  EXPECT_TRUE(has(read("README.md"), "- [OSDI'24] [Another Title"));
  run("--fix .");
  EXPECT_TRUE(has(read("topics/a.md"), "- [OSDI'24] [Another Title of Others"));
}

TEST_F(CommandLine, DiffIsAppliedWhereAListIsALinkToo) {
  write("sub/list.md", list_without_apostrophe());
  fs::create_symlink("sub/list.md", folder / "link.md");
  const Ran diff = run("--diff .");
  EXPECT_TRUE(has(diff.out, "+++ b/sub/list.md") && !has(diff.out, "link.md")) << diff.out;
}

TEST_F(CommandLine, SuppressionsAreAddedForWhatIsLeft) {
  const std::string list = list_without_apostrophe() + paper("OSDI'24", "Some Title Number 7 of This List", "7");
  const auto silenced = [](std::string text, const std::string& line, const std::string& rule) {
    text.insert(text.find(line) + line.size() - 1, " <!-- paperlint-disable-line " + rule + " -->");
    return text;
  };
  const std::string copy = paper("OSDI'24", "Some Title Number 7 of This List", "7");
  const std::string old = paper("OSDI24", "Another Title That Lacks Its Mark", "x");
  const std::string mended = paper("OSDI'24", "Another Title That Lacks Its Mark", "x");
  write("README.md", list);
  const Ran patch = run("--diff --add-suppressions README.md");
  EXPECT_EQ(patch.code, 1);
  EXPECT_EQ(patch.err, "paperlint: the patch holds 2 comments\n");
  EXPECT_EQ(read("README.md"), list);
  EXPECT_TRUE(has(patch.out, "\n-" + old) && has(patch.out, " <!-- paperlint-disable-line venue-tag -->\n"))
      << patch.out;
  EXPECT_TRUE(has(run("--diff --fix --add-suppressions README.md").err, "the patch holds 1 fix and 1 comment\n"));

  const Ran both = run("--fix --add-suppressions README.md");
  EXPECT_EQ(both.code, 0);
  EXPECT_EQ(both.out,
            "README.md:26: venue-tag: write [OSDI'24]\n"
            "README.md:27: duplicate-paper: silence it by a comment\n"
            "README.md: 23 papers, nothing to say\n");
  EXPECT_EQ(read("README.md"), clean_list() + mended + silenced(copy, copy, "duplicate-paper"));
  EXPECT_EQ(run("--diff --add-suppressions README.md").err, "paperlint: nothing to silence\n");

  write("README.md", list);
  EXPECT_EQ(run("--add-suppressions --select venue-tag README.md").code, 0);
  EXPECT_EQ(read("README.md"), clean_list() + silenced(old, old, "venue-tag") + copy);
  const Ran input = run("--add-suppressions -", list);
  EXPECT_EQ(input.code, 0);
  EXPECT_EQ(input.out, clean_list() + silenced(old, old, "venue-tag") + silenced(copy, copy, "duplicate-paper"));
  const Ran wrong = run("--add-suppressions --write-baseline known.tsv README.md");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(has(wrong.err, "--write-baseline and --add-suppressions both")) << wrong.err;
}

TEST_F(CommandLine, SuppressionsAreAddedForWhatIsToldOnly) {
  write("README.md", list_with_a_copy());
  run("--write-baseline known.tsv README.md");
  const std::string copy = paper("OSDI'24", "Some Title Number 8 of This List", "8");
  write("README.md", list_with_a_copy() + copy);
  EXPECT_EQ(run("--baseline known.tsv --add-suppressions README.md").code, 0);
  EXPECT_EQ(read("README.md"), list_with_a_copy() + copy.substr(0, copy.size() - 1) +
                                   " <!-- paperlint-disable-line duplicate-paper -->\n");
}

TEST_F(CommandLine, FixKeepsModeAndLink) {
  write("real/list.md", list_without_apostrophe());
  fs::create_symlink("real/list.md", folder / "README.md");
  ASSERT_EQ(::chmod((folder / "real/list.md").c_str(), 0640), 0);
  EXPECT_EQ(run("--fix README.md").code, 0);
  struct stat now {};
  ASSERT_EQ(::stat((folder / "real/list.md").c_str(), &now), 0);
  EXPECT_EQ(now.st_mode & 07777, 0640u);
  EXPECT_TRUE(fs::is_symlink(folder / "README.md"));
  EXPECT_TRUE(has(read("real/list.md"), "- [OSDI'24] [Another Title"));
}

TEST_F(CommandLine, AFileThatCannotBeWrittenKeepsItsFindings) {
  write("README.md", list_without_apostrophe());
  fs::create_hard_link(folder / "README.md", folder / "other.md");
  const Ran ran = run("--fix README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err,
            "paperlint: README.md: has several hard links, so it was not written; --diff shows "
            "what to change\n");
  EXPECT_EQ(ran.out.find("README.md:26:3: warning: "), 0u);
  EXPECT_EQ(read("README.md"), list_without_apostrophe());
}

TEST_F(CommandLine, DiffPrintsThePatchAndWritesNothing) {
  write("sub/README.md", list_without_apostrophe());
  const Ran ran = run("--diff");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(read("sub/README.md"), list_without_apostrophe());
  EXPECT_EQ(ran.err, "paperlint: the patch holds 1 fix\n");
  EXPECT_EQ(run("--fix --diff").out, ran.out);
  EXPECT_EQ(run("--diff --quiet").err, "");
  if (shell("git init").code != 0) GTEST_SKIP() << "there is no git here";
  EXPECT_EQ(shell("git apply", ran.out).code, 0);
  EXPECT_TRUE(has(read("sub/README.md"), "- [OSDI'24] [Another Title"));
  const Ran again = run("--diff");
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.out, "");
  EXPECT_EQ(again.err, "paperlint: nothing to fix\n");
}

TEST_F(CommandLine, UnsafeFixesAreInThePatchOnRequest) {
  write("README.md", list_with_a_copy());
  EXPECT_EQ(run("--diff").out, "");
  EXPECT_EQ(run("--diff").code, 1);  // the error is left
  EXPECT_EQ(run("--diff").err, "paperlint: nothing to fix; 1 error would be left\n");
  EXPECT_TRUE(has(run("--diff --unsafe-fixes").out, "-- [OSDI'24] [Some Title Number 7 of This List]"));
}

}  // namespace
}  // namespace paperlint

#endif
