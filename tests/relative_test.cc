// Addresses that lead into the same repository.
#include "list/relative.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(Relative, IsWhatHasNoSchemeAndNoHost) {
  for (const char* address : {"#a", "#", "other.md", "topics/other.md#a", "/docs/x", "./#a", "../x.pdf", "paper(1).pdf",
                              "v1.2/x", "SIGIR2021", "?tab=readme#a", ".github/x"})
    EXPECT_TRUE(is_relative(address)) << address;
  for (const char* address : {"",
                              "https://example.org",
                              "ttps://example.org",
                              "https:/x",
                              "mailto:a@b.c",
                              "//example.org/x",
                              "www.example.org",
                              "example.org/x",
                              "github.com/a/b",
                              "a@b.org",
                              "a b.md",
                              "<x>",
                              "{url}",
                              "url",
                              "URL",
                              "link",
                              "TODO",
                              "...",
                              "issues",
                              "wiki/Home",
                              "blob/main/x.md",
                              "javascript:x"})
    EXPECT_FALSE(is_relative(address)) << address;
}

TEST(Relative, FallsIntoParts) {
  const Relative all = split_relative("a/b.md?plain=1#L5");
  EXPECT_EQ(all.path, "a/b.md");
  EXPECT_EQ(all.query, "plain=1");
  EXPECT_EQ(all.fragment, "L5");
  EXPECT_TRUE(all.has_fragment);
  EXPECT_FALSE(split_relative("a/b.md").has_fragment);
  EXPECT_TRUE(split_relative("#").has_fragment);
  EXPECT_EQ(split_relative("#a?b#c").fragment, "a?b#c");
}

TEST(Relative, IsResolvedFromItsFile) {
  EXPECT_EQ(resolved("README.md", "topics/a.md"), "topics/a.md");
  EXPECT_EQ(resolved("topics/a.md", "../README.md"), "README.md");
  EXPECT_EQ(resolved("topics/a.md", "./b.md"), "topics/b.md");
  EXPECT_EQ(resolved("../lists/a.md", "b.md"), "../lists/b.md");
  EXPECT_EQ(resolved("a.md", "../b.md"), "../b.md");
  EXPECT_EQ(resolved("/x/y/a.md", "../b.md"), "/x/b.md");
  EXPECT_EQ(resolved("./x//a.md", ""), "x");
}

}  // namespace
}  // namespace paperlint
