#include "lint/patch.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "lint/fix.h"

namespace paperlint {
namespace {

FilePatch only_file(std::string_view text) {
  const Patch patch = read_patch(text);
  EXPECT_EQ(patch.error, "");
  EXPECT_EQ(patch.files.size(), 1u);
  return patch.files.empty() ? FilePatch{} : patch.files.front();
}

constexpr std::string_view kPlain =
    "diff --git a/README.md b/README.md\n"
    "index 1111111..2222222 100644\n"
    "--- a/README.md\n"
    "+++ b/README.md\n"
    "@@ -1,3 +1,4 @@ heading\n"
    " one\n"
    "-two\n"
    "+zwei\n"
    "+drei\n"
    " four\n";

TEST(ReadPatch, ReadsWhatGitWrites) {
  const FilePatch file = only_file(kPlain);
  EXPECT_EQ(file.before, "README.md");
  EXPECT_EQ(file.after, "README.md");
  EXPECT_TRUE(file.git);
  ASSERT_EQ(file.hunks.size(), 1u);
  EXPECT_EQ(file.hunks[0].old_begin, 1u);
  EXPECT_EQ(file.hunks[0].old_count, 3u);
  EXPECT_EQ(file.hunks[0].new_count, 4u);
  EXPECT_EQ(file.hunks[0].line, 5u);
  EXPECT_EQ(undo(file.hunks, "one\nzwei\ndrei\nfour\nfive\n").text, "one\ntwo\nfour\nfive\n");
}

TEST(ReadPatch, ReadsWhatDiffWrites) {
  const FilePatch file = only_file(
      "--- old/list.md\t2026-01-01 00:00:00.000000000 +0000\n+++ new/list.md\t2026-01-02 00:00:00 +0000\n"
      "@@ -2 +2 @@\n-b\n+c\n");
  EXPECT_EQ(file.before, "old/list.md");
  EXPECT_EQ(file.after, "new/list.md");
  EXPECT_FALSE(file.git);
  EXPECT_EQ(undo(file.hunks, "a\nc\n").text, "a\nb\n");
}

TEST(ReadPatch, KnowsFilesThatComeAndGo) {
  const FilePatch fresh = only_file(
      "diff --git a/new.md b/new.md\nnew file mode 100644\nindex 000..111\n--- /dev/null\n+++ b/new.md\n@@ -0,0 +1 "
      "@@\n+x\n");
  EXPECT_EQ(fresh.before, "");
  EXPECT_EQ(fresh.after, "new.md");
  const FilePatch gone = only_file(
      "diff --git a/old.md b/old.md\ndeleted file mode 100644\n--- a/old.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
  EXPECT_EQ(gone.before, "old.md");
  EXPECT_EQ(gone.after, "");
  EXPECT_EQ(undo(gone.hunks, "").text, "x\n");
  const FilePatch empty = only_file("diff --git a/an empty.md b/an empty.md\nnew file mode 100644\nindex 000..e69\n");
  EXPECT_EQ(empty.before, "");
  EXPECT_EQ(empty.after, "an empty.md");
}

TEST(ReadPatch, KnowsRenamesModesAndBinaryFiles) {
  const FilePatch moved =
      only_file("diff --git a/b/x.md b/a/y.md\nsimilarity index 100%\nrename from b/x.md\nrename to a/y.md\n");
  EXPECT_EQ(moved.before, "b/x.md");  // no prefix is taken off: these names have none
  EXPECT_EQ(moved.after, "a/y.md");
  EXPECT_TRUE(moved.hunks.empty());
  const FilePatch copied = only_file("diff --git a/x.md b/y.md\nsimilarity index 100%\ncopy from x.md\ncopy to y.md\n");
  EXPECT_EQ(copied.before, "");
  EXPECT_EQ(copied.after, "y.md");
  const FilePatch mode = only_file("diff --git a/run b/run\nold mode 100644\nnew mode 100755\n");
  EXPECT_EQ(mode.after, "run");
  EXPECT_TRUE(only_file("diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n").binary);
  EXPECT_TRUE(only_file("diff --git a/x b/x\nindex 1..2\nGIT binary patch\nliteral 1\nIcmZPo000310RR91\n").binary);
}

TEST(ReadPatch, UnquotesNames) {
  const FilePatch file = only_file(
      "diff --git \"a/\\346\\226\\207 \\\"x\\\"\\\\\\t.md\" \"b/\\346\\226\\207 \\\"x\\\"\\\\\\t.md\"\n"
      "--- \"a/\\346\\226\\207 \\\"x\\\"\\\\\\t.md\"\n+++ \"b/\\346\\226\\207 \\\"x\\\"\\\\\\t.md\"\n@@ -1 +1 "
      "@@\n-a\n+b\n");
  EXPECT_EQ(file.after, "文 \"x\"\\\t.md");
  EXPECT_EQ(file.before, file.after);
  EXPECT_EQ(only_file("diff --git \"a/\\303\\251.md\" \"b/\\303\\251.md\"\nold mode 1\nnew mode 2\n").after, "é.md");
}

TEST(ReadPatch, TakesOffThePrefixesThatGitWrites) {
  const auto names = [](const std::string& a, const std::string& b) {
    const FilePatch file =
        only_file("diff --git " + a + " " + b + "\n--- " + a + "\n+++ " + b + "\n@@ -1 +1 @@\n-a\n+b\n");
    return file.before + " " + file.after;
  };
  EXPECT_EQ(names("a/x.md", "b/x.md"), "x.md x.md");
  EXPECT_EQ(names("i/x.md", "w/x.md"), "x.md x.md");
  EXPECT_EQ(names("x.md", "x.md"), "x.md x.md");
  EXPECT_EQ(names("docs/x.md", "docs/x.md"), "docs/x.md docs/x.md");
}

TEST(ReadPatch, PassesOverMailsAndLogs) {
  const std::string mail =
      "From 123 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] --- a mess\n\n--- a line of dashes\nno header\n---\n "
      "README.md | 3 +-\n\n" +
      std::string(kPlain) + "-- \n2.39.2\n\n";
  EXPECT_EQ(only_file(mail).hunks.size(), 1u);
  EXPECT_EQ(read_patch(mail + mail).files.size(), 2u);
}

TEST(ReadPatch, CountsLinesSoThatNoLineIsTakenForAHeader) {
  const FilePatch file = only_file("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-+++ b/y\n+++ b/z\n+@@ -1 +1 @@\n");
  EXPECT_EQ(undo(file.hunks, "++ b/z\n@@ -1 +1 @@\n").text, "-- a/y\n+++ b/y\n");
}

TEST(ReadPatch, TellsWhatItCannotRead) {
  EXPECT_EQ(read_patch("").error, "");
  EXPECT_EQ(read_patch("\n").files.size(), 0u);
  EXPECT_EQ(read_patch("hello\n").error,
            "is no patch: it has no line that begins with 'diff --git' or '---', expected a unified diff");
  EXPECT_EQ(read_patch("diff --cc x.md\nindex 1,2..3\n").error,
            "line 1: is a combined diff of a merge, expected one against a single commit");
  EXPECT_EQ(read_patch("--- a/x\n+++ b/x\n@@ -1,2 @@\n a\n").error,
            "line 3: is no header of a hunk, expected '@@ -LINE,COUNT +LINE,COUNT @@'");
  EXPECT_EQ(read_patch("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n").error,
            "line 3: the hunk is not whole: its header announces more lines than follow");
  EXPECT_EQ(read_patch("--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n-a\nindex\n").error,
            "line 3: the hunk is not whole: its header announces more lines than follow");
  EXPECT_EQ(read_patch("--- a/x\n+++ b/x\n@@ -9 +9 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b\n").error,
            "line 6: the hunk begins above the end of the one before it");
  EXPECT_NE(read_patch("--- a/x\n+++ b/x\n@@ -1 +99999999999999999999 @@\n-a\n+b\n").error, "");
}

TEST(Undo, MindsTheMissingLastNewline) {
  const auto back = [](std::string_view body, std::string_view now) {
    const std::string text = "--- a/x\n+++ b/x\n" + std::string(body);
    return undo(only_file(text).hunks, now).text;
  };
  EXPECT_EQ(back("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n", "a\n"), "a");
  EXPECT_EQ(back("@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n", "a"), "a\n");
  EXPECT_EQ(back("@@ -1,2 +1 @@\n a\n-b\n", "a\n"), "a\nb\n");
  EXPECT_EQ(back("@@ -0,0 +1,2 @@\n+a\n+b\n", "a\nb\n"), "");
  EXPECT_EQ(back("@@ -2 +1,0 @@\n-b\n", "a\nc\n"), "a\nb\nc\n");
}

TEST(Undo, TakesLineEndsAsTheyAre) {
  const std::string text = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n";
  EXPECT_EQ(undo(only_file(text).hunks, "a\r\nc\r\n").text, "a\r\nb\r\n");
  EXPECT_EQ(undo(only_file(text).hunks, "a\nc\n").error, "");
  const std::string mailed =
      "--- a/x\r\n+++ b/x\r\n@@ -1,3 +1,3 @@\r\n a\r\n\r\n-b\r\n+c\r\n";  // the blank of a blank line lost
  EXPECT_EQ(undo(only_file(mailed).hunks, "a\n\nc\n").error, "");
}

TEST(Undo, TellsWhereAPatchDoesNotFit) {
  const FilePatch file = only_file(kPlain);
  EXPECT_EQ(undo(file.hunks, "one\ntwo\nfour\n").error,
            "hunk 1 (line 5 of the patch) does not fit: it has 'zwei' at line 2, which is 'two'; expected a patch that "
            "leads to the file as it is");
  EXPECT_EQ(undo(file.hunks, "one\n").error,
            "hunk 1 (line 5 of the patch) does not fit: it has 'zwei' at line 2, and the file has 1 lines; expected a "
            "patch that leads to the file as it is");
  const FilePatch far = only_file("--- a/x\n+++ b/x\n@@ -9 +9 @@\n-a\n+b\n");
  EXPECT_NE(undo(far.hunks, "a\n").error.find("it begins at line 9"), std::string::npos);
}

TEST(Undo, GivesBackWhatUnifiedDiffCameFrom) {
  std::mt19937 random(7);
  const auto text = [&] {
    std::string all;
    for (auto lines = random() % 30; lines > 0; --lines)
      all += std::string(1, "abc"[random() % 3]) + (lines > 1 || random() % 2 ? "\n" : "");
    return all;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string before = text(), now = text(), diff = unified_diff("x y.md", before, now);
    if (diff.empty()) continue;
    const FilePatch file = only_file(diff);
    EXPECT_EQ(file.after, "x y.md");
    const Undone undone = undo(file.hunks, now);
    ASSERT_EQ(undone.error, "") << diff;
    ASSERT_EQ(undone.text, before) << diff;
  }
}

}  // namespace
}  // namespace paperlint
