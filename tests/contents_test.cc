// Tables of contents: what they are, what they lack, how they are written.
#include "list/contents.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "list/contents_style.h"
#include "list/misled.h"
#include "list/missing.h"

namespace paperlint {
namespace {

/// A page and its tables of contents.
struct Page {
  explicit Page(const std::string& text)
      : document(read_document(std::make_unique<const Source>("list.md", text))),
        anchors(*document),
        near(*document),
        all(find_contents(*document, anchors, near)) {}
  std::unique_ptr<Document> document;
  Anchors anchors;
  NearAnchors near;
  std::vector<Contents> all;

  [[nodiscard]] std::vector<std::string> missing() const {
    std::vector<std::string> titles;
    const auto listed = listed_headings(*document, all, anchors);
    for (const Contents& contents : all)
      for (const Section* section : missing_headings(*document, contents, listed)) titles.push_back(section->rendered);
    return titles;
  }
  /// The line that the last heading would get.
  [[nodiscard]] std::string line() const {
    const auto line = ContentsStyle(*document, all.front()).line_for(document->sections.back());
    return line ? line->text : "";
  }
};

using Texts = std::vector<std::string>;

std::string headings(std::initializer_list<const char*> titles) {
  std::string text;
  for (const char* title : titles) text += "## " + std::string(title) + "\nwords\n";
  return text;
}

const std::string kFive = headings({"A", "B", "C", "D", "E"});

TEST(Contents, AreItemsThatLeadToHeadings) {
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n- [C](#c)\n" + kFive).all.size(), 1U);
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n" + kFive).all.size(), 0U);
  EXPECT_EQ(Page("[A](#a)\n[B](#b)\n[C](#c)\n" + kFive).all.size(), 0U);
  EXPECT_EQ(Page("- words [A](#a)\n- words [B](#b)\n- words [C](#c)\n" + kFive).all.size(), 0U);
  EXPECT_EQ(Page("- \U0001F525 [A](#a)\n- **[B](./#b)**, words\n- 3. [C](#c)\n" + kFive).all.size(), 1U);
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [x](u)\n- [y](u)\n" + kFive).all.size(), 0U);
}

TEST(Contents, KnowTheMarksOfTools) {
  constexpr const char* kMarks[] = {"<!-- TOC -->",
                                    "<!-- TOC depthFrom:1 -->",
                                    "<!--ts-->",
                                    "<!-- toc -->",
                                    "<!-- MarkdownTOC -->",
                                    "<!-- START doctoc generated TOC please keep comment here to allow auto update -->",
                                    "<!-- mdformat-toc start --slug=github -->"};
  const std::string lines = "\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n";
  for (const char* mark : kMarks) EXPECT_TRUE(Page(mark + lines + kFive).all.front().generated) << mark;
  for (const char* mark :
       {"<!-- tock -->", "<!-- tsk -->", "<!-- the toc -->", "words", "<!-- TOC -->\n\n<!-- /TOC -->"})
    EXPECT_FALSE(Page(mark + lines + kFive).all.front().generated) << mark;
}

TEST(Contents, LackAHeadingWhereTheOthersBesideItAreThere) {
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n" + kFive).missing(), Texts{"E"});
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n- [C](#c)\n" + kFive).missing(), Texts{});
  EXPECT_EQ(Page("<!-- toc -->\n- [A](#a)\n- [B](#b)\n- [C](#c)\n" + kFive).missing(), (Texts{"D", "E"}));
  EXPECT_EQ(Page("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n" + kFive + "## F\n").missing(),
            Texts{"E"});  // F is empty
}

TEST(Contents, DoNotLackWhatIsNamedOtherwise) {
  const std::string four = "- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n";
  for (const char* more : {"- E\n", "- E: [x](u), [y](u)\n", "- [and so on](#e)\n", "\n[e](#e)\n",
                           "\n<a href=\"#e\">e</a>\n", "\n|x|\n|-|\n|[e](#E)|\n"})
    EXPECT_EQ(Page(four + more + kFive).missing(), Texts{}) << more;
  EXPECT_EQ(Page(four + kFive + "[e](#e)\n").missing(), Texts{"E"});  // below it
}

TEST(Contents, DoNotLackWhatStandsAboveOrDeeper) {
  const std::string four = "- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n";
  EXPECT_EQ(Page("# Title\nwords\n## Why\nwords\n" + four + headings({"A", "B", "C", "D"})).missing(), Texts{});
  EXPECT_EQ(Page(four + headings({"A", "B", "C", "D"}) + "### x\nwords\n### y\nwords\n").missing(), Texts{});
  EXPECT_EQ(Page(four + headings({"A", "B", "C", "D", "License", "Star History"})).missing(), Texts{});
}

TEST(Contents, AreWrittenAsTheirLinesAre) {
  EXPECT_EQ(Page("* [A](#a)\n* [B](#b)\n* [C](#c)\n* [D](#d)\n" + kFive).line(), "* [E](#e)\n");
  EXPECT_EQ(Page("1. [A](#a)\n1. [B](#b)\n1. [C](#c)\n1. [D](#d)\n" + kFive).line(), "1. [E](#e)\n");
  EXPECT_EQ(Page("1. [A](#a)\n2. [B](#b)\n3. [C](#c)\n4. [D](#d)\n" + kFive).line(), "5. [E](#e)\n");
  EXPECT_EQ(Page("- **[A](./#a)**\r\n- **[B](./#b)**\r\n- **[C](./#c)**\r\n\r\n" + kFive).line(),
            "- **[E](./#e)**\r\n");
  EXPECT_EQ(Page("> - [A](#a)  \n> - [B](#b)  \n> - [C](#c)  \n\n" + kFive).line(), "> - [E](#e)  \n");
}

TEST(Contents, EscapeAsTheirLinesDo) {
  const std::string lines = "- [A \\& B](#a--b)\n- [C](#c)\n- [D](#d)\n";
  EXPECT_EQ(Page(lines + headings({"A & B", "C", "D", "X & `Y`"})).line(), "- [X \\& Y](#x--y)\n");
  const std::string raw = "- [A & B](#a--b)\n- [C](#c)\n- [D](#d)\n";
  EXPECT_EQ(Page(raw + headings({"A & B", "C", "D", "X & `Y`"})).line(), "- [X & `Y`](#x--y)\n");
  const std::string bare = "- [A](#1-a)\n- [C](#2-c)\n- [D](#3-d)\n";
  EXPECT_EQ(Page(bare + headings({"1. A", "2. C", "3. D", "4. X"})).line(), "- [X](#4-x)\n");
}

TEST(Contents, AreLeftAloneInAnOrderOfTheirOwn) {
  EXPECT_EQ(Page("- [B](#b)\n- [A](#a)\n- [C](#c)\n- [D](#d)\n" + kFive).line(), "");
  EXPECT_EQ(Page("- [A](#a) (3)\n- [B](#b) (4)\n- [C](#c) (5)\n" + kFive).line(), "");
  EXPECT_EQ(Page("- [see a](#a)\n- [see b](#b)\n- [see c](#c)\n" + kFive).line(), "");
}

std::string misled(const std::string& text) {
  const Page page(text);
  std::string all;
  for (const Misled& one : misled_lines(*page.document, page.all.front())) all += one.meant->slug + " ";
  for (const Repeated& one : repeated_lines(*page.document, page.all.front(), {}))
    all += "twice " + one.line->target->slug + " ";
  return all;
}

TEST(Contents, LeadWhereTheySay) {
  EXPECT_EQ(misled("- [A](#a)\n- [B](#a)\n- [C](#c)\n- [D](#d)\n" + kFive), "b ");
  EXPECT_EQ(misled("- [A](#a)\n- [B](#b)\n- [X](#c)\n- [D](#d)\n" + kFive), "");
  EXPECT_EQ(misled("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [B](#d)\n" + kFive), "");  // B is led to
  EXPECT_EQ(misled("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [A](#a)\n" + kFive), "twice a ");
  EXPECT_EQ(misled("- [Long](#long-words)\n- [B](#b)\n- [C](#c)\n" + headings({"Long words", "B", "C", "Long"})), "");
}

TEST(Contents, TakeLittleTimeInALargeFile) {
  std::string lines, below;
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i);
    if (i % 10 != 0) lines += "- [Part " + number + "](#part-" + number + ")\n";
    below += "## Part " + number + "\nwords\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const Page page("<!-- toc -->\n" + lines + below);
  EXPECT_EQ(page.missing().size(), 2000U);
  const ContentsStyle style(*page.document, page.all.front());
  for (const Section& section : page.document->sections) (void)style.line_for(section);
  (void)misled_lines(*page.document, page.all.front());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace paperlint
