// What leaves say by themselves, read ahead of the Reader.
#include "list/read_ahead.h"

#include <gtest/gtest.h>

#include "text/title.h"

namespace paperlint {
namespace {

/// Long enough for a second thread; not a whole number of stretches.
std::string long_text() {
  std::string text = "# Papers\n\n";
  for (int i = 0; i < 1003; ++i) {
    text += "- [OSDI'24] [A *Title* of a Paper " + std::to_string(i) + "](https://a.example/" + std::to_string(i) +
            ")" + (i % 3 == 0 ? " [also in [2.10](#x)]\n" : "\n");
    if (i % 5 == 0) text += "  - a note `code`\n";
    if (i % 7 == 0) text += "\n  more of [it](u)\n\n";
    if (i % 50 == 0) text += "\n```\n[no](u)\n```\n\n## Section\n\n| a | [b](u) |\n|-|-|\n| c | d |\n\n";
  }
  return text;
}

class ReadAheadTest : public ::testing::Test {
 protected:
  void check(const Source& source, bool drafts, unsigned jobs);

  const Source source_{"list.md", long_text()};
};

bool same(const Token& a, const Token& b) {
  return a.kind == b.kind && a.at == b.at && a.inside == b.inside && a.address == b.address && a.next == b.next;
}

void ReadAheadTest::check(const Source& source, bool drafts, unsigned jobs) {
  markdown::Blocks blocks;
  ReadAhead ahead(source, drafts, jobs);
  blocks = markdown::parse(source, &ahead);
  ahead.end(blocks);
  ASSERT_GT(blocks.leaves.size(), 1000U);
  std::size_t drafted = 0;
  for (const markdown::Leaf& leaf : blocks.leaves) {
    LeafText text;
    std::swap(text, ahead.next());  // as who takes it does
    std::vector<Token> tokens;
    const bool verbatim = leaf.kind == markdown::Kind::code || leaf.kind == markdown::Kind::html;
    if (!verbatim) tokenize(source, blocks, leaf, tokens);
    ASSERT_TRUE(std::equal(tokens.begin(), tokens.end(), text.tokens.begin(), text.tokens.end(), same))
        << source.text(leaf.content);
    if (!text.drafted) continue;
    ++drafted;
    Draft draft;
    ASSERT_EQ(text.found, read_entry(source, leaf.content, tokens, draft));
    ASSERT_EQ(text.draft.title, draft.title);
    ASSERT_EQ(text.draft.form, draft.form);
    ASSERT_EQ(text.draft.rest, draft.rest);
    ASSERT_TRUE(std::equal(text.draft.tags.begin(), text.draft.tags.end(), draft.tags.begin(), draft.tags.end(),
                           [](const Tag& a, const Tag& b) { return a.whole == b.whole && a.year == b.year; }));
    ASSERT_TRUE(std::equal(text.draft.references.begin(), text.draft.references.end(), draft.references.begin(),
                           draft.references.end(),
                           [](const CrossReference& a, const CrossReference& b) { return a.target == b.target; }));
    ASSERT_EQ(text.normal, normal_title(source.text(draft.title)));
  }
  if (jobs == 1 || !drafts)
    EXPECT_EQ(drafted, 0U);
  else
    EXPECT_GE(drafted, 1003U);
}

TEST_F(ReadAheadTest, IsReadingInTurn) {
  for (const unsigned jobs : {1U, 2U, 8U})
    for (const bool drafts : {false, true}) check(source_, drafts, jobs);
}

/// A heading ends a table without a blank line: seen in the first pass, whose blocks are void.
TEST_F(ReadAheadTest, BeginsAnewWithEachPass) {
  const Source source("list.md", long_text() + "| a |\n|-|\n| b |\n## Section\n- [T](u)\n");
  const markdown::Blocks blocks = markdown::parse(source);
  ASSERT_EQ(blocks.leaves.back().kind, markdown::Kind::text);
  for (int round = 0; round < 50; ++round) check(source, true, 2);
}

TEST_F(ReadAheadTest, MayBeGivenUp) {
  for (int round = 0; round < 300; ++round)
    for (const std::size_t leaves : {std::size_t{0}, std::size_t{1}, std::size_t{128}, std::size_t{1000}}) {
      markdown::Blocks blocks;
      ReadAhead ahead(source_, true, 2);
      if (round % 2 == 0) continue;
      blocks = markdown::parse(source_, &ahead);
      ahead.end(blocks);
      for (std::size_t i = 0; i < leaves; ++i) (void)ahead.next();
    }
}

}  // namespace
}  // namespace paperlint
