// Brackets, parentheses and quotation marks without a partner, and what would balance them.
#include "list/balance.h"

#include <gtest/gtest.h>

#include <string>

#include "support/lists.h"
#include "support/texts.h"

namespace paperlint {
namespace {

using Form = Button::Form;
using Texts = std::vector<std::string>;

/// What is said of one line, that of an item.
Texts said(const std::string& line) {
  const auto read = document("list.md", "- " + line + "\n");
  Texts all;
  each_text(*read, [&](const Text& text) {
    for (const Unpaired& one : unpaired(text)) all.push_back(complaint(*read->source, one));
  });
  return all;
}

/// The line with all its marks balanced that can be.
std::string balanced(const std::string& line, std::optional<Form> form) {
  const auto read = document("list.md", "- " + line + "\n");
  std::string text(read->source->text());
  each_text(*read, [&](const Text& heard) {
    const std::vector<Unpaired> all = unpaired(heard);
    for (auto one = all.rbegin(); one != all.rend(); ++one)
      if (const auto change = balance(*read->source, *one, form))
        text.replace(change->first.begin, change->first.size(), change->second);
  });
  return text.substr(2, text.size() - 3);
}

TEST(Balance, FindsBracketsWithoutAPartner) {
  EXPECT_EQ(said("Title [[pdf](u)"), Texts{"'[' is never closed"});
  EXPECT_EQ(said("Title [pdf](u)]"), Texts{"']' closes nothing"});
  EXPECT_EQ(said("Title in O(n [pdf](u)"), Texts{"'(' is never closed"});
  EXPECT_EQ(said("[Title](u))"), Texts{"')' closes nothing"});
  EXPECT_EQ(said("Title ([pdf](u)]"), Texts{"']' closes '('"});
  EXPECT_EQ(said("[T)](u) and [Title in O(n](v)"), (Texts{"')' closes nothing", "'(' is never closed"}));
}

TEST(Balance, FindsQuotationMarksWithoutAPartner) {
  EXPECT_EQ(said("\"Title, [pdf](u)"), Texts{"'\"' has no partner"});
  EXPECT_EQ(said("Title\u201D, [pdf](u)"), Texts{"'\u201D' has no partner"});
  EXPECT_EQ(said("\u201CTitle\", [pdf](u)"), Texts{"'\"' closes '\u201C'"});
  EXPECT_EQ(said("Title (`Name) [pdf](u)"), Texts{"'`' has no partner"});
}

TEST(Balance, IsSilentWhereMarksMeanSomethingElse) {
  for (const char* line :
       {"1) first, a) second and iii) third", "fine :) and ;-)", "from (0, 1] and [0, 1)", "$(a, b]$ and $[x$",
        "\\[[pdf](u)\\] and \\[[pdf](u)]", "\uFF08ASPLOS'23)", "the 5\" disk and the 3\" one, or a 5\" one",
        "the `just-in-time' log", "``quoted''", "`a[0` and <a href=\"](\">", "[The Log (Part 1](u) and more",
        "[(Video](u))", "\u201EDeutsch\u201C", "a | b"})
    EXPECT_EQ(said(line), Texts{}) << line;
}

TEST(Balance, LeavesBrokenLinksAlone) {
  for (const char* line : {"[Title] (http://u)", "[Title](http://u", "Title](http://u)", "(Title)[http://u]",
                           "[a]([b](c))", "[[pdf](u])", "[[pdf]http://u]", "see http://u)", "[pdf])(u)"})
    EXPECT_EQ(said(line), Texts{}) << line;
}

TEST(Balance, LeavesProseAlone) {
  const std::string prose(500, 'x');
  EXPECT_EQ(said(prose + " (and [more](u)"), Texts{});
  EXPECT_EQ(said(prose + " [[pdf](u)"), Texts{"'[' is never closed"});
  EXPECT_EQ(said("((((((((((((((("), Texts{});
}

TEST(Balance, CompletesAButtonInTheFormOfTheOthers) {
  EXPECT_EQ(balanced("Title [[pdf](u) [[code](v)]", Form::around), "Title [[pdf](u)] [[code](v)]");
  EXPECT_EQ(balanced("Title [[pdf](u)", Form::inside), "Title [[pdf]](u)");
  EXPECT_EQ(balanced("Title [[pdf](u)", std::nullopt), "Title [[pdf](u)");
  EXPECT_EQ(balanced("Title [pdf](u)]", Form::around), "Title [[pdf](u)]");
  EXPECT_EQ(balanced("Title [pdf](u)]", Form::bare), "Title [pdf](u)");
  EXPECT_EQ(balanced("Title [[[pdf]](u)", Form::inside), "Title [[pdf]](u)");
  EXPECT_EQ(balanced("Title [[pdf](u)]]", Form::around), "Title [[pdf](u)]");
  EXPECT_EQ(balanced("Title [[pdf](u)])", Form::around), "Title [[pdf](u)]");
}

TEST(Balance, ReplacesWhatDoesNotMatchAndDropsWhatIsTooMuch) {
  EXPECT_EQ(balanced("Title ([pdf](u)]", std::nullopt), "Title ([pdf](u))");
  EXPECT_EQ(balanced("Title [[pdf](u))", std::nullopt), "Title [[pdf](u)]");
  EXPECT_EQ(balanced("[Title](u))", std::nullopt), "[Title](u)");
  EXPECT_EQ(balanced("[Title](u))", Form::paren), "[Title](u))");
  EXPECT_EQ(balanced("[A Title that Is Longer than Any Label of a Button](u)]", Form::around),
            "[A Title that Is Longer than Any Label of a Button](u)");
  EXPECT_EQ(balanced("Title [pdf](u) (`Name)", std::nullopt), "Title [pdf](u) (`Name`)");
  EXPECT_EQ(balanced("Title [pdf](u) (`Name`", std::nullopt), "Title [pdf](u) (`Name`)");
}

}  // namespace
}  // namespace paperlint
