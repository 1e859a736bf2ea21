#include "list/format_match.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "config/config.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

/// A list that is read by formats.
struct Read {
  Read(const std::vector<std::string>& formats, const std::string& text) {
    auto made = std::make_shared<Formats>();
    for (const std::string& format : formats) made->all.push_back(compile_format(format).format);
    ReadOptions options;
    options.formats = made;
    options.is_list = true;
    list = read_list("list.md", text, options);
  }
  [[nodiscard]] const Entry& entry() const { return list.documents.front()->entries.front(); }
  [[nodiscard]] bool fits() const { return !list.documents.front()->entries.empty() && entry().format != 0; }
  [[nodiscard]] std::string title() const { return std::string(entry().text(entry().title)); }
  [[nodiscard]] std::string tag() const {
    const Tag& tag = *entry().venue;
    const auto text = [&](Span span) { return std::string(entry().text(span)); };
    return text(tag.whole) + " = " + text(tag.venue) + " + " + text(tag.joint) + " + " + text(tag.year);
  }
  List list;
};

bool fits(const std::string& format, const std::string& text) { return Read({format}, text + "\n").fits(); }

TEST(FormatMatch, FillsTheFieldsOfTheEntry) {
  const Read read({"- {?[{survey}] }[{venue}'{yy}] [{title}]({url}){? [also in {text}]}"},
                  "- [Survey :mag:] [ACM CSUR'23] [Queues [of Queues]](https://a.org/1(2)) [also in [2.1](#x)]\n");
  ASSERT_TRUE(read.fits());
  EXPECT_EQ(read.title(), "Queues [of Queues]");
  EXPECT_EQ(read.tag(), "[ACM CSUR'23] = ACM CSUR + ' + 23");
  EXPECT_EQ(read.entry().year(), 2023);
  EXPECT_EQ(read.entry().text(read.entry().survey->whole), "[Survey :mag:]");
  EXPECT_EQ(read.entry().text(read.entry().title_link()->address), "https://a.org/1(2)");
  ASSERT_EQ(read.entry().references.size(), 1U);
  EXPECT_EQ(read.entry().form, TitleForm::linked);
}

TEST(FormatMatch, ReadsWhatTheListsOwnReaderWouldNot) {
  const Read read({"- {name} ~ {title} ~ {yyyy} @ {venue} ~ {url}"},
                  "- Finch ~ On Gaps ~ 2024 @ OSDI ~ https://arxiv.org/abs/2401.00001\n");
  ASSERT_TRUE(read.fits());
  EXPECT_EQ(read.title(), "On Gaps");
  EXPECT_EQ(read.entry().year(), 2024);
  EXPECT_EQ(Texts(read.entry().ids.begin(), read.entry().ids.end()), Texts{"arxiv:2401.00001"});
}

TEST(FormatMatch, ReadsDates) {
  const Read read({"- [{yyyy}/{mm}] {title} ({venue} {yyyy})"}, "- [2023/11] On Gaps (OSDI 2024)\n");
  ASSERT_TRUE(read.fits());
  EXPECT_EQ(read.entry().posted->date, (Date{2023, 11, 0}));
  EXPECT_EQ(read.entry().text(read.entry().posted->span), "[2023/11]");
  EXPECT_EQ(read.entry().year(), 2024);
  const Read month({"- {title}. {month} {dd}, {yyyy}"}, "- On Gaps. Sept. 07, 2024\n");
  ASSERT_TRUE(month.fits());
  EXPECT_EQ(month.entry().posted->date, (Date{2024, 9, 7}));
}

TEST(FormatMatch, BlanksAndMarksAreMeantAsTheyAreWritten) {
  const std::string format = "- [{title}]({url}) - {venue}, {yyyy}";
  EXPECT_TRUE(fits(format, "- [On Gaps](https://a.org) - OSDI, 2024"));
  for (const std::string_view text :
       {"- [On Gaps](https://a.org)  - OSDI, 2024", "- [On Gaps](https://a.org) \u2013 OSDI, 2024",
        "- [On Gaps](https://a.org) - OSDI 2024", "- [On Gaps](https://a.org) - OSDI, 24",
        "- [On Gaps](https://a.org) - OSDI, 20245", "- [On Gaps](https://a.org) - OSDI, 1824",
        "- [On Gaps ](https://a.org) - OSDI, 2024", "- [On Gaps](https://a.org) - OSDI, 2024.",
        "* [On Gaps](https://a.org) - OSDI, 2024", "- [On Gaps](https://a.org) - OSDI,\u00A02024"})
    EXPECT_FALSE(fits(format, std::string(text))) << text;
}

TEST(FormatMatch, OnlySomePlaceholdersTakeLinks) {
  EXPECT_FALSE(fits("- {venue} {yyyy}: {title}", "- OSDI 2024: [On Gaps](https://a.org)"));
  EXPECT_TRUE(fits("- {venue} {yyyy}: {title}. {text}", "- OSDI 2024: On Gaps. See [here](https://a.org)"));
  EXPECT_TRUE(
      fits("- {title}, {venue} {yyyy} {links}", "- On Gaps, OSDI 2024 [[a](https://a.org)], **[b](https://b.org)**"));
  EXPECT_FALSE(
      fits("- {title}, {venue} {yyyy} {links}", "- On Gaps, OSDI 2024 [[a](https://a.org)] and [b](https://b.org)"));
  EXPECT_FALSE(fits("- {title}, {venue} {yyyy} {links}", "- On Gaps, OSDI 2024 []"));
}

TEST(FormatMatch, AFormatOfOneLineLeavesWrappingToTheList) {
  EXPECT_TRUE(fits("- [{title}]({url}) {venue} {yyyy}", "- [On\n  Gaps](https://a.org)\n  OSDI 2024"));
  EXPECT_TRUE(fits("- [{title}]({url}) {venue} {yyyy}", "- [On Gaps](https://a.org)\r\n  OSDI 2024\r"));
  EXPECT_FALSE(fits("- {title}\n{venue} {yyyy}", "- On Gaps OSDI 2024"));
  EXPECT_FALSE(fits("- {title}\n{venue} {yyyy}", "- On\n  Gaps\n  OSDI 2024"));
  EXPECT_TRUE(fits("- {title}\n{venue} {yyyy}", "- On Gaps  \n  OSDI 2024"));
  EXPECT_TRUE(fits("- {title}\n{venue} {yyyy}", "- On Gaps\\\n  OSDI 2024"));
}

TEST(FormatMatch, LinksGoOnInTheNextLineUnlessTheFormatHasLines) {
  const std::string links = " [a](https://b.org)\r\n  [[b](https://c.org)\r\n  ]";
  EXPECT_TRUE(fits("- [{title}]({url}), {yyyy}: {links}", "- [On Gaps](https://a.org), 2024:" + links));
  EXPECT_FALSE(fits("- [{title}]({url}),\n{yyyy}: {links}", "- [On Gaps](https://a.org),\r\n  2024:" + links));
}

TEST(FormatMatch, CommentsAtTheEndDoNotCount) {
  EXPECT_TRUE(fits("- {title} ({venue} {yyyy})", "- On Gaps (OSDI 2024) <!-- seen --> <!-- twice -->"));
  EXPECT_FALSE(fits("- {title} ({venue} {yyyy})", "- On Gaps <!-- seen --> (OSDI 2024)"));
}

TEST(FormatMatch, TheFirstFormatThatFitsReads) {
  const Read read({"- {title} ({venue} {yyyy})", "- {title}{? ({text})}"},
                  "- On Gaps (OSDI 2024)\n- On Gaps (again)\n");
  const auto& entries = read.list.documents.front()->entries;
  ASSERT_GE(entries.size(), 1U);
  EXPECT_EQ(entries[0].format, 1);
}

TEST(FormatMatch, WhatFitsNoneIsReadAsTheListWritesIt) {
  const Read read({"- {title} ({venue} {yyyy})"}, "- [OSDI'24] [On Gaps in Large Schedules](https://a.org)\n");
  EXPECT_EQ(read.entry().format, 0);
  EXPECT_TRUE(departs(read.entry()));
  EXPECT_EQ(read.title(), "On Gaps in Large Schedules");
}

TEST(FormatMatch, OtherKindsOfBlocksAreNotHeldToIt) {
  const Read read({"* {title} ({venue} {yyyy})"},
                  "| Title | Venue |\n|---|---|\n| [On Gaps in Large Schedules](https://a.org) | OSDI 2024 |\n");
  EXPECT_EQ(read.entry().format, 0);
  EXPECT_FALSE(departs(read.entry()));
}

double seconds_for(const std::string& format, const std::string& text) {
  const auto made = std::make_shared<Formats>();
  made->all.push_back(compile_format(format).format);
  ReadOptions options;
  options.formats = made;
  const Config config;
  const Choice choice = choose(config);
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    List list = read_list("list.md", text, options);
    (void)lint(list, choice.selection);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

TEST(FormatMatch, HostileLinesStayLinear) {
  const std::string format = "- {text} a {title} a {authors} a {venue} a {name} a {text} a ({yyyy})";
  const auto line = [](std::size_t size) {
    std::string text = "- [On Gaps in Large Schedules](https://arxiv.org/abs/2401.00001)";
    while (text.size() < size) text += " a";
    return text + "\n";
  };
  const double small = seconds_for(format, line(3000)), large = seconds_for(format, line(12000));
  EXPECT_LT(large, small * 4 * 2.5 + 0.01);
  EXPECT_LT(seconds_for(format, line(400000)), 2.0);
}

}  // namespace
}  // namespace paperlint
