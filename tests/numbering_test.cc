// How the numbers of items run.
#include "list/numbering.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace paperlint {
namespace {

std::unique_ptr<Document> read(const std::string& text) {
  return read_document(std::make_unique<const Source>("list.md", text));
}

std::string items(std::initializer_list<int> numbers) {
  std::string text;
  for (const int number : numbers) text += std::to_string(number) + ". word\n";
  return text;
}

/// What each break should be, as `3>2`.
std::string breaks(const std::string& text) {
  const auto document = read(text);
  std::string all;
  for (const Numbering& numbering : find_numberings(*document))
    for (std::size_t i = 0; i < numbering.items().size(); ++i)
      if (numbering.breaks(i))
        all += (all.empty() ? "" : " ") + std::to_string(numbering.items()[i].number) + ">" +
               std::to_string(numbering.expected(i));
  return all;
}

TEST(Numbering, GoesItsOwnWay) {
  EXPECT_EQ(breaks(items({1, 2, 3, 4})), "");
  EXPECT_EQ(breaks(items({0, 1, 2, 3})), "");
  EXPECT_EQ(breaks(items({9, 8, 7, 6})), "");
  EXPECT_EQ(breaks(items({1, 1, 1, 1})), "");
  EXPECT_EQ(breaks(items({7})), "");
  EXPECT_EQ(breaks(items({1, 5, 3})), "");
  EXPECT_EQ(breaks(items({5, 1, 9, 2, 7})), "");
}

TEST(Numbering, BreaksWhereANumberIsWrong) {
  EXPECT_EQ(breaks(items({1, 2, 3, 5, 6})), "5>4");
  EXPECT_EQ(breaks(items({1, 2, 2, 3, 4})), "2>3");
  EXPECT_EQ(breaks(items({1, 2, 7, 4, 5})), "7>3");
  EXPECT_EQ(breaks(items({1, 2, 3, 1, 2})), "1>4");
  EXPECT_EQ(breaks(items({9, 8, 8, 7, 6})), "8>7");
  EXPECT_EQ(breaks(items({1, 1, 1, 21, 1, 1, 1, 1, 1, 1, 1, 1, 1})), "21>1");
}

TEST(Numbering, IsJudgedWithTheFileWhereItIsShort) {
  EXPECT_EQ(breaks(items({1, 3})), "");
  std::string counting;
  for (int i = 0; i < 12; ++i) counting += "# A\n" + items({1, 2, 3, 4, 5});
  EXPECT_EQ(breaks(counting + "# B\n" + items({1, 1}) + "# C\n" + items({1, 2, 4})), "1>2 4>3");
}

TEST(Numbering, GoesOnOrBeginsAnewAsTheFileDoes) {
  EXPECT_EQ(breaks("# A\n" + items({1, 2}) + "# B\n" + items({3, 4}) + "# C\n" + items({5, 6})), "");
  EXPECT_EQ(breaks("# A\n" + items({1, 2}) + "\nwords\n\n" + items({3, 4}) + "\nwords\n\n" + items({1, 2})), "");
  EXPECT_EQ(breaks("# A\n" + items({1, 2}) + "\nwords\n\n" + items({3, 5}) + "\nwords\n\n" + items({6, 7})), "5>4");
  std::string anew;
  for (int i = 0; i < 9; ++i) anew += "# A\n" + items({1, 2});
  EXPECT_EQ(breaks(anew + "# B\n" + items({2, 3})), "2>1");
}

TEST(Numbering, KeepsListsApart) {
  EXPECT_EQ(breaks("1. a\n   1. b\n   2. c\n2. d\n   1. e\n   2. f\n"), "");
  EXPECT_EQ(breaks("1. a\n2. b\n\n1) c\n2) d\n"), "");
  EXPECT_EQ(breaks("2024. a\n2025. b\n9999. c\n"), "");
}

TEST(Numbering, LeavesNewItemsThatArePutFirst) {
  EXPECT_EQ(breaks(items({1, 1, 2, 3, 4, 5})), "1>2");
  EXPECT_EQ(breaks(items({1, 1, 1, 1, 2, 3})), "");
}

bool keeps(const std::string& text, std::size_t digits) { return keeps_shape(*read(text), 0, digits); }

TEST(KeepsShape, WhereTheTextBelowHasRoom) {
  EXPECT_TRUE(keeps("9. a\n", 2));
  EXPECT_TRUE(keeps("9. a\nlazy\n  lazy\n", 2));
  EXPECT_TRUE(keeps("9. a\n    - b\n", 2));
  EXPECT_TRUE(keeps("10. a\n    - b\n", 1));
  EXPECT_TRUE(keeps("10. a\n\n    b\n", 1));
  EXPECT_TRUE(keeps("9. a\n\n    b\n", 2));
}

TEST(KeepsShape, NotWhereItWouldFallOut) {
  EXPECT_FALSE(keeps("9. a\n   - b\n", 2));
  EXPECT_FALSE(keeps("9. a\n\n   b\n", 2));
  EXPECT_FALSE(keeps("9. a\n\n\tb\n", 2));
  EXPECT_FALSE(keeps("> 9. a\n", 2));
  EXPECT_FALSE(keeps("10. a\n\n       b\n", 1));  // would be code
}

}  // namespace
}  // namespace paperlint
