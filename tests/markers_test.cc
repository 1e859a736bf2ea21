// Lines whose list marker is wrong.
#include "list/markers.h"

#include <gtest/gtest.h>

#include <string>

#include "support/lists.h"
#include "support/texts.h"

namespace paperlint {
namespace {

std::vector<Line> lines_of(const Document& document) {
  std::vector<Line> lines;
  each_text(document, [&](const Text& text) { add_lines(text, lines); });
  return lines;
}

Opening opening(const std::string& line) {
  const auto read = document("list.md", "- " + line + "\n");
  return lines_of(*read).front().opening;
}

TEST(Lines, SayWhatTheyBeginWith) {
  EXPECT_EQ(opening("[A Title](u)"), Opening::link);
  EXPECT_EQ(opening("[OSDI'24] A Title"), Opening::tag);
  EXPECT_EQ(opening("(OSDI'24) A Title"), Opening::tag);
  EXPECT_EQ(opening("[Survey] [2024/05] A Title"), Opening::tag);
  EXPECT_EQ(opening("24_OSDI_A Title"), Opening::key);
  EXPECT_EQ(opening("**A Title**"), Opening::bold);
  EXPECT_EQ(opening("\"A Title\""), Opening::quote);
  EXPECT_EQ(opening("A Title [pdf](u)"), Opening::plain);
  EXPECT_EQ(opening("[Note] A Title"), Opening::plain);
  EXPECT_EQ(opening("![image](u)"), Opening::plain);
}

/// The bytes of the marker that a line of text glues to its first word.
std::uint32_t glued(const std::string& line) {
  const auto read = document("list.md", "x\n" + line + "\n");
  const std::vector<Line> lines = lines_of(*read);
  return lines.size() < 2 ? 99 : lines[1].glued.size;
}

TEST(Lines, KnowAMarkerWithoutItsBlank) {
  EXPECT_EQ(glued("-[Title](u)"), 1U);
  EXPECT_EQ(glued("*[Title](u)"), 1U);
  EXPECT_EQ(glued("*[Title](u) *Venue*"), 1U);
  EXPECT_EQ(glued("-24_OSDI_Title"), 1U);
  EXPECT_EQ(glued("12.[Title](u)"), 3U);
  EXPECT_EQ(glued("\u2022 [Title](u)"), 3U);
  for (const char* line : {"*[Title](u)* by", "*emphasis* and", "**bold**", "-1 is", "->", "--all", "1.5 times",
                           "2024.[Title](u)x", "12345.[Title](u)", "+1", "\u2022"})
    EXPECT_EQ(glued(line), line == std::string("2024.[Title](u)x") ? 5U : 0U) << line;
}

TEST(Markers, BringAPaperBackOnlyWhereItsSiblingsArePapers) {
  const std::string papers =
      "- [OSDI'24] [A First Title](https://example.org/1)\n  -[code](https://example.org/2)\n"
      "- [OSDI'23] [A Second Title](https://example.org/3)\n"
      "-[OSDI'22] [A Third Title](https://example.org/4)\n"
      "- [OSDI'21] [A Fourth Title](https://example.org/5)\n";
  const auto read = document("list.md", papers);
  const std::vector<Line> lines = lines_of(*read);
  const std::vector<MarkerSlip> slips = marker_slips(*read, lines);
  ASSERT_EQ(slips.size(), 2U);
  EXPECT_FALSE(slips[0].paper);
  EXPECT_TRUE(slips[1].paper);
}

TEST(Markers, AreLeftAloneWhereAListDoesTheSameAgainAndAgain) {
  std::string text;
  for (int i = 0; i < 9; ++i) {
    const std::string line = "[A Title of Its Own](https://example.org/" + std::to_string(i) + ")\n";
    text += "- " + line + (i % 2 == 0 ? "-" + line : line);
  }
  const auto read = document("list.md", text);
  const std::vector<MarkerSlip> slips = marker_slips(*read, lines_of(*read));
  EXPECT_FALSE(slips.empty());
  for (const MarkerSlip& slip : slips) EXPECT_TRUE(slip.usual);
}

TEST(Markers, TakeLinearTime) {
  std::string text = "- [OSDI'24] [A First Title](https://example.org/1)\n";
  for (int i = 0; i < 20000; ++i) text += i % 3 == 0 ? "-[x](u)\n" : i % 3 == 1 ? "[OSDI'24] x\n\n" : "      - - - x\n";
  const auto read = document("list.md", text);
  (void)marker_slips(*read, lines_of(*read));
}

}  // namespace
}  // namespace paperlint
