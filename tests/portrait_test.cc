// What `paperlint style` counts and shows.
#include "list/portrait.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/bars.h"
#include "report/columns.h"
#include "report/portraits.h"
#include "support/command_line.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

std::string shown(const List& list, const PortraitOptions& options = {}) {
  std::ostringstream out;
  write_portrait(out, {&list, portray(list)}, options);
  return out.str();
}

TEST(Portrait, CountsPapersByFormFieldSectionYearAndVenue) {
  const List list =
      read_list("list.md", clean_list() + "\n### Older\n\n" + paper("SOSP'19", "A Title of Long Ago", "ago") +
                               "- [arXiv'20] A Title without a Link\n");
  const Portrait portrait = portray(list);
  EXPECT_EQ(portrait.papers, 23U);
  ASSERT_EQ(portrait.forms.size(), 2U);
  EXPECT_EQ(portrait.forms[0].papers, 22U);
  EXPECT_EQ(name(portrait.forms[1].title), "plain");
  ASSERT_EQ(portrait.parts.size(), 3U);
  EXPECT_EQ(portrait.parts[0].papers, 23U);
  EXPECT_EQ(portrait.parts[2].papers, 2U);
  const std::vector<std::pair<std::uint16_t, std::uint32_t>> years{{2024, 21}, {2020, 1}, {2019, 1}};
  EXPECT_EQ(portrait.years, years);
  ASSERT_EQ(portrait.venues.size(), 3U);
  EXPECT_EQ(portrait.venues[0].first, "OSDI");
  EXPECT_EQ(portrait.order.cases, 23U);
}

TEST(Portrait, IsShownWithBars) {
  const std::string text = shown(read_list("list.md", clean_list()));
  EXPECT_TRUE(has(text, "list.md: 21 papers in 2 sections\n")) << text;
  EXPECT_TRUE(has(text, "  list item, linked title  21  100 %  ████████████████████████\n")) << text;
  EXPECT_TRUE(has(text, "Venue tags\n  [V'YY]    21  100 %  ████████████████████████\n  habit: [V'YY]\n")) << text;
}

TEST(Portrait, IsAsTheReadmeShowsIt) {
  const std::string name = "examples/clean.md";
  const std::string text = shown(read_list(name, read(fs::path(PAPERLINT_SOURCE_DIR) / name)));
  const std::string readme = read(fs::path(PAPERLINT_SOURCE_DIR) / "README.md");
  const std::size_t begin = readme.find("```text\n" + name + ": ");
  ASSERT_NE(begin, std::string::npos);
  const std::string part = readme.substr(begin + 8, readme.find("```", begin + 8) - begin - 8);
  EXPECT_EQ(text.substr(0, part.size()), part);
}

TEST(Portrait, SharesAreNeverRoundedToNoneOrAll) {
  EXPECT_EQ(percent(1, 1000), "<1 %");
  EXPECT_EQ(percent(999, 1000), "99 %");
  EXPECT_EQ(percent(1000, 1000), "100 %");
  EXPECT_EQ(percent(0, 1000), "0 %");
  EXPECT_EQ(percent(0, 0), "0 %");
}

TEST(Portrait, TellsWhyThereIsNoHabit) {
  const std::string few = "# Papers\n\n" + paper("OSDI'24", "A Title", "1") + paper("SOSP 2023", "Another", "2") +
                          paper("NSDI'22", "A Third", "3");
  const std::string text = shown(read_list("few.md", few));
  EXPECT_TRUE(has(text, "[V YYYY]  1   33 %  ████████\n  no habit: too few cases\n")) << text;
  const std::string alike = shown(read_list("list.md", clean_list()));
  EXPECT_TRUE(has(alike, "oldest first  21  100 %  ████████████████████████\n  no habit: both ways fit\n")) << alike;
}

TEST(Portrait, TellsOfSectionsThatDoOtherwise) {
  std::string text = clean_list();
  for (int i = 30; i < 250; ++i) text += paper("OSDI'24", "Yet Some Title " + std::to_string(i), std::to_string(i));
  text += "\n## Others\n\n";
  for (int i = 1; i <= 9; ++i)
    text += paper("OSDI 2024", "Another Title " + std::to_string(i), "o" + std::to_string(i));
  EXPECT_TRUE(has(shown(read_list("list.md", text)), "  habit: [V'YY]\n  but [V YYYY] in 1 section: Others\n"));
}

TEST(Portrait, IsSafeForATerminal) {
  std::string text = "# Papers \x1b[31m\n\n## \xE6\xAD\xA6\xE5\x99\xA8 \xE2\x80\xAE\n\n";
  for (int i = 0; i < 21; ++i) text += paper("OSDI'24", "A Title Number " + std::to_string(i), std::to_string(i));
  text += paper("OS\x1b[2JDI\x9B'24", "A Title of Its Own", "x") + paper("\x1b[SOSP'24", "Another", "y");
  const List list = read_list("a\x1b.md", text);
  ASSERT_FALSE(shown(list).empty());
  for (const char bad : {'\x1b', '\x07', '\r', '\xff'}) EXPECT_EQ(shown(list).find(bad), std::string::npos);
  EXPECT_EQ(shown(list).find("\xE2\x80\xAE"), std::string::npos);
}

void expect_to_fit(const List& list, const std::string& name) {
  for (const int width : {40, 80, 200}) {
    std::istringstream lines(shown(list, {false, true, width}));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(Shown(line).columns(), std::min(width, 80)) << name << ": " << line;
  }
}

TEST(Portrait, FitsTheTerminal) {
  std::string text = "# Papers\n";
  for (int i = 0; i < 60; ++i)
    text += "\n## " + std::string(90, 'W') + " \xE8\xAE\xBA\xE6\x96\x87\n\n" +
            paper("A Very Long Name of a Venue That Nobody Would Write in Full " + std::to_string(i) + "'24",
                  "A Title Number " + std::to_string(i), std::to_string(i)) +
            paper("OSDI'24", "Another Title Number " + std::to_string(i), "y" + std::to_string(i));
  expect_to_fit(read_list(std::string(120, 'p') + ".md", text), "long");
  const fs::path folder = corpus_folder();
  if (folder.empty()) return;
  for (const fs::path& path : lists_below(folder)) {
    const List list = read_list(path.filename().string(), read(path));
    if (list.documents.front()->reading == Reading::read && portray(list).papers != 0)
      expect_to_fit(list, path.string());
  }
}

TEST(Portrait, IsAnObjectForPrograms) {
  const List list = read_list("list.md", clean_list() +
                                             "\n## 2. B\xC3\xBC"
                                             "cher \xFF\n\n" +
                                             paper("SOSP'19", "A Title of Long Ago", "ago"));
  const SeenList seen{&list, portray(list)};
  const Remark remark{"a.md", "no paper list"};
  std::ostringstream out;
  write_portraits_as_json(out, {&seen, 1}, {&remark, 1});
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["remarks"][0]["message"], "no paper list");
  const auto& one = json["lists"][0];
  EXPECT_EQ(one["files"], nlohmann::json::parse(R"([{"file": "list.md", "papers": 22}])"));
  EXPECT_EQ(one["forms"], nlohmann::json::parse(R"([{"carrier": "list item", "title": "linked", "papers": 22}])"));
  EXPECT_EQ(one["habits"][0]["habit"], nlohmann::json::parse(R"(["[V'YY]"])"));
  EXPECT_EQ(one["habits"][0]["votes"], nlohmann::json::parse(R"([{"form": "[V'YY]", "count": 22}])"));
  EXPECT_EQ(one["habits"].size(), std::size(kHabits));
  EXPECT_EQ(one["order"]["cases"], 22);
  EXPECT_EQ(one["sections"][2]["number"], "2");
  EXPECT_EQ(one["sections"][2]["line"], 27);
  EXPECT_EQ(one["years"][0], nlohmann::json::parse(R"({"year": 2024, "papers": 21})"));
  EXPECT_EQ(one["venues"][0], nlohmann::json::parse(R"({"venue": "OSDI", "papers": 21})"));
}

}  // namespace
}  // namespace paperlint
