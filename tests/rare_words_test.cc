// Which titles share a rare word.
#include "list/rare_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace paperlint {
namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// The titles that some word brings together.
Pairs brought_together(const std::vector<std::string>& titles) {
  std::vector<Entry> entries(titles.size());
  std::vector<const Entry*> all;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    entries[i].normal = titles[i];
    all.push_back(&entries[i]);
  }
  Pairs pairs;
  const RareWords words(all);
  for (std::size_t word = 0; word < words.size(); ++word) {
    EXPECT_LE(words[word].size(), RareWords::kMost);
    for (const std::uint32_t a : words[word])
      for (const std::uint32_t b : words[word])
        if (a < b) pairs.emplace(a, b);
  }
  return pairs;
}

TEST(RareWords, AreFoundWhereverTheyStandAndHoweverLongTheyAre) {
  for (std::size_t length = 1; length < 20; ++length)
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string word(length, 'w'), first = before == 0 ? "" : std::string(before, 'a') + ' ';
      EXPECT_EQ(brought_together({first + word, word, word + " b", "c " + word + " d", word + 'w', "x"}).size(), 6U)
          << first + word;
    }
}

TEST(RareWords, AreWhole) {
  EXPECT_EQ(brought_together({"a network", "the networks", "work", "net work x", "networkx"}), (Pairs{{2, 3}}));
  EXPECT_EQ(brought_together({"eightlet eightlet", "eightlets", "eightle", "eightlet"}), (Pairs{{0, 3}}));
  EXPECT_EQ(brought_together({"", " ", "a"}), Pairs{});
}

TEST(RareWords, AreThoseThatFewTitlesHave) {
  const std::vector<std::string> few(RareWords::kMost, "word"), many(RareWords::kMost + 1, "word");
  EXPECT_EQ(brought_together(few).size(), few.size() * (few.size() - 1) / 2);
  EXPECT_EQ(brought_together(many), Pairs{});
}

TEST(RareWords, TheRarestOfATitleBringItTogether) {
  // The last title has five words that two titles have each, and one that three have.
  EXPECT_EQ(brought_together({"a", "b", "c", "d", "x", "e x", "x a b c d"}),
            (Pairs{{0, 6}, {1, 6}, {2, 6}, {3, 6}, {4, 5}}));
}

}  // namespace
}  // namespace paperlint
