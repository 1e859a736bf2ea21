#include "lint/change.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "list/style.h"
#include "support/invariants.h"
#include "support/lists.h"

namespace paperlint {
namespace {

std::string lines_in(const LineSet& set) {
  std::string all;
  for (std::uint32_t line = 0; line < 40; ++line)
    if (set.meets(line, line)) all += std::to_string(line + 1) + ' ';
  return all;
}

ChangedLines changed(std::string before, std::string now) {
  static std::vector<std::unique_ptr<Source>> kept;
  kept.push_back(std::make_unique<Source>("a.md", std::move(before)));
  kept.push_back(std::make_unique<Source>("a.md", std::move(now)));
  return changed_lines(*kept[kept.size() - 2], *kept.back());
}

TEST(ChangedLines, AreThoseThatAreNewOrOther) {
  EXPECT_EQ(lines_in(changed("a\nb\nc\n", "a\nB\nc\nd\n").lines), "2 4 ");
  EXPECT_EQ(lines_in(changed("a\nb\nc\n", "a\nc\n").lines), "");
  EXPECT_EQ(lines_in(changed("a\nb\n", "a\r\nb\r\n").lines), "");
  EXPECT_EQ(lines_in(changed("a\nb", "a\nb\n").lines), "");
  EXPECT_EQ(lines_in(changed("", "a\nb\n").lines), "1 2 ");
}

TEST(ChangedLines, HunksHaveThreeLinesAround) {
  const std::string ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
  EXPECT_EQ(lines_in(changed(ten, "1\n2\n3\n4\nx\n6\n7\n8\n9\n10\n").hunks), "2 3 4 5 6 7 8 ");
  const ChangedLines gone = changed(ten, "1\n2\n3\n4\n6\n7\n8\n9\n10\n");
  EXPECT_EQ(lines_in(gone.hunks), "2 3 4 5 6 7 ");
  EXPECT_TRUE(gone.hunks.holds(1, 6));
  EXPECT_FALSE(gone.hunks.holds(0, 1));
}

TEST(LineSet, MeetsAndHolds) {
  LineSet set;
  set.add(2, 4);
  set.add(4, 5);
  set.add(8, 9);
  EXPECT_TRUE(set.holds(2, 4));
  EXPECT_FALSE(set.holds(4, 8));
  EXPECT_TRUE(set.meets(5, 8));
  EXPECT_FALSE(set.meets(5, 7));
  EXPECT_FALSE(LineSet().meets(0, 100));
}

class ChangeTest : public ::testing::Test {
 protected:
  ChangeTest() : choice_(choose(config_)) {}

  /// `line: rule` of what is told of `now`.
  std::vector<std::string> told(const std::string& before, const std::string& now) const {
    const Change change(list_of(before), choice_.selection);
    List list = list_of(now);
    change.adopt_habits(list);
    const LintResult result = lint(list, change.with_habits(choice_.selection));
    const std::vector<bool> told = change.told(list, result.diagnostics);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < told.size(); ++i) {
      const Diagnostic& finding = result.diagnostics[i];
      if (told[i])
        all.push_back(std::to_string(finding.at.source->position(finding.at.span.begin).line) + ": " +
                      std::string(finding.rule->name));
    }
    return all;
  }

  Config config_;
  Choice choice_;
};

using Lines = std::vector<std::string>;

std::string entry(const std::string& tag, const std::string& title) {
  return "- [" + tag + "] [" + title + "](https://example.org/" + std::to_string(std::hash<std::string>()(title)) +
         ")\n";
}

std::string entries(int count, const std::string& tag = "OSDI'24") {
  std::string text = "# Papers\n\n## Systems\n\n";
  for (int i = 0; i < count; ++i) text += entry(tag, "Some Title Number " + std::to_string(i) + " of This List");
  return text;
}

TEST_F(ChangeTest, OldFindingsAreNotTold) {
  const std::string before = entries(21) + entry("OSDI24", "Old Mistake") + "\n";
  EXPECT_EQ(told(before, before), Lines{});
  EXPECT_EQ(told(before, entries(21) + entry("OSDI'24", "Between") + entry("OSDI24", "Old Mistake") + "\n"), Lines{});
  EXPECT_EQ(told(before, before + entry("OSDI24", "New Mistake")), Lines{"28: venue-tag"});
}

TEST_F(ChangeTest, AGapIsKnownByItsOwnLineAlone) {
  const std::string gap =
      entry("OSDI'24", "The Old  Gap of This List") + entry("OSDI'24", "The Last Title of This List");
  const std::string before = entries(21) + gap;
  const List list = list_of(before);
  const std::vector<Diagnostic> findings = lint(list, choice_.selection).diagnostics;
  ASSERT_TRUE(std::any_of(findings.begin(), findings.end(), [](const auto& d) { return d.rule->name == "spacing"; }));
  EXPECT_EQ(told(before, entries(21) + entry("OSDI'24", "Something New Above It") + gap), Lines{});
  std::string windows;
  for (const char c : before) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(told(before, windows + entry("OSDI24", "New Mistake")), Lines{"28: venue-tag"});
}

TEST_F(ChangeTest, WhatTouchesAChangedLineIsTold) {
  const std::string before = entries(21) + entry("OSDI24", "Old Mistake");
  std::string now = before;
  now.insert(now.size() - 1, " more");
  EXPECT_EQ(told(before, now), Lines{"26: venue-tag"});
}

TEST_F(ChangeTest, WhatBreaksElsewhereIsTold) {
  const std::string before = "# List\n\n- [Systems](#systems)\n\n" + entries(21).substr(10);
  std::string now = before;
  now.replace(now.find("## Systems"), 10, "## Machines");
  const Lines lines = told(before, now);
  EXPECT_NE(std::find(lines.begin(), lines.end(), "3: anchor"), lines.end());
}

TEST_F(ChangeTest, EqualFindingsAreCounted) {
  const std::string dead = "See [there](#nowhere).\n\n";
  const std::string before = entries(21) + "\n" + dead;
  const std::string now = entries(21) + "\n" + dead + dead;
  EXPECT_EQ(told(before, before), Lines{});
  EXPECT_EQ(told(before, now).size(), 1u);
}

TEST_F(ChangeTest, TheOldTextVotes) {
  const std::string before = entries(21);
  std::string now = before;
  for (int i = 0; i < 60; ++i) now += entry("OSDI 2024", "A New Title Number " + std::to_string(i) + " in a Row");
  EXPECT_EQ(told(before, now).size(), 60u);
  EXPECT_EQ(told("", now), Lines{}) << "a list that is new has its own habits";
}

TEST_F(ChangeTest, TheOldTextVotesOnTheNamesOfServers) {
  const std::string before = entries(10, "arXiv'24");
  std::string now = before;
  for (int i = 0; i < 30; ++i) now += entry("ArXiv'24", "A New Title Number " + std::to_string(i) + " in a Row");
  EXPECT_EQ(told(before, now).size(), 30u);
  EXPECT_EQ(told(before, before), Lines{});
  EXPECT_EQ(told(entries(10), now), Lines{}) << "the old text had no habit";
}

TEST_F(ChangeTest, TheOldTextVotesOnMarkers) {
  const std::string before = entries(21);
  std::string now = before;
  for (int i = 0; i < 20; ++i)
    now += "-" + entry("OSDI'24", "A New Title Number " + std::to_string(i) + " in a Row").substr(2);
  Lines expected;
  for (int i = 0; i < 20; ++i) expected.push_back(std::to_string(26 + i) + ": list-marker");
  EXPECT_EQ(told(before, now), expected);
  EXPECT_EQ(told(now, now + "-" + entry("OSDI'24", "One More That Is New Here").substr(2)), Lines{}) << "its own way";
  EXPECT_EQ(told("", now), Lines{}) << "a list that is new has its own habits";
}

TEST_F(ChangeTest, TheOldTextVotesOnReferencesOfRepeats) {
  const auto section = [](const std::string& name, int from, int to, bool marked) {
    std::string text = "\n## " + name + "\n\n";
    for (int i = from; i < to; ++i) {
      text += entry("OSDI'24", "The Title of Repeated Paper Number " + std::to_string(i));
      if (marked) text.insert(text.size() - 1, " [also in [Others](#others)]");
    }
    return text;
  };
  const std::string marked = "# Papers\n" + section("Systems", 0, 8, true) + section("Others", 0, 8, false);
  const std::string many = marked + section("New", 20, 60, false) + section("Newer", 20, 60, false);
  EXPECT_EQ(told(marked, marked), Lines{});
  EXPECT_EQ(told(marked, many).size(), 80u) << "40 papers stand in two sections, neither of which names the other";
  EXPECT_EQ(told("", many), Lines{}) << "a list that is new has its own habits";
}

TEST_F(ChangeTest, ASectionKeepsItsOwnHabit) {
  std::string before = entries(200) + "\n## Others\n\n";
  for (int i = 0; i < 10; ++i)
    before += entry("OSDI 2024", "Another Title Number " + std::to_string(i) + " of Its Own");
  const std::string now = before + entry("OSDI'24", "One More That Is New Here");
  ASSERT_EQ(told(before, before), Lines{});
  EXPECT_EQ(told(before, now), Lines{"218: venue-tag"});
}

TEST(CarriedOver, SectionsAreTheSameWhereFileAndAnchorAre) {
  const List before = list_of("# A\n\ntext\n\n# B\n"), now = list_of("# B\n\n# C\n");
  Habit habit;
  for (int i = 0; i < 400; ++i) habit.vote("x", nullptr);
  for (int i = 0; i < 9; ++i) habit.vote("y", &before.documents[0]->sections[2]);
  for (int i = 0; i < 9; ++i) habit.vote("z", &before.documents[0]->sections[1]);
  habit.settle();
  const Habit carried = habit.carried_over({{&before.documents[0]->sections[2], &now.documents[0]->sections[1]}});
  EXPECT_EQ(carried.in(&now.documents[0]->sections[1]), std::vector<std::string>{"y"});
  EXPECT_EQ(carried.in(&now.documents[0]->sections[2]), habit.forms());
  EXPECT_EQ(carried.own().size(), 1u);
}

}  // namespace
}  // namespace paperlint
