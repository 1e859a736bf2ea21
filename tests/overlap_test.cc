// What two titles have in common.
#include "text/overlap.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(SharedWords, AreCountedOfTheTitleWithFewer) {
  EXPECT_DOUBLE_EQ(shared_words("fair shares of memory", "fair shares without a queue"), 2.0 / 3.0);
  EXPECT_DOUBLE_EQ(shared_words("prices for idle accelerators", "small jobs in the gaps"), 0.0);
  EXPECT_DOUBLE_EQ(shared_words("the gaps of the jobs", "jobs gaps jobs"), 1.0);
}

TEST(SharedWords, AreNoneWhereNothingTells) {
  EXPECT_DOUBLE_EQ(shared_words("", "fair shares"), 0.0);
  EXPECT_DOUBLE_EQ(shared_words("what is it", "what is it"), 0.0);
  EXPECT_DOUBLE_EQ(shared_words("how to do it  ", "how to share"), 0.0);
}

TEST(HoldsWords, TellsARunOfWords) {
  EXPECT_TRUE(holds_words("wren fair shares of memory", "fair shares"));
  EXPECT_TRUE(holds_words("fair shares", "fair shares"));
  EXPECT_FALSE(holds_words("unfair shares fair share", "fair shares"));
  EXPECT_FALSE(holds_words("fair shares", ""));
}

}  // namespace
}  // namespace paperlint
