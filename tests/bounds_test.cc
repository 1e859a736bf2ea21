// Texts that take md4c too long.
#include "markdown/bounds.h"

#include <gtest/gtest.h>

#include "support/command_line.h"

namespace paperlint {
namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string too_much(std::string text) { return markdown::too_much(Source("list.md", std::move(text))); }

constexpr std::size_t kMany = 60'000;

TEST(Bounds, AParagraphHasNotTooManyLinesWithBrackets) {
  for (const char* begin : {"", "x\n", "- a\n", "> ", "```\n- a\n```\nx\n", "* * *\nx\n"})
    for (const char* line : {"[a](b) x\n", "      - [a](b)\n", "  [a]: <\n", "     > - [a](b)\n"})
      EXPECT_NE(too_much("x\n" + std::string(begin) + times(kMany, line)), "") << begin << line;
  EXPECT_EQ(too_much(times(kMany, "[a](b) x\n")).substr(0, 31), "has a paragraph of more than 32");
  EXPECT_NE(too_much(times(kMany, "> [a](b)\n")), "");
  EXPECT_NE(too_much("x\n" + times(kMany, "2. [a](b)\n")), "");
  EXPECT_NE(too_much("- a|b\n---|---\n" + times(kMany, "[a](b)\n")), "");
  EXPECT_NE(too_much("a|b\n---|---\n```\n```\n" + times(kMany, "[a](b)\n")), "");
}

TEST(Bounds, ATableHasNotTooManyRowsAndColumns) {
  EXPECT_NE(too_much(times(kMany, "|a") + '\n' + times(kMany, "|---") + '\n' + times(kMany, "x\n")), "");
}

TEST(Bounds, LongListsAreRead) {
  for (const char* entry :
       {"- [T](u) [a](b)\n", "1. [T](u)\n", "3. [T](u)\n", "* [T](u)\n  more [b](c)\n", "- [T](u)\n    - [b](c)\n",
        "# [T](u)\n", "[T](u)\n\n", "> - [T](u)\n", "- <b>[T](u)</b>\n    - [b](c)\n      - [d](e)\n"})
    EXPECT_EQ(too_much(times(200'000, entry)), "") << entry;
  EXPECT_EQ(too_much("| a | b |\n| --- | --- |\n" + times(200'000, "| [T](u) | [a](b) |\n")), "");
  EXPECT_EQ(too_much(times(kMany, "a line of text\n")), "");
}

TEST_F(CommandLine, WhatTakesTooLongIsSkippedWithAnError) {
  write("long.md", times(kMany, "[a](b) x\n"));
  write("README.md", clean_list());
  const Ran ran = run("--verbose .");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("paperlint: long.md: has a paragraph of more than "), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("README.md: 21 papers, nothing to say"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace paperlint
