// Tables, and what was meant to be one.
#include "list/tables.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace paperlint {
namespace {

std::string kinds(const std::string& text) {
  const auto document = read_document(std::make_unique<const Source>("list.md", text));
  std::string all;
  for (const Table& table : find_tables(*document)) {
    constexpr const char* kNames[] = {"shown", "mismatched", "malformed", "bare", "cut off"};
    all += std::string(all.empty() ? "" : ", ") + kNames[static_cast<int>(table.kind)] + " " +
           std::to_string(table.header.cells.size()) + "x" + std::to_string(table.rows.size());
  }
  return all;
}

TEST(Tables, AreShownWhereHeaderAndDelimiterRowAgree) {
  EXPECT_EQ(kinds("|a|b|\n|-|-|\n|1|2|\n|3|4|\n"), "shown 2x2");
  EXPECT_EQ(kinds("a|b\n:-|-:\n1|2\n"), "shown 2x1");
  EXPECT_EQ(kinds("- x\n\n  |a|b|\n  |-|-|\n  |1|2|\n"), "shown 2x1");
  EXPECT_EQ(kinds("> |a|b|\n> |-|-|\n> |1|2|\n"), "shown 2x1");
  EXPECT_EQ(kinds("| | |\n|-|-|\n|1|2|\n"), "shown 2x1");
  EXPECT_EQ(kinds("|a|b|\n|-|-|-|\n|1|2|\n"), "mismatched 2x1");
  EXPECT_EQ(kinds("|a|b|c|\n|-|-|\n|1|2|3|\n"), "mismatched 3x1");
}

TEST(Tables, EndAtHeadingsAndHtml) {
  EXPECT_EQ(kinds("|a|b|\n|-|-|\n|1|2|\n# H\n|a|b|c|\n|-|-|-|\n|1|2|3|\n"), "shown 2x1, shown 3x1");
  EXPECT_EQ(kinds("|a|b|\n|-|-|\n|1|2|\n<!-- x -->\n|3|4|\n"), "shown 2x1, cut off 2x1");
}

TEST(Tables, MayBeMeant) {
  EXPECT_EQ(kinds("|a|b|\n|1|2|\n"), "bare 2x1");
  EXPECT_EQ(kinds("|a|b|\n|==|==|\n|1|2|\n"), "malformed 2x1");
  EXPECT_EQ(kinds("|a|b|\n|\u2014|\u2014|\n|1|2|\n"), "malformed 2x1");
  EXPECT_EQ(kinds("|a|b|\n|-|-|\n|1|2|\n\n|3|4|\n|5|6|\n"), "shown 2x1, cut off 2x2");
}

TEST(Tables, AreNotWhereBarsJustStand) {
  for (const char* text : {"|a|b|\n", "| a\n| b\n", "|a|b|\n|1|2|3|\n", "a | b\nc | d\n", "    |a|b|\n    |1|2|\n",
                           "```\n|a|b|\n|1|2|\n```\n", "words\n|a|b|\n|-|-|\n|1|2|\n", "|a|b|\nwords\n", "|-|-|\n",
                           "- |a|b|\n|-|-|\n|1|2|\n", "- |a|b|\n|-|-|-|\n|1|2|\n", "- |a|b|\n|1|2|\n"})
    EXPECT_EQ(kinds(text), "") << text;
  EXPECT_EQ(kinds("|a|b|\n|-|-|\n|1|2|\n\nwords\n\n|3|4|\n"), "shown 2x1");
}

}  // namespace
}  // namespace paperlint
