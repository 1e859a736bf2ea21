// What joins the parts of an entry, its dates, what stands before its tag, and how its lines end.
#include "list/written.h"

#include <gtest/gtest.h>

#include <string>

#include "list/breaks.h"
#include "list/strays.h"
#include "support/lists.h"
#include "support/texts.h"

namespace paperlint {
namespace {

using Texts = std::vector<std::string>;

/// Kind and form of the pieces of a text.
Texts pieces(const std::string& text, void (*add)(const Text&, std::vector<Written>&)) {
  const auto read = document("list.md", text + "\n");
  std::vector<Written> all;
  each_text(*read, [&](const Text& heard) { add(heard, all); });
  Texts shown;
  for (const Written& piece : all) shown.push_back(piece.kind + "=" + piece.form);
  return shown;
}

TEST(Joints, StandBehindTagsAndLinkedTitles) {
  EXPECT_EQ(pieces("- [OSDI'24] [T](u): x", add_joints), (Texts{"tag= ", "link :=: "}));
  EXPECT_EQ(pieces("- [OSDI'24][T](u) ([c](v))", add_joints), (Texts{"tag=", "link (= "}));
  EXPECT_EQ(pieces("- (OSDI'24)  T", add_joints), Texts{"tag= "});
  EXPECT_EQ(pieces("- [T](u)\u2014 x", add_joints), Texts{"link -=\u2014 "});
  EXPECT_EQ(pieces("- [Note] [OSDI'24]T", add_joints), Texts{});
  EXPECT_EQ(pieces("- [Survey :mag:][OSDI'24]T", add_joints), (Texts{"tag=", "tag="}));
}

TEST(Joints, StandNowhereElse) {
  for (const char* text : {"- [T](u)", "- [T](u) by x", "- [T](u):", "- [T](u)\n  x", "- [T](#t): x", "[T](u): x",
                           "- x [T](u): y", "- [note] x", "- ![i](u): x"})
    EXPECT_EQ(pieces(text, add_joints), Texts{}) << text;
}

TEST(Dates, StandAloneInBracketsBarsAndAtTheEnd) {
  EXPECT_EQ(pieces("- [2024/05] T", add_date), (Texts{"date [=/", "month [=MM"}));
  EXPECT_EQ(pieces("- [2024-5] T", add_date), (Texts{"date [=-", "month [=M"}));
  EXPECT_EQ(pieces("- [2024.12] T", add_date), Texts{"date [=."});
  EXPECT_EQ(pieces("- T (2024.5)", add_date), (Texts{"date (=.", "month (=M"}));
  EXPECT_EQ(pieces("- [T](u), 2024.5", add_date), (Texts{"date ,=.", "month ,=M"}));
  EXPECT_EQ(pieces("| a | b |\n| - | - |\n| 2024.05 | T |", add_date), (Texts{"date |=.", "month |=MM"}));
}

TEST(Dates, MayNameNoMonth) {
  EXPECT_EQ(pieces("- [2024/13] T", add_date), Texts{"date [=/13"});
  EXPECT_EQ(pieces("- [2024.0] T", add_date), Texts{"date [=.0"});
  EXPECT_EQ(pieces("- (1998/99) T [2024/10]", add_date), Texts{"date [=/"});
}

TEST(Dates, AreNotSeenInOtherNumbers) {
  for (const char* text :
       {"- [2024-05-06] T", "- [2024/5/6] T", "- [1824/05] T", "- [12024/05] T", "- [2024/055] T", "- [T 2024.5](u)",
        "- `[2024/05]`", "- 2024.5 is a number", "- [[x](/2024/05)]", "- [2024.5.1] T", "- [2024 May] T"})
    EXPECT_EQ(pieces(text, add_date), Texts{}) << text;
}

TEST(Written, IsMendedInTheFormOfTheOthers) {
  const auto read = document("list.md", "- [2024/5] T\n");
  std::vector<Written> all;
  each_text(*read, [&](const Text& text) { add_date(text, all); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(in_form(*read->source, all[0], "-"), "-");
  EXPECT_EQ(in_form(*read->source, all[1], "MM"), "05");
  EXPECT_EQ(complaint(*read->source, all[1], "05"),
            "'2024/5' is not written as the other dates are, expected '2024/05'");
}

TEST(Strays, StandBeforeTheTagOfWhatIsNoEntry) {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "- [OSDI'24] [A Title of Its Own](https://example.org/" + std::to_string(i) + ")\n";
  text += "- ?, [OSDI'24] [Another Title](https://example.org/x)\n- see [OSDI'24] Yet Another Title\n";
  text += "- A Title that is Longer than Stray Words [OSDI'24] [x](u)\n";
  const auto read = document("list.md", text);
  Strays strays;
  for (const Entry& entry : read->entries) strays.hear(entry);
  each_text(*read, [&](const Text& heard) { strays.hear(heard); });
  const std::vector<Stray> all = strays.all();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].words, "?,");
  EXPECT_TRUE(all[0].punctuation);
  EXPECT_EQ(all[1].words, "see");
  EXPECT_FALSE(all[1].punctuation);
}

TEST(Breaks, AreHardInManyForms) {
  EXPECT_EQ(hard_break("a  "), "  ");
  EXPECT_EQ(hard_break("a    "), "  ");
  EXPECT_EQ(hard_break("a \\"), " \\");
  EXPECT_EQ(hard_break("a<br>"), "<br>");
  EXPECT_EQ(hard_break("a <br />  "), " <br />");
  for (const char* line : {"", "a", "a ", "a \\ ", "a>", "a <b>", "a\t\t"}) EXPECT_EQ(hard_break(line), "") << line;
}

TEST(Breaks, EndAFieldOrGoOn) {
  EXPECT_TRUE(ends_field("**Title**", "Ada Byron"));
  EXPECT_TRUE(ends_field("Ada Byron", "*OSDI 2024*"));
  EXPECT_TRUE(ends_field("Ada Byron.", "OSDI 2024"));
  EXPECT_TRUE(ends_field("[Title](u)", "by Ada"));
  EXPECT_FALSE(ends_field("Ada Byron and Carl", "Friedrich"));
  EXPECT_FALSE(ends_field("Ada Byron,", "*OSDI 2024*"));
  EXPECT_FALSE(ends_field("**A Title that Goes", "on**"));
  EXPECT_FALSE(ends_field("", "x"));
}

}  // namespace
}  // namespace paperlint
