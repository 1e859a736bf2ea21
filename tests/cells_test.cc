// Table rows fall into cells as GitHub shows them.
#include "list/cells.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace paperlint
