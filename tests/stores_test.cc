// Many small texts and lists in few blocks of memory, and the lines of a Source.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/list_store.h"
#include "text/source.h"
#include "text/text_store.h"

namespace paperlint {
namespace {

bool same(std::span<const int> list, const std::vector<int>& expected) {
  return std::equal(list.begin(), list.end(), expected.begin(), expected.end());
}

TEST(ListStore, KeepsListsThatGrowInTurns) {
  ListStore<int> store;
  std::vector<std::span<const int>> lists(7);
  std::vector<std::vector<int>> expected(7);
  for (int i = 0; i < 60000; ++i) {
    const auto which = static_cast<std::size_t>(i / 3 % 7);  // three in place, then another
    const std::span<const int> before = lists[which];
    const std::vector<int> held(before.begin(), before.begin() + std::min<std::ptrdiff_t>(10, std::ssize(before)));
    lists[which] = store.append(before, i);
    expected[which].push_back(i);
    EXPECT_TRUE(std::equal(held.begin(), held.end(), before.begin()));
    if (i % 997 == 0 || lists[which].size() < 20) {
      EXPECT_TRUE(same(lists[which], expected[which])) << i;
    }
    if (lists[which].size() == 300) {
      lists[which] = {};
      expected[which].clear();
    }
  }
  for (std::size_t i = 0; i < lists.size(); ++i) EXPECT_TRUE(same(lists[i], expected[i]));
}

TEST(TextStore, KeepsTextsOfAnyLength) {
  TextStore store;
  std::vector<std::string> texts;
  std::vector<std::string_view> kept;
  for (std::size_t size = 0; size < 200000; size = size * 2 + 1) {
    texts.push_back(std::string(size, static_cast<char>('a' + texts.size() % 26)));
    kept.push_back(store.keep(texts.back()));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(kept[i], texts[i]);
}

TEST(Source, TheLineOfAPlaceIsTheSameFromWhereverItIsLookedFor) {
  for (const std::string text :
       {"", "a", "\n", "a\nbb\n\nccc\n\n\n\n\nd", "a\r\nb\rc\n\r\n\n", "\xEF\xBB\xBF# a\nb\n"}) {
    const Source source("list.md", text);
    for (std::uint32_t offset = 0; offset <= source.size(); ++offset)
      for (std::uint32_t near = 0; near < source.line_count(); ++near)
        EXPECT_EQ(source.line_of(offset, near), source.line_of(offset)) << offset << " from " << near;
  }
}

}  // namespace
}  // namespace paperlint
