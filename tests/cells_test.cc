// Table rows fall into cells as GitHub shows them.
#include "list/cells.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

Texts cells_of(const std::string& row) {
  const Source source("list.md", row);
  std::vector<Span> cells;
  split_cells(source, {0, source.size()}, cells);
  Texts texts;
  for (const Span cell : cells) texts.emplace_back(source.text(cell));
  return texts;
}

TEST(Cells, LieBetweenBars) {
  EXPECT_EQ(cells_of("| a |b|  c d |"), (Texts{"a", "b", "c d"}));
  EXPECT_EQ(cells_of("a | b"), (Texts{"a", "b"}));
  EXPECT_EQ(cells_of("|a||c|"), (Texts{"a", "", "c"}));
  EXPECT_EQ(cells_of("|"), Texts{});
  EXPECT_EQ(cells_of("  "), Texts{});
}

TEST(Cells, AnEscapedBarIsText) { EXPECT_EQ(cells_of("|a \\| b|c|"), (Texts{"a \\| b", "c"})); }

TEST(Cells, ABarInCodeParts) { EXPECT_EQ(cells_of("|`a|b`|"), (Texts{"`a", "b`"})); }

TEST(Cells, ATextAfterTheLastBarIsACellOfItsOwn) {
  EXPECT_EQ(cells_of("|a|b| <!-- x -->"), (Texts{"a", "b", "<!-- x -->"}));
}

TEST(HoldsText, ButNotInComments) {
  for (const char* cell : {"", "  ", "<!-- x -->", " <!-- x --> <!-- y", "[//]: # (12/30)", "[//]: #12/30"})
    EXPECT_FALSE(holds_text(cell)) << cell;
  for (const char* cell : {"x", "<!-- x --> y", "<br>", "[x](u)"}) EXPECT_TRUE(holds_text(cell)) << cell;
}

/// The bars that are text, as their neighbours.
std::string bars(const std::string& row) {
  const Source source("list.md", row);
  std::string all;
  for (const std::uint32_t bar : bars_in_text(source, {0, source.size()})) all += row.substr(bar - 1, 3) + " ";
  return all;
}

TEST(BarsInText, StandInCodeAndMathsAndLinks) {
  EXPECT_EQ(bars("|`a|b`|c|"), "a|b ");
  EXPECT_EQ(bars("|``a`|`b``|"), "`|` ");
  EXPECT_EQ(bars("|$p(x|y)$|$$a|b$$|"), "x|y a|b ");
  EXPECT_EQ(bars("|[a|b](u)|[c](u|v)|"), "a|b u|v ");
  EXPECT_EQ(bars("|![a|b](u)|"), "a|b ");
}

TEST(BarsInText, AreNotThoseBetweenCells) {
  for (const char* row : {"|a|b|", "|a \\| b|", "|`a\\|b`|", "|`a|b|", "|$5 | $6|", "|$|$|", "|[a|b]|[c](u)|",
                          "|[|](u)|", "|[ ] x | [y](u)|", "", "|", "|\\"})
    EXPECT_EQ(bars(row), row == std::string("|[|](u)|") ? "[|] " : "") << row;
}

TEST(BarsInText, TakeLittleTime) {
  for (const std::string piece : {"[", "`", "$", "](", "[](", "$ |", "` |", "\\", "[x](", "$$ $"}) {
    std::string row = "|";
    while (row.size() < 300000) row += piece;
    const auto begin = std::chrono::steady_clock::now();
    (void)bars(row);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2)) << piece;
  }
}

}  // namespace
}  // namespace paperlint
