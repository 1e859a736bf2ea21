// The invariants hold of texts that nobody wrote. PAPERLINT_ROUNDS makes so many times more of them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "config/config.h"
#include "support/files.h"
#include "support/invariants.h"
#include "support/mutations.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

class AtRandom : public ::testing::Test {
 protected:
  /// The text stands beside the sentences where there are any, so that it can be kept.
  void expect_kept(const std::string& name, const std::string& text) const {
    const auto broken = broken_invariants("random.md", text, choice_, Refusals::some);
    for (const std::string& sentence : broken) ADD_FAILURE() << name << ": " << sentence;
    if (!broken.empty() && std::getenv("PAPERLINT_KEEP") != nullptr)
      std::ofstream(fs::path(std::getenv("PAPERLINT_KEEP")) / (name + ".md"), std::ios::binary) << text;
  }

  static std::size_t rounds() {
    const char* const wish = std::getenv("PAPERLINT_ROUNDS");
    return wish == nullptr ? 1 : std::strtoul(wish, nullptr, 10);
  }

  void mutate_all(const fs::path& folder, std::size_t times) const {
    std::size_t count = 0;
    for (const fs::path& file : lists_below(folder))
      for (std::size_t i = 0; i < times * rounds(); ++i) {
        Dice dice(++count * 1000 + i);
        expect_kept(file.stem().string() + "-" + std::to_string(i), mutated(read(file), dice));
      }
    EXPECT_GT(count, 0U);
  }

  const Config config_;
  const Choice choice_ = choose(config_);
};

TEST_F(AtRandom, FixturesWithFaultsKeepTheInvariants) {
  mutate_all(fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "fixtures", 2);
}

TEST_F(AtRandom, ExamplesWithFaultsKeepTheInvariants) { mutate_all(fs::path(PAPERLINT_SOURCE_DIR) / "examples", 20); }

/// Of each real list some lines that follow each other.
TEST_F(AtRandom, RealListsWithFaultsKeepTheInvariants) {
  constexpr std::size_t kBytes = 6000;
  const fs::path corpus = corpus_folder();
  if (corpus.empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of real lists: nothing was tried on them";
  std::size_t count = 0;
  for (const fs::path& file : lists_below(corpus)) {
    const std::string text = read(file);
    for (std::size_t i = 0; i < rounds(); ++i) {
      Dice dice(++count);
      const std::size_t from = text.size() <= kBytes ? 0 : text.find('\n', dice(text.size() - kBytes)) + 1;
      const std::size_t to = text.size() - from <= kBytes ? text.size() : text.rfind('\n', from + kBytes) + 1;
      expect_kept("real-" + std::to_string(count), mutated(text.substr(from, to - from), dice));
    }
  }
}

TEST_F(AtRandom, MarkdownKeepsTheInvariants) {
  for (std::size_t i = 0; i < 400 * rounds(); ++i) {
    Dice dice(i);
    expect_kept("markdown-" + std::to_string(i), random_list(dice));
  }
}

/// However many threads work on a list, they say the same.
TEST_F(AtRandom, LongListsAreJudgedAlikeByMoreThreads) {
  for (std::uint64_t seed = 0; seed < 5 * rounds(); ++seed) {
    Dice dice(seed);
    std::string text;
    for (int i = 0; i < 30; ++i) text += random_list(dice);
    const List list = read_list("long.md", text, choice_.read, 4);
    ASSERT_TRUE(worth_a_thread(list));
    const List by_one = read_list("long.md", text, choice_.read);
    EXPECT_EQ(list.documents.front()->entries.size(), by_one.documents.front()->entries.size());
    EXPECT_EQ(findings_of(lint(list, choice_.selection, nullptr, 4)), findings_of(lint(by_one, choice_.selection)));
  }
}

}  // namespace
}  // namespace paperlint
