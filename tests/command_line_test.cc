// The program as users and their scripts run it: words, files and exit codes.
#if !defined(_WIN32)

#include "support/command_line.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace paperlint {
namespace {

namespace fs = std::filesystem;

TEST_F(CommandLine, AListWithoutErrorsIsClean) {
  write("README.md", clean_list());
  const Ran ran = run("README.md");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "README.md: 21 papers, nothing to say\n");
  EXPECT_EQ(ran.err, "");
}

TEST_F(CommandLine, ErrorsFailAndWarningsDoOnRequest) {
  write("warning.md", list_without_apostrophe());
  write("error.md", list_with_a_copy());
  EXPECT_EQ(run("warning.md").code, 0);
  EXPECT_EQ(run("--fail-on warning warning.md").code, 1);
  EXPECT_EQ(run("--fail-on=never warning.md error.md").code, 0);
  EXPECT_EQ(run("error.md").code, 1);
  EXPECT_EQ(run("warning.md error.md").code, 1);
  EXPECT_TRUE(has(run("error.md").out, "error.md:26:14: error: the paper is listed twice [duplicate-paper]"));
}

TEST_F(CommandLine, CheckIsTheDefaultCommand) {
  write("README.md", list_without_apostrophe());
  EXPECT_EQ(run("check README.md").out, run("README.md").out);
  EXPECT_TRUE(has(run("README.md").out, "README.md:26:3: warning: "));
  write("rules", clean_list());
  EXPECT_TRUE(has(run("./rules").out, "rules: 21 papers"));
  EXPECT_TRUE(has(run("check rules").out, "rules: 21 papers"));
  EXPECT_TRUE(has(run("rules").out, "venue-tag"));
}

TEST_F(CommandLine, FoldersAreSearched) {
  write(".gitignore", "ignored.md\n");
  write("README.md", clean_list());
  write("sub/list.md", list_without_apostrophe());
  write("ignored.md", list_with_a_copy());
  write(".hidden/list.md", list_with_a_copy());
  write("NOTES.md", "# Notes\n\nNothing here.\n");
  for (const char* arguments : {"", "."}) {
    const Ran ran = run(std::string("--output-format concise ") + arguments);
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out.substr(0, 26), "sub/list.md:26:3: warning:");
    EXPECT_EQ(lines(ran.out), 1u);
    EXPECT_EQ(ran.err, "");
  }
  EXPECT_EQ(run("ignored.md").code, 1);
  EXPECT_EQ(run(". .hidden").code, 1);
}

TEST_F(CommandLine, WhatIsNoListIsTold) {
  write("NOTES.md", "# Notes\n\nNothing here.\n");
  write("empty.md", "");
  EXPECT_EQ(run("").err, "paperlint: no paper list in 2 Markdown files\n");
  EXPECT_EQ(run("").code, 0);
  EXPECT_EQ(run("NOTES.md empty.md").err, "paperlint: NOTES.md: no paper list\npaperlint: empty.md: no paper list\n");
  EXPECT_EQ(run("--quiet NOTES.md").err, "");
  EXPECT_TRUE(has(run("--verbose").err, "paperlint: NOTES.md: no paper list\n"));
  EXPECT_EQ(run("NOTES.md").out, "");
}

TEST_F(CommandLine, BadInputIsToldAndTheOthersAreChecked) {
  write("README.md", list_without_apostrophe());
  write("binary.md", std::string("a\0b", 3));
  write("latin.md", clean_list() + "caf\xE9\n");
  fs::create_directories(folder / "empty");
  const Ran ran = run("missing.md README.md binary.md latin.md empty");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err,
            "paperlint: missing.md: no such file or folder\n"
            "paperlint: empty: no Markdown file in this folder (hidden and ignored ones do not count)\n"
            "paperlint: binary.md: is binary, expected Markdown\n"
            "paperlint: latin.md: no UTF-8 at line 26, column 4 (byte 0xE9); checked all the same\n");
  EXPECT_TRUE(has(ran.out, "README.md:26:3: warning: "));
  EXPECT_EQ(run("latin.md").code, 0);
  EXPECT_EQ(run("--quiet latin.md").err, "");
}

TEST_F(CommandLine, AFileThatCannotBeReadIsTold) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("README.md", clean_list());
  fs::permissions(folder / "README.md", fs::perms::none);
  EXPECT_EQ(run("README.md").err, "paperlint: README.md: cannot be read: permission denied\n");
  EXPECT_EQ(run("README.md").code, 2);
}

TEST_F(CommandLine, ALargeFileIsNotRead) {
  write("README.md", clean_list());
  const Ran ran = run("--max-file-size 1k README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: README.md: larger than 1 kB; --max-file-size raises the limit\n");
  EXPECT_EQ(run("--max-file-size 1MiB README.md").code, 0);
  EXPECT_EQ(run("--max-file-size 1k -", clean_list()).code, 2);
}

TEST_F(CommandLine, WrongWordsAreToldInOneLine) {
  write("README.md", clean_list());
  const struct {
    const char *arguments, *message;
  } cases[] = {
      {"--statistic", "there is no option '--statistic'; did you mean '--statistics'?"},
      {"--outputformat=json", "there is no option '--outputformat'; did you mean '--output-format'?"},
      {"-x README.md", "there is no option '-x'"},
      {"README.md --config", "--config needs a value"},
      {"--config --fix README.md", "--config needs a value, but '--fix' stands there"},
      {"--fix=no README.md", "--fix takes no value"},
      {"--select venue-tags README.md",
       "--select: there is no rule 'venue-tags'; did you mean 'venue-tag'? ('paperlint rules' "
       "lists all)"},
      {"--ignore venue-tag,foo README.md", "--ignore: there is no rule 'foo' ('paperlint rules' lists all)"},
      {"--select venue-tag, README.md", "--select 'venue-tag,': expected names of rules with one comma between"},
      {"--output-format jsno README.md",
       "--output-format 'jsno': expected text, concise, json, sarif, github, gitlab, rdjsonl or junit; did you mean "
       "'json'?"},
      {"--output-format json= README.md",
       "--output-format 'json=' names no file; without '=' it goes to standard output"},
      {"--output-format json --output-format text README.md",
       "--output-format json and text both go to standard output; give one a file: text=FILE"},
      {"--fail-on note README.md", "--fail-on 'note': expected error, warning or never"},
      {"--color blue README.md", "--color 'blue': expected auto, always or never"},
      {"--max-file-size big README.md", "--max-file-size 'big': expected a size such as 500k, 10MB or 1GiB"},
      {"--statistics --output-format json README.md",
       "--statistics prints counts of its own; give the other format a file: --output-format json=FILE"},
      {"--output-format json=o --output-format concise=o README.md",
       "--output-format writes two reports to 'o'; expected a file for each"},
      {"--quiet --verbose README.md", "--quiet and --verbose: expected one of them"},
      {"--today tomorrow README.md", "--today 'tomorrow': expected a date such as 2026-01-31"},
      {"--today 2026-02-30 README.md", "--today '2026-02-30': expected a date such as 2026-01-31"},
      {"--max-file-size 3GB README.md", "--max-file-size '3GB': 2.147 GB are the most that can be checked"},
      {"- README.md", "'-' is standard input and stands alone; a file of that name is './-'"},
      {"--stdin-filename a.md README.md",
       "--stdin-filename names what is read from standard input; expected '-' as the path"},
      {"--isolated --config a.toml README.md", "--isolated uses no config, --config names one; expected one of them"},
      {"--config missing.toml README.md", "missing.toml: no such file"},
      {"explain", "explain: expected the name of one rule"},
      {"explain venue-tga", "there is no rule 'venue-tga'; did you mean 'venue-tag'?"},
      {"rules README.md", "rules: takes no path, but 'README.md' stands there; a file named 'rules' is './rules'"},
  };
  for (const auto& [arguments, message] : cases) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_EQ(ran.err.substr(0, 11 + std::string_view(message).size()), "paperlint: " + std::string(message))
        << arguments;
    EXPECT_EQ(lines(ran.err), 1u) << arguments;
  }
}

TEST_F(CommandLine, PathsMayLookOdd) {
  write("[list]", clean_list());
  write("{}", clean_list());
  write("-list.md", clean_list());
  write("a b'c.md", clean_list());
  for (const char* path : {"'[list]'", "{}", "-- -list.md", "./-list.md", "\"a b'c.md\""}) {
    const Ran ran = run(path);
    EXPECT_EQ(ran.code, 0) << path << ran.err;
    EXPECT_TRUE(has(ran.out, "21 papers")) << path;
  }
}

TEST_F(CommandLine, NothingInANameReachesTheTerminal) {
  const Ran ran = run("\"$(printf 'no\\033[31m.md')\"");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: no\\x1b[31m.md: no such file or folder\n");
}

TEST_F(CommandLine, RulesAreSelectedAndIgnored) {
  write("README.md", list_without_apostrophe() + paper("OSDI'24", "Some Title Number 7 of This List", "7"));
  const std::string both = run("--output-format concise README.md").out;
  EXPECT_TRUE(has(both, "[venue-tag]") && has(both, "[duplicate-paper]"));
  const std::string one = run("--output-format concise --select venue-tag,year-order README.md").out;
  EXPECT_TRUE(has(one, "[venue-tag]") && !has(one, "[duplicate-paper]"));
  const std::string repeated = run("--output-format concise --select venue-tag --select duplicate-paper README.md").out;
  EXPECT_EQ(repeated, both);
  const std::string other = run("--output-format concise --ignore venue-tag README.md").out;
  EXPECT_TRUE(!has(other, "[venue-tag]") && has(other, "[duplicate-paper]"));
}

TEST_F(CommandLine, StandardInputIsAListToo) {
  const Ran ran = run("-", list_without_apostrophe());
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran.out, "<stdin>:26:3: warning: "));
  EXPECT_TRUE(has(run("--stdin-filename sub/list.md -", list_with_a_copy()).out, "sub/list.md:26:14: error: "));
  EXPECT_EQ(run("-", std::string("a\0b", 3)).err, "paperlint: <stdin>: is binary, expected Markdown\n");
}

TEST_F(CommandLine, RulesAreListedAndExplained) {
  const Ran rules = run("rules");
  EXPECT_EQ(rules.code, 0);
  EXPECT_EQ(rules.out.find("rule "), 0u);
  EXPECT_TRUE(has(rules.out, "\nvenue-tag "));
  const Ran page = run("explain venue-tag");
  EXPECT_EQ(page.code, 0);
  EXPECT_EQ(page.out.find("# venue-tag\n"), 0u);
}

TEST_F(CommandLine, HelpAndVersionArePrinted) {
  for (const char* arguments : {"--help", "-h", "check --help", "explain --help", "rules --help"}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0) << arguments;
    EXPECT_TRUE(has(ran.out, "Usage: paperlint ")) << arguments;
    EXPECT_EQ(ran.err, "") << arguments;
  }
  EXPECT_EQ(run("--version").out.find("paperlint "), 0u);
  EXPECT_EQ(run("--version").code, 0);
}

TEST_F(CommandLine, ABrokenConfigStopsItsOwnListsAlone) {
  write("x/paperlint.toml", "includ = 1\n");
  write("x/README.md", clean_list());
  write("y/README.md", clean_list("Others"));
  const Ran ran = run("x y");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "x/paperlint.toml:1:1: ")) << ran.err;
  EXPECT_EQ(ran.out, "y/README.md: 21 papers, nothing to say\n");
}

TEST_F(CommandLine, AnIncludeThatNamesNothingIsTold) {
  write("paperlint.toml", "include = [\"other*.md\"]\n");
  write("README.md", clean_list());
  const Ran ran = run("README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: paperlint.toml: include 'other*.md' names no file\n");
}

TEST_F(CommandLine, WhatIsExcludedByItsFolderIsNoMember) {
  write("paperlint.toml", "include = [\"README.md\", \"topics/*.md\"]\nexclude = [\"topics/\"]\n");
  write("README.md", clean_list());
  write("topics/a.md", clean_list() + paper("SOSP'24", "Some Title Number 30 of This List", "30"));
  EXPECT_EQ(run("README.md --select duplicate-paper").out, "README.md: 21 papers, nothing to say\n");
}

TEST_F(CommandLine, ALinkToAConfigThatLeadsNowhereIsTold) {
  write("list.md", clean_list());
  fs::create_symlink("nowhere.toml", folder / "paperlint.toml");
  const Ran ran = run("list.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran.err, "paperlint: paperlint.toml: no such file\n")) << ran.err;
}

}  // namespace
}  // namespace paperlint

#endif
