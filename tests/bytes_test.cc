#include "text/bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace paperlint {
namespace {

TEST(Bytes, EachIsLookedAtWhateverTheLength) {
  const auto star = [](unsigned char byte) { return byte == '*'; };
  for (std::size_t size = 0; size < 100; ++size) {
    std::string text(size, 'x');
    EXPECT_FALSE(any_byte(text, star)) << size;
    for (char& c : text) {
      c = '*';
      EXPECT_TRUE(any_byte(text, star)) << size;
      c = 'x';
    }
  }
}

TEST(Bytes, NeighboursAreLookedAtTogether) {
  const auto apart = [](unsigned char before, unsigned char byte) { return (before == ' ') & (byte == ':'); };
  for (std::size_t size = 1; size < 100; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = ':';
      EXPECT_EQ(any_pair(text, ' ', apart), at == 0) << size;
      if (at == 0) continue;
      text[at - 1] = ' ';
      EXPECT_TRUE(any_pair(text, 'x', apart)) << size;
    }
}

TEST(Bytes, AreNotNegative) {
  EXPECT_TRUE(any_byte(std::string(40, '\xFF'), [](unsigned char byte) { return byte >= 0x80; }));
}

}  // namespace
}  // namespace paperlint
