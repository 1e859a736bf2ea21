// Finding, reading and replacing files.
#include "app/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "app/paths.h"
#include "app/read.h"
#include "app/terminal.h"
#include "app/write.h"
#include "support/temp_folder.h"
#include "text/source.h"

#if !defined(_WIN32)
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace paperlint {
namespace {

namespace fs = std::filesystem;

/// A folder that is the current one for the time of a test.
class Here : public TempFolder {
 public:
  Here() : before_(fs::current_path()) { fs::current_path(path()); }
  ~Here() { fs::current_path(before_); }

 private:
  fs::path before_;
};

std::string found(const std::vector<std::string>& paths, const FindOptions& options = {}) {
  std::string all;
  const Found result = find_files(paths, options);
  for (const InputFile& file : result.files) all += (all.empty() ? "" : " ") + file.shown;
  for (const Remark& problem : result.problems) all += " [" + problem.file + ": " + problem.message + "]";
  return all;
}

TEST(Find, MarkdownFilesOfAFolderAreSortedAndShownAsTyped) {
  const Here here;
  for (const char* name : {"b.md", "a.MD", "sub/c.markdown", "sub/d.txt", "e.mdx", "README"}) here.write(name, "");
  EXPECT_EQ(found({"."}), "a.MD b.md sub/c.markdown");
  EXPECT_EQ(found({"./"}), "a.MD b.md sub/c.markdown");
  EXPECT_EQ(found({"sub/"}), "sub/c.markdown");
  EXPECT_EQ(found({"./sub"}), "sub/c.markdown");
  EXPECT_EQ(found({"sub/.."}), "sub/../a.MD sub/../b.md sub/../sub/c.markdown");
  EXPECT_EQ(found({text_of(here / "sub")}), text_of(here / "sub/c.markdown"));
}

TEST(Find, AFileNamedByHandIsTakenAsItIs) {
  const Here here;
  here.write(".gitignore", "*.md\n");
  here.write("notes.txt", "");
  here.write("a.md", "");
  here.write(".hidden/b.md", "");
  EXPECT_EQ(found({"notes.txt", "./a.md", ".hidden/b.md"}), ".hidden/b.md a.md notes.txt");
}

TEST(Find, EachFileIsFoundOnce) {
  const Here here;
  here.write("a.md", "");
  here.write("sub/b.md", "");
  EXPECT_EQ(found({"a.md", ".", "./a.md", "sub", "sub/../a.md"}), "a.md sub/b.md");
}

TEST(Find, WhatIsHiddenIsLeftOut) {
  const Here here;
  for (const char* name : {"a.md", ".b.md", ".github/c.md"}) here.write(name, "");
  EXPECT_EQ(found({"."}), "a.md");
  EXPECT_EQ(found({".github"}), ".github/c.md");
}

TEST(Find, WhatGitIgnoresIsLeftOut) {
  const Here here;
  fs::create_directories(here / ".git/info");
  here.write(".git/info/exclude", "excluded.md\n");
  here.write(".gitignore", "/build/\n*.tmp.md\n!keep.tmp.md\n/sub/deep/x.md\n");
  here.write("sub/.gitignore", "y.md\n!excluded.md\n");
  for (const char* name : {"a.md", "build/b.md", "sub/build/b.md", "c.tmp.md", "keep.tmp.md", "excluded.md",
                           "sub/excluded.md", "y.md", "sub/y.md", "sub/deep/x.md", "sub/deep/y.md", "sub/deep/z.md"})
    here.write(name, "");
  EXPECT_EQ(found({"."}), "a.md keep.tmp.md sub/build/b.md sub/deep/z.md sub/excluded.md y.md");
  EXPECT_EQ(found({"sub/deep"}),
            "sub/deep/z.md");                 // patterns count from the root of the repository down
  EXPECT_EQ(found({"build"}), "build/b.md");  // a folder named by hand is looked at
}

TEST(Find, PatternsEndAtTheRootOfARepository) {
  const Here here;
  fs::create_directories(here / ".git");
  fs::create_directories(here / "module/.git");
  here.write(".gitignore", "*.md\n");
  here.write("module/a.md", "");
  EXPECT_EQ(found({"."}), "module/a.md");
}

TEST(Find, AWorkTreeHasTheExcludesOfItsRepository) {
  const Here here;
  here.write("main/.git/info/exclude", "x.md\n");
  here.write("main/.git/worktrees/tree/commondir", "../..\n");
  here.write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
  here.write("tree/x.md", "");
  here.write("tree/y.md", "");
  EXPECT_EQ(found({"tree"}), "tree/y.md");
}

TEST(Find, OutsideOfRepositoriesPatternsCountFromTheFolderNamed) {
  const Here here;
  here.write("list/.gitignore", "x.md\n");
  here.write("list/x.md", "");
  here.write("list/y.md", "");
  EXPECT_EQ(found({"list"}), "list/y.md");
}

TEST(Find, WhatAConfigExcludesIsLeftOut) {
  const Here here;
  for (const char* name : {"a.md", "tests/b.md", "sub/tests/c.md", "own/a.md", "own/.paperlint.toml"})
    here.write(name, "");
  ExcludeList outer{text_of(here.path()), {}}, inner{text_of(here / "own"), {}};
  outer.patterns.add("/tests/");
  outer.patterns.add("a.md");
  FindOptions options;
  options.excludes = [&](const std::string& folder) { return folder == inner.folder ? &inner : &outer; };
  EXPECT_EQ(found({"."}, options), "own/a.md sub/tests/c.md");
}

TEST(Find, AMissingPathAndAnEmptyFolderAreTold) {
  const Here here;
  fs::create_directories(here / "empty");
  here.write("a.md", "");
  EXPECT_EQ(found({"no.md", "a.md", "empty"}),
            "a.md [no.md: no such file or folder] [empty: no Markdown file in this folder (hidden and ignored ones do "
            "not count)]");
  EXPECT_EQ(found({"no.md", ""}), " [no.md: no such file or folder] [: no such file or folder]");
}

#if !defined(_WIN32)

TEST(Find, LinksToFoldersAreNotFollowedAndLinksToFilesOnce) {
  const Here here;
  here.write("sub/a.md", "");
  fs::create_directory_symlink("..", here / "sub/loop");
  fs::create_symlink("a.md", here / "sub/link.md");
  fs::create_symlink("nowhere.md", here / "sub/broken.md");
  EXPECT_EQ(found({"."}), "sub/a.md");
  EXPECT_EQ(found({"sub/link.md"}), "sub/link.md");
  fs::create_directory_symlink("sub", here / "other");
  EXPECT_EQ(found({"other"}), "other/a.md");
}

TEST(Find, AFolderThatCannotBeReadIsTold) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const Here here;
  here.write("a.md", "");
  here.write("closed/b.md", "");
  fs::permissions(here / "closed", fs::perms::none);
  EXPECT_EQ(found({"."}), "a.md [closed: the folder cannot be read: permission denied]");
  fs::permissions(here / "closed", fs::perms::owner_all);
}

#endif

TEST(Read, GivesAllBytesAndLeavesRoomForPadding) {
  const TempFolder folder;
  const std::string text = "one\r\ntwo\n" + std::string(300000, 'x');
  const Bytes read = read_markdown(folder.write("a.md", text), 1'000'000);
  EXPECT_EQ(read.bytes, text);
  EXPECT_EQ(read.error, "");
  EXPECT_GE(read.bytes.capacity(), text.size() + Source::kPadding);
}

TEST(Read, SaysWhatIsWrong) {
  const TempFolder folder;
  EXPECT_EQ(read_markdown(folder / "no.md", 100).error, "no such file");
  EXPECT_EQ(read_markdown(folder.path(), 100).error, "is a folder, expected a file");
  EXPECT_EQ(read_markdown(folder.write("a.md", std::string("a\0b", 3)), 100).error, "is binary, expected Markdown");
  EXPECT_EQ(read_markdown(folder.write("b.md", "\xFF\xFEm\x00"), 100).error, "is UTF-16, expected UTF-8");
  EXPECT_EQ(read_markdown(folder.write("c.md", std::string(2000, 'c')), 1999).error,
            "larger than 1.999 kB; --max-file-size raises the limit");
  EXPECT_EQ(read_markdown(folder / "c.md", 2000).error, "");
  EXPECT_EQ(read_markdown(folder.write("d.md", ""), 100).error, "");
}

TEST(Read, TakesAStreamToItsEnd) {
  const TempFolder folder;
  const std::string text(200001, 'y');
  std::FILE* file = std::fopen(folder.write("a.md", text).string().c_str(), "rb");
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(read_markdown(file, 1'000'000).bytes, text);
  std::rewind(file);
  EXPECT_EQ(read_markdown(file, 200'000).error, "larger than 200 kB; --max-file-size raises the limit");
  std::fclose(file);
}

TEST(Read, FindsTheFirstBadByte) {
  EXPECT_EQ(first_bad_byte(""), std::nullopt);
  EXPECT_EQ(first_bad_byte("plain text, longer than eight bytes"), std::nullopt);
  EXPECT_EQ(first_bad_byte("é — 論文 🔍"), std::nullopt);
  EXPECT_EQ(first_bad_byte("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"), std::nullopt);
  EXPECT_EQ(first_bad_byte("caf\xE9 au lait and more"), 3u);
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE8\xAB", "\xF0\x9F\x94", "\xC3(", "\xFF"})
    EXPECT_EQ(first_bad_byte("12345678" + std::string(bad)), 8u);
}

TEST(Read, KnowsSizes) {
  EXPECT_EQ(parse_size("500k"), 500'000u);
  EXPECT_EQ(parse_size("10MB"), 10'000'000u);
  EXPECT_EQ(parse_size("10 mb"), 10'000'000u);
  EXPECT_EQ(parse_size("1GiB"), 1u << 30);
  EXPECT_EQ(parse_size("2KiB"), 2048u);
  EXPECT_EQ(parse_size("77"), 77u);
  EXPECT_EQ(parse_size("77B"), 77u);
  for (const char* bad :
       {"", "0", "MB", "10X", "10MM", "-1", "1.5MB", "10iB", "99999999999999999999", "99999999999T", "10 M B"})
    EXPECT_EQ(parse_size(bad), std::nullopt) << bad;
  EXPECT_EQ(size_text(256'000'000), "256 MB");
}

std::string names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) all += name + " ";
  return all;
}

TEST(Write, ReplacesTheBytes) {
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "old");
  EXPECT_EQ(replace_file(path, "old", "new\r\nbytes"), "");
  EXPECT_EQ(folder.read("a.md"), "new\r\nbytes");
  EXPECT_EQ(names_in(folder.path()), "a.md ");
}

TEST(Write, AFileThatChangedMeanwhileIsLeftAlone) {
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "alt");
  EXPECT_EQ(replace_file(path, "old", "new"), "not written, for it changed meanwhile; run again");
  EXPECT_EQ(folder.read("a.md"), "alt");
  EXPECT_EQ(names_in(folder.path()), "a.md ");
}

TEST(Write, AFileThatIsGoneIsNotMadeAgain) {
  const TempFolder folder;
  EXPECT_EQ(replace_file(folder / "no/a.md", "old", "new"), "cannot be written: no such file or directory");
  EXPECT_EQ(replace_file(folder / "a.md", "old", "new"), "cannot be written: no such file or directory");
  EXPECT_EQ(names_in(folder.path()), "");
}

#if !defined(_WIN32)

TEST(Write, KeepsTheMode) {
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "old");
  for (const mode_t mode : {0600u, 0640u, 0755u, 0666u}) {
    ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    EXPECT_EQ(replace_file(path, folder.read("a.md"), "mode " + std::to_string(mode)), "");
    struct stat now {};
    ASSERT_EQ(::stat(path.c_str(), &now), 0);
    EXPECT_EQ(now.st_mode & 07777, mode);
  }
}

TEST(Write, KeepsTheOwner) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "old");
  ASSERT_EQ(::chown(path.c_str(), 1234, 2345), 0);
  EXPECT_EQ(replace_file(path, "old", "new"), "");
  struct stat now {};
  ASSERT_EQ(::stat(path.c_str(), &now), 0);
  EXPECT_EQ(now.st_uid, 1234u);
  EXPECT_EQ(now.st_gid, 2345u);
}

TEST(Write, ThroughALinkTheTargetIsWritten) {
  const TempFolder folder;
  folder.write("real/a.md", "old");
  fs::create_symlink("real/a.md", folder / "link.md");
  EXPECT_EQ(replace_file(folder / "link.md", "old", "new"), "");
  EXPECT_TRUE(fs::is_symlink(folder / "link.md"));
  EXPECT_EQ(folder.read("real/a.md"), "new");
  EXPECT_EQ(names_in(folder / "real"), "a.md ");
}

TEST(Write, AFileWithSeveralNamesIsRefused) {
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "old");
  fs::create_hard_link(path, folder / "b.md");
  EXPECT_EQ(replace_file(path, "old", "new"),
            "has several hard links, so it was not written; --diff shows what to change");
  EXPECT_EQ(folder.read("b.md"), "old");
  EXPECT_EQ(names_in(folder.path()), "a.md b.md ");
}

TEST(Write, AReadOnlyFileOrFolderIsRefused) {
  if (::geteuid() == 0) GTEST_SKIP() << "root writes everywhere";
  const TempFolder folder;
  const fs::path path = folder.write("sub/a.md", "old");
  fs::permissions(path, fs::perms::owner_read);
  EXPECT_EQ(replace_file(path, "old", "new"), "cannot be written: permission denied");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::permissions(folder / "sub", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(replace_file(path, "old", "new"), "cannot be written, for its folder takes no new file: permission denied");
  fs::permissions(folder / "sub", fs::perms::owner_all);
  EXPECT_EQ(folder.read("sub/a.md"), "old");
}

TEST(Write, AFullDiskLeavesTheOldBytes) {
  const TempFolder folder;
  const fs::path path = folder.write("a.md", "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string error = replace_file(path, "old", std::string(5000, 'n'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(error, "cannot be written: file too large");
  EXPECT_EQ(folder.read("a.md"), "old");
  EXPECT_EQ(names_in(folder.path()), "a.md ");
}

#endif

TEST(Paths, AreShownAsTyped) {
  EXPECT_EQ(shown_path("README.md"), "README.md");
  EXPECT_EQ(shown_path("./README.md"), "README.md");
  EXPECT_EQ(shown_path("sub//./list.md"), "sub/list.md");
  EXPECT_EQ(shown_path("../list.md"), "../list.md");
  EXPECT_EQ(shown_path("sub/"), "sub");
  EXPECT_EQ(shown_path("."), ".");
  EXPECT_EQ(shown_path("./"), ".");
  EXPECT_EQ(shown_path("/"), "/");
  EXPECT_EQ(shown_path(""), "");
}

TEST(Paths, BelowAFolder) {
  EXPECT_EQ(path_below("/a", "/a/b/c"), "b/c");
  EXPECT_EQ(path_below("/", "/b"), "b");
  EXPECT_EQ(path_below("/a", "/ab"), "");
  EXPECT_EQ(path_below("/a", "/a"), "");
}

TEST(Terminal, ColorsWhereTheyAreWanted) {
  const ColorEnvironment plain{nullptr, nullptr, "xterm"};
  EXPECT_TRUE(wants_color(ColorChoice::automatic, true, plain));
  EXPECT_FALSE(wants_color(ColorChoice::automatic, false, plain));
  EXPECT_TRUE(wants_color(ColorChoice::always, false, plain));
  EXPECT_FALSE(wants_color(ColorChoice::never, true, plain));
  EXPECT_FALSE(wants_color(ColorChoice::automatic, true, {"1", nullptr, "xterm"}));
  EXPECT_TRUE(wants_color(ColorChoice::automatic, true, {"", nullptr, "xterm"}));
  EXPECT_FALSE(wants_color(ColorChoice::automatic, true, {nullptr, nullptr, "dumb"}));
  EXPECT_TRUE(wants_color(ColorChoice::automatic, false, {nullptr, "1", nullptr}));
  EXPECT_FALSE(wants_color(ColorChoice::automatic, false, {nullptr, "0", nullptr}));
  EXPECT_FALSE(wants_color(ColorChoice::automatic, false, {"1", "1", nullptr}));
}

}  // namespace
}  // namespace paperlint
