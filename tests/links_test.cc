// Whether what a relative link names is there.
#include "app/links.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "app/paths.h"
#include "support/temp_folder.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

/// A repository of a few files.
class LinkedFilesTest : public ::testing::Test {
 protected:
  LinkedFilesTest() {
    folder.write("repo/.git/HEAD", "ref: refs/heads/main\n");
    for (const char* name : {"repo/README.md", "repo/topics/caching.md", "repo/topics/pic 1.png", "repo/\u6570.md"})
      folder.write(name, "");
    folder.write("outside.md", "");
  }
  std::string asked(const std::string& from, const std::string& path) {
    const Source source(text_of(folder / ("repo/" + from)), "");
    const auto there = files(source, path);
    return !there ? "?" : *there ? "yes" : "no";
  }
  TempFolder folder;
  LinkedFiles files;
};

TEST_F(LinkedFilesTest, CountFromTheFolderOfTheList) {
  EXPECT_EQ(asked("README.md", "topics/caching.md"), "yes");
  EXPECT_EQ(asked("README.md", "./topics"), "yes");
  EXPECT_EQ(asked("README.md", "topics/"), "yes");
  EXPECT_EQ(asked("README.md", "caching.md"), "no");
  EXPECT_EQ(asked("topics/caching.md", "caching.md"), "yes");
  EXPECT_EQ(asked("topics/caching.md", "../README.md"), "yes");
  EXPECT_EQ(asked("topics/caching.md", "README.md"), "no");
}

TEST_F(LinkedFilesTest, CountFromTheTopAfterASlash) {
  EXPECT_EQ(asked("topics/caching.md", "/README.md"), "yes");
  EXPECT_EQ(asked("topics/caching.md", "/topics"), "yes");
  EXPECT_EQ(asked("topics/caching.md", "/caching.md"), "no");
}

TEST_F(LinkedFilesTest, MayBePercentEncoded) {
  EXPECT_EQ(asked("README.md", "topics/pic%201.png"), "yes");
  EXPECT_EQ(asked("README.md", "%E6%95%B0.md"), "yes");
  EXPECT_EQ(asked("README.md", "\u6570.md"), "yes");
  EXPECT_EQ(asked("README.md", "topics/pic%202.png"), "no");
}

TEST_F(LinkedFilesTest, AboveTheRepositoryCannotBeTold) {
  EXPECT_EQ(asked("README.md", "../outside.md"), "?");
  EXPECT_EQ(asked("README.md", "../../issues"), "?");
  EXPECT_EQ(asked("topics/caching.md", "../../outside.md"), "?");
  EXPECT_EQ(asked("topics/caching.md", ".."), "yes");
  EXPECT_EQ(asked("README.md", ""), "?");
}

TEST_F(LinkedFilesTest, OutsideOfRepositoriesCannotBeTold) { EXPECT_EQ(asked("../outside.md", "nothing.md"), "?"); }

TEST_F(LinkedFilesTest, WithSubmodulesTheirFilesMayBeElsewhere) {
  folder.write("repo/.gitmodules", "[submodule \"x\"]\n");
  EXPECT_EQ(asked("README.md", "x/readme.md"), "?");
  EXPECT_EQ(asked("README.md", "topics/caching.md"), "yes");
}

#if !defined(_WIN32)
TEST_F(LinkedFilesTest, AreFollowed) {
  fs::create_symlink(folder / "repo/topics", folder / "repo/link");
  EXPECT_EQ(asked("README.md", "link/caching.md"), "yes");
  EXPECT_EQ(asked("link/caching.md", "caching.md"), "yes");
  EXPECT_EQ(asked("README.md", "link/nothing.md"), "no");
}
#endif

}  // namespace
}  // namespace paperlint
