// What is Markdown in a file, and where it stands.
#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <chrono>

namespace paperlint {
namespace {

using markdown::Kind;
using markdown::kNone;

/// The content of the leaves of one kind.
std::vector<std::string> leaves(const std::string& text, Kind kind) {
  const Source source("list.md", text);
  std::vector<std::string> all;
  for (const auto& leaf : markdown::parse(source).leaves)
    if (leaf.kind == kind) all.emplace_back(source.text(leaf.content));
  return all;
}

using Texts = std::vector<std::string>;

TEST(Markdown, TellsWhereBlocksStand) {
  const Source source("list.md", "# One\n\ntwo\n\n- three\n  - four\n");
  const auto blocks = markdown::parse(source);
  ASSERT_EQ(blocks.leaves.size(), 4U);
  EXPECT_EQ(source.text(blocks.leaves[0].content), "One");
  EXPECT_EQ(blocks.leaves[0].kind, Kind::heading);
  EXPECT_EQ(source.text(blocks.leaves[1].lines), "two\n");
  EXPECT_EQ(source.text(blocks.leaves[2].content), "three");
  EXPECT_EQ(source.text(blocks.leaves[3].lines), "  - four\n");
}

TEST(Markdown, NestsItems) {
  const Source source("list.md", "- a\n  1. b\n- c\n");
  const auto blocks = markdown::parse(source);
  ASSERT_EQ(blocks.items.size(), 3U);
  EXPECT_EQ(blocks.items[0].parent, kNone);
  EXPECT_EQ(blocks.items[1].parent, 0U);
  EXPECT_TRUE(blocks.items[1].ordered);
  EXPECT_EQ(source.text(blocks.items[1].marker), "1.");
  EXPECT_EQ(blocks.items[2].list, blocks.items[0].list);
  EXPECT_EQ(source.text(blocks.items[0].whole), "- a\n  1. b\n");
}

TEST(Markdown, ReadsSetextHeadings) {
  EXPECT_EQ(leaves("One\n===\n\nTwo\n---\n", Kind::heading), (Texts{"One", "Two"}));
}

TEST(Markdown, KeepsCodeApart) {
  EXPECT_EQ(leaves("```\n# No\n```\n\n    # No\n", Kind::heading), Texts{});
  EXPECT_EQ(leaves("~~~\n- no\n~~~\n\nyes\n", Kind::paragraph), Texts{"yes"});
}

TEST(Markdown, ShowsHeadingsAsReadersSeeThem) {
  const Source source("list.md", "## [A *b*](#x) `c` &amp; d\n");
  EXPECT_EQ(markdown::parse(source).rendered, "A b c & d");
}

TEST(Markdown, KnowsLinksFromBrackets) {
  const Source source("list.md", "[a](b) `[c](d)` \\[e](f)\n");
  const auto blocks = markdown::parse(source);
  ASSERT_EQ(blocks.leaves.size(), 1U);
  EXPECT_EQ(blocks.addresses.size(), 1U);
  EXPECT_TRUE(blocks.links_at(blocks.leaves.front(), 4));
}

TEST(Markdown, TellsTasks) {
  const Source source("list.md", "- [x] done\n- [ ] open\n- [y] neither\n");
  const auto blocks = markdown::parse(source);
  ASSERT_EQ(blocks.items.size(), 3U);
  EXPECT_TRUE(blocks.items[0].task);
  EXPECT_TRUE(blocks.items[1].task);
  EXPECT_FALSE(blocks.items[2].task);
}

TEST(Markdown, EndsATableWhereAnotherBlockBegins) {
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n|1|2|\n## H [x](u)\n|c|d|\n|-|-|\n|3|4|\n", Kind::heading), Texts{"H [x](u)"});
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n|1|2|\n## H\n|c|d|\n|-|-|\n|3|4|\n", Kind::row),
            (Texts{"|a|b|", "|1|2|", "|c|d|", "|3|4|"}));
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n|1|2|\n## H\n|c|d|\n|-|-|\n|3|4|\n### I\n- x\n", Kind::heading), (Texts{"H", "I"}));
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n|1|2|\n```\n# no\n```\n# Yes\n", Kind::heading), Texts{"Yes"});
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n|1|2|\n<!--\n# no\n-->\n# Yes\n", Kind::heading), Texts{"Yes"});
  EXPECT_EQ(leaves("|a|b|\n|-|-|\n#no | 2\n<b>x</b> | 3\n<br> | 4\n", Kind::row).size(), 4U);
}

TEST(Markdown, ShowsHeadingsBelowATableInTheirOrder) {
  const Source source("list.md", "# A\n\n|a|b|\n|-|-|\n|1|2|\n## B *c*\n\n# D\n");
  EXPECT_EQ(markdown::parse(source).rendered, "AB cD");
}

TEST(Markdown, TakesLittleTimeForBadTexts) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string piece :
       {"[", "](", "> ", "- ", "*a ", "`", "<!--", "![", "|a", "\\", "&", "<", "|a|\n|-|\n# b\n", "|a|\n|-|\n```\n"}) {
    std::string text;
    while (text.size() < 50000) text += piece;
    (void)markdown::parse(Source("list.md", text));
    (void)markdown::parse(Source("list.md", "a\n" + text + "\nb\n"));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace paperlint
