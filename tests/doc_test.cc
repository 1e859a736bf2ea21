// The examples of rules/*.md run: `md bad` has a finding, `md good` has none, `md fixed` is what the
// `md bad` above it becomes. A `toml` fence is the config of the examples after it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "config/config.h"
#include "rules/rules.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

struct Fence {
  std::string info, text;
  std::size_t line = 0;  // where it begins, from 1
};

struct Page {
  std::vector<std::string> headings;  // as written, with their marks
  std::vector<Fence> fences;
};

std::size_t backticks(const std::string& line) { return std::min(line.find_first_not_of('`'), line.size()); }

Page read_page(const Rule& rule) {
  const std::string name = std::string(rule.name) + ".md";
  std::ifstream file(std::filesystem::path(PAPERLINT_SOURCE_DIR) / "rules" / name);
  EXPECT_TRUE(file.is_open()) << "there is no rules/" << name;
  Page page;
  std::size_t number = 0, open = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::size_t marks = backticks(line);
    if (open != 0 && marks >= open && marks == line.size()) {
      open = 0;
    } else if (open != 0) {
      page.fences.back().text += line + "\n";
    } else if (marks >= 3) {
      open = marks;
      page.fences.push_back({line.substr(marks), "", number});
    } else if (line.rfind('#', 0) == 0) {
      page.headings.push_back(line);
    }
  }
  EXPECT_EQ(open, 0U) << name << ": the last fence is not closed";
  return page;
}

class RulePage : public ::testing::TestWithParam<const Rule*> {
 protected:
  void SetUp() override {
    page_ = read_page(rule());
    configure("");
  }

  [[nodiscard]] static const Rule& rule() { return *GetParam(); }
  /// All rules run, for some of them make way for others.
  void configure(const std::string& toml) {
    ConfigResult result = read_config("paperlint.toml", toml);
    for (const std::string& error : result.errors) ADD_FAILURE() << error;
    config_ = std::move(result.config);
    choice_ = choose(config_);
  }
  [[nodiscard]] std::size_t findings(const std::string& text) const;
  [[nodiscard]] std::string fixed(std::string text) const;

  Page page_;
  Config config_;
  Choice choice_;
};

std::size_t RulePage::findings(const std::string& text) const {
  const List list = read_list("example.md", text, choice_.read);
  const LintResult result = lint(list, choice_.selection);
  return static_cast<std::size_t>(std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                                                [](const Diagnostic& finding) { return finding.rule == &rule(); }));
}

/// What the fixes of this rule alone make of a text.
std::string RulePage::fixed(std::string text) const {
  for (int pass = 0; pass < 10; ++pass) {
    const List list = read_list("example.md", text, choice_.read);
    const LintResult result = lint(list, choice_.selection);
    std::vector<const Fix*> fixes, taken;
    for (const Diagnostic& finding : result.diagnostics)
      if (finding.rule == &rule() && finding.fix != nullptr) fixes.push_back(finding.fix.get());
    std::sort(fixes.begin(), fixes.end());
    fixes.erase(std::unique(fixes.begin(), fixes.end()), fixes.end());
    if (fixes.empty()) return text;
    text = apply(list, fixes, taken).front();
  }
  ADD_FAILURE() << "the fixes never end";
  return text;
}

TEST_P(RulePage, HasExamplesThatAreTrue) {
  const Fence* bad = nullptr;
  std::size_t bads = 0, goods = 0;
  for (const Fence& fence : page_.fences) {
    SCOPED_TRACE("rules/" + std::string(rule().name) + ".md:" + std::to_string(fence.line));
    if (fence.info == "toml") {
      configure(fence.text);
    } else if (fence.info == "md bad") {
      ++bads;
      bad = &fence;
      EXPECT_GT(findings(fence.text), 0U) << "a bad example without a finding";
    } else if (fence.info == "md good") {
      ++goods;
      EXPECT_EQ(findings(fence.text), 0U) << "a good example with a finding";
    } else if (fence.info == "md fixed") {
      ASSERT_NE(bad, nullptr) << "a fixed example without a bad one before it";
      EXPECT_EQ(fixed(bad->text), fence.text);
      EXPECT_EQ(findings(fence.text), 0U) << "a fixed example with a finding";
    } else {
      EXPECT_TRUE(fence.info.rfind("md", 0) != 0) << "an example that is not run: " << fence.info;
    }
  }
  EXPECT_GT(bads, 0U) << "no bad example";
  EXPECT_GT(goods, 0U) << "no good example";
}

TEST_P(RulePage, ShowsAFixIfThereIsOne) {
  const bool shown = std::any_of(page_.fences.begin(), page_.fences.end(),
                                 [](const Fence& fence) { return fence.info == "md fixed"; });
  EXPECT_EQ(shown, rule().fix.has_value());
}

TEST_P(RulePage, KeepsTheInvariantsInItsExamples) {
  for (const Fence& fence : page_.fences) {
    if (fence.info == "toml") configure(fence.text);
    if (fence.info.rfind("md", 0) != 0) continue;
    for (const std::string& sentence : broken_invariants("example.md", fence.text, choice_))
      ADD_FAILURE() << "line " << fence.line << ": " << sentence;
  }
}

TEST_P(RulePage, HasItsHeadings) {
  std::vector<std::string> expected = {"# " + std::string(rule().name), "## What it finds", "## Why", "## Examples"};
  if (!rule().options.empty()) expected.emplace_back("## Options");
  if (rule().fix) expected.emplace_back("## Fix");
  EXPECT_EQ(page_.headings, expected);
}

std::string test_name(const ::testing::TestParamInfo<const Rule*>& info) {
  std::string name(info.param->name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, RulePage, ::testing::ValuesIn(rules::all), test_name);

}  // namespace
}  // namespace paperlint
