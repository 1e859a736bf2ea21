// What is read of a list: sections, labels, entries and their fields.
#include <gtest/gtest.h>

#include "list/list.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

class Reader : public ::testing::Test {
 protected:
  const Document& read(const std::string& text, const ReadOptions& options = {}) {
    list_ = read_list("list.md", text, options);
    return *list_.documents.front();
  }
  const Entry& one(const std::string& line) {
    const Document& document = read(line);
    EXPECT_EQ(document.entries.size(), 1U) << line;
    static const Entry none;
    return document.entries.empty() ? none : document.entries.front();
  }
  Texts titles(const std::string& text, const ReadOptions& options = {}) {
    Texts all;
    for (const Entry& entry : read(text, options).entries) all.emplace_back(entry.text(entry.title));
    return all;
  }

  List list_;
};

const std::string kPaper = "- [OSDI'24] [Serving Small Models](https://example.org/1)\n";

TEST_F(Reader, TakesAnEntryApart) {
  const Entry& entry = one("- [OSDI'24] [Serving Small Models](https://example.org/1) [code](https://example.org/2)\n");
  EXPECT_EQ(entry.text(entry.marker), "-");
  EXPECT_EQ(entry.text(entry.title), "Serving Small Models");
  EXPECT_EQ(entry.text(entry.rest), "[code](https://example.org/2)");
  EXPECT_EQ(entry.links.size(), 2U);
  ASSERT_TRUE(entry.venue);
  EXPECT_EQ(entry.text(entry.venue->venue), "OSDI");
  EXPECT_EQ(entry.text(entry.venue->joint), "'");
  EXPECT_EQ(entry.year(), 2024);
  EXPECT_FALSE(entry.preprint());
  EXPECT_EQ(entry.normal, "serving small models");
}

TEST_F(Reader, KnowsTheFormsOfATag) {
  struct Row {
    const char *tag, *venue;
    int year;
    bool preprint;
  };
  constexpr Row kRows[] = {{"[arxiv, 2022]", "arxiv", 2022, true},     {"[OSDI24]", "OSDI", 2024, false},
                           {"[SOSP’23]", "SOSP", 2023, false},         {"[NSDI '25]", "NSDI", 2025, false},
                           {"[ACM CSUR'23]", "ACM CSUR", 2023, false}, {"[KDD'20 Tutorial]", "KDD", 2020, false}};
  for (const Row& row : kRows) {
    const Entry& entry = one("- " + std::string(row.tag) + " [Serving Small Models](https://example.org/1)\n");
    ASSERT_TRUE(entry.venue) << row.tag;
    EXPECT_EQ(entry.text(entry.venue->venue), row.venue);
    EXPECT_EQ(entry.year(), row.year) << row.tag;
    EXPECT_EQ(entry.preprint(), row.preprint) << row.tag;
  }
}

TEST_F(Reader, ReadsATitleOverTwoLines) {
  EXPECT_EQ(one("- [OSDI'24] [Serving\n  Small Models](https://example.org/1)\n").normal, "serving small models");
}

TEST_F(Reader, ReadsATitleWithoutALink) {
  EXPECT_EQ(titles("- [OSDI'24] Serving Small Models\n"), Texts{"Serving Small Models"});
}

TEST_F(Reader, KeepsBracketsAndCodeInATitle) {
  EXPECT_EQ(titles("- [OSDI'24] [Serving [Very] Small `models[0]`](https://example.org/1)\n"),
            Texts{"Serving [Very] Small `models[0]`"});
}

TEST_F(Reader, GivesSubItemsToTheirPaper) {
  const Entry& entry = one(kPaper + "  - [arxiv version](https://arxiv.org/abs/2401.00001)\n  - a note\n");
  EXPECT_EQ(entry.children, 2U);
  EXPECT_EQ(Texts(entry.ids.begin(), entry.ids.end()), Texts{"arxiv:2401.00001"});
}

TEST_F(Reader, FindsTheSurveyMark) {
  const Entry& entry = one("- [Survey :mag:] [ACM CSUR'23] [A Survey of Small Models](https://example.org/1)\n");
  ASSERT_TRUE(entry.survey);
  EXPECT_EQ(entry.survey->where, SurveyMark::Where::before_tag);
  EXPECT_EQ(entry.text(entry.survey->whole), "[Survey :mag:]");
}

TEST_F(Reader, FindsEachTargetOfAReference) {
  const Entry& entry = one("- [OSDI'24] Serving Small Models [also in [2.1](#21-caches), [3](#3-links)]\n");
  ASSERT_EQ(entry.references.size(), 2U);
  EXPECT_EQ(entry.text(entry.references[0].text), "2.1");
  EXPECT_EQ(entry.text(*entry.references[1].address), "#3-links");
}

TEST_F(Reader, DividesSectionsByLabels) {
  const Document& document = read("## 2.10 Caches\n\n**Wide**\n\n" + kPaper +
                                  "\n<details>\n<summary>Narrow</summary>\n\n" + kPaper + "\n</details>\n");
  ASSERT_EQ(document.labels.size(), 2U);
  ASSERT_EQ(document.entries.size(), 2U);
  EXPECT_EQ(document.entries[0].label, &document.labels[0]);
  EXPECT_EQ(document.entries[1].label, &document.labels[1]);
  const Section& section = *document.entries[0].section;
  EXPECT_EQ(section.slug, "210-caches");
  ASSERT_TRUE(section.number);
  EXPECT_EQ(section.number->parts, (std::vector<std::uint32_t>{2, 10}));
  EXPECT_FALSE(section.number->final_dot);
  EXPECT_EQ(section.text(section.title), "Caches");
}

TEST_F(Reader, TakesNothingForAnEntryThatIsNoItem) {
  for (const std::string& text :
       {"```\n" + kPaper + "```\n", "<!--\n" + kPaper + "-->\n", "    " + kPaper, "| " + kPaper})
    EXPECT_TRUE(titles("# Papers\n\n" + text).empty()) << text;
}

TEST_F(Reader, PassesOverSectionsThatHoldNoPapers) {
  EXPECT_TRUE(titles("## News\n\n" + kPaper).empty());
  ReadOptions options;
  options.no_list = {"my shelf"};
  EXPECT_TRUE(titles("## My Shelf\n\n" + kPaper, options).empty());
  EXPECT_EQ(titles("## News\n\n" + kPaper + "\n## Papers\n\n" + kPaper).size(), 1U);
}

TEST_F(Reader, SaysWhetherItCouldRead) {
  EXPECT_EQ(read(kPaper).reading, Reading::read);
  EXPECT_EQ(read("# A Page\n\nwith words\n").reading, Reading::no_list);
  EXPECT_EQ(read("").reading, Reading::no_list);
}

}  // namespace
}  // namespace paperlint
