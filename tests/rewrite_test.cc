// Small changes, and the user's text in messages.
#include "text/rewrite.h"

#include <gtest/gtest.h>

#include "text/quote.h"

namespace paperlint {
namespace {

TEST(LeastRewrite, LeavesWhatBothShare) {
  const auto said = [](std::string_view old, std::string_view now) {
    const Source source("list.md", std::string(old));
    const Rewrite change = least_rewrite(source, {0, source.size()}, now);
    return std::string(source.text(change.at)) + ">" + change.with;
  };
  EXPECT_EQ(said("ttps://a", "https://a"), ">h");
  EXPECT_EQ(said("https://a;", "https://a"), ";>");
  EXPECT_EQ(said("aaa", "aa"), "a>");
  EXPECT_EQ(said("same", "same"), ">");
  EXPECT_EQ(said("a\u2013b", "a\u2014b"), "\u2013>\u2014");
  EXPECT_EQ(said("a\u00e9b", "a\u0129b"), "\u00e9>\u0129");
}

TEST(Quoted, StandsInOneLine) {
  EXPECT_EQ(in_quotes("a title"), "'a title'");
  EXPECT_EQ(in_quotes("a\r\ntitle"), "'a title'");
  EXPECT_EQ(in_quotes(std::string(81, 'x')), "'" + std::string(77, 'x') + "…'");
  EXPECT_EQ(in_quotes(std::string(76, 'x') + "\u6587\u4EF6"), "'" + std::string(76, 'x') + "…'");
}

}  // namespace
}  // namespace paperlint
