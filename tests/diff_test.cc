#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "lint/fix.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

std::string numbered(int first, int last) {
  std::string text;
  for (int i = first; i <= last; ++i) text += std::to_string(i) + "\n";
  return text;
}

/// What stands behind the header.
std::string hunks(std::string_view before, std::string_view after) {
  const std::string diff = unified_diff("list.md", before, after);
  const std::string header = "diff --git a/list.md b/list.md\n--- a/list.md\n+++ b/list.md\n";
  EXPECT_EQ(diff.substr(0, header.size()), header);
  return diff.substr(header.size());
}

std::size_t changed_lines(const std::string& hunks) {
  std::istringstream lines(hunks);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) count += line[0] == '+' || line[0] == '-' ? 1U : 0U;
  return count;
}

TEST(UnifiedDiff, IsEmptyForEqualTexts) {
  EXPECT_EQ(unified_diff("list.md", "a\n", "a\n"), "");
  EXPECT_EQ(unified_diff("list.md", "", ""), "");
}

TEST(UnifiedDiff, ShowsThreeLinesAround) {
  std::string after = numbered(1, 20);
  after.replace(after.find("10\n"), 3, "ten\n");
  EXPECT_EQ(hunks(numbered(1, 20), after), "@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
}

TEST(UnifiedDiff, JoinsHunksThatTouch) {
  const std::string before = numbered(1, 20);
  std::string near = before, far = before;
  for (std::string* text : {&near, &far}) text->replace(text->find("\n5\n"), 3, "\nfive\n");
  near.replace(near.find("\n12\n"), 4, "\ntwelve\n");
  far.replace(far.find("\n13\n"), 4, "\nthirteen\n");
  EXPECT_EQ(hunks(before, near),
            "@@ -2,14 +2,14 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n 10\n 11\n-12\n+twelve\n 13\n 14\n 15\n");
  EXPECT_EQ(hunks(before, far),
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -10,7 +10,7 @@\n 10\n 11\n 12\n-13\n+thirteen\n "
            "14\n 15\n 16\n");
}

TEST(UnifiedDiff, CountsAsGitDoes) {
  EXPECT_EQ(hunks("", "a\nb\n"), "@@ -0,0 +1,2 @@\n+a\n+b\n");
  EXPECT_EQ(hunks("a\n", ""), "@@ -1 +0,0 @@\n-a\n");
  EXPECT_EQ(hunks("a\nb\n", "b\n"), "@@ -1,2 +1 @@\n-a\n b\n");
}

TEST(UnifiedDiff, TellsOfAMissingLastNewline) {
  EXPECT_EQ(hunks("a\nb", "a\nc"),
            "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
  EXPECT_EQ(hunks("a\nb", "a\nb\n"), "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  EXPECT_EQ(hunks("a\nb", "c\nb"), "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, KeepsCarriageReturns) {
  EXPECT_EQ(hunks("a\r\nb\r\n", "a\r\nc\r\n"), "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n");
  EXPECT_EQ(hunks("a\rb\n", "a\rc\n"), "@@ -1 +1 @@\n-a\rb\n+a\rc\n");
}

TEST(UnifiedDiff, WritesPathsAsGitDoes) {
  const auto header = [](std::string_view path) {
    const std::string diff = unified_diff(path, "a\n", "b\n");
    return diff.substr(0, diff.find("@@"));
  };
  EXPECT_EQ(header("./my list.md"), "diff --git a/my list.md b/my list.md\n--- a/my list.md\t\n+++ b/my list.md\t\n");
  EXPECT_EQ(header("a\"b.md"),
            "diff --git \"a/a\\\"b.md\" \"b/a\\\"b.md\"\n--- \"a/a\\\"b.md\"\n+++ \"b/a\\\"b.md\"\n");
  EXPECT_EQ(header("\xE4\xB8\xAD\t.md").substr(0, 35), "diff --git \"a/\\344\\270\\255\\t.md\" \"b");
}

TEST(UnifiedDiff, ShowsTheFewestLines) {
  EXPECT_EQ(changed_lines(hunks("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n")), 5U);
  EXPECT_EQ(changed_lines(hunks("x\n" + numbered(1, 500), numbered(1, 500) + "x\n")), 2U);
}

TEST(UnifiedDiff, StaysExactInLongTexts) {
  std::string before, after;
  for (int i = 0; i < 100000; ++i) {
    const std::string line = "line " + std::to_string(i) + "\n";
    before += line;
    after += i % 2 == 0 ? line : "changed " + line;
  }
  EXPECT_EQ(changed_lines(hunks(before, after)), 100000U);
}

TEST(UnifiedDiff, TakesLittleTimeWhereNothingIsAlike) {
  std::mt19937 random(1);
  std::string before, after;
  for (int i = 0; i < 200000; ++i) {
    before += static_cast<char>('a' + random() % 4);
    after += static_cast<char>('a' + random() % 4);
    before += '\n';
    after += '\n';
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(hunks(before, after).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

// ---- Held against git ------------------------------------------------------------------------

class DiffForGit : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("git --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no git";
    folder_ = fs::temp_directory_path() / ("paperlint-diff-" + std::to_string(std::random_device()()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  /// The text after `git apply` of the diff.
  std::string applied(const std::string& path, const std::string& before, const std::string& after) {
    write(path, before);
    write("the.patch", unified_diff(path, before, after));
    const std::string command =
        "cd '" + folder_.string() + "' && GIT_DIR=/nonexistent git apply --whitespace=nowarn the.patch";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return read(path);
  }

 private:
  void write(const std::string& path, const std::string& text) {
    std::ofstream(folder_ / path, std::ios::binary) << text;
  }
  std::string read(const std::string& path) {
    std::ifstream in(folder_ / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path folder_;
};

TEST_F(DiffForGit, TakesDiffsOfEveryKind) {
  const std::vector<std::string> texts = {"",
                                          "a",
                                          "a\n",
                                          "a\r\nb\r\n",
                                          "b\n\n\na",
                                          numbered(1, 30),
                                          numbered(5, 40),
                                          std::string("a\0b\n", 4),
                                          "\xEF\xBB\xBF# x\r\n",
                                          "\xff\xfe\n"};
  for (const std::string& before : texts)
    for (const std::string& after : texts)
      if (before != after) {
        EXPECT_EQ(applied("list.md", before, after), after);
      }
}

TEST_F(DiffForGit, TakesOddPaths) {
  for (const std::string path : {"my list.md", "a\"b.md", "\xE4\xB8\xAD.md", "tab\there.md", "back\\slash.md"})
    EXPECT_EQ(applied(path, "a\n", "b\n"), "b\n") << path;
}

TEST_F(DiffForGit, TakesDiffsOfRandomTexts) {
  std::mt19937 random(7);
  const auto text = [&](std::size_t lines, unsigned kinds) {
    std::string all;
    for (std::size_t i = 0; i < lines; ++i)
      all += std::to_string(random() % kinds) + (random() % 50 == 0 ? "\r\n" : "\n");
    if (random() % 3 == 0 && !all.empty()) all.pop_back();
    return all;
  };
  for (int i = 0; i < 60; ++i) {
    const unsigned kinds = i % 3 == 0 ? 3 : i % 3 == 1 ? 40 : 5000;
    const std::string before = text(random() % 1500, kinds);
    std::string after = before;
    for (auto edits = random() % 40; edits > 0 && !after.empty(); --edits) {
      const std::size_t at = random() % after.size();
      after.replace(at, random() % 30, random() % 2 == 0 ? "" : text(random() % 3, kinds));
    }
    if (i % 10 == 9) after = text(random() % 1500, kinds);
    if (before != after) {
      EXPECT_EQ(applied("list.md", before, after), after);
    }
  }
}

}  // namespace
}  // namespace paperlint
