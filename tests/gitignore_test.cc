#include "app/gitignore.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/temp_folder.h"

namespace paperlint {
namespace {

struct Case {
  const char* pattern;
  const char* path;  // with a slash at the end: a folder
  bool ignored;
};

std::optional<bool> ask(const std::string& text, std::string_view path) {
  const bool is_folder = path.back() == '/';
  if (is_folder) path.remove_suffix(1);
  return IgnoreList(text)(path, is_folder);
}

constexpr Case kCases[] = {
    // a name without a slash stands anywhere
    {"list.md", "list.md", true},
    {"list.md", "a/b/list.md", true},
    {"list.md", "list.mdx", false},
    {"list.md", "mylist.md", false},
    // a slash ties it to the folder of the file
    {"/list.md", "list.md", true},
    {"/list.md", "a/list.md", false},
    {"a/list.md", "a/list.md", true},
    {"a/list.md", "b/a/list.md", false},
    {"/a/list.md", "a/list.md", true},
    // one at the end asks for a folder
    {"build/", "build/", true},
    {"build/", "build", false},
    {"build/", "a/build/", true},
    {"a/build/", "b/a/build/", false},
    {"//", "a/", false},
    {"a//", "a/", false},
    // stars stay inside a name
    {"*.md", "a.md", true},
    {"*.md", "x/a.md", true},
    {"*.md", ".md", true},
    {"/*.md", "x/a.md", false},
    {"a/*.md", "a/b/c.md", false},
    {"a/*/c.md", "a/b/c.md", true},
    {"a*b*c", "axxbxxbxc", true},
    {"a*b*c", "axxbxx", false},
    {"*", "anything", true},
    {"a?c", "abc", true},
    {"a?c", "ac", false},
    {"a?c", "a/c", false},
    // two stars between slashes are any folders
    {"**/c.md", "c.md", true},
    {"**/c.md", "a/b/c.md", true},
    {"**/b/c.md", "a/b/c.md", true},
    {"a/**", "a/b/c.md", true},
    {"a/**", "a/", false},
    {"a/**/c.md", "a/c.md", true},
    {"a/**/c.md", "a/b/b/c.md", true},
    {"a/**/c.md", "b/a/c.md", false},
    {"a/**/b/**/c", "a/x/b/y/z/c", true},
    {"a/**/b/**/c", "a/x/y/z/c", false},
    {"/**", "a", true},
    {"**", "a/b", true},
    {"a/***", "a/b/c", true},
    {"a**b", "axxb", true},
    {"x/a**b", "x/a/b", false},
    {"**a/b", "xa/b", true},
    {"**a/b", "y/xa/b", false},
    // sets
    {"[ab].md", "a.md", true},
    {"[ab].md", "c.md", false},
    {"[!ab].md", "c.md", true},
    {"[^ab].md", "a.md", false},
    {"[a-c].md", "b.md", true},
    {"[a-c].md", "d.md", false},
    {"[]-]x", "]x", true},
    {"[]-]x", "-x", true},
    {"[a-]x", "-x", true},
    {"[--0]x", ".x", true},
    {"[[:digit:]_].md", "7.md", true},
    {"[[:digit:]_].md", "_.md", true},
    {"[[:digit:]_].md", "a.md", false},
    {"[![:alpha:]].md", "7.md", true},
    {"[[:nonsense:]].md", "n.md", false},
    {"[[:digit].md", ":.md", true},
    {"[\\]]x", "]x", true},
    {"[\\a-\\c]x", "b", false},
    {"[\\a-\\c]x", "bx", true},
    {"[ab", "[ab", false},
    {"[ab", "a", false},
    {"a[/]b", "a/b", false},
    {"a[!x]b", "a/b", false},
    {"[^/]x", "ax", true},
    {"c/[^/]*", "c/abc", true},
    // backslashes and blanks
    {"\\*.md", "*.md", true},
    {"\\*.md", "a.md", false},
    {"a\\?", "a?", true},
    {"\\#list.md", "#list.md", true},
    {"\\!list.md", "!list.md", true},
    {"#list.md", "#list.md", false},
    {"list.md   ", "list.md", true},
    {"list\\ ", "list ", true},
    {"list\\ ", "list", false},
    {"list\\  ", "list ", true},
    {"  list", "list", false},
    {"list\t", "list", false},
    {"list.md\r", "list.md", true},
    {"list\\", "list", false},
    {"list\\", "list\\", false},
    // the last one decides
    {"*.md\n!list.md", "list.md", false},
    {"!list.md\n*.md", "list.md", true},
    {"*.md\n!/list.md", "a/list.md", true},
    {"*.md\n!a/*.md", "a/list.md", false},
    // nothing at all
    {"", "a", false},
    {"\n\n   \n#", "a", false},
    {"!", "!", false},
    {"/", "a", false},
    // other alphabets
    {"論文?.md", "論文.md", false},
    {"論*.md", "論文.md", true},
};

TEST(Gitignore, MatchesAsItsRulesSay) {
  for (const Case& one : kCases)
    EXPECT_EQ(ask(one.pattern, one.path).value_or(false), one.ignored)
        << "'" << one.pattern << "' and '" << one.path << "'";
}

TEST(Gitignore, APatternThatReincludesSaysSo) {
  EXPECT_EQ(ask("!a.md", "a.md"), false);
  EXPECT_EQ(ask("!a.md", "b.md"), std::nullopt);
}

TEST(Gitignore, AByteOrderMarkIsNoPartOfTheFirstPattern) {
  EXPECT_EQ(ask("\xEF\xBB\xBF"
                "a.md",
                "a.md"),
            true);
}

TEST(Gitignore, ManyStarsTakeNoTime) {
  std::string pattern, folders;
  for (int i = 0; i < 200; ++i) pattern += "a*", folders += "**/a/";
  const std::string name(20000, 'a');
  EXPECT_FALSE(ask(pattern + "b", name).value_or(false));
  std::string path;
  for (int i = 0; i < 2000; ++i) path += "a/";
  EXPECT_FALSE(ask(folders + "b", path + "c").value_or(false));
}

TEST(Gitignore, AnAnchoredPatternCountsFromItsFolder) {
  IgnoreList list;
  list.add_anchored("README.md");
  list.add_anchored("./topics/*.md");
  list.add_anchored("!topics/old.md");
  EXPECT_EQ(list("README.md", false), true);
  EXPECT_EQ(list("topics/README.md", false), true);
  EXPECT_EQ(list("other/README.md", false), std::nullopt);
  EXPECT_EQ(list("topics/old.md", false), false);
}

TEST(Gitignore, ALiteralPrefixTellsWhereToLook) {
  EXPECT_EQ(IgnorePattern::parse("/a/b/*.md")->literal_prefix(), "a/b");
  EXPECT_EQ(IgnorePattern::parse("/a/b.md")->literal_prefix(), "a/b.md");
  EXPECT_EQ(IgnorePattern::parse("/**/b.md")->literal_prefix(), "");
  EXPECT_EQ(IgnorePattern::parse("/a/b.md")->text(), "a/b.md");
}

#if !defined(_WIN32)

bool run(const std::string& command) { return std::system((command + " 2>/dev/null").c_str()) == 0; }

/// Those of the paths that git ignores.
std::set<std::string> ignored_by_git(const TempFolder& folder, const std::vector<std::string>& paths) {
  std::string input;
  for (const std::string& path : paths) input += path + '\0';
  folder.write("paths", input);
  run("cd '" + folder.path().string() +
      "' && GIT_CONFIG_NOSYSTEM=1 HOME=. git -c core.excludesFile=/dev/null check-ignore "
      "--no-index -z --stdin < paths > ignored");
  std::set<std::string> ignored;
  std::istringstream output(folder.read("ignored"));
  for (std::string path; std::getline(output, path, '\0');) ignored.insert(path);
  return ignored;
}

/// The path and the folders that it stands in, in the folder of its case.
std::vector<std::string> with_parents(std::size_t number, std::string path) {
  const std::string folder = "case" + std::to_string(number) + "/";
  if (path.back() == '/') path.pop_back();
  std::vector<std::string> all{folder + path};
  for (std::size_t slash = 0; (slash = path.find('/', slash)) != std::string::npos; ++slash)
    all.push_back(folder + path.substr(0, slash));
  return all;
}

TEST(Gitignore, GitSaysTheSame) {
  const TempFolder folder;
  if (!run("git init '" + folder.path().string() + "' >/dev/null")) GTEST_SKIP() << "there is no git here";
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < std::size(kCases); ++i) {
    const std::vector<std::string> all = with_parents(i, kCases[i].path);
    paths.insert(paths.end(), all.begin(), all.end());
    folder.write("case" + std::to_string(i) + "/.gitignore", kCases[i].pattern);
    if (std::string_view(kCases[i].path).back() == '/')
      std::filesystem::create_directories(folder / all.front());
    else
      folder.write(all.front(), "");
  }
  const std::set<std::string> ignored = ignored_by_git(folder, paths);
  for (std::size_t i = 0; i < std::size(kCases); ++i) {
    const std::vector<std::string> all = with_parents(i, kCases[i].path);
    // What stands in an ignored folder is ignored, too; we never ask of it.
    if (std::any_of(all.begin() + 1, all.end(), [&](const std::string& parent) { return ignored.count(parent) != 0; }))
      continue;
    EXPECT_EQ(ignored.count(all.front()) != 0, kCases[i].ignored)
        << "'" << kCases[i].pattern << "' and '" << kCases[i].path << "'";
  }
}

#endif

}  // namespace
}  // namespace paperlint
