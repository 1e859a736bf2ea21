#include "lint/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "lint/fix.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

List list_of(std::string text) {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(read_document(std::make_unique<const Source>("list.md", std::move(text))));
  return make_list(std::move(documents));
}

/// Complains of each entry whose title holds a word.
class Complainer : public Sink {
 public:
  Complainer(const Context& context, std::string_view word) : report_(context.report), word_(word) {}
  void entry(const Entry& entry) override {
    if (entry.text(entry.title).find(word_) != std::string_view::npos)
      report_(entry.place(), std::string(word_), entry.subject());
  }

 private:
  Report& report_;
  std::string_view word_;
};
struct Bad : Complainer {
  explicit Bad(const Context& context) : Complainer(context, "Bad") {}
};
struct Ugly : Complainer {
  explicit Ugly(const Context& context) : Complainer(context, "Ugly") {}
};

Rule rule(std::string_view name, const Maker& make_check) {
  Rule made;
  made.name = name;
  made.make = make_check;
  return made;
}

const Rule kBad = rule("bad-paper", make<Bad>), kUgly = rule("ugly-paper", make<Ugly>);
const Settings kNone(kBad);

Selection selection(const std::vector<const Rule*>& rules = {&kBad, &kUgly, &rules::unused_suppression}) {
  Selection all;
  for (const Rule* one : rules) all.choices.push_back({one, one->severity, &kNone});
  return all;
}

std::string entry(const std::string& kind, const std::string& behind = "") {
  return "- [OSDI'24] [A " + kind + " Paper on Large Models](https://example.org/1)" + behind + "\n";
}

/// `line: message`, of all findings.
std::vector<std::string> findings(const std::string& text, const Selection& rules = selection()) {
  const List list = list_of(text);
  std::vector<std::string> all;
  for (const Diagnostic& finding : lint(list, rules).diagnostics)
    all.push_back(std::to_string(finding.at.source->position(finding.at.span.begin).line) + ": " + finding.message);
  return all;
}

std::string fixed(const std::string& text) {
  const FixResult result = fix_all(list_of(text), selection(), {}, Safety::safe);
  EXPECT_TRUE(result.remarks.empty());
  return result.texts.front();
}

using Lines = std::vector<std::string>;

TEST(Suppress, ALine) {
  const std::string comment = " <!-- paperlint-disable-line bad-paper: we like it -->";
  EXPECT_EQ(findings(entry("Bad", comment) + entry("Bad")), Lines{"2: Bad"});
  EXPECT_EQ(findings(entry("Good") + entry("Bad and Ugly", comment)), Lines{"2: Ugly"});
}

TEST(Suppress, SeveralRules) {
  EXPECT_EQ(findings(entry("Bad and Ugly", " <!-- paperlint-disable-line bad-paper, ugly-paper -->")), Lines{});
  EXPECT_EQ(findings(entry("Bad and Ugly", " <!--paperlint-disable-line bad-paper,ugly-paper:both, as it is-->")),
            Lines{});
}

TEST(Suppress, TheNextLineThatIsNotBlank) {
  const std::string comment = "<!-- paperlint-disable-next-line bad-paper -->\n";
  EXPECT_EQ(findings("# A\n" + comment + entry("Bad") + entry("Bad")), Lines{"4: Bad"});
  EXPECT_EQ(findings("# A\n" + comment + "\n\n" + entry("Bad") + entry("Bad")), Lines{"6: Bad"});
  EXPECT_EQ(findings("# A\n" + comment + "<!-- paperlint-disable-next-line ugly-paper -->\n" + entry("Bad and Ugly")),
            Lines{});
  EXPECT_EQ(findings(entry("Bad") + comment),
            (Lines{"1: Bad", "2: 'paperlint-disable-next-line bad-paper' suppresses nothing"}));
}

TEST(Suppress, FromDisableToEnable) {
  const std::string off = "\n<!-- paperlint-disable bad-paper, ugly-paper: old -->\n\n",
                    on = "\n<!-- paperlint-enable bad-paper -->\n\n";
  EXPECT_EQ(findings(entry("Bad") + off + entry("Bad and Ugly") + on + entry("Bad") + entry("Ugly")),
            (Lines{"1: Bad", "9: Bad"}));
  EXPECT_EQ(findings(entry("Bad") + off + entry("Bad") + entry("Bad and Ugly")), Lines{"1: Bad"});
  EXPECT_EQ(findings(off + entry("Bad and Ugly") + "\n<!-- paperlint-enable -->\n\n" + entry("Bad and Ugly")),
            (Lines{"8: Bad", "8: Ugly"}));
}

TEST(Suppress, AFile) {
  EXPECT_EQ(findings(entry("Bad") + "\n<!-- paperlint-disable-file bad-paper -->\n\n" + entry("Bad") + entry("Ugly")),
            Lines{"6: Ugly"});
}

TEST(Suppress, CountsWhatItSilenced) {
  const LintResult result = lint(list_of(entry("Bad", " <!-- paperlint-disable-line bad-paper -->")), selection());
  EXPECT_EQ(result.suppressed, 1U);
}

TEST(Suppress, OnlyWhatIsAComment) {
  EXPECT_EQ(findings(entry("Bad", " `<!-- paperlint-disable-line bad-paper -->`")), Lines{"1: Bad"});
}

TEST(Suppress, WithoutARuleNothing) {
  EXPECT_EQ(findings(entry("Bad", " <!-- paperlint-disable-line -->")),
            (Lines{"1: Bad", "1: 'paperlint-disable-line' names no rule"}));
  EXPECT_EQ(findings(entry("Bad", " <!-- paperlint-disable-line: bad-paper -->")),
            (Lines{"1: Bad", "1: 'paperlint-disable-line' names no rule"}));
}

TEST(Suppress, WithAWrongNameNothing) {
  EXPECT_EQ(findings(entry("Bad and Ugly", " <!-- paperlint-disable-line bad-papers, ugly-paper -->")),
            (Lines{"1: Bad", "1: Ugly", "1: there is no rule 'bad-papers'; did you mean 'bad-paper'?"}));
  EXPECT_EQ(
      findings(entry("Bad", " <!-- paperlint-disable-lines bad-paper -->")),
      (Lines{"1: Bad", "1: there is no directive 'paperlint-disable-lines'; did you mean 'paperlint-disable-line'?"}));
  EXPECT_EQ(findings(entry("Bad", " <!-- paperlint-disable-line bad-paper as it is -->")),
            (Lines{"1: Bad", "1: expected ',' or ': reason' after 'bad-paper'"}));
}

TEST(Suppress, WhatCannotBeUnderstoodHasNoFix) {
  for (const std::string words :
       {"disable-line", "disable-lines bad-paper", "disable-line bad-papers", "enable bad-papers"}) {
    const std::string text = entry("Bad", " <!-- paperlint-" + words + " -->");
    EXPECT_EQ(fixed(text), text);
  }
}

TEST(Suppress, AnUnknownDisableLeavesItsEnableAlone) {
  const std::string text = entry("Good") + "\n<!-- paperlint-disable bad-papers -->\n\n" + entry("Bad") +
                           "\n<!-- paperlint-enable bad-paper -->\n";
  EXPECT_EQ(findings(text), (Lines{"3: there is no rule 'bad-papers'; did you mean 'bad-paper'?", "5: Bad"}));
}

TEST(UnusedSuppression, CannotBeSuppressed) {
  EXPECT_EQ(findings(entry("Bad",
                           " <!-- paperlint-disable-line bad-paper, unused-suppression -->"
                           " <!-- paperlint-disable-line ugly-paper -->")),
            (Lines{"1: Bad", "1: 'unused-suppression' is not silenced by comments; the config can turn it off",
                   "1: 'paperlint-disable-line ugly-paper' suppresses nothing"}));
}

TEST(UnusedSuppression, OnlyRulesThatRanAreJudged) {
  const std::string text = entry("Good", " <!-- paperlint-disable-line bad-paper, year-order -->");
  EXPECT_EQ(findings(text, selection({&kBad, &rules::unused_suppression})), Lines{"1: 'bad-paper' suppresses nothing"});
  EXPECT_EQ(findings(text, selection({&kBad})), Lines{});
}

TEST(UnusedSuppression, TakesTheCommentAway) {
  EXPECT_EQ(fixed(entry("Good", " <!-- paperlint-disable-line bad-paper -->")), entry("Good"));
  EXPECT_EQ(fixed(entry("Good", " <!-- paperlint-disable-line bad-paper --> [code](https://example.org/2)")),
            entry("Good", " [code](https://example.org/2)"));
  EXPECT_EQ(fixed(entry("Good", "  <!-- paperlint-disable-line bad-paper -->  ")), entry("Good", "  "));
}

TEST(UnusedSuppression, TakesTheLineAway) {
  const std::string comment = "<!-- paperlint-disable-next-line bad-paper -->";
  EXPECT_EQ(fixed("# A\n" + comment + "\n" + entry("Good")), "# A\n" + entry("Good"));
  EXPECT_EQ(fixed("# A\r\n  " + comment + " \r\n\r\n" + entry("Good")), "# A\r\n\r\n" + entry("Good"));
  EXPECT_EQ(fixed(entry("Good") + "  " + comment + "\n" + entry("Good")), entry("Good") + entry("Good"));
  EXPECT_EQ(fixed("\xEF\xBB\xBF" + comment + "\n" + entry("Good")), "\xEF\xBB\xBF" + entry("Good"));
  EXPECT_EQ(fixed(entry("Good") + "\n" + comment), entry("Good"));
}

TEST(UnusedSuppression, DoesNotJoinParagraphs) {
  const std::string comment = "<!-- paperlint-disable-next-line bad-paper -->";
  EXPECT_EQ(fixed(entry("Good") + "\nabove\n" + comment + "\nbelow\n"), entry("Good") + "\nabove\n\nbelow\n");
  EXPECT_EQ(fixed(entry("Good") + "\nabove\n" + comment + "\n---\n"), entry("Good") + "\nabove\n\n---\n");
}

TEST(UnusedSuppression, LeavesACommentThatKeepsItemsApart) {
  const std::string text =
      entry("Good") + "<!-- paperlint-disable-line bad-paper -->\n\n  - a note on nothing\n" + entry("Good");
  EXPECT_EQ(findings(text), Lines{"2: 'paperlint-disable-line bad-paper' suppresses nothing"});
  EXPECT_EQ(fixed(text), text);
}

TEST(UnusedSuppression, LeavesACommentThatBeginsHtml) {
  const std::string text = entry("Good") + "\n<!-- paperlint-disable-line bad-paper --> *no emphasis*\n";
  EXPECT_EQ(findings(text), Lines{"3: 'paperlint-disable-line bad-paper' suppresses nothing"});
  EXPECT_EQ(fixed(text), text);
}

TEST(UnusedSuppression, KeepsTheNamesInUse) {
  const std::string text = entry("Bad", " <!-- paperlint-disable-line ugly-paper, bad-paper, ugly-paper: why not -->");
  EXPECT_EQ(findings(text), (Lines{"1: 'ugly-paper' suppresses nothing", "1: 'ugly-paper' suppresses nothing"}));
  EXPECT_EQ(fixed(text), entry("Bad", " <!-- paperlint-disable-line bad-paper: why not -->"));
}

TEST(UnusedSuppression, OfTwoCommentsOneIsIdle) {
  const std::string used = " <!-- paperlint-disable-line bad-paper -->";
  EXPECT_EQ(fixed(entry("Bad", used + used)), entry("Bad", used));
  EXPECT_EQ(fixed("<!-- paperlint-disable-file bad-paper -->\n\n" + entry("Bad", used)), "\n" + entry("Bad", used));
}

TEST(UnusedSuppression, DisableAndEnableGoTogether) {
  const std::string off = "\n<!-- paperlint-disable bad-paper -->\n\n",
                    on = "\n<!-- paperlint-enable bad-paper -->\n\n", words = "\nMore.\n";
  const std::string idle = entry("Good") + words + off + entry("Good") + words + on + entry("Bad");
  EXPECT_EQ(findings(idle), (Lines{"5: 'paperlint-disable bad-paper' suppresses nothing", "13: Bad"}));
  EXPECT_EQ(fixed(idle), entry("Good") + words + "\n\n" + entry("Good") + words + "\n\n" + entry("Bad"));
  const std::string used = entry("Good") + off + entry("Bad") + on + entry("Good");
  EXPECT_EQ(findings(used), Lines{});
}

TEST(UnusedSuppression, AnEnableThatEndsNothingGoes) {
  const std::string text = entry("Good") + "\n<!-- paperlint-enable bad-paper -->\n";
  EXPECT_EQ(findings(text), Lines{"3: 'paperlint-enable bad-paper' ends nothing"});
  EXPECT_EQ(fixed(text), entry("Good") + "\n");
  EXPECT_EQ(findings(entry("Good") + "\n<!-- paperlint-enable -->\n"), Lines{"3: 'paperlint-enable' ends nothing"});
}

TEST(UnusedSuppression, AnEnableThatIsInUseStays) {
  const std::string text = "\n<!-- paperlint-disable ugly-paper -->\n\n" + entry("Good") +
                           "\n<!-- paperlint-disable bad-paper -->\n\n" + entry("Bad") +
                           "\n<!-- paperlint-enable bad-paper, ugly-paper -->\n\n" + entry("Bad and Ugly");
  EXPECT_EQ(fixed(text), "\n\n" + entry("Good") + "\n<!-- paperlint-disable bad-paper -->\n\n" + entry("Bad") +
                             "\n<!-- paperlint-enable bad-paper -->\n\n" + entry("Bad and Ugly"));
}

TEST(UnusedSuppression, ADisableWithinAnotherIsIdleWhereNothingFollows) {
  const std::string off = "\n<!-- paperlint-disable bad-paper -->\n\n";
  const std::string words = "\nMore.\n";
  EXPECT_EQ(fixed(off + entry("Bad") + words + off + entry("Good")),
            off + entry("Bad") + words + "\n\n" + entry("Good"));
}

TEST(UnusedSuppression, WhatPartsTwoTightListsStays) {
  const std::string text = entry("Good") + "\n<!-- paperlint-disable bad-paper -->\n\n" + entry("Good");
  EXPECT_EQ(findings(text), Lines{"3: 'paperlint-disable bad-paper' suppresses nothing"});
  EXPECT_EQ(fixed(text), text);
}

/// Offers one fix for all bad entries.
class Together final : public Sink {
 public:
  explicit Together(const Context& context) : report_(context.report) {}
  void end(const List& list) override {
    const auto shared = std::make_shared<Fix>();
    for (const Entry& entry : list.documents.front()->entries)
      if (const auto bad = entry.text(entry.title).find("Bad"); bad != std::string_view::npos) {
        const Span begin{entry.title.begin, entry.title.begin};
        shared->edits.push_back({entry.at(begin), " "});
        report_(entry.place(), "bad", entry.subject()).fix_with(shared);
      }
  }

 private:
  Report& report_;
};

TEST(Suppress, AFixOfASilencedFindingIsNotOffered) {
  const Rule together = rule("together", make<Together>);
  const List list = list_of(entry("Bad", " <!-- paperlint-disable-line together -->") + entry("Bad"));
  const LintResult result = lint(list, selection({&together}));
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics.front().fix, nullptr);
}

TEST(UnusedSuppression, FilesThatAreNoListsHaveNoFindings) {
  EXPECT_EQ(findings("words\n\n<!-- paperlint-disable bad-paper -->\n"), Lines{});
}

/// Lines of random entries and comments.
std::string random_list(std::mt19937& random) {
  const auto any = [&](const auto& texts) { return std::string(texts[random() % std::size(texts)]); };
  const std::string_view kinds[] = {"Bad", "Good", "Ugly", "Bad and Ugly"};
  const std::string_view words[] = {"disable-line", "disable-next-line", "disable", "disable",
                                    "enable",       "disable-file"};
  const std::string_view names[] = {"bad-paper", "ugly-paper", "bad-paper, ugly-paper", "ugly-paper,bad-paper: so"};
  const std::string_view odd[] = {"\n", "text\n", "  more text\n", "1. one\n", "---\n", "  - note\n", "# A\n"};
  const auto comment = [&] {
    return "<!-- paperlint-" + any(words) + " " + (random() % 9 == 0 ? "" : any(names)) + " -->";
  };
  std::string text = entry("Good") + entry("Good");
  for (auto lines = random() % 14; lines > 0; --lines) {
    const auto choice = random() % 8;
    if (choice < 3)
      text += entry(any(kinds), random() % 2 == 0 ? " " + comment() : "");
    else if (choice < 5)
      text += comment() + "\n";
    else if (choice < 7)
      text += "\n" + comment() + (random() % 3 == 0 ? comment() : "") + "\n\n";
    else
      text += any(odd);
  }
  return text;
}

TEST(UnusedSuppression, WhatGoesBringsNoFindingBack) {
  std::mt19937 random(3);
  const Selection rules = selection();
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_list(random);
    const List list = list_of(text);
    const LintResult before = lint(list, rules);
    const FixResult after = fix_all(list_of(text), rules, {}, Safety::safe);
    const auto real = [](const std::vector<Diagnostic>& all) {
      return std::count_if(all.begin(), all.end(), [](const Diagnostic& d) { return d.rule->make.check != nullptr; });
    };
    EXPECT_EQ(before.suppressed, after.left.suppressed) << text << after.texts.front();
    EXPECT_EQ(real(before.diagnostics), real(after.left.diagnostics)) << text << after.texts.front();
    EXPECT_TRUE(after.remarks.empty()) << text << after.remarks.front().message;
    EXPECT_TRUE(std::none_of(after.left.diagnostics.begin(), after.left.diagnostics.end(),
                             [](const Diagnostic& finding) { return finding.fix != nullptr; }))
        << text << after.texts.front();
  }
}

}  // namespace
}  // namespace paperlint
