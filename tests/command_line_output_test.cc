// Reports and configs, as users and their scripts meet them.
#if !defined(_WIN32)

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "support/command_line.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_F(CommandLine, StatisticsCountByRule) {
  write("README.md", list_with_a_copy() + paper("OSDI24", "Another Title That Lacks Its Mark", "x") +
                         paper("OSDI 24", "One More Title That Lacks Its Mark", "y"));
  const Ran ran = run("--statistics README.md");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "2  warning  venue-tag        2 fixable\n1  error    duplicate-paper  1 by unsafe fixes\n");
}

TEST_F(CommandLine, JsonIsOneObject) {
  write("README.md", list_without_apostrophe());
  write("NOTES.md", "# Notes\n");
  const Ran ran = run("--output-format json README.md NOTES.md missing.md");
  EXPECT_EQ(ran.code, 2);
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["version"], 1);
  ASSERT_EQ(report["diagnostics"].size(), 1u);
  EXPECT_EQ(report["diagnostics"][0]["rule"], "venue-tag");
  EXPECT_EQ(report["diagnostics"][0]["file"], "README.md");
  EXPECT_EQ(report["diagnostics"][0]["line"], 26);
  EXPECT_EQ(report["fixes"].size(), 1u);
  EXPECT_EQ(report["summary"]["files"], 1);
  EXPECT_EQ(report["summary"]["entries"], 22);
  EXPECT_EQ(report["remarks"], json::parse(R"([{"file": "missing.md", "message": "no such file or folder"},
                                               {"file": "NOTES.md", "message": "no paper list"}])"));
  EXPECT_TRUE(json::accept(run("--fix --output-format json README.md").out));
}

TEST_F(CommandLine, ReportsGoToFiles) {
  write("README.md", list_without_apostrophe());
  const Ran ran =
      run("--output-format concise --output-format json=out.json --output-format text=out.txt "
          "README.md");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(lines(ran.out), 1u);
  EXPECT_EQ(json::parse(read("out.json"))["diagnostics"].size(), 1u);
  EXPECT_TRUE(has(read("out.txt"), "README.md:26:3: warning: "));
  EXPECT_EQ(run("--diff --output-format json=out.json README.md").code, 1);
  EXPECT_TRUE(json::accept(read("out.json")));

  const Ran over = run("--output-format text=README.md README.md");
  EXPECT_EQ(over.code, 2);
  EXPECT_EQ(over.err, "paperlint: README.md: is a list to be checked, so no report is written to it\n");
  EXPECT_EQ(read("README.md"), list_without_apostrophe());
  EXPECT_EQ(run("--output-format json=no/out.json README.md").code, 2);
}

TEST_F(CommandLine, ConfigErrorsAreAllTold) {
  write("paperlint.toml", "[rules.venue-tag]\nseverety = \"off\"\n[rules.venue-tags]\nseverity = \"off\"\n");
  write("README.md", list_without_apostrophe());
  const Ran ran = run("README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(lines(ran.err), 2u);
  EXPECT_TRUE(has(ran.err, "paperlint.toml:2:") && has(ran.err, "paperlint.toml:3:"));
  EXPECT_EQ(run("--isolated README.md").code, 0);
}

TEST_F(CommandLine, TheNearestConfigDecides) {
  write("paperlint.toml", "[rules.venue-tag]\nseverity = \"error\"\n");
  write("sub/paperlint.toml", "[rules.venue-tag]\nseverity = \"off\"\n");
  write("README.md", list_without_apostrophe());
  write("sub/list.md", list_without_apostrophe());
  write("sub/deep/list.md", list_without_apostrophe());
  EXPECT_EQ(run("README.md").code, 1);
  EXPECT_EQ(run("sub/list.md sub/deep/list.md --fail-on warning").code, 0);
  EXPECT_EQ(run("--config sub/paperlint.toml --fail-on warning README.md").code, 0);
  EXPECT_EQ(run("--isolated --fail-on warning sub/list.md").code, 1);
  EXPECT_EQ(run("- --stdin-filename sub/list.md --fail-on warning", list_without_apostrophe()).code, 0);
  EXPECT_EQ(run("-", list_without_apostrophe()).code, 1);
  EXPECT_TRUE(has(run("--verbose sub/list.md").err, "paperlint: sub/list.md: config sub/paperlint.toml\n"));
}

TEST_F(CommandLine, AConfigExcludesFiles) {
  write("paperlint.toml", "exclude = [\"old/\", \"*.tmp.md\"]\n");
  for (const char* name : {"README.md", "old/list.md", "x.tmp.md", "sub/old/y.md"}) write(name, list_with_a_copy());
  EXPECT_EQ(lines(run("--output-format concise").out), 1u);
  EXPECT_EQ(lines(run("--output-format concise x.tmp.md README.md").out), 2u);
}

TEST_F(CommandLine, AConfigJoinsFilesToOneList) {
  write("paperlint.toml", "include = [\"README.md\", \"topics/*.md\"]\n[rules.duplicate-paper]\nacross = \"report\"\n");
  write("README.md", clean_list());
  write("topics/a.md", clean_list("Another List") + paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  write("topics/b.md", clean_list("One More List") + paper("OSDI'24", "Some Title Number 8 of One More List", "8"));
  write("alone.md", clean_list());
  const std::string all = run("--output-format concise").out;
  EXPECT_TRUE(has(all, "topics/a.md:26:")) << all;
  EXPECT_TRUE(has(all, "topics/b.md:26:")) << all;
  EXPECT_FALSE(has(all, "alone.md"));
  // Of one file of a List all is read, and what has an end in it is shown.
  const std::string one = run("--output-format concise README.md").out;
  EXPECT_TRUE(has(one, "topics/a.md:26:")) << one;
  EXPECT_FALSE(has(one, "topics/b.md")) << one;
  const Ran elsewhere = shell("cd topics && " PROGRAM " --output-format concise a.md");
  EXPECT_TRUE(has(elsewhere.out, "a.md:26:")) << elsewhere.out;
  EXPECT_EQ(run("--isolated --output-format concise README.md").out, "");
}

TEST_F(CommandLine, WhatAConfigIncludesInVainIsTold) {
  write("paperlint.toml", "include = [\"README.md\", \"gone.md\"]\n");
  write("README.md", clean_list());
  const Ran ran = run("README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: gone.md: no such file or folder; paperlint.toml includes it\n");
}

TEST_F(CommandLine, OutputThatFailsIsToldAndAClosedPipeIsNot) {
  std::string text = clean_list();
  for (int i = 0; i < 3000; ++i)
    text += paper("OSDI24", "Title That Lacks Its Mark, Number " + std::to_string(i), "x" + std::to_string(i));
  write("README.md", text);
  if (fs::exists("/dev/full")) {
    const Ran ran = run("README.md >/dev/full");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, "paperlint: standard output: cannot be written: no space left on device\n");
    EXPECT_EQ(run("--output-format json=/dev/full README.md").err,
              "paperlint: /dev/full: cannot be written: no space left on device\n");
    EXPECT_EQ(run("--output-format json=/dev/full README.md").code, 2);
  }
  const Ran piped = shell("{ " PROGRAM " README.md; echo $? >code; } | head -n 1");
  EXPECT_EQ(piped.err, "");
  EXPECT_EQ(lines(piped.out), 1u);
  EXPECT_EQ(read("code"), "0\n");
}

TEST_F(CommandLine, QuietSaysFindingsOnly) {
  write("clean.md", clean_list());
  write("README.md", list_without_apostrophe());
  EXPECT_EQ(run("--quiet clean.md").out, "");
  const std::string out = run("--quiet README.md").out;
  EXPECT_TRUE(has(out, "[venue-tag]"));
  EXPECT_FALSE(has(out, "Found"));
  EXPECT_EQ(run("--quiet --fix README.md").out, "");
}

TEST_F(CommandLine, ColorsComeWhereTheyAreWanted) {
  write("README.md", list_without_apostrophe());
  EXPECT_FALSE(has(run("README.md").out, "\x1b["));
  EXPECT_TRUE(has(run("--color always README.md").out, "\x1b["));
  EXPECT_TRUE(has(shell("CLICOLOR_FORCE=1 " PROGRAM " README.md").out, "\x1b["));
  EXPECT_FALSE(has(shell("CLICOLOR_FORCE=1 NO_COLOR=1 " PROGRAM " README.md").out, "\x1b["));
}

}  // namespace
}  // namespace paperlint

#endif
