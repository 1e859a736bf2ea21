#include "lint/effect.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "lint/fix.h"

namespace paperlint {
namespace {

const std::string kFirst = "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1)\n";
const std::string kSecond = "- [SOSP'23] [Paging the Attention of Language Models](https://example.org/2)\n";
const std::string kThird = "- [NSDI'22] [Networks for Training Large Models](https://example.org/3)\n";
const std::string kCopy = "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/4)\n";
const std::string kHead = "# Papers\n\n";
const std::string kTail =
    "\n## More papers\n\n- [ATC'21] [A Study of Failures in Storage Systems](https://example.org/9)\n";

List list_of(std::string text) {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(read_document(std::make_unique<const Source>("list.md", std::move(text))));
  return make_list(std::move(documents));
}

/// A change of the text: the first `from` becomes `to`.
struct Change {
  std::string from, to;
};

Fix fix_of(const List& list, Effect effect, const std::vector<Change>& changes) {
  Fix fix{Safety::safe, effect, "change it", {}};
  const Source& source = *list.documents.front()->source;
  for (const Change& change : changes) {
    const std::size_t at = source.text().find(change.from);
    EXPECT_NE(at, std::string_view::npos) << change.from;
    const auto begin = static_cast<std::uint32_t>(at);
    fix.edits.push_back({{&source, {begin, begin + static_cast<std::uint32_t>(change.from.size())}}, change.to});
  }
  return fix;
}

/// What is said of fixes of these effects to a text.
std::string said(const std::string& text, const std::vector<std::pair<Effect, std::vector<Change>>>& fixes) {
  const List before = list_of(text);
  std::vector<Fix> made;
  std::vector<const Fix*> all, taken;
  for (const auto& [effect, changes] : fixes) made.push_back(fix_of(before, effect, changes));
  for (const Fix& fix : made) all.push_back(&fix);
  const std::vector<std::string> after = apply(before, all, taken);
  EXPECT_EQ(taken.size(), all.size());
  return std::string(departure(before, list_of(after.front()), taken));
}

std::string said(Effect effect, const std::vector<Change>& changes) {
  return said(kHead + kFirst + kSecond + kThird + kTail, {{effect, changes}});
}

TEST(EffectForm, LeavesTheFields) {
  EXPECT_EQ(said(Effect::form, {{"[OSDI'24]", "[osdi 24]"}}), "");
  EXPECT_EQ(said(Effect::form, {{"Serving Large", "Serving  large"}}), "");
  EXPECT_EQ(said(Effect::form, {{"\n## More", "\n\n## More"}}), "");
}

TEST(EffectForm, ChangesNoField) {
  const std::string field = "a field of an entry would change";
  EXPECT_EQ(said(Effect::form, {{"OSDI'24", "OSDI'23"}}), field);
  EXPECT_EQ(said(Effect::form, {{"OSDI'24", "NSDI'24"}}), field);
  EXPECT_EQ(said(Effect::form, {{"Serving", "Saving"}}), field);
  EXPECT_EQ(said(Effect::form, {{"example.org/1", "example.org/7"}}), field);
  EXPECT_EQ(said(Effect::form, {{"- [OSDI", "- [Survey :mag:] [OSDI"}}), field);
  EXPECT_EQ(said(Effect::form, {{kFirst, kFirst + "  - and a note\n"}}), field);
}

TEST(EffectForm, MovesAndDropsNothing) {
  EXPECT_EQ(said(Effect::form, {{kFirst, kSecond}, {kSecond, kFirst}}), "a field of an entry would change");
  EXPECT_EQ(said(Effect::form, {{kFirst, ""}}), "the number of entries would change");
  EXPECT_EQ(said(Effect::form, {{kThird, kThird + kCopy}}), "the number of entries would change");
  EXPECT_EQ(said(Effect::form, {{"## More papers", "More papers"}}), "the number of headings would change");
  EXPECT_EQ(said(Effect::form, {{"## More papers", "## No papers"}}), "a heading would change");
  EXPECT_EQ(said(Effect::form, {{"## More papers", "### More papers"}}), "a heading would change");
}

TEST(EffectField, ChangesFieldsButNoTitle) {
  EXPECT_EQ(said(Effect::field, {{"OSDI'24", "NSDI'23"}, {"example.org/2", "example.org/8"}}), "");
  EXPECT_EQ(said(Effect::field, {{"## More papers", "## Other papers"}}), "");
  EXPECT_EQ(said(Effect::field, {{"Serving", "Saving"}}), "the title of an entry would change");
  EXPECT_EQ(said(Effect::field, {{kFirst, kSecond}, {kSecond, kFirst}}), "the title of an entry would change");
  EXPECT_EQ(said(Effect::field, {{kFirst, ""}}), "the number of entries would change");
}

TEST(EffectMerged, DropsWhatItDeletes) {
  const std::string text = kHead + kFirst + kSecond + kCopy + kTail;
  EXPECT_EQ(said(text, {{Effect::merged, {{kCopy, ""}}}}), "");
  EXPECT_EQ(
      said(text, {{Effect::merged, {{kCopy, ""}, {"example.org/1)", "example.org/1) [copy](https://example.org/4)"}}}}),
      "");
  EXPECT_EQ(said(text, {{Effect::merged, {{kFirst, ""}}}}), "");
}

TEST(EffectMerged, DropsNothingElse) {
  const std::string text = kHead + kFirst + kSecond + kCopy + kTail;
  EXPECT_EQ(said(text, {{Effect::merged, {{"\n- [SOSP", "\n<!--"}, {"\n" + kCopy, "-->\n"}}}}),
            "an entry would be lost");
  EXPECT_EQ(said(text, {{Effect::merged, {{"example.org/1)", "example.org/1) [copy](https://example.org/4)"}}}}),
            "no entry would be merged");
  EXPECT_EQ(said(text, {{Effect::merged, {{kFirst, kCopy}, {kCopy, kThird}}}}), "an entry would come");
}

TEST(EffectMoved, KeepsAllEntriesWithTheirFields) {
  EXPECT_EQ(said(Effect::moved, {{kFirst, ""}, {kThird, kThird + kFirst}}), "");
  EXPECT_EQ(said(Effect::moved, {{kFirst, ""}}), "an entry would be lost");
  EXPECT_EQ(said(Effect::moved, {{kFirst, ""}, {kThird, kThird + kCopy}}), "a field of an entry would change");
}

TEST(EffectGained, KeepsAllThatWasThere) {
  const std::string lost = "[FAST'20] [A Paper that Lost its Marker](https://example.org/7)\n";
  const std::string text = kHead + kFirst + kSecond + "-" + lost + kThird;
  EXPECT_EQ(said(text, {{Effect::gained, {{"-" + lost, "- " + lost}}}}), "");
  EXPECT_EQ(said(text, {{Effect::gained, {{"-" + lost, "--" + lost}}}}), "no entry would be gained");
  EXPECT_EQ(said(text, {{Effect::gained, {{"-" + lost, "- " + lost}, {"- [NSDI", "-[NSDI"}}}}),
            "an entry would be lost");
}

TEST(EffectReread, ReadsOtherwiseWhatItTouches) {
  const std::string broken = "- [FAST'20] [A Paper whose Link is Broken] (https://example.org/7)\n";
  const std::string hidden = "- [A Paper without a Tag](example.org/8)\n";
  const std::string text = kHead + kFirst + broken + kSecond + hidden + kTail;
  EXPECT_EQ(said(text, {{Effect::field, {{"] (https", "](https"}}}}), "the title of an entry would change");
  EXPECT_EQ(said(text, {{Effect::reread, {{"] (https", "](https"}}}}), "");
  EXPECT_EQ(said(text, {{Effect::reread, {{"(example", "(https://example"}}}}), "");
  EXPECT_EQ(said(text, {{Effect::reread, {{"(example", "(https://example"}}}, {Effect::reread, {{"] (", "]("}}}}), "");
}

TEST(EffectReread, LeavesAllElse) {
  EXPECT_EQ(said(Effect::reread, {{kFirst, ""}}), "an entry would be lost");
  EXPECT_EQ(said(Effect::reread, {{"# Papers\n", "# Papers\n<!--\n"}, {"\n## More", "-->\n## More"}}),
            "an entry would be lost");
  EXPECT_EQ(said(Effect::reread, {{kThird, kThird + kCopy}}), "");
  EXPECT_EQ(said(Effect::reread, {{kThird, kThird + kCopy + kCopy + kCopy}}), "an entry would come");
  EXPECT_EQ(said(Effect::reread, {{"## More papers", "More papers"}}), "the number of headings would change");
}

TEST(EffectGained, TakesFromAnEntryWhatFollowsItsEdit) {
  const std::string above = "- [SOSP'23] Paging the Attention of Language Models\n";
  const std::string lost = "[FAST'20] A Paper that Lost its Marker\n";
  const std::string text = kHead + kFirst + above + lost + kThird;
  EXPECT_EQ(said(text, {{Effect::gained, {{lost, "- " + lost}}}}), "");
  EXPECT_EQ(said(text, {{Effect::gained, {{lost, "and " + lost}}}}), "no entry would be gained");
  EXPECT_EQ(said(text, {{Effect::gained, {{lost, "- " + lost}, {"- [NSDI", "-[NSDI"}}}}), "an entry would be lost");
}

TEST(Departure, JoinsTheEffectsOfAPass) {
  const std::string text = kHead + kFirst + kSecond + kThird + kCopy + kTail;
  const std::pair<Effect, std::vector<Change>> merge{Effect::merged, {{kCopy, ""}}},
      retag{Effect::field, {{"ATC'21", "ATC'20"}}}, form{Effect::form, {{"[SOSP'23]", "[SOSP 23]"}}},
      move{Effect::moved, {{kFirst, ""}, {kThird, kThird + kFirst}}};
  EXPECT_EQ(said(text, {merge, retag, form}), "");
  EXPECT_EQ(said(kHead + kFirst + kSecond + kThird + kTail, {move, retag, form}), "");
  EXPECT_EQ(said(text, {{Effect::form, {{"ATC'21", "ATC'20"}}}, merge}), "a field of an entry would change");
}

TEST(Departure, WhatNoEditTouchesStays) {
  const std::string text = kHead + kFirst + kSecond + kThird + kTail;
  EXPECT_EQ(said(text, {{Effect::field, {{"# Papers\n", "# Papers\n<!--\n"}, {"\n## More", "-->\n## More"}}}}),
            "the number of entries would change");
}

}  // namespace
}  // namespace paperlint
