// Slips in the words of a title, and what they become.
#include "list/slips.h"

#include <gtest/gtest.h>

#include <chrono>

#include "list/emphasis.h"
#include "list/words.h"
#include "support/texts.h"

namespace paperlint {
namespace {

using Find = void (*)(const Text&, std::span<const Span>, std::vector<Slip>&);

std::vector<Slip> slips_of(const Text& text, Find find) {
  std::vector<Span> parts;
  std::vector<Slip> slips;
  wordless_parts(text, parts);
  find(text, parts, slips);
  return slips;
}

std::size_t count(const std::string& markdown, Find find) {
  std::size_t found = 0;
  each_text(markdown, [&](const Text& text) { found += slips_of(text, find).size(); });
  return found;
}

/// What the fixes make of a text.
std::string mended(const std::string& markdown, Find find) {
  std::string out = markdown;
  each_text(markdown, [&](const Text& text) {
    const std::vector<Slip> slips = slips_of(text, find);
    for (auto slip = slips.rbegin(); slip != slips.rend(); ++slip)
      for (auto edit = slip->edits.rbegin(); edit != slip->edits.rend(); ++edit)
        out.replace(edit->at.span.begin, edit->at.span.size(), edit->with);
  });
  return out;
}

TEST(StrayCharacters, AreReplacedWhereTheirMeaningIsPlain) {
  EXPECT_EQ(mended("- E\uFB03cient \uFB01les and work\uFB02ows\n", find_stray_characters),
            "- Efficient files and workflows\n");
  EXPECT_EQ(mended("- Few\u00AD-shot\u200B learning\n", find_stray_characters), "- Few-shot learning\n");
  EXPECT_EQ(mended("- using a \uFFFCPyramid\n", find_stray_characters), "- using a Pyramid\n");
}

TEST(StrayCharacters, StayWhereTheyStandForALostOne) {
  for (const std::string text : {"- Brain\uFFFDMachine\n", "- Colwell\x14.\n", "- Net\uFFFCwork\n", "- a\u0085z\n"}) {
    EXPECT_EQ(count(text, find_stray_characters), 1U) << text;
    EXPECT_EQ(mended(text, find_stray_characters), text);
  }
}

TEST(StrayCharacters, AreNotEmojiAccentsOrLettersOfOtherScripts) {
  EXPECT_EQ(count("- \u2B50\uFE0F S\u00EDlvia \u4E2D\u6587 \u20AC\u2014\u2019 `\uFB01`\n", find_stray_characters), 0U);
}

TEST(Braces, GoWhereBibtexPutThem) {
  EXPECT_EQ(mended("- {Finch}: A {GPU} Cache for {B}ayesian {Deep Learning}\n", find_braces),
            "- Finch: A GPU Cache for Bayesian Deep Learning\n");
  EXPECT_EQ(mended("- In {USENIX}{ATC}\n", find_braces), "- In {USENIX}{ATC}\n");
  EXPECT_EQ(count("- In {USENIX}{ATC}\n", find_braces), 1U);
}

TEST(Braces, StayInFormulasCommandsTemplatesAndSets) {
  for (const std::string text : {"- $x^{K}$ and `{GPU}`\n", "- \\textsf{Finch} and x_{N}\n", "- {Title}, {GPU}\n",
                                 "- {0, 1} and {a} and {} and { A }\n", "- {never closed\n", "- {A\n  B}\n"})
    EXPECT_EQ(count(text, find_braces), 0U) << text;
}

TEST(Parentheses, TakeTheWidthOfWhatIsAround) {
  EXPECT_EQ(mended("- Joins \uFF08VLDB 2011)\n", find_mixed_parentheses), "- Joins (VLDB 2011)\n");
  EXPECT_EQ(mended("- Joins (VLDB 2011\uFF09\n", find_mixed_parentheses), "- Joins (VLDB 2011)\n");
  EXPECT_EQ(mended("- \u6295\u7968\uFF08voting)\n", find_mixed_parentheses), "- \u6295\u7968\uFF08voting\uFF09\n");
  EXPECT_EQ(mended("- (\u6295\u7968\uFF09\n", find_mixed_parentheses), "- \uFF08\u6295\u7968\uFF09\n");
}

TEST(Parentheses, StayWhereTheyPairOrWhereNobodyCanTell) {
  for (const std::string text : {"- (a) \uFF08b\uFF09 (c \uFF08d\uFF09 e)\n", "- \uFF08a\n", "- a) b\uFF09 \uFF08c)\n",
                                 "- [t](u) \uFF08`)`\uFF09\n", "- (a\uFF08b)\n"})
    EXPECT_EQ(count(text, find_mixed_parentheses), 0U) << text;
}

TEST(Asterisks, LoseTheBlankThatKeepsThemFromEmphasis) {
  EXPECT_EQ(mended("- Paper (** oral**)\n", find_literal_stars), "- Paper (**oral**)\n");
  EXPECT_EQ(mended("- Paper **oral **\n", find_literal_stars), "- Paper **oral**\n");
  EXPECT_EQ(mended("- Paper (* Oral *)\n", find_literal_stars), "- Paper (*Oral*)\n");
  EXPECT_EQ(mended("- ** oral** and **bold**\n", find_literal_stars), "- **oral** and **bold**\n");
}

TEST(Asterisks, AreToldWithoutTheirOtherHalf) {
  EXPECT_EQ(count("- **A Title [pdf](u)\n", find_literal_stars), 1U);
  EXPECT_EQ(count("- **A Title.* and more\n", find_literal_stars), 1U);
}

TEST(Asterisks, StayWhereTheyRenderOrMeanThemselves) {
  for (const std::string text :
       {"- **A** *b* ***c*** **d *e* f** *g **h** i*\n", "- 2 ** 3 ** 4 and 2**3\n", "- Jane Doe**, John Roe**\n",
        "- A* search and D* Lite\n", "- `** a**` \\** b**\n", "- **[Title](u)** and [**Title**](u)\n",
        "- **Title.**\n  *Authors*\n", "- * equal contribution. * corresponding\n"})
    EXPECT_EQ(count(text, find_literal_stars), 0U) << text;
  EXPECT_EQ(count("|a|b|\n|-|-|\n|**a** | **b**|\n", find_literal_stars), 0U);
}

TEST(Asterisks, DoNotPairAcrossLinksOrCells) {
  EXPECT_EQ(count("|a|b|\n|-|-|\n|**a |b**|\n", find_literal_stars), 0U) << "no blank inside one cell";
  EXPECT_EQ(count("- [a ** b](u) c**\n", find_literal_stars), 0U);
}

std::size_t colon_gaps(const std::string& title) {
  const std::string text = "- [" + title + "](u)\n";
  const List list = list_of(text);
  ColonGaps gaps;
  find_colon_gaps(*list.documents.front(), {3, static_cast<std::uint32_t>(3 + title.size())}, {}, gaps);
  return gaps.blanks.size();
}

TEST(Colons, AreSetApartByABlankBefore) {
  EXPECT_EQ(colon_gaps("Finch : Small Jobs"), 1U);
  EXPECT_EQ(colon_gaps("\"Mask and Fill\"  : Small Jobs"), 1U);
  EXPECT_EQ(colon_gaps("Finch: Small Jobs :mag: and a :: b"), 0U);
  EXPECT_EQ(colon_gaps("Ratios of 2 : 1"), 0U);
  EXPECT_EQ(colon_gaps(": Small"), 0U);
  EXPECT_EQ(colon_gaps("Small :"), 0U);
}

TEST(Slips, AreFoundInLinearTime) {
  std::string stars = "- ", braces = "- ", parentheses = "- ";
  for (int i = 0; i < 100000; ++i) {
    stars += i % 2 == 0 ? "**a " : "*b* ";
    braces += "{A";
    parentheses += "(\uFF08";
  }
  const auto begin = std::chrono::steady_clock::now();
  count(stars, find_literal_stars);
  count(braces, find_braces);
  count(parentheses, find_mixed_parentheses);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace paperlint
