// Where and when a paper was published where no tag of its own tells both: what stands alone, and what the label and
// the headings above it say.
#include <gtest/gtest.h>

#include "list/list.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

class Editions : public ::testing::Test {
 protected:
  const Document& read(const std::string& text) {
    ReadOptions options;
    options.is_list = true;
    list_ = read_list("list.md", text, options);
    return *list_.documents.front();
  }
  /// `title | venue | year | posted` of the last paper; a server of preprints is marked with `~`.
  std::string last(const std::string& text) {
    const Document& document = read(text);
    if (document.entries.empty()) return "no entry";
    const Entry& entry = document.entries.back();
    const Edition edition = entry.edition();
    const Date posted = entry.posted_date();
    std::string all(entry.text(entry.title));
    all += " | " + std::string(edition.preprint ? "~" : "") + std::string(edition.venue);
    all += " | " + std::to_string(edition.year);
    if (posted.month != 0) all += " | " + std::to_string(posted.year) + "-" + std::to_string(posted.month);
    return all;
  }
  List list_;
};

struct Row {
  const char *text, *fields;
};

const std::string kButton = " [[paper](https://arxiv.org/abs/2301.00001)]\n";

TEST_F(Editions, AreReadWhereVenueOrYearStandsAlone) {
  constexpr Row kRows[] = {
      {"- **Serving Small Models on Phones**(2013), Jane Doe et al.", "Serving Small Models on Phones |  | 2013"},
      {"- Serving Small Models on Phones, 2016.", "Serving Small Models on Phones |  | 2016"},
      {"- [Serving Small Models](https://example.org/1) `Widget Labs` `2021`", "Serving Small Models |  | 2021"},
      {"- [Serving Small Models](https://example.org/1). Doe J, Roe R. '15.", "Serving Small Models |  | 2015"},
      {"- \"Serving Small Models on Phones\" CVPR.", "Serving Small Models on Phones | CVPR | 0"},
      {"- Serving Small Models on Phones (TKDE)", "Serving Small Models on Phones | TKDE | 0"},
      {"- [Serving Small Models](https://example.org/1) *Doe et al. ICST.*", "Serving Small Models | ICST | 0"},
      {"- **Serving Small Models**<br>Jane Doe<br>[Mod Sys Biol 14.9 (2025): 1268](https://example.org/1)",
       "Serving Small Models | Mod Sys Biol | 2025"},
      {"- [Serving Small Models](https://example.org/1) Nature 652, 11", "Serving Small Models | Nature | 0"},
      {"- [Serving Small Models](https://example.org/1) arXiv preprint arXiv:1502.04623 (2015).",
       "Serving Small Models | ~arXiv | 2015"},
      {"- [Serving Small Models](https://example.org/1) (Doe et al. 2019)", "Serving Small Models |  | 2019"},
      {"- 23_Serving Small Models on Phones", "Serving Small Models on Phones |  | 2023"},
      {"- **14-NSDI-Serving Small Models**", "Serving Small Models | NSDI | 2014"},
      {"- [Serving Small Models](https://example.org/1) "
       "![Status](https://img.shields.io/badge/Conference-ICLR'25-blue)",
       "Serving Small Models | ICLR | 2025"},
      {"- [Serving Small Models](https://example.org/1) ![Status](https://img.shields.io/badge/NeurIPS%202025-blue)",
       "Serving Small Models | NeurIPS | 2025"},
  };
  for (const Row& row : kRows) EXPECT_EQ(last(row.text + kButton), row.fields) << row.text;
}

TEST_F(Editions, AreNotMadeUp) {
  constexpr Row kRows[] = {
      {"- [Serving Small Models](https://example.org/1) for the (W8A16) case", "Serving Small Models |  | 0"},
      {"- [Serving Small Models](https://example.org/1), submitted to NREE", "Serving Small Models |  | 0"},
      {"- [Serving Small Models](https://example.org/1) (1st ranked in VOC2012)", "Serving Small Models |  | 0"},
      {"- [Serving Small Models](https://example.org/1) `ICLR`", "Serving Small Models |  | 0"},
  };
  for (const Row& row : kRows) EXPECT_EQ(last(row.text + kButton), row.fields) << row.text;
}

TEST_F(Editions, AreThoseOfLabelAndHeadings) {
  const std::string item = "- [Serving Small Models](https://example.org/1)";
  EXPECT_EQ(last("## 2024\n\n" + item + kButton), "Serving Small Models |  | 2024");
  EXPECT_EQ(last("## 2020\n\n" + item + " ECCV." + kButton), "Serving Small Models | ECCV | 2020");
  EXPECT_EQ(last("## 2021\n\n**ICCV**\n\n" + item + kButton), "Serving Small Models | ICCV | 2021");
  EXPECT_EQ(last("# 1.CVPR2021接受论文/代码\n\n## Phones\n\n" + item + kButton), "Serving Small Models | CVPR | 2021");
  EXPECT_EQ(last("# NeurIPS 2025: Systems\n\n## Phones\n\n" + item + kButton), "Serving Small Models | NeurIPS | 2025");
  EXPECT_EQ(last("## arXiv papers\n\n" + item + kButton), "Serving Small Models | ~arXiv | 0");
  EXPECT_EQ(last("### 2026-08-04\n\n" + item + kButton), "Serving Small Models |  | 2026 | 2026-8");
  EXPECT_EQ(last("- **CCS 2024**\n  " + item + kButton), "Serving Small Models | CCS | 2024");
}

TEST_F(Editions, OfTheEntryItselfComeFirst) {
  EXPECT_EQ(last("## ICLR 2024\n\n- [Serving Small Models](https://example.org/1) (KDD 2023)\n"),
            "Serving Small Models | KDD | 2023");
  EXPECT_EQ(last("## ICLR 2024\n\n- [Serving Small Models](https://example.org/1) [arXiv:2301.00001](https://arxiv.org/"
                 "abs/2301.00001)\n"),
            "Serving Small Models | ICLR | 2024");  // the server holds a copy of it
}

TEST_F(Editions, HaveTheirDateBesideThem) {
  EXPECT_EQ(last("- [Serving Small Models](https://example.org/1) \\\n  ICML 2022. [[pdf](https://example.org/p)] \\\n"
                 "  16 Jun 2022\n"),
            "Serving Small Models | ICML | 2022 | 2022-6");
  EXPECT_EQ(last("- [Serving Small Models](https://example.org/1), *ICRA, May 17th 2024*\n"),
            "Serving Small Models | ICRA | 2024 | 2024-5");
  EXPECT_EQ(last("- [Serving Small Models](https://arxiv.org/abs/2110.04337)\n\n  arXiv 2110; ICCV 2022\n"),
            "Serving Small Models | ICCV | 2022 | 2021-10");
  EXPECT_EQ(last("- [Serving Small Models](https://arxiv.org/abs/2010.04337)\n\n  arXiv 2010\n"),
            "Serving Small Models | ~arXiv | 2020 | 2020-10");
}

TEST_F(Editions, OfAServerNeedNoYear) {
  EXPECT_EQ(last("- [Serving Small Models](https://example.org/1)\n  - Date: May 8, 2026\n  - Publisher: arXiv\n"),
            "Serving Small Models | ~arXiv | 2026 | 2026-5");
}

TEST_F(Editions, LinksBelowAPaperAreItsOwn) {
  const Document& document = read(
      "- [Serving Small Models](https://example.org/1)\n  - Code: [Official](https://example.org/2)\n\n"
      "  Jane Doe. [[pdf](https://example.org/3)]\n- [Serving Large Models](https://example.org/4)\n"
      "  - [Serving Huge Models with Small Caches](https://example.org/5)\n");
  ASSERT_EQ(document.entries.size(), 3U);
  EXPECT_EQ(document.entries[0].links.size(), 3U);
  EXPECT_EQ(document.entries[1].links.size(), 1U);  // the sub-item is a paper of its own
}

TEST_F(Editions, ASignIsNoTitle) {
  EXPECT_EQ(last("- [:scroll:](a.pdf) [Serving Small Models on Phones](https://example.org/1)\n"),
            "Serving Small Models on Phones |  | 0");
}

TEST_F(Editions, ANameInALinkBeginsTheTitle) {
  EXPECT_EQ(last("- [Lumos](https://arxiv.org/abs/2301.00001) : Serving Small Models on Phones\n"),
            "[Lumos](https://arxiv.org/abs/2301.00001) : Serving Small Models on Phones |  | 0");
}

TEST_F(Editions, AButtonWithANumberIsNoTitle) { EXPECT_EQ(read("- [Paper2](a.pdf)\n").entries.size(), 0U); }

TEST_F(Editions, ASectionOfToolsHoldsOnlyTheirPapers) {
  std::string text = "## Papers\n\n";
  for (int i = 0; i < 24; ++i)
    text += "- [Serving Models of Size " + std::to_string(i) + "](https://arxiv.org/abs/2301.000" +
            std::to_string(10 + i) + ") (ICLR 2023)\n";
  text +=
      "\n## Open-Source Projects\n\n- [A Server of Small Models](https://example.org/tool)\n"
      "- [A Paper on Servers of Models](https://arxiv.org/abs/2302.00001)\n";
  EXPECT_EQ(read(text).entries.size(), 25U);
  EXPECT_EQ(last(text), "A Paper on Servers of Models |  | 0");
}

}  // namespace
}  // namespace paperlint
