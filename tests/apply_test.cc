#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lint/fix.h"
#include "support/lists.h"

namespace paperlint {
namespace {

Place empty_place(const List& list, std::uint32_t at, std::size_t file = 0) {
  return {list.documents[file]->source.get(), {at, at}};
}

Place bytes(const List& list, std::uint32_t begin, std::uint32_t end, std::size_t file = 0) {
  return {list.documents[file]->source.get(), {begin, end}};
}

Fix fix_of(std::vector<Edit> edits, Effect effect = Effect::form) {
  return {Safety::safe, effect, "do it", std::move(edits)};
}

std::string applied_to(const List& list, const std::vector<Fix>& fixes, std::size_t* taken = nullptr) {
  std::vector<const Fix*> all, done;
  for (const Fix& fix : fixes) all.push_back(&fix);
  std::string text = apply(list, all, done).front();
  if (taken != nullptr) *taken = done.size();
  return text;
}

TEST(Apply, EditsGoInWhereTheyStand) {
  const List list = list_of("0123456789");
  std::size_t taken = 0;
  EXPECT_EQ(
      applied_to(list,
                 {fix_of({{bytes(list, 6, 8), "x"}}), fix_of({{bytes(list, 1, 2), ""}, {empty_place(list, 4), "++"}})},
                 &taken),
      "023++45x89");
  EXPECT_EQ(taken, 2U);
}

TEST(Apply, OverlappingFixesWait) {
  const List list = list_of("0123456789");
  std::size_t taken = 0;
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 2, 5), "b"}}), fix_of({{bytes(list, 1, 3), "a"}})}, &taken),
            "0a3456789");
  EXPECT_EQ(taken, 1U);
}

TEST(Apply, TouchingEditsWaitForTheNextPass) {
  const List list = list_of("0123456789");
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 1, 3), "a"}}), fix_of({{bytes(list, 3, 5), "b"}})}), "0a3456789");
  EXPECT_EQ(applied_to(list, {fix_of({{empty_place(list, 3), "a"}}), fix_of({{empty_place(list, 3), "b"}})}),
            "012a3456789");
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 1, 3), "a"}}), fix_of({{empty_place(list, 3), "b"}})}), "0a3456789");
}

TEST(Apply, AFixWaitsWholeWhereOneOfItsEditsDoes) {
  const List list = list_of("0123456789");
  std::size_t taken = 0;
  const Fix spread = fix_of({{bytes(list, 0, 1), "a"}, {bytes(list, 8, 9), "a"}});
  const Fix late = fix_of({{bytes(list, 4, 5), "b"}, {bytes(list, 9, 10), "b"}});
  EXPECT_EQ(applied_to(list, {late, spread}, &taken), "a1234567a9");
  EXPECT_EQ(taken, 1U);
}

TEST(Apply, BetweenTheEditsOfAFixThereIsRoom) {
  const List list = list_of("0123456789");
  const Fix spread = fix_of({{bytes(list, 0, 1), "a"}, {bytes(list, 8, 9), "a"}});
  EXPECT_EQ(applied_to(list, {spread, fix_of({{bytes(list, 4, 5), "b"}})}), "a123b567a9");
}

TEST(Apply, TouchingEditsOfOneFixKeepTheirOrder) {
  const List list = list_of("0123456789");
  const Fix fix = fix_of({{empty_place(list, 5), "a"},
                          {bytes(list, 5, 6), "b"},
                          {empty_place(list, 6), "c"},
                          {empty_place(list, 6), "d"},
                          {bytes(list, 3, 5), "_"}});
  EXPECT_EQ(applied_to(list, {fix}), "012_abcd6789");
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 5, 6), "b"}, {empty_place(list, 5), "a"}})}), "01234ba6789");
}

TEST(Apply, AFixThatOverlapsItselfIsLeftOut) {
  const List list = list_of("0123456789");
  std::size_t taken = 7;
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 2, 5), "b"}, {bytes(list, 4, 6), "a"}})}, &taken), "0123456789");
  EXPECT_EQ(taken, 0U);
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 2, 5), "b"}, {empty_place(list, 4), "a"}})}), "0123456789");
}

TEST(Apply, AFixOutsideTheTextIsLeftOut) {
  const List list = list_of("0123456789"), other = list_of("0123456789");
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(list, 9, 12), "b"}})}), "0123456789");
  EXPECT_EQ(applied_to(list, {fix_of({{bytes(other, 1, 2), "b"}})}), "0123456789");
  EXPECT_EQ(applied_to(list, {fix_of({})}), "0123456789");
}

TEST(Apply, AFixSpansFiles) {
  const List list = list_of_two("first", "second");
  const Fix both = fix_of({{bytes(list, 0, 1, 1), "S"}, {bytes(list, 0, 1, 0), "F"}});
  const Fix later = fix_of({{bytes(list, 5, 6, 1), "D"}});
  const Fix touching = fix_of({{bytes(list, 1, 2, 1), "x"}});
  std::vector<const Fix*> taken;
  EXPECT_EQ(apply(list, {&touching, &later, &both}, taken), (std::vector<std::string>{"First", "SeconD"}));
  EXPECT_EQ(taken, (std::vector<const Fix*>{&both, &later}));
}

TEST(Apply, ManyFixesTakeLittleTime) {
  constexpr std::uint32_t kMany = 200000;
  const List list = list_of(std::string(kMany * 4, 'x'));
  std::vector<Fix> fixes;
  for (std::uint32_t i = 0; i < kMany; ++i) fixes.push_back(fix_of({{bytes(list, i * 4, i * 4 + 1), "yy"}}));
  std::size_t taken = 0;
  EXPECT_EQ(applied_to(list, fixes, &taken).size(), kMany * 5);
  EXPECT_EQ(taken, kMany);
}

}  // namespace
}  // namespace paperlint
