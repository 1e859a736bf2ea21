// The styles in which lists are kept: whatever an entry looks like, its fields are the same.
#include <gtest/gtest.h>

#include "list/list.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

class Styles : public ::testing::Test {
 protected:
  const Document& read(const std::string& text, bool is_list = false) {
    ReadOptions options;
    options.is_list = is_list;
    list_ = read_list("list.md", text, options);
    return *list_.documents.front();
  }
  /// The fields of the only entry: `title | venue | year | posted year-month`.
  std::string fields(const std::string& text) {
    const Document& document = read(text, true);
    if (document.entries.size() != 1) return std::to_string(document.entries.size()) + " entries";
    const Entry& entry = document.entries.front();
    std::string all(entry.text(entry.title));
    if (entry.venue != nullptr)
      all += " | " + std::string(entry.text(entry.venue->venue)) + " | " + std::to_string(entry.year());
    if (entry.posted)
      all += " | " + std::to_string(entry.posted->date.year) + "-" + std::to_string(entry.posted->date.month);
    return all;
  }
  List list_;
};

struct Row {
  const char *text, *fields;
};

const std::string kButton = " [[paper](https://arxiv.org/abs/2301.00001)]\n";

TEST_F(Styles, NameVenueAndYearInManyPlaces) {
  constexpr Row kRows[] = {
      {"- Serving Small Models on Phones, in *KDD* 2023.", "Serving Small Models on Phones | KDD | 2023"},
      {"- Serving Small Models on Phones, in *Applied Widgets* 2023.",
       "Serving Small Models on Phones | Applied Widgets | 2023"},
      {"- Serving Small Models on Phones (@Widget Labs)", "Serving Small Models on Phones"},
      {"- Serving Small Models on Phones (**ECCV**)", "Serving Small Models on Phones"},
      {"- \"Serving Small Models on Phones\", 2023-05, NAACL 24,",
       "Serving Small Models on Phones | NAACL | 2024 | 2023-5"},
      {"- 23_Eurosys_Serving Small Models on Phones", "Serving Small Models on Phones | Eurosys | 2023"},
      {"- ***Serving Small Models (CIDR 2019)***", "Serving Small Models | CIDR | 2019"},
      {"- Serving Small Models on Phones\t| **[CVPR' 20]** |", "Serving Small Models on Phones | CVPR | 2020"},
      {"- Serving Small Models on Phones, arXiv preprint arXiv:2301.00001, 2023.",
       "Serving Small Models on Phones | arXiv | 2023"},
      {"- **Serving\u00A0Small\u00A0Models.** WIDGETS, 2019.", "Serving\u00A0Small\u00A0Models | WIDGETS | 2019"},
      {"- Jane Doe, Rick Roe, and Mary Major, Serving Small Models, ICLR 2016.", "Serving Small Models | ICLR | 2016"},
  };
  for (const Row& row : kRows) EXPECT_EQ(fields(row.text + kButton), row.fields) << row.text;
}

TEST_F(Styles, TellTheDateFromTheVenue) {
  constexpr Row kRows[] = {
      {"- [Serving Small Models](https://example.org/1) (Jun., 2024 | NeurIPS 2024)\n",
       "Serving Small Models | NeurIPS | 2024 | 2024-6"},
      {"- [Serving Small Models](https://example.org/1) (May, 2024)\n", "Serving Small Models | 2024-5"},
      {"- [2024/05] [Serving Small Models](https://example.org/1)\n", "Serving Small Models | 2024-5"},
      {"- \"Serving Small Models on Phones\", *CoRL, Nov 2024*. [[Paper](https://example.org/1)]\n",
       "Serving Small Models on Phones | CoRL | 2024 | 2024-11"},
      {"- Serving Small Models on Phones [[arXiv 17 Feb 2019]](https://arxiv.org/abs/1902.00001)\n",
       "Serving Small Models on Phones | arXiv | 2019 | 2019-2"},
      {"- **Serving Small Models.**\n\n  *A. Name.* [[pdf](https://arxiv.org/abs/2304.00001)] 2023.4\n",
       "Serving Small Models | 2023-4"},
  };
  for (const Row& row : kRows) EXPECT_EQ(fields(row.text), row.fields) << row.text;
}

TEST_F(Styles, KnowFullWidthPunctuation) {
  constexpr Row kRows[] = {
      {"- 【NeurIPS 2023】[Serving Small Models](https://example.org/1)\n", "Serving Small Models | NeurIPS | 2023"},
      {"- （2024.05）[Serving Small Models](https://example.org/1)\n", "Serving Small Models | 2024-5"},
      {"- 【2024年5月】[Serving Small Models](https://example.org/1)\n", "Serving Small Models | 2024-5"},
      {"- Serving Small Models（CVPR 2024） [[paper](https://example.org/1)]\n", "Serving Small Models | CVPR | 2024"},
      {"- [Serving Small Models](https://example.org/1)（CVPR 2024）\n", "Serving Small Models | CVPR | 2024"},
      {"- **Tiny**：\"Serving Small Models\"，ICML 2022 [[论文](https://example.org/1)]\n",
       "Serving Small Models | ICML | 2022"},
      {"- Serving Small Models(小模型服务) [[paper](https://example.org/1)]\n", "Serving Small Models"},
  };
  for (const Row& row : kRows) EXPECT_EQ(fields(row.text), row.fields) << row.text;
}

TEST_F(Styles, QuoteTheTitleOfACitation) {
  constexpr Row kRows[] = {
      {"- [Doe, J., and Roe, R. \"Serving small models.\" In WIDGETS, pp. 1-2. 2017.](https://example.org/1.pdf)\n",
       "Serving small models"},
      {"- Doe, J. \"**Serving small models**.\" Nowhere 1.2. [[pdf]](https://example.org/1.pdf)\n",
       "Serving small models"},
      {"- Jane Doe, Rick Roe, Mary Major, Serving Small Models on Phones, ICLR 2016. "
       "[[Paper]](https://example.org/1.pdf)\n",
       "Serving Small Models on Phones | ICLR | 2016"},
  };
  for (const Row& row : kRows) EXPECT_EQ(fields(row.text), row.fields) << row.text;
}

TEST_F(Styles, GiveTheVenueOfAHeadingToThePapersBelow) {
  const Document& document = read(
      "## [WIDGETS 2025](https://example.org)\n\n### Serving\n\n+ Serving Small Models on Phones\n"
      "+ Serving Large Models on Phones\n+ Serving No Models on Phones\n");
  ASSERT_EQ(document.entries.size(), 3U);
  const Entry& entry = document.entries.front();
  EXPECT_EQ(entry.venue, nullptr) << "no tag of its own";
  ASSERT_NE(entry.published(), nullptr);
  EXPECT_EQ(entry.text(entry.published()->venue), "WIDGETS");
  EXPECT_EQ(entry.published()->year_value, 2025);
}

TEST_F(Styles, TakeNoOtherHeadingForAVenue) {
  for (const char* heading : {"## 2025\n", "## Serving in 2025\n", "## Surveys (until 2025)\n", "## arXiv 2025\n"}) {
    const Document& document = read(heading + std::string("\n- [Serving Small Models](https://example.org/1)\n"), true);
    ASSERT_EQ(document.entries.size(), 1U) << heading;
    EXPECT_EQ(document.entries.front().published(), nullptr) << heading;
  }
}

TEST_F(Styles, KnowThePaperOfAButton) {
  for (const char* button :
       {"[![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)](https://arxiv.org/abs/2301.00001)",
        "[[17 Nov 2022]](https://arxiv.org/abs/2301.00001)", "[arXiv:2301.00001](https://arxiv.org/abs/2301.00001)"}) {
    const Document& document = read("- Serving Small Models on Phones " + std::string(button) + "\n", true);
    ASSERT_EQ(document.entries.size(), 1U) << button;
    EXPECT_EQ(document.entries.front().subject(), "arxiv:2301.00001") << button;
  }
}

TEST_F(Styles, ReadHeadingsWithTheirFieldsBelow) {
  std::string text = "# Widgets\n\n";
  for (const char* name : {"Small", "Large", "Wide", "Narrow", "Round"})
    text += std::string("#### Serving ") + name + " Models on Phones\n\n- **Link:** [arXiv:2301.0000" + name[0] +
            "](https://arxiv.org/abs/2301.0000" + std::to_string(name[0] % 10) + ")\n- **Summary:** words\n\n";
  const Document& document = read(text);
  EXPECT_EQ(document.reading, Reading::read);
  ASSERT_EQ(document.entries.size(), 5U);
  EXPECT_EQ(document.entries.front().carrier, Carrier::heading);
  EXPECT_EQ(document.entries.front().ids.size(), 1U);
}

TEST_F(Styles, LeaveSentencesAndResourcesOut) {
  std::string text = "## Papers\n\n";
  for (int i = 10; i < 35; ++i)
    text += "- [Serving Models of Size " + std::to_string(i) + "](https://arxiv.org/abs/2301.000" + std::to_string(i) +
            ")\n";
  text += "- Besides there is [another paper on this](https://example.org/1.pdf) that explains the rest.\n";
  text += "\n## Tools\n\n- [A Tool for Serving Models](https://github.com/example/tool)\n";
  EXPECT_EQ(read(text).entries.size(), 25U);
}

TEST_F(Styles, KnowAPaperByItsAuthorsBelow) {
  const Document& document = read(
      "- Serving Small Models on Phones\n  - Doe, Jane, et al. (*WIDGETS 2018*)\n"
      "- Large Models\n  - [Serving Large Models](https://example.org/1)\n",
      true);
  ASSERT_EQ(document.entries.size(), 2U);
  EXPECT_EQ(document.entries.front().year(), 2018);
  EXPECT_NE(document.entries.back().label, nullptr) << "what stands above papers is their label";
}

TEST_F(Styles, EndATableAtAComment) {
  const Document& document = read(
      "| Title | Venue |\n|---|---|\n| [Serving Small Models](https://example.org/1) | ICML 2022 |\n"
      "<!-- | [Serving Large Models](https://example.org/2) | ICML 2022 | -->\n",
      true);
  EXPECT_EQ(document.entries.size(), 1U);
}

TEST_F(Styles, TakeTheNameWhereTheColumnOfPapersHoldsButtons) {
  const Document& document = read(
      "| # | System | Year | Series | Paper |\n|---|---|---|---|---|\n"
      "| 1 | Wren | 2024 | OSDI | [Paper](https://example.org/1) |\n"
      "| 2 | Finch | 2023 | SOSP | [![PDF](https://img.shields.io/badge/PDF-red)](https://example.org/2) |\n"
      "| 3 | A data set | - | - | [Paper](https://example.org/2) |\n",
      true);
  ASSERT_EQ(document.entries.size(), 2U) << "a name is one of a paper where a venue goes with it";
  EXPECT_EQ(document.entries.front().text(document.entries.front().title), "Wren");
  EXPECT_EQ(document.entries.back().text(document.entries.back().tags.front().venue), "SOSP");
  EXPECT_EQ(document.entries.back().year(), 2023);
}

TEST_F(Styles, CountAName) {
  const Document& document = read(
      "| Title | Link |\n|---|---|\n| 1) Tiny  This work serves small models in a way that nobody has tried before, "
      "and it "
      "goes on to say so for many words until it is far too long for a title, which it is not, even to those who like "
      "long ones, so that only its begin "
      "can be meant by it | [Paper](https://arxiv.org/abs/2301.00001) |\n",
      true);
  ASSERT_EQ(document.entries.size(), 1U);
  EXPECT_EQ(document.entries.front().text(document.entries.front().title), "Tiny");
  const Document& other = read(
      "| Title | Link |\n|---|---|\n| 2) **Tiny** - serves small models | [Paper](https://arxiv.org/abs/2301.00001) "
      "|\n",
      true);
  ASSERT_EQ(other.entries.size(), 1U);
  EXPECT_EQ(other.entries.front().text(other.entries.front().title), "Tiny");
}

}  // namespace
}  // namespace paperlint
