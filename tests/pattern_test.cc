#include "text/pattern.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(Pattern, IsFoundAnywhere) {
  const Pattern pattern("(?i)survey|综述");
  EXPECT_TRUE(pattern.found_in("A Survey of Things"));
  EXPECT_TRUE(pattern.found_in("大模型综述"));
  EXPECT_FALSE(pattern.found_in("A Study"));
  EXPECT_FALSE(pattern.found_in(""));
}

TEST(Pattern, TellsWhatIsWrong) {
  EXPECT_EQ(pattern_error("a+"), std::nullopt);
  EXPECT_EQ(pattern_error(""), std::nullopt);
  EXPECT_EQ(pattern_error("(abc"), "missing ): (abc");
  EXPECT_TRUE(pattern_error("\xff"));
  EXPECT_TRUE(pattern_error("((a{1000}){1000}){1000}"));
}

TEST(Pattern, ThatIsWrongIsFoundNowhere) { EXPECT_FALSE(Pattern("(").found_in("(")); }

}  // namespace
}  // namespace paperlint
