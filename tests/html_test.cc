// What HTML names and leads to.
#include "list/html.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

Texts values(std::string_view piece, bool in_comment = false) {
  Texts all;
  for (const HtmlValue& value : html_values(piece, in_comment))
    all.push_back((value.address ? "-> " : "") + std::string(piece.substr(value.begin, value.end - value.begin)));
  return all;
}

TEST(HtmlValues, AreThoseOfNamesAndLinks) {
  EXPECT_EQ(values("<a name=\"x\"></a>"), Texts{"x"});
  EXPECT_EQ(values("<a id='x y' href=#z>"), (Texts{"x y", "-> #z"}));
  EXPECT_EQ(values("<p ID=x>\n<a\tNAME=y>"), (Texts{"x", "y"}));
  EXPECT_EQ(values("<img src=\"name=x\" grid=\"3\">"), Texts{});
  EXPECT_EQ(values("<a name=\"\"> <a name=\"open"), Texts{});
  EXPECT_EQ(values("= =\"="), Texts{});
}

TEST(HtmlValues, InCommentsAreNone) {
  EXPECT_EQ(values("<!-- <a name=x> --><a name=y>"), Texts{"y"});
  EXPECT_EQ(values("<a name=x> --><a name=y>", true), Texts{"y"});
  bool in_comment = false;
  EXPECT_TRUE(html_values("<!-- <a name=x>", in_comment).empty());
  EXPECT_TRUE(in_comment);
  EXPECT_TRUE(html_values("<a name=x>", in_comment).empty());
  EXPECT_EQ(html_values("--> <a name=x>", in_comment).size(), 1U);
  EXPECT_FALSE(in_comment);
}

Texts headings(std::string_view text) { return html_headings(text, text.size()); }

TEST(HtmlHeadings, AreShownWithoutTags) {
  EXPECT_EQ(headings("<h2>A &amp; <i>B</i></h2>"), Texts{"A & B"});
  EXPECT_EQ(headings("<H1 align=center>One</H1><h6>Six</h6>"), (Texts{"One", "Six"}));
  EXPECT_EQ(headings("<h3>\n Two\n lines</h3>"), Texts{"\n Two\n lines"});
  EXPECT_EQ(headings("<hr><head>x</head><h7>x</h7><h>"), Texts{});
  EXPECT_EQ(headings("<!-- <h2>x</h2> --><h2>y</h2>"), Texts{"y"});
  EXPECT_EQ(headings("<h2>open"), Texts{});
  EXPECT_EQ(headings("<h2"), Texts{});
}

TEST(HtmlHeadings, BeginBeforeTheLimit) {
  EXPECT_EQ(html_headings("<h2>\n\nA\n\n</h2><h2>B</h2>", 5), Texts{"\n\nA\n\n"});
}

TEST(Html, TakesLittleTimeForBadTexts) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string piece : {"<h2>", "<!--", " id=", " id=\"", " name='x", "<h2></h2>", "</", "&", "<h2>&lt"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    (void)values(text);
    (void)headings(text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace paperlint
