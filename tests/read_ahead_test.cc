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
    text +=
        "- [OSDI'24] [A *Title* of a Paper " + std::to_string(i) + "](https://a.example/" + std::to_string(i) + ")\n";
    if (i % 5 == 0) text += "  - a note `code`\n";
    if (i % 7 == 0) text += "\n  more of [it](u)\n\n";
    if (i % 50 == 0) text += "\n```\n[no](u)\n```\n\n## Section\n\n| a | [b](u) |\n|-|-|\n| c | d |\n\n";
  }
  return text;
}

class ReadAheadTest : public ::testing::Test {
 protected:
  const Source source_{"list.md", long_text()};
  const markdown::Blocks blocks_ = markdown::parse(source_);
};

bool same(const Token& a, const Token& b) {
  return a.kind == b.kind && a.at == b.at && a.inside == b.inside && a.address == b.address && a.next == b.next;
}

TEST_F(ReadAheadTest, IsReadingInTurn) {
  ASSERT_GT(blocks_.leaves.size(), 1000U);
  for (const unsigned jobs : {1U, 2U, 8U}) {
    for (const bool drafts : {false, true}) {
      ReadAhead ahead(source_, blocks_, drafts, jobs);
      std::size_t drafted = 0;
      for (const markdown::Leaf& leaf : blocks_.leaves) {
        LeafText text;
        std::swap(text, ahead.next());  // as who takes it does
        std::vector<Token> tokens;
        const bool verbatim = leaf.kind == markdown::Kind::code || leaf.kind == markdown::Kind::html;
        if (!verbatim) tokenize(source_, blocks_, leaf, tokens);
        ASSERT_TRUE(std::equal(tokens.begin(), tokens.end(), text.tokens.begin(), text.tokens.end(), same))
            << source_.text(leaf.content);
        if (!text.drafted) continue;
        ++drafted;
        Draft draft;
        ASSERT_EQ(text.found, read_entry(source_, leaf.content, tokens, draft));
        ASSERT_EQ(text.draft.title, draft.title);
        ASSERT_EQ(text.draft.tags.size(), draft.tags.size());
        ASSERT_EQ(text.normal, normal_title(source_.text(draft.title)));
      }
      if (jobs == 1 || !drafts)
        EXPECT_EQ(drafted, 0U);
      else
        EXPECT_GE(drafted, 1003U);
    }
  }
}

TEST_F(ReadAheadTest, MayBeGivenUp) {
  for (int round = 0; round < 300; ++round)
    for (const std::size_t leaves : {std::size_t{0}, std::size_t{1}, std::size_t{128}, std::size_t{1000}}) {
      ReadAhead ahead(source_, blocks_, true, 2);
      for (std::size_t i = 0; i < leaves; ++i) (void)ahead.next();
    }
}

}  // namespace
}  // namespace paperlint
