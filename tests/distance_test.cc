#include "text/distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace paperlint {
namespace {

// The whole table, straight from the definition.
std::size_t whole_table(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

// All words of up to `longest` letters a, b and c.
std::vector<std::string> words_up_to(std::size_t longest) {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].size() < longest)
      for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  return words;
}

constexpr std::string_view kNames[] = {"venue-tag", "year-order",     "section-number", "survey-prefix",
                                       "also-in",   "stale-preprint", "copies-differ",  "duplicate-paper"};

TEST(EditDistance, CountsEachKindOfEditAsOne) {
  EXPECT_EQ(edit_distance("order", "order", 3), 0U);
  EXPECT_EQ(edit_distance("ordr", "order", 3), 1U);
  EXPECT_EQ(edit_distance("orderr", "order", 3), 1U);
  EXPECT_EQ(edit_distance("ordar", "order", 3), 1U);
  EXPECT_EQ(edit_distance("odrer", "order", 3), 1U);
  EXPECT_EQ(edit_distance("", "abc", 3), 3U);
  EXPECT_EQ(edit_distance("ca", "abc", 3), 3U) << "swapped neighbours are not edited again";
}

TEST(EditDistance, SaysOneMoreWhereThereAreMoreThanAsked) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
  EXPECT_EQ(edit_distance("abcdefgh", "", 2), 3U);
  EXPECT_EQ(edit_distance("a", "b", 0), 1U);
  EXPECT_EQ(edit_distance("a", "a", 0), 0U);
}

TEST(EditDistance, TakesAnyBound) {
  EXPECT_EQ(edit_distance("kitten", "sitting", SIZE_MAX), 3U);
  EXPECT_EQ(edit_distance("", "", SIZE_MAX), 0U);
}

TEST(EditDistance, AgreesWithTheWholeTableOnAllShortWords) {
  const auto words = words_up_to(4);
  for (const auto& a : words)
    for (const auto& b : words)
      for (std::size_t most = 0; most <= 5; ++most)
        ASSERT_EQ(edit_distance(a, b, most), std::min(whole_table(a, b), most + 1)) << a << ' ' << b << ' ' << most;
}

TEST(EditDistance, AgreesWithTheWholeTableOnLongWords) {
  std::uint32_t state = 1;
  const auto random = [&](std::uint32_t below) {
    return (state = state * 1664525U + 1013904223U) >> 8U & 0xffffU ? (state >> 12U) % below : 0U;
  };
  for (int round = 0; round < 200; ++round) {
    std::string a;
    for (std::uint32_t i = random(60); i > 0; --i) a += static_cast<char>('a' + random(3));
    std::string b = a;
    for (std::uint32_t edits = random(25); edits > 0 && !b.empty(); --edits) {
      const std::size_t at = random(static_cast<std::uint32_t>(b.size()));
      if (random(2) == 0)
        b.erase(at, 1);
      else
        b.insert(at, 1, static_cast<char>('a' + random(3)));
    }
    for (const std::size_t most : {0U, 1U, 3U, 15U, 16U, 40U, 100U})
      ASSERT_EQ(edit_distance(a, b, most), std::min(whole_table(a, b), most + 1)) << a << ' ' << b << ' ' << most;
  }
}

TEST(EditDistance, TimeGrowsWithTheLengthNotItsSquare) {
  const std::string a(1 << 20, 'a');
  std::string b = a;
  b.front() = b.back() = 'b';
  EXPECT_EQ(edit_distance(a, b, 3), 2U);
}

TEST(Nearest, FindsASlip) {
  EXPECT_EQ(nearest("year-odrer", kNames), "year-order");
  EXPECT_EQ(nearest("venuetag", kNames), "venue-tag");
  EXPECT_EQ(nearest("alsoin", kNames), "also-in");
}

TEST(Nearest, IgnoresCaseAndTheSignBetweenWords) {
  EXPECT_EQ(nearest("YEAR_ORDER", kNames), "year-order");
  EXPECT_EQ(nearest("Survey Prefix", kNames), "survey-prefix");
}

TEST(Nearest, FindsAnotherEndingAndOtherOrder) {
  EXPECT_EQ(nearest("year-ordering", kNames), "year-order");
  EXPECT_EQ(nearest("order-of-years", kNames), "year-order");
  EXPECT_EQ(nearest("duplicates", kNames), "duplicate-paper");
  EXPECT_EQ(nearest("number", kNames), "section-number");
}

TEST(Nearest, IsSilentWhereNothingIsNear) {
  EXPECT_EQ(nearest("spelling", kNames), "");
  EXPECT_EQ(nearest("", kNames), "");
  EXPECT_EQ(nearest("-", kNames), "");
  EXPECT_EQ(nearest("year-order", {}), "");
}

TEST(Nearest, IsSilentWhereShortWordsShareNoLetter) {
  constexpr std::string_view names[] = {"b", "to"};
  EXPECT_EQ(nearest("a", names), "");
  EXPECT_EQ(nearest("T", names), "");
  EXPECT_EQ(nearest("ot", names), "to");
}

TEST(Nearest, IsSilentWhereSeveralNamesShareThePart) {
  constexpr std::string_view names[] = {"link-form", "link-style", "year-order"};
  EXPECT_EQ(nearest("link", names), "");
  EXPECT_EQ(nearest("link-styles-and-more", names), "link-style");
}

}  // namespace
}  // namespace paperlint
