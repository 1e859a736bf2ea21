// Settings, Report and fingerprints: what a rule is given and what becomes of what it says.
#include <gtest/gtest.h>

#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::string_view kWays[] = {"auto", "up", "down"};
constexpr Option kWay{"way", "auto", "which way", kWays};
constexpr Option kOther{"other", "none", "not of this rule", {}, Option::Kind::text};
constexpr const Option* kOptions[] = {&kWay};
constexpr Rule kRule{.name = "some-rule", .summary = "something", .options = kOptions};

TEST(Settings, BeginWithTheDefaults) {
  const Settings settings(kRule);
  EXPECT_EQ(settings[kWay], "auto");
  EXPECT_TRUE(settings.is_auto(kWay));
  EXPECT_EQ(settings[kOther], "none");
}

TEST(Settings, HoldWhatIsSet) {
  Settings settings(kRule);
  settings.set(kWay, "up");
  settings.set(kWay, "down");
  EXPECT_EQ(settings[kWay], "down");
  EXPECT_FALSE(settings.is_auto(kWay));
  const Settings copy = settings;
  settings.set(kWay, "up");
  EXPECT_EQ(copy[kWay], "down");
}

TEST(Report, KeepsAFindingWithAllItsParts) {
  std::vector<Diagnostic> findings;
  Report report(kRule, Severity::error, findings);
  Fix fix;
  fix.title = "mend it";
  report({nullptr, {1, 4}}, "wrong", "a paper").note({nullptr, {7, 9}}, "the other half").fix(std::move(fix));
  report({nullptr, {2, 3}}, "wrong again", "");
  ASSERT_EQ(findings.size(), 2U);
  const Diagnostic& first = findings[0];
  EXPECT_EQ(first.rule, &kRule);
  EXPECT_EQ(first.severity, Severity::error);
  EXPECT_EQ(first.at, (Place{nullptr, {1, 4}}));
  EXPECT_EQ(first.message, "wrong");
  EXPECT_EQ(first.subject, "a paper");
  ASSERT_EQ(first.notes.size(), 1U);
  EXPECT_EQ(first.notes[0].text, "the other half");
  ASSERT_TRUE(first.fix);
  EXPECT_EQ(first.fix->title, "mend it");
  EXPECT_FALSE(findings[1].fix);
}

TEST(Report, AFindingMayBeBuiltWhileOthersCome) {
  std::vector<Diagnostic> findings;
  Report report(kRule, Severity::warning, findings);
  auto first = report({}, "first", "");
  for (int i = 0; i < 100; ++i) report({}, "more", "");
  first.note({}, "late");
  EXPECT_EQ(findings[0].notes.size(), 1U);
}

TEST(Report, SeverityOnlyFalls) {
  std::vector<Diagnostic> findings;
  Report report(kRule, Severity::warning, findings);
  report({}, "stays", "").severity(Severity::error);
  report({}, "falls", "").severity(Severity::note);
  report({}, "stays low", "").severity(Severity::note).severity(Severity::warning);
  report({}, "is still told", "").severity(Severity::off);
  ASSERT_EQ(findings.size(), 4U);
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_EQ(findings[1].severity, Severity::note);
  EXPECT_EQ(findings[2].severity, Severity::note);
  EXPECT_EQ(findings[3].severity, Severity::note);
}

std::string print_of(const Rule& rule, std::string subject, Place at = {}) {
  Diagnostic finding;
  finding.rule = &rule;
  finding.subject = std::move(subject);
  finding.at = at;
  return fingerprint(finding);
}

TEST(Fingerprint, IsSixteenHexDigitsThatStayTheSameForEver) {
  EXPECT_EQ(print_of(kRule, "arxiv:2301.08984"), "f435bf6b0d89e9f3");
}

TEST(Fingerprint, IsOfRuleAndSubjectNotOfPlace) {
  constexpr Rule other{.name = "some-rul", .summary = ""};
  EXPECT_EQ(print_of(kRule, "x", {nullptr, {1, 2}}), print_of(kRule, "x", {nullptr, {5, 6}}));
  EXPECT_NE(print_of(kRule, "x"), print_of(kRule, "y"));
  EXPECT_NE(print_of(kRule, "x"), print_of(other, "x"));
  EXPECT_NE(print_of(kRule, "x"), print_of(other, "ex")) << "the border between the two counts";
}

TEST(Names, AreThoseOfConfigAndReports) {
  EXPECT_EQ(name(Severity::off), "off");
  EXPECT_EQ(name(Severity::note), "note");
  EXPECT_EQ(name(Severity::warning), "warning");
  EXPECT_EQ(name(Severity::error), "error");
  EXPECT_EQ(name(Safety::safe), "safe");
  EXPECT_EQ(name(Safety::unsafe), "unsafe");
}

TEST(Rules, AreFoundByTheirExactNames) {
  for (const Rule* rule : rules::all) EXPECT_EQ(rules::find(rule->name), rule);
  EXPECT_EQ(rules::find("Year-Order"), nullptr);
  EXPECT_EQ(rules::find(""), nullptr);
  EXPECT_EQ(rules::nearest("year-ordering"), "year-order");
  EXPECT_EQ(rules::nearest("qwertz"), "");
}

}  // namespace
}  // namespace paperlint
