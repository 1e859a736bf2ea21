// Where blanks stand that part no two words.
#include "list/gaps.h"

#include <gtest/gtest.h>

#include <chrono>

#include "list/words.h"
#include "support/texts.h"

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

/// The gaps of a text, each as its place and what is around it.
Texts gaps_of(const std::string& markdown) {
  constexpr std::string_view kNames[] = {"between", "in link", "break", "line end", "end", "wide end"};
  Texts found;
  each_text(markdown, [&](const Text& text) {
    std::vector<Gap> gaps;
    find_gaps(text, gaps);
    for (const Gap& gap : gaps)
      found.push_back(std::string(kNames[static_cast<std::size_t>(gap.where)]) + ": " + around(*text.document, gap));
  });
  return found;
}

std::string mended(const std::string& markdown) {
  std::string out = markdown;
  each_text(markdown, [&](const Text& text) {
    std::vector<Gap> gaps;
    find_gaps(text, gaps);
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
      const std::vector<Edit> edits = mend(*text.document, *gap);
      for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        out.replace(edit->at.span.begin, edit->at.span.size(), edit->with);
    }
  });
  return out;
}

TEST(Gaps, AreWideBlanksAndTabs) {
  EXPECT_EQ(gaps_of("- one  two\n"), Texts{"between: - one two"});
  EXPECT_EQ(gaps_of("- one\ttwo\n"), Texts{"between: - one two"});
  EXPECT_EQ(gaps_of("- one\u00A0 two\n"), Texts{"between: - one two"});
  EXPECT_EQ(gaps_of("- one\u00A0two and three\n"), Texts{});
}

TEST(Gaps, AreTrailingBlanks) {
  EXPECT_EQ(gaps_of("- one \n- two"), Texts{"end: - one "});
  EXPECT_EQ(gaps_of("- one  \n- two"), Texts{"wide end: - one "});
  EXPECT_EQ(gaps_of("- one \n  two"), Texts{"line end: - one "});
  EXPECT_EQ(gaps_of("- one  \n  two"), Texts{"break: - one "});
  EXPECT_EQ(gaps_of("- one \r\n- two"), Texts{"end: - one "});
}

TEST(Gaps, AreBlanksInsideALink) {
  EXPECT_EQ(gaps_of("- [ one](u) two\n"), Texts{"in link: - [ one](u) two"});
  EXPECT_EQ(gaps_of("- [one  ](u) two\n"), Texts{"in link: - [one ](u) two"});
  EXPECT_EQ(gaps_of("- [ ![](x) ](u)\n"), Texts{});
  EXPECT_EQ(gaps_of("- [ ](u)\n"), Texts{});
}

TEST(Gaps, AreNotInCodeMathsHtmlAddressesOrPadding) {
  EXPECT_EQ(gaps_of("- `a  b` $a  b$ $$a  b$$ <i  x> [t](<u  v>  \"w\")\n"), Texts{});
  EXPECT_EQ(gaps_of("> one\n>   two\n"), Texts{});
  EXPECT_EQ(gaps_of("-    one\n     two\n"), Texts{});
  EXPECT_EQ(gaps_of("| a   |   b |\n|-----|-----|\n|  c  | d e |  \n"), Texts{});
  EXPECT_EQ(gaps_of("- 2\times and 3\textbf\n"), Texts{}) << "a lost escape";
}

TEST(Gaps, AreFoundBetweenDollarsThatAreMoney) {
  EXPECT_EQ(gaps_of("- $100K  Budget\n"), Texts{"between: - $100K Budget"});
}

TEST(Gaps, AreMendedWithoutRunningWordsTogether) {
  EXPECT_EQ(mended("- one  two \n"), "- one two\n");
  EXPECT_EQ(mended("- one\ttwo\n"), "- one two\n");
  EXPECT_EQ(mended("- see[ one ](u)two\n"), "- see [one](u) two\n");
  EXPECT_EQ(mended("- see [ one ](u), two\n"), "- see [one](u), two\n");
}

TEST(Gaps, TakeLinearTime) {
  std::string text = "- ";
  for (int i = 0; i < 200000; ++i) text += i % 3 == 0 ? "[ a ](u)" : i % 3 == 1 ? "$  " : "`  ";
  const auto begin = std::chrono::steady_clock::now();
  gaps_of(text);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace paperlint
