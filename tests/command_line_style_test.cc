// `paperlint style`, as users run it.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/command_line.h"

namespace paperlint {
namespace {

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

TEST_F(CommandLine, WrongWordsOfStyleAreToldInOneLine) {
  write("README.md", clean_list());
  const struct {
    const char *arguments, *message;
  } cases[] = {
      {"style --fix", "there is no option '--fix'"},
      {"style --output-format sarif", "--output-format 'sarif': expected text or json"},
      {"style --isolated --config a.toml", "--isolated uses no config, --config names one; expected one of them"},
      {"style - README.md", "'-' is standard input and stands alone; a file of that name is './-'"},
  };
  for (const auto& [arguments, message] : cases) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_TRUE(has(ran.err, "paperlint: " + std::string(message))) << arguments << ": " << ran.err;
    EXPECT_EQ(lines(ran.err), 1U) << arguments;
  }
}

TEST_F(CommandLine, HelpTellsOfStyle) {
  EXPECT_TRUE(has(run("--help").out, "  style  "));
  EXPECT_TRUE(has(run("style --help").out, "Usage: paperlint style"));
  write("style", clean_list());
  EXPECT_TRUE(has(run("./style").out, "style: 21 papers"));
}

}  // namespace
}  // namespace paperlint

#endif
