// Which headings name years.
#include "list/years.h"

#include <gtest/gtest.h>

#include "support/lists.h"

namespace paperlint {
namespace {

using Case = std::pair<std::string_view, Years>;

TEST(HeadingYears, MayBeOneOrARange) {
  for (const auto& [text, years] : {
           Case{"2024", {2024, 2024}},
           Case{"Year 2020", {2020, 2020}},
           Case{"Papers published in 2021", {2021, 2021}},
           Case{"2023年", {2023, 2023}},
           Case{":calendar: 2022", {2022, 2022}},
           Case{"<b>2025</b>", {2025, 2025}},
           Case{"(1999)", {1999, 1999}},
           Case{"2020-2021", {2020, 2021}},
           Case{"2020 – 2021", {2020, 2021}},
           Case{"2018~2020", {2018, 2020}},
           Case{"2021 and 2020", {2020, 2021}},
           Case{"2015 to 2017", {2015, 2017}},
           Case{"~2019", {0, 2019}},
           Case{"≤ 2019", {0, 2019}},
           Case{"until 2019", {0, 2019}},
           Case{"Up to 2019", {0, 2019}},
           Case{"Before 2024", {0, 2023}},
           Case{"pre-2020", {0, 2019}},
           Case{"2024 and before", {0, 2024}},
           Case{"2019 & earlier", {0, 2019}},
           Case{"2019 or older", {0, 2019}},
           Case{"2020+", {2020, 9999}},
           Case{"Since 2020", {2020, 9999}},
           Case{"after 2020", {2021, 9999}},
           Case{"2020 and later", {2020, 9999}},
       }) {
    const auto read = read_years(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->first, years.first) << text;
    EXPECT_EQ(read->last, years.last) << text;
  }
}

TEST(HeadingYears, AreNoneWhereItSaysMore) {
  for (const std::string_view text : {"",
                                      "ICML 2024",
                                      "2024 Surveys",
                                      "2024.05",
                                      "2024-05-01",
                                      "2024/5",
                                      "May 2024",
                                      "1000 Layers",
                                      "20240",
                                      "2024a",
                                      "Top Papers of the Week - 2024",
                                      "2020 年论文分类汇总",
                                      "2019, 2020, 2021",
                                      "Scheduling",
                                      "24",
                                      "-",
                                      "~",
                                      "and before",
                                      "<b",
                                      "2024 2025 2026 2027 2028 2029 2030 2031 2032 2033"})
    EXPECT_FALSE(read_years(text)) << text;
}

TEST(HeadingYears, CountForAllBelowAndTheNearestWins) {
  const List list = list_of(
      "## 2.6 2024\n\n### Caches\n\n- [OSDI'24] [A Cache That Forgets](https://example.org/1)\n\n"
      "**2023**\n\n- [OSDI'23] [A Queue That Waits](https://example.org/2)\n\n"
      "## Others\n\n- [OSDI'22] [A Lock That Opens](https://example.org/3)\n");
  const auto& entries = list.documents.front()->entries;
  ASSERT_EQ(entries.size(), 3U);
  const auto heading = [&](std::size_t i) { return year_heading(entries[i].section, entries[i].label); };
  ASSERT_TRUE(heading(0));
  EXPECT_EQ(heading(0)->years, (Years{2024, 2024}));
  EXPECT_EQ(heading(0)->section->level, 2);
  ASSERT_TRUE(heading(1));
  EXPECT_EQ(heading(1)->years, (Years{2023, 2023}));
  EXPECT_NE(heading(1)->label, nullptr);
  EXPECT_FALSE(heading(2));
}

}  // namespace
}  // namespace paperlint
