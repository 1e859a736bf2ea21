// Files that hold the papers of others once more: by what they share and by their names.
#include "list/mirrors.h"

#include <gtest/gtest.h>

#include "config/config.h"
#include "lint/lint.h"
#include "list/copies.h"
#include "support/lists.h"

namespace paperlint {
namespace {

std::string number(int i) { return (i < 10 ? "0" : "") + std::to_string(i); }

std::string one(int i, const std::string& title = "A Paper on Subject") {
  return "- [OSDI'24] [" + title + " " + number(i) + "](https://arxiv.org/abs/2401.010" + number(i) + ")\n";
}

/// Papers by their numbers, [first, last), below a heading.
std::string papers(int first, int last, const std::string& title = "A Paper on Subject") {
  std::string text = "# Papers\n\n## Systems\n\n";
  for (int i = first; i < last; ++i) text += one(i, title);
  return text;
}

/// `README_zh.md translation README.md 12`, of each mirror.
std::vector<std::string> mirrors(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<std::string> told;
  const List list = list_of_files(files);
  for (const Mirror& m : list.copies().mirrors)
    told.push_back(m.document->source->path() + " " + std::string(name(m.kind)) + " " + m.original->source->path() +
                   " " + std::to_string(m.shared));
  return told;
}

using Told = std::vector<std::string>;

TEST(Mirrors, ATranslationIsKnownByItsNameAndPapers) {
  const std::string chinese = papers(10, 22, "一篇关于分布式系统的论文");
  for (const char* path : {"README_zh.md", "README.zh-CN.md", "README-cn.md", "zh/README.md", "docs/README_CN.md",
                           "README_JA.md", "README_Chinese.md"})
    EXPECT_EQ(mirrors({{path, chinese}, {"README.md", papers(10, 22)}}),
              Told{std::string(path) + " translation README.md 12"});
  // It may lag behind; half of the papers are enough.
  EXPECT_EQ(mirrors({{"README.md", papers(10, 40)}, {"README_zh.md", papers(34, 46)}}).size(), 1U);
  EXPECT_TRUE(mirrors({{"README.md", papers(10, 40)}, {"README_zh.md", papers(35, 47)}}).empty());
}

TEST(Mirrors, AnOldCopyIsKnownByItsNameAndPapers) {
  for (const char* path : {"README-2024-10.md", "README_old.md", "archive/README.md", "README.bak.md"})
    EXPECT_EQ(mirrors({{path, papers(10, 30)}, {"README.md", papers(20, 80)}}),
              Told{std::string(path) + " old copy README.md 10"});
  // Another list of another year is none.
  EXPECT_TRUE(mirrors({{"2023.md", papers(10, 30)}, {"2024.md", papers(25, 60)}}).empty());
}

TEST(Mirrors, AViewHoldsFourFifthsOfTenPapersOrMore) {
  EXPECT_EQ(mirrors({{"by-date.md", papers(12, 22)}, {"README.md", papers(10, 20)}}),
            Told{"README.md view by-date.md 8"});
  EXPECT_TRUE(mirrors({{"by-date.md", papers(13, 23)}, {"README.md", papers(10, 20)}}).empty());
  EXPECT_TRUE(mirrors({{"by-date.md", papers(10, 19)}, {"README.md", papers(10, 30)}}).empty());
  EXPECT_EQ(mirrors({{"by-date.md", papers(10, 20)}, {"README.md", papers(10, 30)}}),
            Told{"by-date.md view README.md 10"});
}

TEST(Mirrors, TheBestOfSeveralFilesAreAView) {
  const std::string best = papers(15, 19) + papers(30, 34) + papers(50, 54);
  EXPECT_EQ(mirrors({{"a.md", papers(10, 29)}, {"b.md", papers(30, 49)}, {"c.md", papers(50, 69)}, {"best.md", best}}),
            Told{"best.md view a.md 12"});
}

TEST(Mirrors, FilesOfTopicsThatShareAFewPapersAreNone) {
  EXPECT_TRUE(mirrors({{"a.md", papers(10, 40)}, {"b.md", papers(30, 60)}, {"c.md", papers(50, 90)}}).empty());
}

TEST(Mirrors, AreCheckedEachForItself) {
  const List list = list_of_files({{"README.md", papers(10, 22) + one(11)},
                                   {"README_zh.md", papers(10, 22, "一篇关于分布式系统的论文") + "\n## 数据\n\n"},
                                   {"README-2024-10.md", papers(10, 22) + one(12)}});
  ASSERT_EQ(list.copies().parts.size(), 3U);
  ASSERT_EQ(list.copies().papers.size(), 2U);
  for (const Paper& paper : list.copies().papers) {
    EXPECT_EQ(paper.size(), 2U);
    EXPECT_EQ(paper.front()->document, paper.back()->document);
  }
  const Config config;
  const LintResult result = lint(list, select_rules(config, {"duplicate-paper", "shared-link", "copies-differ"}, {}));
  ASSERT_EQ(result.diagnostics.size(), 2U);
  for (const Diagnostic& finding : result.diagnostics) EXPECT_EQ(finding.rule->name, "duplicate-paper");
}

TEST(Mirrors, ManyFilesOfTheSamePapersAreMirrorsOfOne) {
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 300; ++i) files.emplace_back("f" + std::to_string(i) + ".md", papers(10, 40));
  const List list = list_of_files(files);
  ASSERT_EQ(list.copies().mirrors.size(), 299U);
  for (const Mirror& mirror : list.copies().mirrors) EXPECT_EQ(mirror.original, list.documents.front().get());
}

TEST(Mirrors, NamesOfCopies) {
  for (const char* path : {"README_zh.md", "zh/README.md", "README-2024-10.md", "README.old.md"})
    EXPECT_TRUE(named_as_copy(path)) << path;
  for (const char* path : {"README.md", "2024.md", "topics/agents.md", "part-2.md", "topics/2024.md"})
    EXPECT_FALSE(named_as_copy(path)) << path;
}

}  // namespace
}  // namespace paperlint
