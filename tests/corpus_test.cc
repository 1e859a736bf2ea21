// Real lists: nothing breaks on them, and what is said of them was read by a person. The folder
// comes from the environment, PAPERLINT_CORPUS; the verdicts stand in tests/corpus/verdicts.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "config/config.h"
#include "lint/change.h"
#include "lint/fix.h"
#include "list/copies.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReadWhole = "byungsoo-oh+ml-systems-papers";
constexpr std::size_t kPercent = 97;  // of the findings that were read are right

class Corpus : public ::testing::Test {
 protected:
  void SetUp() override {
    const fs::path folder = corpus_folder();
    if (folder.empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of real lists: nothing was tried on them";
    folder_ = folder;
    ASSERT_TRUE(fs::is_directory(folder_)) << "PAPERLINT_CORPUS is no folder: " << folder_;
    lists_ = lists_below(folder_);
    ASSERT_FALSE(lists_.empty()) << "no list in " << folder_;
  }
  [[nodiscard]] std::string name(const fs::path& list) const { return list.lexically_relative(folder_).string(); }

  fs::path folder_;
  std::vector<fs::path> lists_;
  const Config config_;
  const Choice choice_ = choose(config_);
};

TEST_F(Corpus, KeepsTheInvariants) {
  for (const fs::path& list : lists_) {
    const std::string text = read(list);
    for (const std::string& sentence : broken_invariants(name(list), text, choice_))
      ADD_FAILURE() << name(list) << ": " << sentence;
  }
}

TEST_F(Corpus, IsJudgedAlikeByMoreThreads) {
  for (const fs::path& file : lists_) {
    const auto findings = [&](unsigned jobs) {
      const List list = read_list(name(file), read(file), choice_.read, jobs);
      std::vector<std::string> all;
      for (const Diagnostic& finding : lint(list, choice_.selection, nullptr, jobs).diagnostics)
        all.push_back(std::to_string(finding.at.span.begin) + finding.message + finding.subject);
      return all;
    };
    EXPECT_EQ(findings(4), findings(1)) << name(file);
  }
}

/// The files of each folder of the corpus that holds several, by its name.
std::map<std::string, std::vector<fs::path>> folders_of(const std::vector<fs::path>& lists, const fs::path& corpus) {
  std::map<std::string, std::vector<fs::path>> folders;
  for (const fs::path& list : lists) folders[list.lexically_relative(corpus).begin()->string()].push_back(list);
  for (auto at = folders.begin(); at != folders.end();) at = at->second.size() < 2 ? folders.erase(at) : std::next(at);
  return folders;
}

List read_folder(const std::vector<fs::path>& files, const fs::path& corpus, const ReadOptions& options) {
  std::vector<std::unique_ptr<Document>> documents;
  for (const fs::path& file : files)
    documents.push_back(read_document(
        std::make_unique<const Source>(file.lexically_relative(corpus).generic_string(), read(file)), options));
  return make_list(std::move(documents));
}

TEST_F(Corpus, KnowsWhichFilesHoldThePapersOfOthers) {
  std::set<std::string> mirrors;
  for (const auto& [folder, files] : folders_of(lists_, folder_)) {
    const List list = read_folder(files, folder_, choice_.read);
    for (const Mirror& mirror : list.copies().mirrors)
      mirrors.insert(mirror.document->source->path() + ": " + std::string(paperlint::name(mirror.kind)));
    for (const auto& document : list.documents) EXPECT_EQ(document->generated_by, "") << document->source->path();
  }
  EXPECT_EQ(mirrors, (std::set<std::string>{
                         "PaoPaoRobot+ICRA2020-paper-list/with_abstract/paperlist_1_Awards.md: view",
                         "byungsoo-oh+ml-systems-papers/README-2024-10.md: old copy",
                         "opendilab+awesome-RLHF/README_TU.md: translation",
                         "papers-we-love+papers-we-love/datastores/README.md: view",
                     }));
}

TEST_F(Corpus, OfWhatHasNotChangedNothingIsTold) {
  for (const fs::path& file : lists_) {
    const Change change(read_folder({file}, folder_, choice_.read), choice_.selection);
    List list = read_folder({file}, folder_, choice_.read);
    change.adopt_habits(list);
    const LintResult result = lint(list, change.with_habits(choice_.selection));
    const std::vector<bool> told = change.told(list, result.diagnostics);
    for (std::size_t i = 0; i < told.size(); ++i)
      EXPECT_FALSE(told[i]) << file << ": " << result.diagnostics[i].rule->name << ": "
                            << result.diagnostics[i].message;
  }
}

TEST_F(Corpus, FoldersAsOneListAreMendedOnce) {
  for (const auto& [folder, files] : folders_of(lists_, folder_)) {
    FixResult once =
        fix_all(read_folder(files, folder_, choice_.read), choice_.selection, choice_.read, Safety::unsafe);
    EXPECT_TRUE(once.remarks.empty()) << folder << ": " << once.remarks.front().message;
    const FixResult twice = fix_all(std::move(once.list), choice_.selection, choice_.read, Safety::unsafe);
    EXPECT_EQ(twice.applied.size(), 0U) << folder;
    EXPECT_EQ(twice.texts, once.texts) << folder;
  }
}

/// What a person says of the findings of one rule in one list.
struct Tally {
  std::size_t right = 0, wrong = 0, unread = 0;
};

struct Verdict {
  bool right = false;
  std::string rule;
};

/// By file and fingerprint.
using Verdicts = std::map<std::pair<std::string, std::string>, Verdict>;

/// What a person called right has to be said as long as nobody takes it out of the verdicts.
void expect_all_said(const Verdicts& verdicts, const std::set<std::pair<std::string, std::string>>& said) {
  for (const auto& [key, verdict] : verdicts)
    if (verdict.right && said.count(key) == 0)
      ADD_FAILURE() << key.first << ": " << verdict.rule << " no longer tells of " << key.second;
}

std::map<std::pair<std::string, std::string>, Verdict> read_verdicts() {
  std::map<std::pair<std::string, std::string>, Verdict> all;
  std::ifstream file(fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "corpus" / "verdicts.tsv");
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::istringstream row(line);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    const bool good = cells.size() >= 4 && (cells[3] == "right" || cells[3] == "wrong");
    EXPECT_TRUE(good) << "verdicts.tsv:" << number << ": expected fingerprint, file, rule, right or wrong, reason";
    if (good) all[{cells[1], cells[0]}] = {cells[3] == "right", cells[2]};
  }
  return all;
}

std::string percent(const Tally& tally) {
  const std::size_t all = tally.right + tally.wrong;
  return all == 0 ? "-"
                  : std::to_string(tally.right * 1000 / all / 10) + "." +
                        std::to_string(tally.right * 1000 / all % 10) + " %";
}

void print(const std::map<std::string, Tally>& tallies, std::string_view of) {
  std::cout << "errors and warnings in " << of << " that were read:\n";
  for (const auto& [rule, tally] : tallies)
    std::cout << "  " << rule << ": " << tally.right << " right, " << tally.wrong << " wrong (" << percent(tally)
              << "), " << tally.unread << " unread\n";
}

TEST_F(Corpus, IsJudgedRightlyAsFarAsItWasRead) {
  const auto verdicts = read_verdicts();
  std::map<std::string, Tally> whole, all;
  Tally sum;
  std::set<std::pair<std::string, std::string>> said;
  for (const fs::path& path : lists_) {
    const bool first = name(path).rfind(kReadWhole, 0) == 0;
    const List list = read_list(name(path), read(path));
    for (const Diagnostic& finding : lint(list, choice_.selection).diagnostics) {
      said.insert({name(path), fingerprint(finding)});
      if (finding.severity == Severity::note) continue;
      const auto found = verdicts.find({name(path), fingerprint(finding)});
      const auto count = [&](Tally& tally) {
        ++(found == verdicts.end() ? tally.unread : found->second.right ? tally.right : tally.wrong);
      };
      count(all[std::string(finding.rule->name)]);
      if (!first) continue;
      count(whole[std::string(finding.rule->name)]);
      count(sum);
    }
  }
  expect_all_said(verdicts, said);
  print(all, "all lists");
  print(whole, kReadWhole);
  if (verdicts.empty()) GTEST_SKIP() << "tests/corpus/verdicts.tsv holds no verdict";
  const bool there = std::any_of(lists_.begin(), lists_.end(),
                                 [&](const fs::path& list) { return name(list).rfind(kReadWhole, 0) == 0; });
  if (!there) GTEST_SKIP() << "the corpus lacks " << kReadWhole;
  EXPECT_GT(sum.right + sum.wrong, 0U) << "no finding in " << kReadWhole << " was read";
  EXPECT_GE(sum.right * 100, (sum.right + sum.wrong) * kPercent) << sum.wrong << " findings are wrong";
}

}  // namespace
}  // namespace paperlint
