// Where fragments lead, and what they mean where they lead nowhere.
#include "list/anchors.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "list/near_anchors.h"

namespace paperlint {
namespace {

std::unique_ptr<Document> read(const std::string& text) {
  return read_document(std::make_unique<const Source>("list.md", text));
}

constexpr std::string_view kPage =
    "<a name=Top-Part></a> <b id='two'>x</b> <i NAME=\"three\">y</i>\n\n"
    "## Data & Storage\n\n## Data & Storage\n\n<h2>Data &amp; <i>Storage</i></h2>\n\n## Data & Storage\n\n"
    "## \u00DCberblick\n\n## 2.10 DNN compiler\n";

TEST(Anchors, AreThoseOfHeadingsInTheirOrder) {
  const auto page = read(std::string(kPage));
  const Anchors anchors(*page);
  EXPECT_EQ(anchors("data--storage").section, &page->sections[1]);
  EXPECT_EQ(anchors("data--storage-1").section, &page->sections[2]);
  EXPECT_TRUE(anchors("data--storage-2").there);
  EXPECT_EQ(anchors("data--storage-2").section, nullptr);  // the one in HTML
  EXPECT_EQ(anchors("data--storage-3").section, &page->sections[3]);
  EXPECT_FALSE(anchors("data--storage-4").there);
  EXPECT_TRUE(anchors("210-dnn-compiler").there);
}

TEST(Anchors, ThatAreWrittenOtherwiseAreNone) {
  const auto page = read(std::string(kPage));
  const Anchors anchors(*page);
  for (const char* fragment : {"data-storage", "data--storage-", "Data & Storage", "2.10-dnn-compiler", "two-", "list"})
    EXPECT_FALSE(anchors(fragment).there) << fragment;
}

TEST(Anchors, OnGitHubIgnoreTheCaseOfAFragment) {
  const auto page = read(std::string(kPage));
  const Anchors github(*page), gitlab(*page, Renderer::gitlab);
  for (const char* fragment : {"Data--Storage", "\u00DCBERBLICK", "%C3%9Cberblick", "TWO", "Three"}) {
    EXPECT_TRUE(github(fragment).there) << fragment;
    EXPECT_FALSE(gitlab(fragment).there) << fragment;
  }
  EXPECT_TRUE(github("Top-Part").there);
  EXPECT_TRUE(gitlab("Top-Part").there);
  EXPECT_FALSE(github("top-part").there);  // the case of a name in HTML counts
  EXPECT_TRUE(gitlab("data-storage").there);
  EXPECT_TRUE(gitlab("data--storage").there);
}

TEST(Anchors, OfThePageAreThere) {
  const auto page = read("# A\n");
  const Anchors anchors(*page);
  for (const char* fragment : {"", "top", "TOP", "readme", "user-content-a"})
    EXPECT_TRUE(anchors(fragment).there) << fragment;
}

TEST(Anchors, NobodyKnowsThoseOfJoinedEmoji) {
  const auto page = read("## \U0001F469\u200D\U0001F4BB Developers\n\n## \U0001F525 Hot\n");
  const Anchors anchors(*page);
  for (const char* fragment : {"-developers", "developers", "\u200D-developers", "%E2%80%8D-developers"})
    EXPECT_TRUE(anchors(fragment).there) << fragment;
  EXPECT_TRUE(anchors("-hot").there);
  EXPECT_FALSE(anchors("hot").there);
}

TEST(FragmentOf, UndoesEscapes) {
  EXPECT_EQ(fragment_of("snake\\_case"), "snake_case");
  EXPECT_EQ(fragment_of("a&amp;b%20c"), "a&b c");
  EXPECT_EQ(fragment_of("a\\b&x;"), "a\\b&x;");
}

std::string near(const std::string& page, const std::string& fragment, const std::string& text) {
  const auto document = read(page);
  const auto found = NearAnchors(*document)(fragment, text);
  return found ? std::string(found->anchor) : "";
}

TEST(NearAnchors, HaveTheSameLetters) {
  EXPECT_EQ(near("## Efficient MoE\n", "efficient_moe", "x"), "efficient-moe");
  EXPECT_EQ(near("## A & B\n", "a-b", "x"), "a--b");
  EXPECT_EQ(near("## \U0001F525 Hot\n", "hot", "x"), "-hot");
  EXPECT_EQ(near("## 2.10 Compilers\n", "29-compilers", "x"), "210-compilers");
  EXPECT_EQ(near("## Compilers\n", "29-compilers", "x"), "compilers");
  EXPECT_EQ(near("## 2024 in review\n", "2023-in-review", "x"), "");
}

TEST(NearAnchors, BearTheTitleThatTheLinkBears) {
  EXPECT_EQ(near("## Caching *and* storage\n", "store", "Caching and **storage**"), "caching-and-storage");
  EXPECT_EQ(near("## 2.1 Caching\n## 2.2 Files\n", "21", "2.2"), "22-files");
  EXPECT_EQ(near("## Caching\n## Files\n", "files_", "Caching"), "");  // they disagree
}

TEST(NearAnchors, AreASlipAway) {
  EXPECT_EQ(near("## Optimization\n", "optimzation", "x"), "optimization");
  EXPECT_EQ(near("## CVPR 2024 papers\n", "cvpr-2023-papers", "x"), "");
  EXPECT_EQ(near("## Training a\n## Training b\n", "training-c", "x"), "");
}

TEST(NearAnchors, BeginWithTheSameWords) {
  EXPECT_EQ(near("## Schedule and resources\n", "schedule", "x"), "schedule-and-resources");
  EXPECT_EQ(near("## Scheduler\n", "sched", "x"), "");
  EXPECT_EQ(near("## GNN training and more\n## Training\n", "gnn-training", "x"), "gnn-training-and-more");
  EXPECT_EQ(near("## Schedule a\n## Schedule b\n", "schedule", "x"), "");
}

TEST(NearAnchors, AreOneOrNone) {
  EXPECT_EQ(near("## Others\n## Others\n", "more", "Others"), "");
  EXPECT_EQ(near("## Others\n## Others\n", "others_1", "Others"), "others-1");
  EXPECT_EQ(near("## Others\n## Others\n", "other", "Others"), "others");
  EXPECT_EQ(near("# A\n", "quantum", "Quantum"), "");
  EXPECT_EQ(near("", "quantum", "Quantum"), "");
}

TEST(NearAnchors, TakeLittleTimeInALargeFile) {
  std::string page;
  for (int i = 0; i < 20000; ++i) page += "## Some heading of many words, number " + std::to_string(i) + "\n";
  const auto document = read(page);
  NearAnchors near(*document);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 5000; ++i) (void)near("some-heading-of-mny-words-number-" + std::to_string(i), "Some text");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace paperlint
