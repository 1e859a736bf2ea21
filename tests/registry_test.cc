// Every rule has all that belongs to a rule, and the README tells of each as it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "app/pages.h"
#include "rules/rules.h"
#include "support/files.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = PAPERLINT_SOURCE_DIR;

class Registry : public ::testing::TestWithParam<const Rule*> {
 protected:
  [[nodiscard]] static const Rule& rule() { return *GetParam(); }
  [[nodiscard]] static std::string name() { return std::string(GetParam()->name); }
  /// The lists of the rule's fixtures, without their extension.
  [[nodiscard]] static std::vector<std::string> cases() {
    std::vector<std::string> all;
    const fs::path folder = kRoot / "tests" / "fixtures" / name();
    if (!fs::is_directory(folder)) return all;
    for (const auto& found : fs::directory_iterator(folder)) {
      const std::string path = found.path().string();
      const std::size_t dot = path.find('.', path.rfind('/'));
      if (path.substr(dot) == ".md") all.push_back(path.substr(0, dot));
    }
    return all;
  }
  [[nodiscard]] static bool finds(const std::string& stem) {
    return read(stem + ".expected").find(" [" + name() + "]") != std::string::npos;
  }
};

TEST_P(Registry, HasAPage) {
  EXPECT_TRUE(fs::exists(kRoot / "rules" / (name() + ".md")));
  const auto* const end = rule_pages + rule_page_count;
  EXPECT_TRUE(std::any_of(rule_pages, end, [](const RulePage& page) { return page.name == rule().name; }));
}

TEST_P(Registry, HasASourceFileOfItsName) { EXPECT_TRUE(fs::exists(kRoot / "rules" / (name() + ".cc"))); }

TEST_P(Registry, HasAFixtureWithAFinding) {
  const auto all = cases();
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), finds))
      << "no case in tests/fixtures/" << name() << " has a finding of it";
}

TEST_P(Registry, HasAFixtureThatIsClean) {
  const auto all = cases();
  EXPECT_TRUE(
      std::any_of(all.begin(), all.end(), [](const std::string& stem) { return !fs::exists(stem + ".expected"); }))
      << "each case in tests/fixtures/" << name() << " has findings";
}

TEST_P(Registry, ShowsTheFixThatItDeclares) {
  if (!rule().fix) return;
  const auto all = cases();
  EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                          [](const std::string& stem) { return finds(stem) && fs::exists(stem + ".fixed.md"); }))
      << "no case in tests/fixtures/" << name() << " is fixed";
}

TEST_P(Registry, HasAShortSummary) {
  const std::string_view summary = rule().summary;
  ASSERT_FALSE(summary.empty());
  EXPECT_LE(summary.size(), 80U);
  EXPECT_NE(summary.back(), '.');
  EXPECT_EQ(summary.find_first_of("|\n"), std::string_view::npos);
}

TEST_P(Registry, HasAHelpLineForEachOption) {
  for (const Option* option : rule().options) {
    EXPECT_FALSE(option->help.empty()) << option->name;
    EXPECT_NE(option->help.substr(option->help.size() - 1), ".") << option->name;
    const std::string page = read(kRoot / "rules" / (name() + ".md"));
    EXPECT_NE(page.find("* `" + std::string(option->name) + "`: "), std::string::npos) << option->name;
  }
}

TEST_P(Registry, IsFoundByItsName) {
  EXPECT_EQ(rules::find(rule().name), &rule());
  EXPECT_EQ(name().find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos);
}

std::string test_name(const ::testing::TestParamInfo<const Rule*>& info) {
  std::string name(info.param->name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, Registry, ::testing::ValuesIn(rules::all), test_name);

TEST(Rules, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names, summaries;
  for (const Rule* rule : rules::all) {
    EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
    EXPECT_TRUE(summaries.insert(rule->summary).second) << rule->name;
  }
}

TEST(Rules, HavePagesSortedByName) {
  EXPECT_EQ(rule_page_count, std::size(rules::all));
  EXPECT_TRUE(std::is_sorted(rule_pages, rule_pages + rule_page_count,
                             [](const RulePage& a, const RulePage& b) { return a.name < b.name; }));
}

TEST(Rules, OwnEveryFileAndFolderNamedAsOne) {
  for (const auto& found : fs::directory_iterator(kRoot / "rules")) {
    const std::string kind = found.path().extension().string();
    if (kind == ".md" || kind == ".cc") {
      EXPECT_NE(rules::find(found.path().stem().string()), nullptr) << found.path();
    }
  }
  for (const auto& found : fs::directory_iterator(kRoot / "tests" / "fixtures")) {
    const std::string folder = found.path().filename().string();
    EXPECT_TRUE(folder == "clean" || rules::find(folder) != nullptr) << folder;
  }
}

std::string row(const Rule& rule) {
  const std::string name(rule.name);
  const std::string fix = rule.fix ? std::string(paperlint::name(*rule.fix)) : "";
  return "| [`" + name + "`](rules/" + name + ".md) | " + std::string(paperlint::name(rule.severity)) + " | " +
         std::string(rule.summary) + " | " + fix + (fix.empty() ? "|" : " |");
}

TEST(Rules, StandInTheTableOfTheReadmeAsTheyAre) {
  std::vector<std::string> expected, found;
  for (const Rule* rule : rules::all) expected.push_back(row(*rule));
  std::istringstream readme(read(kRoot / "README.md"));
  for (std::string line; std::getline(readme, line);)
    if (line.rfind("| [`", 0) == 0 && line.find("](rules/") != std::string::npos) found.push_back(line);
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace paperlint
