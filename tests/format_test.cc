#include "list/format.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace paperlint {
namespace {

using Problems = std::vector<std::string>;

/// `AT: text` for all that is wrong.
Problems problems_of(std::string_view format) {
  Problems all;
  for (const FormatProblem& problem : compile_format(format).problems)
    all.push_back(std::to_string(problem.at) + ": " + problem.text);
  return all;
}

bool says(std::string_view format, std::size_t at, std::string_view words) {
  const Problems all = problems_of(format);
  return all.size() == 1 && all.front().rfind(std::to_string(at) + ": ", 0) == 0 &&
         all.front().find(words) != std::string::npos;
}

TEST(Format, TellsTheBlockByItsMarker) {
  const auto of = [](std::string_view text) { return compile_format(text).format; };
  EXPECT_EQ(of("- {title}").carrier, Carrier::item);
  EXPECT_EQ(of("* {title}").marker, '*');
  EXPECT_EQ(of("1. {title}").marker, '.');
  EXPECT_EQ(of("12) {title}").marker, ')');
  EXPECT_EQ(of("| {title} |").carrier, Carrier::row);
  EXPECT_EQ(of("### {title}").carrier, Carrier::heading);
  EXPECT_EQ(of("### {title}").level, 3);
  EXPECT_EQ(of("**{title}**").carrier, Carrier::paragraph);
  EXPECT_EQ(of("2024: {title}").carrier, Carrier::paragraph);
}

TEST(Format, TakesWhatCanBeToldApart) {
  for (const std::string_view format :
       {"- {title}", "- [{venue}'{yy}] [{title}]({url})", "- {?[{survey}] }{title}{? {links}}", "{venue}{yy} {title}",
        "- [{yyyy}{mm}] {title}", "- {title} ({venue} {yyyy}, {month} {yyyy})", "- {text}: {title}: {text}",
        "- {url} {title} {links} {text}", "- {{{title}}}", "- {title}\n  {authors}", "| {title} | {venue} {yyyy} |",
        "- {? {name}: }{title}"})
    EXPECT_EQ(problems_of(format), Problems{}) << format;
}

TEST(Format, PointsAtWhatIsWrong) {
  EXPECT_TRUE(says("", 0, "empty"));
  EXPECT_TRUE(says(" - {title}", 0, "indented"));
  EXPECT_TRUE(says("- {title} ", 9, "at the end"));
  EXPECT_TRUE(says("- {title}\n", 9, "at the end"));
  EXPECT_TRUE(says("-{title}", 1, "a blank behind its '-'"));
  EXPECT_TRUE(says("-  {title}", 2, "second blank"));
  EXPECT_TRUE(says("#{title}", 0, "heading"));
  EXPECT_TRUE(says("- [{tilte}]({url}) {title}", 3, "no placeholder {tilte}; did you mean {title}?"));
  EXPECT_TRUE(says("- {title} {wombat}", 10, "there are {title} {url}"));
  EXPECT_TRUE(says("- {title} [{venue", 11, "never closed"));
  EXPECT_TRUE(says("- {title} {venue [{yy}", 10, "never closed"));
  EXPECT_TRUE(says("- {title}}", 9, "closes nothing"));
  EXPECT_TRUE(says("- {title}{? ({venue})", 9, "never closed"));
  EXPECT_TRUE(says("- {title}{? {?{venue}} }", 12, "inside another"));
  EXPECT_TRUE(says("- {title}{?}", 9, "holds nothing"));
  EXPECT_TRUE(says("- [{venue}]({url})", 0, "without {title}"));
  EXPECT_TRUE(says("- {?{title}: }{url}", 4, "optional"));
  EXPECT_TRUE(says("- {title} {url} {url}", 16, "stands twice"));
  EXPECT_TRUE(says("- {title} {yy} {yyyy}", 15, "stands twice"));
  EXPECT_TRUE(says("- {title} {mm}/{dd}", 10, "without a year"));
  EXPECT_TRUE(says("- {title} {yyyy} {dd}", 17, "without a month"));
  EXPECT_TRUE(says("- {title}{venue} {yy}", 9, "right behind {title}"));
  EXPECT_TRUE(says("- {title}{?: {name}}{links}", 20, "right behind"));
  EXPECT_TRUE(says("- {title} {venue} {yyyy}", 10, "only a blank behind {title}"));
  EXPECT_TRUE(says("- {title}{? {text}}", 12, "only a blank behind {title}"));
  EXPECT_TRUE(says("- [{venue}]  {title}", 11, "two blanks"));
  EXPECT_TRUE(says("- {?[{survey}] } {title}", 14, "two blanks"));
  EXPECT_TRUE(says("- [{venue}]\t{title}", 11, "a tab"));
  EXPECT_TRUE(says("# {title}\r{text}", 9, "one line"));
  EXPECT_TRUE(says("| {title}\n|", 9, "one line"));
  EXPECT_TRUE(says("- {title}" + std::string(1000, 'x'), 0, "1000 bytes"));
}

TEST(Format, TellsAllThatIsWrongAtOnce) {
  const Problems all = problems_of("- {tilte} }{venu}{");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[1], "10: a '}' that closes nothing; for a brace in the text write '}}'");
}

TEST(Format, BracesStandDoubled) {
  const Format format = compile_format("{{{title}}}").format;
  ASSERT_EQ(format.steps.size(), 4U);
  EXPECT_EQ(format.steps[0].byte, '{');
  EXPECT_EQ(format.steps[2].byte, '}');
  const Format part = compile_format("- {title}{? {links}}").format;
  EXPECT_EQ(part.steps.back().kind, FormatStep::Kind::end);
  EXPECT_EQ(part.steps[part.steps.size() - 2].placeholder, Placeholder::links);
}

}  // namespace
}  // namespace paperlint
