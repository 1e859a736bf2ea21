// What comes by itself in GitHub Actions, and that its log takes nothing of a list for a command.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "app/log_guard.h"
#include "support/command_line.h"

namespace paperlint {
namespace {

std::string guarded(const std::string& text) {
  std::ostringstream log;
  LogGuard guard(log);
  guard << text;
  guard.put('x');
  return log.str();
}

TEST(LogGuard, LeavesNoCommandAndAllElse) {
  const std::string harmless = "a: :b ::c\n:d\n # # [e] ##f [\n:\n: :\n";
  EXPECT_EQ(guarded(harmless), harmless + "x");
  EXPECT_EQ(guarded("::error::a\n \t::stop\n\r::x"), ":\\x3aerror::a\n \t:\\x3astop\n\r:\\x3axx");
  EXPECT_EQ(guarded("a ##[add-mask]b ###[c]"), "a ##\\x5badd-mask]b ###\\x5bc]x");
}

TEST(LogGuard, SeesCommandsThatComeInPieces) {
  std::ostringstream log;
  LogGuard guard(log);
  for (const char c : std::string("::a\n##[b")) guard << c;
  EXPECT_EQ(log.str(), ":\\x3aa\n##\\x5bb");
}

constexpr const char* kActions = "export GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=summary.md; " PROGRAM " ";

TEST_F(CommandLine, AnnotationsAndASummaryComeByThemselvesInActions) {
  write("lists/README.md", list_without_apostrophe());
  write("summary.md", "before\n");
  const Ran plain = run("lists");
  const Ran ran = shell(std::string(kActions) + "lists");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            plain.out +
                "::warning file=lists/README.md,line=26,endLine=26,col=3,endColumn=11,title=venue-tag::[OSDI24] "
                "has no apostrophe before the year, expected [V'YY]\n");
  const std::string summary = read("summary.md");
  EXPECT_EQ(summary.find("before\n### paperlint\n\n22 papers in 1 list, 1 warning; <code>paperlint --fix lists</code> mends 1\n"), 0u)
      << summary;
  EXPECT_FALSE(has(plain.out, "::warning"));
}

TEST_F(CommandLine, InActionsProgramsGetWhatTheyExpect) {
  write("README.md", list_without_apostrophe());
  EXPECT_TRUE(nlohmann::json::accept(shell(std::string(kActions) + "--output-format json README.md").out));
  const Ran given = shell(std::string(kActions) + "--output-format github README.md");
  EXPECT_EQ(given.out.find("::warning "), 0u);
  EXPECT_EQ(lines(given.out), 1u);
  const Ran patch = shell(std::string(kActions) + "--diff README.md");
  EXPECT_EQ(patch.out, run("--diff README.md").out);
  const Ran fixed = shell(std::string(kActions) + "--fix -", list_without_apostrophe());
  EXPECT_EQ(fixed.out, clean_list() + paper("OSDI'24", "Another Title That Lacks Its Mark", "x"));
  EXPECT_EQ(shell("export GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=no/summary.md; " PROGRAM " README.md").code, 0)
      << "nobody asked for a summary";
}

TEST_F(CommandLine, NothingInAListIsACommandInActions) {
  const std::string name = "::error::x##[y].md";
  write(name, clean_list() + paper("OSDI24", "##[add-mask]This Title ::error::Looks Like One", "x") +
                  "\n  ::error::z [a](#b)\n");
  const Ran ran = shell(std::string(kActions) + "'" + name + "'");
  EXPECT_TRUE(has(ran.out, "This Title"));
  const std::string all = ran.out + ran.err;
  EXPECT_FALSE(has(ran.err, "##["));
  std::istringstream log(all);
  for (std::string line; std::getline(log, line);) {
    if (line.find("::warning file=%3A%3Aerror%3A%3Ax##[y].md,") == 0 ||
        line.find("::error file=%3A%3Aerror%3A%3Ax##[y].md,") == 0)
      continue;  // read as the command that it is, and as no other
    EXPECT_FALSE(has(line, "##[")) << line;
    EXPECT_NE(line.substr(std::min(line.find_first_not_of(" \t"), line.size())).substr(0, 2), "::") << line;
  }
}

TEST_F(CommandLine, SeveralFormatsAtOnce) {
  write("README.md", list_without_apostrophe());
  const Ran ran =
      run("--output-format sarif=a.sarif --output-format gitlab=b.json --output-format rdjsonl=c.jsonl "
          "--output-format junit=d.xml --output-format github README.md");
  EXPECT_EQ(ran.out.find("::warning file=README.md,line=26,"), 0u);
  EXPECT_EQ(nlohmann::json::parse(read("a.sarif"))["runs"][0]["results"].size(), 1u);
  EXPECT_EQ(nlohmann::json::parse(read("b.json")).size(), 1u);
  EXPECT_EQ(lines(read("c.jsonl")), 1u);
  EXPECT_TRUE(has(read("d.xml"), "<testsuites name=\"paperlint\" tests=\"1\" failures=\"1\""));
}

/// Text that a reader of the formats may stumble over.
std::string hard_list() {
  return list_without_apostrophe() + paper("OSDI'24", "Some Title Number 7 of This List", "7") +
         paper("OSDI24", "\xF0\x9F\x94\x8D <b>&\"'\x1b[31m\xff ]]> \xEF\xBF\xBE", "y");
}

TEST_F(CommandLine, JunitIsXml) {
  if (shell("xmllint --version").code != 0) GTEST_SKIP() << "there is no xmllint";
  write("a&b.md", hard_list());
  EXPECT_EQ(run("--output-format junit=d.xml .").code, 1);
  const Ran read = shell("xmllint --noout d.xml");
  EXPECT_EQ(read.code, 0) << read.err;
}

TEST_F(CommandLine, SarifIsWhatItsValidatorWants) {
  if (shell("Sarif.Multitool version").code != 0) GTEST_SKIP() << "there is no Sarif.Multitool";
  write("a b.md", hard_list());
  EXPECT_EQ(run("--output-format sarif=a.sarif .").code, 1);
  const Ran read = shell("Sarif.Multitool validate --rule-kind 'Sarif;Gh' a.sarif");
  EXPECT_FALSE(has(read.out, ": error ")) << read.out;
}

TEST_F(CommandLine, RdjsonlIsWhatItsValidatorWants) {
  if (shell("rdformat-validator --version").code != 0) GTEST_SKIP() << "there is no rdformat-validator";
  write("a b.md", hard_list());
  std::istringstream diagnostics(run("--output-format rdjsonl .").out);
  nlohmann::json all = nlohmann::json::array();  // it reads arrays, not lines
  for (std::string line; std::getline(diagnostics, line);) all.push_back(nlohmann::json::parse(line));
  write("all.json", all.dump());
  const Ran read = shell("rdformat-validator --strict --no-extra-fields all.json");
  EXPECT_EQ(read.code, 0) << read.out << read.err;
}

TEST_F(CommandLine, PathsForProgramsCountFromTheTopOfTheRepository) {
  write("docs/README.md", list_without_apostrophe());
  write(".git/HEAD", "ref: refs/heads/main\n");
  const Ran ran = shell("cd docs && " PROGRAM " --output-format github README.md");
  EXPECT_EQ(ran.out.find("::warning file=docs/README.md,"), 0u) << ran.out;
}

}  // namespace
}  // namespace paperlint

#endif
