// Links into the repository, as the program sees them: files, and headings of other files of one list.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <string>

#include "support/command_line.h"

namespace paperlint {
namespace {

class Repository : public CommandLine {
 protected:
  void SetUp() override {
    if (shell("git init -q").code != 0) write(".git/HEAD", "ref: refs/heads/main\n");
  }
  [[nodiscard]] std::string concise(const std::string& arguments) const {
    return run("--output-format concise --select anchor,also-in " + arguments).out;
  }
};

TEST_F(Repository, FilesThatAreNotThereAreTold) {
  write("README.md", clean_list() + "\n[here](topics/caching.md), [there](topics/files.md), [in](topics/)\n");
  write("topics/caching.md", clean_list("Caching"));
  EXPECT_EQ(concise("README.md"), "README.md:27:28: error: there is no 'topics/files.md' in the repository [anchor]\n");
  EXPECT_EQ(run("--select anchor README.md").code, 1);
}

TEST_F(Repository, FilesAreNamedThatAreLikelyMeant) {
  write("README.md", clean_list() + "\n[a](topics/caching), [b](topics), [c](caching/files.html#top)\n");
  write("topics/caching.md", clean_list("Caching"));
  write("caching/files.md", "");
  EXPECT_EQ(
      concise("README.md"),
      "README.md:27:1: error: there is no 'topics/caching' in the repository, expected 'topics/caching.md' [anchor]\n"
      "README.md:27:35: error: there is no 'caching/files.html' in the repository, expected 'caching/files.md' "
      "[anchor]\n");
  EXPECT_EQ(run("--fix --select anchor README.md").code, 1);
  EXPECT_EQ(run("--fix --unsafe-fixes --select anchor README.md").code, 0);
  EXPECT_TRUE(has(read("README.md"), "\n[a](topics/caching.md), [b](topics), [c](caching/files.md#top)\n"));
}

TEST_F(Repository, NothingIsSaidOfFilesWhereNobodyCanTell) {
  const std::string text =
      clean_list() +
      "\n[a](../../issues) [b](https://example.org/x.md) [c](url) [d](www.example.org) [e](../x.md) "
      "[f](mailto:a@b.c) ![g](no.png) `[h](no.md)` [i]()\n";
  write("README.md", text);
  EXPECT_EQ(concise("README.md"), "");
  EXPECT_EQ(run("--select anchor - --stdin-filename README.md", clean_list() + "[a](no.md)\n").code, 1);
  TempFolder elsewhere;
  elsewhere.write("README.md", clean_list() + "[a](no.md)\n");
  EXPECT_EQ(concise("'" + elsewhere.path().string() + "/README.md'"), "");
}

TEST_F(Repository, HeadingsOfOtherFilesOfTheListAreKnown) {
  write("paperlint.toml", "include = [\"*.md\", \"topics/*.md\"]\n");
  write("README.md", clean_list("The First") + "\n[a](topics/caching.md#caches) [b](topics/caching.md#stores)\n");
  write("topics/caching.md", "# Caches\n\n" + paper("NSDI'25", "Caches of Networks", "z") +
                                 "\n[c](../README.md#system) [d](../README.md#systems)\n");
  EXPECT_EQ(concise(""),
            "README.md:27:31: error: '#stores' leads nowhere: no heading has this anchor [anchor]\n"
            "topics/caching.md:5:1: error: '#system' leads nowhere, expected '#systems' [anchor]\n");
  run("--fix --unsafe-fixes --select anchor");
  EXPECT_TRUE(has(read("topics/caching.md"), "[c](../README.md#systems)"));
}

TEST_F(Repository, HeadingsOfFilesOutsideOfTheListAreNot) {
  write("README.md", clean_list() + "\n[a](other.md#stores) [b](README.md#nowhere) [c](./README.md#systems)\n");
  write("other.md", "# Caches\n");
  EXPECT_EQ(concise("README.md"),
            "README.md:27:22: error: '#nowhere' leads nowhere: no heading has this anchor [anchor]\n");
}

TEST_F(Repository, TheRendererIsSetInTheConfig) {
  write("README.md", clean_list() + "\n[a](#Systems)\n");
  EXPECT_EQ(concise("README.md"), "");
  write("paperlint.toml", "renderer = \"gitlab\"\n");
  EXPECT_EQ(concise("README.md"), "README.md:27:1: error: '#Systems' leads nowhere, expected '#systems' [anchor]\n");
}

}  // namespace
}  // namespace paperlint
#endif
