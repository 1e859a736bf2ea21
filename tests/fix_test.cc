#include "lint/fix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/lists.h"

namespace paperlint {
namespace {

/// The place of the first `what` at or behind `from`.
Place place(const Document& document, std::string_view what, std::size_t from = 0) {
  const auto at = static_cast<std::uint32_t>(document.source->text().find(what, from));
  return {document.source.get(), {at, at + static_cast<std::uint32_t>(what.size())}};
}

Place empty_place(const List& list, std::uint32_t at) { return {list.documents.front()->source.get(), {at, at}}; }

Place bytes(const List& list, std::uint32_t begin, std::uint32_t end) {
  return {list.documents.front()->source.get(), {begin, end}};
}

Fix fix_of(std::vector<Edit> edits) { return {Safety::safe, Effect::form, "do it", std::move(edits)}; }

constexpr std::string_view kList =
    "# Papers\n"
    "\n"
    "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1)\n"
    "- [SOSP'23] [Paging the Attention of Language Models](https://example.org/2)\n"
    "- [NSDI'22] [Networks for Training Large Models](https://example.org/3)\n";

using Check = void (*)(const List&, Report&);

template <Check check>
std::unique_ptr<Sink> at_end(const Context& context) {
  class AtEnd final : public Sink {
   public:
    explicit AtEnd(Report& report) : report_(report) {}
    void end(const List& list) override { check(list, report_); }

   private:
    Report& report_;
  };
  return std::make_unique<AtEnd>(context.report);
}

template <Check check>
Rule rule(std::string_view name) {
  Rule rule;
  rule.name = name;
  rule.make = {at_end<check>, {}};
  return rule;
}

FixResult fixed(List list, const std::vector<const Rule*>& rules, Safety least = Safety::safe) {
  std::vector<std::unique_ptr<Settings>> settings;
  Selection selection;
  for (const Rule* one : rules) {
    settings.push_back(std::make_unique<Settings>(*one));
    selection.choices.push_back({one, one->severity, settings.back().get()});
  }
  return fix_all(std::move(list), selection, {}, least);
}

FixResult fixed(std::string_view text, const std::vector<const Rule*>& rules, Safety least = Safety::safe) {
  return fixed(list_of(std::string(text)), rules, least);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Finds each `from` and offers `to` for it.
void replace_each(const List& list, Report& report, std::string_view from, std::string_view to, Fix fix) {
  int count = 0;
  for (const auto& one : list.documents) {
    const std::string_view text = one->source->text();
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, at + from.size())) {
      fix.edits = {{place(*one, from, at), std::string(to)}};
      report(fix.edits.front().at, "'" + std::string(from) + "' is there", std::to_string(++count)).fix(fix);
    }
  }
}

void models(const List& list, Report& report) {
  replace_each(list, report, "Models]", "Models ]", {Safety::safe, Effect::form, "insert a blank", {}});
}

TEST(FixAll, AppliesAndTells) {
  const Rule blank = rule<models>("blank");
  const FixResult result = fixed(kList, {&blank});
  EXPECT_EQ(result.texts, std::vector<std::string>{replaced(std::string(kList), "Models]", "Models ]")});
  ASSERT_EQ(result.applied.size(), 2U);
  EXPECT_EQ(result.applied[0].file, "list.md");
  EXPECT_EQ(result.applied[0].line, 4U);
  EXPECT_EQ(result.applied[1].line, 5U);
  EXPECT_EQ(result.applied[0].rule, &blank);
  EXPECT_EQ(result.applied[0].title, "insert a blank");
  EXPECT_TRUE(result.remarks.empty());
  EXPECT_TRUE(result.left.diagnostics.empty());
  EXPECT_EQ(result.list.documents.front()->source->text(), result.texts.front());
}

TEST(FixAll, KeepsCarriageReturnsMarkAndMissingNewline) {
  const Rule blank = rule<models>("blank");
  std::string text = "\xEF\xBB\xBF" + replaced(std::string(kList), "\n", "\r\n");
  text.resize(text.size() - 2);
  EXPECT_EQ(fixed(text, {&blank}).texts.front(), replaced(text, "Models]", "Models ]"));
}

TEST(FixAll, WithoutFindingsTheTextStays) {
  const Rule blank = rule<models>("blank");
  const FixResult result = fixed("no list\n", {&blank});
  EXPECT_EQ(result.texts, std::vector<std::string>{"no list\n"});
  EXPECT_TRUE(result.applied.empty());
}

void all_in_one(const List& list, Report& report) {
  const Document& one = *list.documents.front();
  if (one.source->text().find("Large  ") != std::string_view::npos) return;
  const Place large = place(one, "Large"), paging = place(one, "Paging");
  const auto shared = std::make_shared<const Fix>(
      fix_of({{empty_place(list, large.span.end), " "}, {empty_place(list, paging.span.end), " "}}));
  report(paging, "a", "a").fix_with(shared);
  report(large, "b", "b").fix_with(shared);
}

TEST(FixAll, AFixThatFindingsShareGoesInOnce) {
  const Rule shared = rule<all_in_one>("shared");
  const FixResult result = fixed(kList, {&shared});
  EXPECT_EQ(result.texts.front(),
            replaced(replaced(std::string(kList), "Serving Large ", "Serving Large  "), "Paging ", "Paging  "));
  ASSERT_EQ(result.applied.size(), 1U);
  EXPECT_EQ(result.applied[0].line, 3U);
}

void guess(const List& list, Report& report) {
  replace_each(list, report, "Caches", "Cache", {Safety::unsafe, Effect::field, "write it in the singular", {}});
}

TEST(FixAll, UnsafeFixesWaitUntilAskedFor) {
  const Rule unsafe = rule<guess>("guess");
  EXPECT_EQ(fixed(kList, {&unsafe}).texts.front(), kList);
  EXPECT_EQ(fixed(kList, {&unsafe}).left.diagnostics.size(), 1U);
}

void to_osdi(const List& list, Report& report) {
  replace_each(list, report, "[OSDI'24]", "[SOSP'24]", {Safety::safe, Effect::field, "write SOSP", {}});
}
void to_sosp(const List& list, Report& report) {
  replace_each(list, report, "[SOSP'24]", "[OSDI'24]", {Safety::safe, Effect::field, "write OSDI", {}});
}

TEST(FixAll, ACircleGivesTheOriginalBackAndNamesTheRules) {
  const Rule there = rule<to_osdi>("there"), back = rule<to_sosp>("back"), blank = rule<models>("blank");
  const FixResult result = fixed(kList, {&there, &back, &blank});
  EXPECT_EQ(result.texts.front(), kList);
  EXPECT_TRUE(result.applied.empty());
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks[0].file, "list.md");
  EXPECT_EQ(result.remarks[0].message, "the fixes of back and there undo each other; the text stays as it was");
  EXPECT_EQ(result.left.diagnostics.size(), 3U);
}

void more(const List& list, Report& report) {
  const Place at = place(*list.documents.front(), "Large");
  report(at, "too few blanks", "more").fix(fix_of({{bytes(list, at.span.end, at.span.end), " "}}));
}

void twice(const List& list, Report& report) {
  replace_each(list, report, " ", "  ", {Safety::safe, Effect::form, "double it", {}});
}

TEST(FixAll, AFixThatNeverEndsIsTakenBack) {
  const Rule growing = rule<more>("growing"), doubling = rule<twice>("doubling");
  for (const Rule* one : {&growing, &doubling}) {
    const FixResult result = fixed(kList, {one});
    EXPECT_EQ(result.texts.front(), kList);
    EXPECT_TRUE(result.applied.empty());
    ASSERT_FALSE(result.remarks.empty());
    EXPECT_EQ(result.remarks.back().message,
              "the fixes of " + std::string(one->name) + " run in a circle; the text stays as it was");
  }
}

void liar(const List& list, Report& report) {
  replace_each(list, report, "- [SOSP'23]", "  [SOSP'23]", {Safety::safe, Effect::form, "align it", {}});
}

TEST(FixAll, AFixThatDoesMoreThanItDeclaresIsLeftOut) {
  const Rule lies = rule<liar>("liar"), blank = rule<models>("blank");
  const FixResult result = fixed(kList, {&lies, &blank});
  EXPECT_EQ(result.texts.front(), replaced(std::string(kList), "Models]", "Models ]"));
  EXPECT_EQ(result.applied.size(), 2U);
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks[0].file, "list.md");
  EXPECT_EQ(result.remarks[0].message,
            "line 4: the fix of liar, 'align it', is left out: the number of entries would change");
  EXPECT_EQ(result.left.diagnostics.size(), 1U);
}

void nothing(const List& list, Report& report) {
  replace_each(list, report, "Serving", "Serving", {Safety::safe, Effect::form, "do nothing", {}});
}

void broken(const List& list, Report& report) {
  report(bytes(list, 0, 1), "broken", "broken").fix(fix_of({{bytes(list, 2, 6), ""}, {bytes(list, 3, 4), ""}}));
}

TEST(FixAll, FixesThatDoNothingAreLeftOut) {
  const Rule idle = rule<nothing>("idle"), bad = rule<broken>("bad"), blank = rule<models>("blank");
  const FixResult result = fixed(kList, {&idle, &bad, &blank});
  EXPECT_EQ(result.texts.front(), replaced(std::string(kList), "Models]", "Models ]"));
  ASSERT_EQ(result.remarks.size(), 2U);
  EXPECT_EQ(result.remarks[0].message, "line 3: the fix of idle, 'do nothing', is left out: nothing would change");
  EXPECT_EQ(result.remarks[1].message,
            "line 1: the fix of bad, 'do it', is left out: edits overlap, or lie outside the text");
}

/// Either end of a comment is harmless; both together hide what lies between them.
void comment_ends(const List& list, Report& report) {
  const Document& one = *list.documents.front();
  if (one.source->text().find("--") != std::string_view::npos) return;
  const Place from = place(one, "then"), to = place(one, " too");
  report(from, "no begin", "1").fix(fix_of({{empty_place(list, from.span.begin), "<!-- "}}));
  report(to, "no end", "2").fix(fix_of({{empty_place(list, to.span.end), " -->"}}));
}

TEST(FixAll, FixesThatDoHarmOnlyTogetherAreLeftOutTogether) {
  const Rule ends = rule<comment_ends>("ends"), blank = rule<models>("blank");
  const std::string text =
      std::string(kList) +
      "- [OSDI'22] [Memory for the Many and the Few](https://example.org/4) then [code](https://example.org/5) too\n";
  const FixResult result = fixed(text, {&ends, &blank});
  EXPECT_EQ(result.texts.front(), replaced(text, "Models]", "Models ]"));
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks[0].message,
            "line 6 and others: 2 fixes of ends are left out: a field of an entry would change");
}

/// Takes out the second of two entries of one title.
void merge(const List& list, Report& report) {
  const auto& entries = list.documents.front()->entries;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].normal != entries[i - 1].normal) continue;
    report(entries[i].place(), "twice", std::string(entries[i].normal))
        .fix({Safety::safe, Effect::merged, "merge them", {{entries[i].at(entries[i].whole), ""}}});
  }
}

TEST(FixAll, NeighboursThatTouchAreMendedInTurns) {
  std::string text = "# Papers\n\n";
  for (int i = 0; i < 40; ++i) text += "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1)\n";
  const Rule merging = rule<merge>("merging");
  const FixResult result = fixed(text, {&merging});
  EXPECT_EQ(result.texts.front(),
            "# Papers\n\n- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1)\n");
  EXPECT_EQ(result.applied.size(), 39U);
  EXPECT_TRUE(result.remarks.empty());
}

void parts(const List& list, Report& report) {
  if (list.documents.front()->source->text().find(" , Part") != std::string_view::npos) return;
  replace_each(list, report, ", Part", " , Part", {Safety::safe, Effect::form, "insert a blank", {}});
}

TEST(FixAll, FindsTheGuiltyAmongMany) {
  std::string text = "# Papers\n\n";
  for (int i = 0; i < 3000; ++i)
    text += "- [" + std::string(i == 1777 ? "SOSP'23" : "OSDI'24") + "] [Serving the Large Models, Part " +
            std::to_string(i) + "](https://example.org/" + std::to_string(i) + ")\n";
  const Rule lies = rule<liar>("liar");
  const Rule blank = rule<parts>("blank");
  const FixResult result = fixed(text, {&lies, &blank});
  EXPECT_EQ(result.texts.front(), replaced(text, ", Part", " , Part"));
  EXPECT_EQ(result.applied.size(), 3000U);
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks[0].message,
            "line 1780: the fix of liar, 'align it', is left out: the number of entries would change");
}

TEST(FixAll, MendsAllFilesOfAList) {
  const Rule blank = rule<models>("blank");
  const std::string other = replaced(std::string(kList), "the Attention", "the Memory");
  const FixResult result = fixed(list_of_two(std::string(kList), other), {&blank});
  EXPECT_EQ(result.texts, (std::vector<std::string>{replaced(std::string(kList), "Models]", "Models ]"),
                                                    replaced(other, "Models]", "Models ]")}));
  ASSERT_EQ(result.applied.size(), 4U);
  EXPECT_EQ(result.applied[3].file, "b.md");
}

}  // namespace
}  // namespace paperlint
