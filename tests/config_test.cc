#include "config/config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "rules/rules.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;
using Errors = std::vector<std::string>;
using Texts = std::vector<std::string>;

Errors errors_of(std::string_view text) { return read_config("paperlint.toml", text).errors; }

Config good(std::string_view text) {
  ConfigResult result = read_config("paperlint.toml", text);
  EXPECT_EQ(result.errors, Errors{});
  return std::move(result.config);
}

std::string set_value(const Config& config, const Rule& rule, std::string_view option) {
  const auto& settings = config.rules.at(rule.name).settings;
  for (const Option* one : rule.options)
    if (one->name == option) return std::string(settings[*one]);
  return "no such option";
}

TEST(ReadConfig, NothingMeansDefaults) {
  const Config config = good("");
  EXPECT_EQ(config.path, "paperlint.toml");
  EXPECT_TRUE(config.include.empty());
  EXPECT_FALSE(config.generated.has_value());  // an empty array says that no file is
  EXPECT_TRUE(good("generated = []\n").generated.has_value());
  EXPECT_EQ(config.renderer, Renderer::github);
  EXPECT_TRUE(config.rules.empty());
}

TEST(ReadConfig, ReadsEveryKey) {
  const Config config = good(R"(include = ["README.md", "topics/*.md"]
exclude = "tests/**"
generated = ["all.md"]
no-list = ["My talks"]
renderer = "gitlab"
rules.also-in = "off"
[rules.year-order]
severity = "error"
order = "newest-first"
)");
  EXPECT_EQ(config.include, (Texts{"README.md", "topics/*.md"}));
  EXPECT_EQ(config.exclude, Texts{"tests/**"});
  EXPECT_EQ(config.generated, Texts{"all.md"});
  EXPECT_EQ(config.no_list, Texts{"My talks"});
  EXPECT_EQ(config.renderer, Renderer::gitlab);
  EXPECT_EQ(select_rules(config, {}, {}).facts.renderer, Renderer::gitlab);
  EXPECT_EQ(config.rules.at("also-in").severity, Severity::off);
  EXPECT_EQ(config.rules.at("year-order").severity, Severity::error);
  EXPECT_EQ(set_value(config, rules::year_order, "order"), "newest-first");
}

TEST(ReadConfig, ReadsVenues) {
  const Config config = good(R"([[venue]]
name = "MyWorkshop"
aliases = ["MyWS", "My Old Workshop"]
kind = "workshop"
years = "2015-2019/2 2020-"
[[venue]]
name = "Eurosys"
)");
  const Venue* const mine = config.venues.find("my ws");
  ASSERT_NE(mine, nullptr);
  EXPECT_EQ(mine->name, "MyWorkshop");
  EXPECT_EQ(mine->kind, VenueKind::workshop);
  EXPECT_FALSE(held(*mine, 2018));
  EXPECT_TRUE(held(*mine, 2025));
  EXPECT_EQ(config.venues.read("Eurosys").is_own, true);
  EXPECT_EQ(config.venues.read("EuroSys").own, "Eurosys");
  EXPECT_EQ(select_rules(config, {}, {}).facts.venues, &config.venues);
}

TEST(ReadConfig, AnOptionAloneLeavesTheSeverity) {
  const Config config = good("[rules.year-order]\norder = \"oldest-first\"\n");
  EXPECT_EQ(config.rules.at("year-order").severity, std::nullopt);
}

TEST(ReadConfig, TakesByteOrderMarkAndCarriageReturns) {
  const Config config = good("\xEF\xBB\xBFinclude = 'a.md'\r\n[rules]\r\nalso-in = 'note'\r\n");
  EXPECT_EQ(config.include, Texts{"a.md"});
  EXPECT_EQ(config.rules.at("also-in").severity, Severity::note);
}

TEST(ReadConfig, TakesTheDefaultsOfAllOptions) {
  for (const Rule* rule : rules::all)
    for (const Option* option : rule->options) {
      const Config config = good("[rules." + std::string(rule->name) + "]\n" + std::string(option->name) + " = '''" +
                                 std::string(option->value) + "'''\n");
      EXPECT_EQ(set_value(config, *rule, option->name), option->value);
    }
}

TEST(ReadConfig, TakesAPattern) {
  const Config config = good("[rules.survey-prefix]\npattern = '(?i)\\bsurvey\\b'\n");
  EXPECT_EQ(set_value(config, rules::survey_prefix, "pattern"), "(?i)\\bsurvey\\b");
}

// Each of these texts has one error.
struct Wrong {
  const char* name;
  std::string_view text;
  std::string error;
  friend void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.name; }
};

class OneError : public testing::TestWithParam<Wrong> {};

TEST_P(OneError, IsToldWithItsPlaceAndWhatWouldBeRight) {
  EXPECT_EQ(errors_of(GetParam().text), Errors{GetParam().error});
}

const Wrong kWrongNames[] = {
    {"Rule", "\n\n\n\n\n\n\n\n[rules.year-ordering]\n",
     "paperlint.toml:9:8: there is no rule 'year-ordering'; did you mean 'year-order'? ('paperlint "
     "rules' lists all)"},
    {"RuleOfWhichNothingIsNear", "[rules.qwertz]\n",
     "paperlint.toml:1:8: there is no rule 'qwertz' ('paperlint rules' lists all)"},
    {"RuleInShortForm", "rules.Also-In = 'off'\n",
     "paperlint.toml:1:7: there is no rule 'Also-In'; did you mean 'also-in'? ('paperlint rules' "
     "lists all)"},
    {"Option", "[rules.year-order]\nseverity = 'error'\n\nordr = 'auto'\n",
     "paperlint.toml:4:1: [rules.year-order] has no option 'ordr'; did you mean 'order'?"},
    {"OptionOfWhichNothingIsNear", "[rules.year-order]\nspeed = 'auto'\n",
     "paperlint.toml:2:1: [rules.year-order] has no option 'speed'; it has severity and order"},
    {"OptionOfARuleWithoutAny", "[rules.unused-suppression]\nway = 'auto'\n",
     "paperlint.toml:2:1: [rules.unused-suppression] has no option 'way'; it has none but "
     "severity"},
    {"Severity", "[rules.unused-suppression]\nSeverity = 'off'\n",
     "paperlint.toml:2:1: [rules.unused-suppression] has no option 'Severity'; did you mean "
     "'severity'?"},
    {"Key", "includes = []\n", "paperlint.toml:1:1: there is no key 'includes'; did you mean 'include'?"},
    {"KeyOfWhichNothingIsNear", "[[quux]]\nname = 'Doe'\n",
     "paperlint.toml:1:3: there is no key 'quux'; there are include, exclude, generated, no-list, renderer, "
     "[entry], [rules.NAME] and [[venue]]"},
    {"KeyOfAVenue", "[[venue]]\nname = 'MyWorkshop'\nalias = ['MyWS']\n",
     "paperlint.toml:3:1: [[venue]] has no key 'alias'; did you mean 'aliases'?"},
    {"KeyOfAVenueOfWhichNothingIsNear", "[[venue]]\nname = 'MyWorkshop'\nrank = 'A'\n",
     "paperlint.toml:3:1: [[venue]] has no key 'rank'; it has name, aliases, kind and years"},
    {"VenueWithoutName", "\n[[venue]]\naliases = ['MyWS']\n", "paperlint.toml:2:1: a [[venue]] has no name"},
    {"VenueWithoutLetters", "[[venue]]\nname = '...'\n",
     "paperlint.toml:1:1: [[venue]] names '...'; expected 1 to 64 letters and digits"},
    {"VenueTwice", "[[venue]]\nname = 'MyWorkshop'\n[[venue]]\nname = 'Other'\naliases = 'my-workshop'\n",
     "paperlint.toml:3:1: [[venue]] 'Other' bears the name of another [[venue]]"},
    {"RuleOneLevelUp", "[year-order]\norder = 'auto'\n",
     "paperlint.toml:1:2: there is no key 'year-order'; did you mean [rules.year-order]?"},
    {"RuleOneLevelUpMisspelt", "year-oder = 'off'\n",
     "paperlint.toml:1:1: there is no key 'year-oder'; did you mean [rules.year-order]?"},
    {"TableOfRules", "[rule.year-order]\n", "paperlint.toml:1:2: there is no key 'rule'; did you mean 'rules'?"},
};
const Wrong kWrongValues[] = {
    {"Word", "\n\n\n[rules.year-order]\norder = \"newest\"\n",
     "paperlint.toml:5:9: [rules.year-order] order = \"newest\"; expected auto, newest-first or "
     "oldest-first"},
    {"Severity", "[rules.year-order]\nseverity = \"eror\"\n",
     "paperlint.toml:2:12: [rules.year-order] severity = \"eror\"; expected off, note, warning or "
     "error; did you mean 'error'?"},
    {"SeverityCutShort", "rules.year-order = 'warn'\n",
     "paperlint.toml:1:20: [rules] year-order = \"warn\"; expected off, note, warning or error; "
     "did you mean 'warning'?"},
    {"SeverityOfAnotherWorld", "rules.year-order = 'fatal'\n",
     "paperlint.toml:1:20: [rules] year-order = \"fatal\"; expected off, note, warning or error"},
    {"SeverityOfAnotherType", "rules.year-order = false\n",
     "paperlint.toml:1:20: [rules] year-order = false; expected off, note, warning or error"},
    {"OptionOfAnotherType", "[rules.year-order]\norder = 2\n",
     "paperlint.toml:2:9: [rules.year-order] order = 2; expected auto, newest-first or "
     "oldest-first"},
    {"OptionAsTable", "[rules.year-order.order]\n",
     "paperlint.toml:1:19: [rules.year-order] order is a table; expected auto, newest-first or "
     "oldest-first"},
    {"TextOfAnotherType", "[rules.venue-tag]\nform = 2023-01-01\n",
     "paperlint.toml:2:8: [rules.venue-tag] form is a date or a time; expected a text in quotes"},
    {"PatternOfAnotherType", "[rules.survey-prefix]\npattern = ['a']\n",
     "paperlint.toml:2:1: [rules.survey-prefix] pattern is an array; expected a regular expression "
     "in quotes"},
    {"Pattern", "[rules.survey-prefix]\npattern = '(abc'\n",
     "paperlint.toml:2:11: [rules.survey-prefix] pattern = \"(abc\"; no regular expression: "
     "missing ): (abc"},
    {"Patterns", "include = 1.5\n", "paperlint.toml:1:11: include = 1.5; expected patterns in quotes"},
    {"PatternsAsTable", "[exclude]\n", "paperlint.toml:1:2: exclude is a table; expected patterns in quotes"},
    {"OneOfThePatterns", "include = ['a.md',\n  7]\n",
     "paperlint.toml:2:3: an element of include = 7; expected a pattern in quotes"},
    {"EmptyPattern", "exclude = ''\n", "paperlint.toml:1:11: exclude holds an empty pattern"},
    {"EmptyPatternAmongOthers", "include = ['a.md', '']\n", "paperlint.toml:1:20: include holds an empty pattern"},
    {"EmptyHeading", "no-list = ['']\n", "paperlint.toml:1:12: no-list holds an empty heading"},
    {"Renderer", "renderer = 'github.com'\n",
     "paperlint.toml:1:12: renderer = \"github.com\"; expected github or gitlab; did you mean 'github'?"},
    {"RendererOfAnotherType", "[renderer]\n", "paperlint.toml:1:2: renderer is a table; expected github or gitlab"},
    {"Rules", "rules = ['year-order']\n",
     "paperlint.toml:1:1: rules is an array; expected a table for each rule, [rules.NAME]"},
    {"RuleAsArray", "[[rules.year-order]]\n",
     "paperlint.toml:1:9: [rules] year-order is an array; expected off, note, warning or error"},
};
const Wrong kWrongVenues[] = {
    {"Table", "[venue]\nname = 'MyWorkshop'\n",
     "paperlint.toml:1:2: venue is a table; expected a table for each venue, [[venue]]"},
    {"Text", "venue = 'MyWorkshop'\n",
     "paperlint.toml:1:9: venue = \"MyWorkshop\"; expected a table for each venue, [[venue]]"},
    {"Element", "venue = ['MyWorkshop']\n",
     "paperlint.toml:1:10: an element of venue = \"MyWorkshop\"; expected a table for each venue, [[venue]]"},
    {"Name", "[[venue]]\nname = 3\n", "paperlint.toml:2:8: [[venue]] name = 3; expected a name in quotes"},
    {"Alias", "[[venue]]\nname = 'MyWorkshop'\naliases = [3]\n",
     "paperlint.toml:3:12: an element of aliases = 3; expected a name in quotes"},
    {"Kind", "[[venue]]\nname = 'MyWorkshop'\nkind = 'seminar'\n",
     "paperlint.toml:3:8: [[venue]] kind = \"seminar\"; expected conference, workshop or journal"},
    {"Years", "[[venue]]\nname = 'MyWorkshop'\nyears = 'odd'\n",
     "paperlint.toml:3:9: [[venue]] years = \"odd\"; expected years such as \"2004\", \"2015-\" or \"2001-2019/2 "
     "2020-\""},
    {"YearsAsNumber", "[[venue]]\nname = 'MyWorkshop'\nyears = 2004\n",
     "paperlint.toml:3:9: [[venue]] years = 2004; expected years such as \"2004\", \"2015-\" or \"2001-2019/2 2020-\""},
};
constexpr auto name_of = [](const auto& param_info) { return std::string(param_info.param.name); };
INSTANTIATE_TEST_SUITE_P(Name, OneError, testing::ValuesIn(kWrongNames), name_of);
INSTANTIATE_TEST_SUITE_P(Value, OneError, testing::ValuesIn(kWrongValues), name_of);
INSTANTIATE_TEST_SUITE_P(Venue, OneError, testing::ValuesIn(kWrongVenues), name_of);

// The words are toml++'s and differ between its versions.
TEST(ReadConfig, ErrorsOfTomlEndTheReading) {
  const Errors errors = errors_of("zebra = 1\n[rules.year-order]\norder\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].rfind("paperlint.toml:3:", 0), 0U) << errors[0];
  EXPECT_NE(errors[0].find("expected '=', saw '\\n'"), std::string::npos) << errors[0];
}

TEST(ReadConfig, AKeyMayNotComeTwice) {
  const Errors errors = errors_of("include = 'a'\ninclude = 'b'\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors[0].find("cannot redefine existing string 'include'"), std::string::npos) << errors[0];
}

TEST(ReadConfig, SaysWhereQuotesAreMissing) {
  for (const std::string word :
       {"auto", "newest-first", "oldest-first", "off", "note", "warning", "error", "README.md", "[a, b]"}) {
    const Errors errors = errors_of("[rules.year-order]\norder = " + word + "  # a word\n");
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].rfind("paperlint.toml:2:", 0), 0U) << errors[0];
    EXPECT_NE(errors[0].find("; a text stands in quotes"), std::string::npos) << errors[0];
  }
  EXPECT_EQ(errors_of("order = true true\n")[0].find("quotes"), std::string::npos);
}

TEST(ReadConfig, TellsAllErrorsInOrderOfLine) {
  const Errors errors = errors_of("zebra = 1\n[rules.year-order]\norder = 1\nahead = 1\n[rules.also-on]\n[beta]\n");
  ASSERT_EQ(errors.size(), 5U);
  for (std::size_t i = 1; i < errors.size(); ++i) EXPECT_LT(errors[i - 1].substr(0, 17), errors[i].substr(0, 17));
}

TEST(ReadConfig, KeepsWhatIsRightBesideWhatIsWrong) {
  const ConfigResult result = read_config("paperlint.toml", "include = ['a.md', 3]\nrules.also-in = 'off'\n");
  EXPECT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.config.include, Texts{"a.md"});
  EXPECT_EQ(result.config.rules.at("also-in").severity, Severity::off);
}

TEST(ReadConfig, CountsColumnsInCharacters) {
  EXPECT_EQ(errors_of("include = ['主题.md', 3]\n"),
            Errors{"paperlint.toml:1:21: an element of include = 3; expected a pattern in quotes"});
  EXPECT_EQ(errors_of("\xEF\xBB\xBFinclude = 3\n"),
            Errors{"paperlint.toml:1:11: include = 3; expected patterns in quotes"});
}

TEST(ReadConfig, ShowsNoControlCharacters) {
  const Errors errors = errors_of("\"\\u001b[31m\\nx\\u202e\" = 1\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors[0].find("'\\x1b[31m\\nx\\u{202e}'"), std::string::npos) << errors[0];
}

TEST(ReadConfig, CutsLongTextsBetweenCharacters) {
  std::string characters;
  for (int i = 0; i < 1000; ++i) characters += "论";
  const Errors errors = errors_of("[rules.year-order]\norder = '" + characters + "'\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_LT(errors[0].size(), 300U);
  EXPECT_NE(errors[0].find("论…\""), std::string::npos);
}

TEST(ReadConfig, RefusesWhatIsNoTextInUtf8) {
  EXPECT_EQ(errors_of("include = '\xff'\n").size(), 1U);
  EXPECT_EQ(errors_of(std::string_view("a\0b = 1\n", 8)).size(), 1U);
}

TEST(ReadConfig, RefusesDeepTables) {
  std::string deep = "a";
  for (int i = 0; i < 400000; ++i) deep += ".a";
  EXPECT_EQ(errors_of("# dots.\n" + deep + " = 1\n"), Errors{"paperlint.toml:2:2002: more than 1000 dots in keys"});
  EXPECT_EQ(errors_of("x = '''''' # '\n" + deep + " = 1\n").size(), 1U);
  EXPECT_EQ(errors_of("x = '''a'''''\n" + deep + " = 1\n").size(), 1U);
  EXPECT_EQ(errors_of("x = \"\\\"\"\n[" + deep + "]\n").size(), 1U);
  EXPECT_EQ(errors_of("x = " + std::string(100000, '[') + "\n").size(), 1U);
}

TEST(ReadConfig, DotsInPatternsAreNoDepth) {
  std::string text = "include = [  # it's a list. A long one.\n";
  for (int i = 0; i < 2000; ++i) text += i % 2 == 0 ? "'a.b.md',\n" : "\"\"\"\\\"a.'b.md\"\"\",\n";
  EXPECT_EQ(good(text + "]\n").include.size(), 2000U);
}

TEST(ReadConfig, SurvivesWhatTomlPlusPlusAsserts) {
  for (const std::string bad :
       {"[!]", "[[[a]]]", "[ .a]", "[=", "[\n", "[", "[[", "[[ #x]]", "a = 1979-05-27Tx", "a = _"}) {
    const Errors errors = errors_of(bad);
    ASSERT_EQ(errors.size(), 1U) << bad;
    EXPECT_EQ(errors[0].rfind("paperlint.toml:1:", 0), 0U) << errors[0];
  }
}

TEST(ReadConfig, RefusesCharactersOutsideOfQuotes) {
  EXPECT_EQ(errors_of("include = [ 'é', “a.md” ] # é\n"), Errors{"paperlint.toml:1:18: '“' stands outside of quotes"});
  EXPECT_EQ(errors_of("\xEF\xBB\xBFé = 1\n"), Errors{"paperlint.toml:1:1: 'é' stands outside of quotes"});
  EXPECT_EQ(errors_of("a\xff"), Errors{"paperlint.toml:1:2: '\\xff' stands outside of quotes"});
}

TEST(ReadConfig, RefusesQuotesInsideValues) {
  for (const std::string bad :
       {"a = 1979-05-27T07'é'", "a = 1979['é", "a=1=\"é", "a = [x.'é", "a = ['x'['é']]", "a = {b = 1'é'}"}) {
    const Errors errors = errors_of(bad);
    ASSERT_EQ(errors.size(), 1U) << bad;
    EXPECT_NE(errors[0].find(": a quote stands inside a value"), std::string::npos) << errors[0];
  }
}

TEST(ReadConfig, TakesStringsWhereverTheyMayStand) {
  const Config config = good("rules.'also-in'=\"off\"\r\n[ rules . \"year-order\" ] # it's\n'order'='auto'");
  EXPECT_EQ(config.rules.size(), 2U);
  EXPECT_EQ(good("include=['a','''b''',\"\"\"c\"\"\",\n  # it's \"\n  'd'\n]\n'exclude'=['é']").include.size(), 4U);
  EXPECT_EQ(errors_of("'x' = [[{ 'a'.\"b\" = 'é', c = ['é', {}], 'd' = {} }], ['é']]\n\"y\" = 'é'\n").size(), 2U);
}

TEST(ReadConfig, RefusesBackslashesThatJoinLines) {
  EXPECT_EQ(errors_of("include = \"\"\"\\\\a\\\n  é\"\"\"\n"),
            Errors{"paperlint.toml:1:18: a backslash that joins lines is not read"});
}

TEST(ReadConfig, RefusesHugeFiles) {
  EXPECT_EQ(errors_of(std::string(2 << 20, '\n')), Errors{"paperlint.toml:1:1: more than 1 MB: this is no config"});
}

// A folder of its own for each test, gone when it is over.
class FindConfig : public testing::Test {
 protected:
  FindConfig()
      : root_(fs::temp_directory_path() /
              ("paperlint-config-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()))) {
    fs::create_directories(root_ / "a" / "b");
    fs::create_directory(root_ / ".git");  // nothing above the test's own folder counts
  }
  ~FindConfig() override { fs::remove_all(root_); }
  void write(const fs::path& name) const { std::ofstream(root_ / name) << "\n"; }

  fs::path root_;
};

TEST_F(FindConfig, TakesTheNearest) {
  write("paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a" / "b"), root_ / "paperlint.toml");
  write("a/.paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a" / "b"), root_ / "a" / ".paperlint.toml");
  EXPECT_EQ(find_config(root_), root_ / "paperlint.toml");
}

TEST_F(FindConfig, PrefersTheNameThatIsSeen) {
  write(".paperlint.toml");
  write("paperlint.toml");
  EXPECT_EQ(find_config(root_), root_ / "paperlint.toml");
}

TEST_F(FindConfig, StopsAtTheRepository) {
  write("paperlint.toml");
  write("a/.git");  // a file, as in a work tree
  EXPECT_EQ(find_config(root_ / "a" / "b"), std::nullopt);
  write("a/paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a" / "b"), root_ / "a" / "paperlint.toml");
}

TEST_F(FindConfig, SeesThroughDotsAndFoldersThatDoNotExist) {
  write("paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a" / ".." / "a" / "."), root_ / "paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a" / "none" / "such" / ""), root_ / "paperlint.toml");
}

TEST_F(FindConfig, AFolderOfThatNameIsNoConfig) {
  fs::create_directory(root_ / "a" / "paperlint.toml");
  write("paperlint.toml");
  EXPECT_EQ(find_config(root_ / "a"), root_ / "paperlint.toml");
}

TEST_F(FindConfig, FindsNothingWhereThereIsNone) {
  EXPECT_EQ(find_config(root_ / "a"), std::nullopt);
  (void)find_config("");
  (void)find_config("/");
}

const Selection::Choice* choice_of(const Selection& selection, const Rule& rule) {
  const auto found = std::find_if(selection.choices.begin(), selection.choices.end(),
                                  [&](const Selection::Choice& one) { return one.rule == &rule; });
  return found == selection.choices.end() ? nullptr : &*found;
}

TEST(SelectRules, TakesAllThatAreNotOffInTheirOrder) {
  const Selection selection = select_rules({}, {}, {});
  std::vector<const Rule*> expected, chosen;
  std::copy_if(std::begin(rules::all), std::end(rules::all), std::back_inserter(expected),
               [](const Rule* rule) { return rule->severity != Severity::off; });
  for (const auto& one : selection.choices) {
    chosen.push_back(one.rule);
    EXPECT_EQ(one.severity, one.rule->severity);
    ASSERT_TRUE(one.settings);
    for (const Option* option : one.rule->options) EXPECT_EQ((*one.settings)[*option], option->value);
  }
  EXPECT_EQ(chosen, expected);
}

TEST(SelectRules, ObeysTheConfig) {
  const Config config = good("rules.also-in = 'off'\n[rules.year-order]\nseverity = 'note'\norder = 'oldest-first'\n");
  const Selection selection = select_rules(config, {}, {});
  EXPECT_FALSE(choice_of(selection, rules::also_in));
  const auto* choice = choice_of(selection, rules::year_order);
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->severity, Severity::note);
  EXPECT_EQ((*choice->settings)[*rules::year_order.options[0]], "oldest-first");
}

TEST(SelectRules, ASelectedRuleRunsEvenWhereItIsOff) {
  const Config config = good("[rules]\nalso-in = 'off'\nyear-order = 'note'\n");
  const Selection selection = select_rules(config, {"year-order", "also-in"}, {});
  ASSERT_EQ(selection.choices.size(), 2U);
  EXPECT_EQ(choice_of(selection, rules::also_in)->severity, rules::also_in.severity);
  EXPECT_EQ(choice_of(selection, rules::year_order)->severity, Severity::note);
}

TEST(SelectRules, IgnoringOutranksSelecting) {
  const Selection selection = select_rules({}, {"year-order", "also-in"}, {"also-in"});
  ASSERT_EQ(selection.choices.size(), 1U);
  EXPECT_EQ(selection.choices[0].rule, &rules::year_order);
  EXPECT_FALSE(choice_of(select_rules({}, {}, {"also-in"}), rules::also_in));
}

}  // namespace
}  // namespace paperlint
