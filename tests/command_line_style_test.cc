// `paperlint style` and `paperlint init`, as users run them.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/command_line.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

TEST_F(CommandLine, StyleShowsWhatIsInferred) {
  write("README.md", clean_list());
  const Ran ran = run("style README.md");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_TRUE(has(ran.out, "README.md: 21 papers in 2 sections\n"));
  EXPECT_TRUE(has(ran.out, "  habit: [V'YY]\n"));
  EXPECT_EQ(run("style").out, ran.out);
  EXPECT_EQ(run("style - --stdin-filename README.md", clean_list()).out, ran.out);
  EXPECT_TRUE(has(run("style --color always README.md").out, "\x1b[1mREADME.md\x1b[0m"));
}

TEST_F(CommandLine, StyleShowsAListOfSeveralFilesAsOne) {
  write("paperlint.toml", "include = [\"*.md\"]\n");
  write("a.md", clean_list("This List"));
  write("b.md", clean_list("That List"));
  EXPECT_TRUE(has(run("style").out, "a.md and 1 other file: 42 papers in 4 sections\n\nFiles\n"));
  EXPECT_TRUE(has(run("style --isolated").out, "\nb.md: 21 papers in 2 sections\n"));
  const auto json = nlohmann::json::parse(run("style --output-format json a.md").out);
  EXPECT_EQ(json["lists"].size(), 1U);
  EXPECT_EQ(json["lists"][0]["papers"], 42);
}

TEST_F(CommandLine, StyleTellsWhatIsNoListOrCannotBeRead) {
  write("NOTES.md", "# Notes\n\nNothing here.\n");
  write("broken/paperlint.toml", "order = 1\n");
  write("broken/README.md", clean_list());
  Ran ran = run("style NOTES.md");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "paperlint: NOTES.md: no paper list\n");
  const auto json = nlohmann::json::parse(run("style --output-format=json NOTES.md").out);
  EXPECT_EQ(json["remarks"][0]["file"], "NOTES.md");
  EXPECT_TRUE(json["lists"].empty());
  ran = run("style missing.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: missing.md: no such file or folder\n");
  ran = run("style broken");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "broken/paperlint.toml:1:1: there is no key 'order'"));
}

TEST_F(CommandLine, WrongWordsOfStyleAndInitAreToldInOneLine) {
  write("README.md", clean_list());
  const struct {
    const char *arguments, *message;
  } cases[] = {
      {"style --fix", "there is no option '--fix'"},
      {"style --output-format sarif", "--output-format 'sarif': expected text or json"},
      {"style --isolated --config a.toml", "--isolated uses no config, --config names one; expected one of them"},
      {"style - README.md", "'-' is standard input and stands alone; a file of that name is './-'"},
      {"init --std", "there is no option '--std'"},
      {"init --precommit", "there is no option '--precommit'; did you mean '--pre-commit'?"},
      {"init --stdout=x", "--stdout takes no value"},
      {"init -", "init: what is read from standard input has no folder; expected --stdout with '-'"},
      {"init missing.md", "missing.md: no such file or folder"},
  };
  for (const auto& [arguments, message] : cases) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_TRUE(has(ran.err, "paperlint: " + std::string(message))) << arguments << ": " << ran.err;
    EXPECT_EQ(lines(ran.err), 1U) << arguments;
  }
  EXPECT_FALSE(fs::exists(folder / "paperlint.toml"));
}

TEST_F(CommandLine, HelpTellsOfStyleAndInit) {
  EXPECT_TRUE(has(run("--help").out, "  style  ") && has(run("--help").out, "  init  "));
  EXPECT_TRUE(has(run("style --help").out, "Usage: paperlint style"));
  EXPECT_TRUE(has(run("init --help").out, "Usage: paperlint init"));
  write("style", clean_list());
  EXPECT_TRUE(has(run("./style").out, "style: 21 papers"));
}

TEST_F(CommandLine, InitWritesAConfigThatChangesNothing) {
  write("README.md", list_without_apostrophe());
  const Ran before = run("--output-format json README.md");
  const Ran ran = run("init");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "paperlint.toml: written from 22 papers in 1 list: 1 option set, 2 left to the list\n");
  EXPECT_TRUE(has(read("paperlint.toml"), "\nform = \"[V'YY]\"\n"));
  EXPECT_EQ(run("--output-format json README.md").out, before.out);
  EXPECT_FALSE(fs::exists(folder / ".pre-commit-config.yaml"));
  EXPECT_FALSE(fs::exists(folder / ".github"));
}

TEST_F(CommandLine, InitPrintsOnRequest) {
  write("sub/README.md", clean_list());
  const Ran ran = run("init --stdout sub");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran.out, "# README.md: 21 papers, 100 % as list item with linked title\n")) << ran.out;
  EXPECT_FALSE(fs::exists(folder / "sub/paperlint.toml"));
  EXPECT_TRUE(has(run("init --stdout -", clean_list()).out, "form = \"[V'YY]\"\n"));
  const Ran all = run("init --stdout --pre-commit --workflow sub");
  EXPECT_TRUE(has(all.out, "\n# sub/.pre-commit-config.yaml\nrepos:\n")) << all.out;
}

TEST_F(CommandLine, InitNeverOverwrites) {
  write("README.md", clean_list());
  for (const char* name : {"paperlint.toml", ".paperlint.toml"}) {
    write(name, "# mine\n");
    const Ran ran = run("init README.md");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err,
              "paperlint: " + std::string(name) + ": is there already, so no config is written; --stdout prints it\n");
    EXPECT_EQ(read(name), "# mine\n");
    EXPECT_EQ(run("init --stdout README.md").code, 0);
    fs::remove(folder / name);
  }
  fs::create_symlink("nowhere", folder / "paperlint.toml");
  EXPECT_EQ(run("init README.md").code, 2);
  EXPECT_TRUE(fs::is_symlink(folder / "paperlint.toml"));
  EXPECT_FALSE(fs::exists(folder / "nowhere"));
}

TEST_F(CommandLine, InitHidesNoConfigAbove) {
  write("paperlint.toml", "exclude = [\"drafts/**\"]\n");
  write("sub/README.md", clean_list());
  const Ran ran = run("init sub");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "paperlint: paperlint.toml: is in force here, and a config below would hide it")) << ran.err;
  EXPECT_FALSE(fs::exists(folder / "sub/paperlint.toml"));
}

TEST_F(CommandLine, InitLeavesListsWithAConfigOfTheirOwn) {
  write("README.md", clean_list());
  write("sub/paperlint.toml", "");
  write("sub/list.md", clean_list("That List"));
  const Ran ran = run("init");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran.out, "written from 21 papers in 1 list")) << ran.out;
  EXPECT_EQ(ran.err, "paperlint: sub/list.md: has a config of its own, which stays in force\n");
}

TEST_F(CommandLine, InitWithoutAListWritesNothing) {
  write("NOTES.md", "# Notes\n\nNothing here.\n");
  const Ran ran = run("init --pre-commit");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "paperlint: no list was read, so there is nothing to write down\n")) << ran.err;
  EXPECT_FALSE(fs::exists(folder / "paperlint.toml"));
  EXPECT_FALSE(fs::exists(folder / ".pre-commit-config.yaml"));
}

TEST_F(CommandLine, InitWritesWhatRunsItAtTheTopOfTheRepository) {
  fs::create_directories(folder / ".git");
  write("sub/README.md", clean_list());
  const Ran ran = run("init --pre-commit --workflow sub");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "sub/paperlint.toml: written from"));
  EXPECT_TRUE(has(read(".pre-commit-config.yaml"), "entry: paperlint --fail-on warning "));
  EXPECT_TRUE(has(read(".github/workflows/paperlint.yml"), "- run: paperlint\n"));
  // What is there stays, and what is missing is written all the same.
  write(".pre-commit-config.yaml", "mine\n");
  fs::remove_all(folder / ".github");
  const Ran again = run("init --pre-commit --workflow sub");
  EXPECT_EQ(again.code, 2);
  EXPECT_EQ(again.out, ".github/workflows/paperlint.yml: written\n");
  EXPECT_TRUE(has(again.err, "paperlint: .pre-commit-config.yaml: is there already, so it was not written\n"));
  EXPECT_EQ(read(".pre-commit-config.yaml"), "mine\n");
}

}  // namespace
}  // namespace paperlint

#endif
