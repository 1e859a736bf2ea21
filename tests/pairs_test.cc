// The fixes of each rule alone and of each two rules together do what they declare, and come to an end.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "config/config.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

using Pair = std::pair<const Rule*, const Rule*>;  // the same rule twice: alone
using Files = std::vector<std::pair<std::uintmax_t, fs::path>>;

class Pairs : public ::testing::Test {
 protected:
  /// The rules that would mend something in a text.
  [[nodiscard]] std::set<const Rule*> offering(const fs::path& file) const {
    const List list = read_list("list.md", read(file), choice_.read);
    std::set<const Rule*> rules;
    for (const Diagnostic& finding : lint(list, choice_.selection).diagnostics)
      if (finding.fix) rules.insert(finding.rule);
    return rules;
  }

  /// The files in which both rules of a pair would mend something, the smallest first.
  [[nodiscard]] std::map<Pair, Files> pairs_in(const fs::path& folder) const {
    std::map<Pair, Files> pairs;
    for (const fs::path& file : lists_below(folder)) {
      const std::set<const Rule*> rules = offering(file);
      for (const Rule* one : rules)
        for (const Rule* other : rules)
          if (!(other < one)) pairs[{one, other}].emplace_back(fs::file_size(file), file);
    }
    for (auto& [pair, files] : pairs) std::sort(files.begin(), files.end());
    return pairs;
  }

  void expect_settled(const Pair& pair, const fs::path& file) const {
    Choice two{choice_.selection, choice_.read};
    auto& choices = two.selection.choices;
    const auto other = [&](const Selection::Choice& one) { return one.rule != pair.first && one.rule != pair.second; };
    choices.erase(std::remove_if(choices.begin(), choices.end(), other), choices.end());
    for (const std::string& sentence : unsettled("list.md", read(file), two))
      ADD_FAILURE() << file << ", " << pair.first->name << " and " << pair.second->name << ": " << sentence;
  }

  /// In up to `most` files for each pair.
  void expect_all_settled(const fs::path& folder, std::size_t most) const {
    const auto pairs = pairs_in(folder);
    EXPECT_FALSE(pairs.empty());
    for (const auto& [pair, files] : pairs)
      for (std::size_t i = 0; i < std::min(most, files.size()); ++i) expect_settled(pair, files[i].second);
  }

  const Config config_;
  const Choice choice_ = choose(config_);
};

TEST_F(Pairs, SettleInFixtures) { expect_all_settled(fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "fixtures", 1000); }

TEST_F(Pairs, SettleInExamples) { expect_all_settled(fs::path(PAPERLINT_SOURCE_DIR) / "examples", 1000); }

TEST_F(Pairs, SettleInRealLists) {
  const fs::path corpus = corpus_folder();
  if (corpus.empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of real lists: nothing was tried on them";
  expect_all_settled(corpus, 5);
}

}  // namespace
}  // namespace paperlint
