// What buttons say.
#include "list/button.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(ButtonWord, StandsWithoutMarks) {
  EXPECT_EQ(button_word("code"), "code");
  EXPECT_EQ(button_word("[Code]"), "code");
  EXPECT_EQ(button_word("`[pdf]`"), "pdf");
  EXPECT_EQ(button_word("\\[Paper\\]"), "paper");
  EXPECT_EQ(button_word(" **Project Page** "), "project page");
  EXPECT_EQ(button_word("[]"), "");
  EXPECT_EQ(button_word("A title that is much too long for what a button says"), "");
}

TEST(Buttons, OfAPaperAndItsCodeShareNoAddress) {
  Buttons buttons;
  EXPECT_EQ(buttons.add("paper", "a", {0, 1}), nullptr);
  EXPECT_EQ(buttons.add("pdf", "a", {2, 3}), nullptr);
  EXPECT_EQ(buttons.add("code", "b", {4, 5}), nullptr);
  EXPECT_EQ(buttons.add("anything", "a", {6, 7}), nullptr);
  const Buttons::Button* const other = buttons.add("code", "a", {8, 9});
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->text, "paper");
  EXPECT_EQ(other->at, (Span{0, 1}));
  buttons.clear();
  EXPECT_EQ(buttons.add("code", "a", {0, 1}), nullptr);
}

}  // namespace
}  // namespace paperlint
