// What entries claim of their preprints, and what the identifiers say to that.
#include "list/claims.h"

#include <gtest/gtest.h>

#include "support/lists.h"

namespace paperlint {
namespace {

TEST(Claims, OfAYearAreDeniedByAnotherYear) {
  EXPECT_FALSE(denies({2023, 5}, {2023, 0, 0}));
  EXPECT_TRUE(denies({2023, 5}, {2024, 0, 0}));
  EXPECT_TRUE(denies({2023, 5}, {2022, 0, 0}));
  EXPECT_FALSE(denies({2024, 1}, {2023, 0, 0})) << "submitted in the last days of December";
  EXPECT_TRUE(denies({2024, 1}, {2025, 0, 0}));
  EXPECT_TRUE(denies({2024, 1}, {2022, 0, 0}));
}

TEST(Claims, OfAMonthAreDeniedByMoreThanOneMonth) {
  EXPECT_FALSE(denies({2023, 5}, {2023, 4, 30}));
  EXPECT_FALSE(denies({2023, 5}, {2023, 6, 0}));
  EXPECT_FALSE(denies({2024, 1}, {2023, 12, 0}));
  EXPECT_TRUE(denies({2023, 5}, {2023, 7, 0}));
  EXPECT_TRUE(denies({2024, 1}, {2023, 11, 0}));
}

TEST(Claims, AreThoseOfPreprintTags) {
  const List list = list_of(
      "- [arxiv'23] [A Cache That Forgets](https://arxiv.org/abs/2305.12345)\n"
      "- [OSDI'24] [A Queue That Waits](https://arxiv.org/abs/2305.12346)\n"
      "- [bioRxiv'24] [A Cell That Divides](https://arxiv.org/abs/2305.12347)\n"
      "- [arxiv'22] [A Lock That Opens](https://arxiv.org/abs/2205.12348) [pdf](https://arxiv.org/pdf/2105.12348)\n"
      "- [arxiv'22] [A Key That Fits](https://example.org/5)\n");
  const auto& entries = list.documents.front()->entries;
  ASSERT_EQ(entries.size(), 5U);
  ASSERT_TRUE(posting_claim(entries[0]));
  EXPECT_EQ(posting_claim(entries[0])->date.year, 2023);
  EXPECT_EQ(announcement(entries[0].ids)->month.month, 5);
  EXPECT_FALSE(posting_claim(entries[1])) << "published";
  EXPECT_FALSE(posting_claim(entries[2])) << "of another server";
  EXPECT_FALSE(announcement(entries[3].ids)) << "two identifiers of different years";
  EXPECT_FALSE(announcement(entries[4].ids));
}

}  // namespace
}  // namespace paperlint
