// What was meant as a link, and what makes it one.
#include "list/broken_links.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "list/line_breaks.h"
#include "list/tokens.h"

namespace paperlint {
namespace {

using Kind = BrokenLink::Kind;

/// The broken links of all texts of a file.
class Broken {
 public:
  explicit Broken(std::string text) : document_(std::make_unique<const Source>("list.md", std::move(text))) {
    document_.blocks = markdown::parse(*document_.source);
    std::vector<Token> tokens;
    std::vector<BrokenLink> found;
    for (const markdown::Leaf& leaf : document_.blocks.leaves) {
      if (leaf.kind == markdown::Kind::code || leaf.kind == markdown::Kind::html) continue;
      tokenize(*document_.source, document_.blocks, leaf, tokens);
      Text piece;
      piece.document = &document_;
      piece.leaf = &leaf;
      piece.tokens = tokens;
      find_broken_links(piece, found);
      all_.insert(all_.end(), found.begin(), found.end());
    }
  }
  [[nodiscard]] const std::vector<BrokenLink>& all() const { return all_; }
  [[nodiscard]] std::string mended() const {
    std::string text(document_.source->text());
    for (auto link = all_.rbegin(); link != all_.rend(); ++link)
      for (auto change = link->changes.rbegin(); change != link->changes.rend(); ++change)
        text.replace(change->at.begin, change->at.size(), change->with);
    return text;
  }

 private:
  Document document_;
  std::vector<BrokenLink> all_;
};

struct Case {
  std::string text, mended;
};

void expect(Kind kind, const std::vector<Case>& cases) {
  for (const auto& [text, mended] : cases) {
    const Broken broken(text);
    ASSERT_EQ(broken.all().size(), 1U) << text;
    EXPECT_EQ(broken.all().front().kind, kind) << text;
    EXPECT_EQ(broken.mended(), mended);
    EXPECT_TRUE(broken.all().front().changes.empty() || Broken(mended).all().empty()) << mended;
  }
}

void expect_none(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_TRUE(Broken(text).all().empty()) << text;
}

const std::string u = "https://example.org/a";

TEST(BrokenLinks, WithABlankBeforeTheAddress) {
  expect(Kind::gap, {
                        {"- [A Title] (" + u + ")", "- [A Title](" + u + ")"},
                        {"- [2019] (" + u + ")", "- [2019](" + u + ")"},
                        {"- A Title [[Code] (" + u + ")]", "- A Title [[Code](" + u + ")]"},
                        {"- A Title [[Code]]  (" + u + ") more", "- A Title [[Code]](" + u + ") more"},
                        {"| a | [b] (" + u + ") |\n|---|---|\n", "| a | [b](" + u + ") |\n|---|---|\n"},
                    });
  expect_none({"- [12] (" + u + ")", "- [^note] (" + u + ")", "- [A Title] (see " + u + ")", "- ![a] (" + u + ")",
               "- [x] (" + u + ")", "- [A Title] (in print)", "- [a](b) (" + u + ")", "`[a] (" + u + ")`"});
}

TEST(BrokenLinks, WithTheWrongBrackets) {
  expect(Kind::swapped, {
                            {"- (A Title)[" + u + "]", "- [A Title](" + u + ")"},
                            {"- [A Title][" + u + "]", "- [A Title](" + u + ")"},
                            {"- (A Title)(" + u + ")", "- [A Title](" + u + ")"},
                            {"- A Title (SOSP'21)[" + u + "]", "- A Title (SOSP'21)[" + u + "]"},
                        });
  expect(Kind::wide, {{"- [A Title]\uFF08" + u + "\uFF09", "- [A Title](" + u + ")"}});
  expect_none({"- [a][b]", "- (a)[b]", "- (a)(b)", "- f(x)(y)"});
}

TEST(BrokenLinks, WithoutParentheses) {
  expect(Kind::bare, {
                         {"- [[arxiv]" + u + "]", "- [[arxiv](" + u + ")]"},
                         {"- [arxiv]" + u, "- [arxiv](" + u + ")"},
                         {"- [arxiv]" + u + ") more", "- [arxiv](" + u + ") more"},
                     });
  expect_none({"- [arxiv] " + u, "- [arxiv]<" + u + ">", "- [arxiv]: " + u + " x"});
}

TEST(BrokenLinks, WithoutTheLastParenthesis) {
  expect(Kind::unclosed, {
                             {"- [Paper](" + u, "- [Paper](" + u + ")"},
                             {"- [Paper](" + u + " and more", "- [Paper](" + u + ") and more"},
                             {"- [[Paper](" + u + "][[Code](" + u + ")]", "- [[Paper](" + u + ")][[Code](" + u + ")]"},
                             {"- [Paper](" + u + "]", "- [Paper](" + u + ")"},
                             {"- [Paper](" + u + "\uFF09| b", "- [Paper](" + u + ")| b"},
                             {"- [Paper](" + u + "<br>x", "- [Paper](" + u + ")<br>x"},
                         });
  expect_none({"- [Paper](http://x", "- [Paper](a b", "- [Paper]( " + u, "- [Paper](" + u + "(1"});
}

TEST(BrokenLinks, WhoseTextIsNotClosed) {
  expect(Kind::misplaced, {
                              {"- [A Title(" + u + ")", "- [A Title](" + u + ")"},
                              {"- [A Title(" + u + ")]", "- [A Title](" + u + ")"},
                              {"- A Title [[paper(" + u + ")]", "- A Title [[paper](" + u + ")]"},
                              {"- [A Title (2019)(" + u + ")", "- [A Title (2019)](" + u + ")"},
                              {"- A Title [[Code (soon)(" + u + ")]]", "- A Title [[Code (soon)](" + u + ")]"},
                          });
  expect_none({"- [see this (" + u + ")]", "- [(" + u + ")]", "- [a(b)]"});
}

TEST(BrokenLinks, WithoutAnOpeningBracket) {
  expect(Kind::unopened,
         {
             {"- A Title of Words](" + u + ")", "- [A Title of Words](" + u + ")"},
             {"- [OSDI'24] A Title (of Words)](" + u + ")", "- [OSDI'24] [A Title (of Words)](" + u + ")"},
             {"- A Title of Models](" + u + ")", "- [A Title of Models](" + u + ")"},
             {"- A Title of Words Code](" + u + ")", "- A Title of Words Code](" + u + ")"},
             {"- A Title of Words. Slides](" + u + ")", "- A Title of Words. Slides](" + u + ")"},
             {"- A Title of Words. code](" + u + ")", "- A Title of Words. code](" + u + ")"},
             {"- **A Title of Words](" + u + ")", "- **A Title of Words](" + u + ")"},
             {"- A [b](c) Title of Words](" + u + ")", "- A [b](c) Title of Words](" + u + ")"},
         });
  expect(Kind::closed, {{"- A Title [Code]](" + u + ")", "- A Title [Code]](" + u + ")"}});
  expect_none({"- a](b)", "- A Title of Words\\](" + u + ")", "- [a\\]](" + u + ")"});
}

TEST(BrokenLinks, WithALinkForAnAddress) {
  expect(Kind::nested,
         {
             {"- [paper]([arxiv.org](" + u + "))", "- [paper](" + u + ")"},
             {"- [paper]([" + u + "](" + u + "))", "- [paper](" + u + ")"},
             {"- [paper]([A Title | A Site](" + u + ")) x", "- [paper](" + u + ") x"},
             {"- [paper]([[1] A Title](" + u + "))", "- [paper](" + u + ")"},
             {"- [paper]([https://example.org/b](" + u + "))", "- [paper]([https://example.org/b](" + u + "))"},
             {"- [paper]([./b.pdf](" + u + "))", "- [paper]([./b.pdf](" + u + "))"},
         });
}

TEST(BrokenLinks, WithTheAddressElsewhere) {
  expect(Kind::emptied, {
                            {"- [[paper]]()" + u, "- [[paper]](" + u + ")"},
                            {"- ([paper]()" + u + ")", "- ([paper](" + u + "))"},
                            {"- [paper]()" + u + ") x", "- [paper](" + u + ") x"},
                        });
  expect(Kind::doubled, {
                            {"- [paper]((" + u + "))", "- [paper](" + u + ")"},
                            {"- [paper]((" + u + ")", "- [paper](" + u + ")"},
                            {"- [paper]([" + u + "])", "- [paper](" + u + ")"},
                            {"- [paper](\"" + u + "\")", "- [paper](" + u + ")"},
                        });
  expect(Kind::crossed, {{"- [[paper](" + u + "]) x", "- [[paper](" + u + ")] x"}});
  expect(Kind::inside, {{"- [[paper](" + u + ")](" + u + ")", "- [[paper](" + u + ")](" + u + ")"}});
  expect_none({"- [paper]()", "- [paper]() " + u, "- [paper](a(b))", "- [![a](b)](" + u + ")"});
}

TEST(BrokenLinks, WithABlankInTheAddress) {
  expect(Kind::blank, {
                          {"- [code](https://exam ple.org/a)", "- [code](https://example.org/a)"},
                          {"- [code](https://example. org/a)", "- [code](https://example.org/a)"},
                          {"- [code](https://example.org/a- b/c)", "- [code](https://example.org/a-b/c)"},
                          {"- [code](https://example.org/a b)", "- [code](https://example.org/a b)"},
                          {"- [code](https://example.org/a- b- c)", "- [code](https://example.org/a- b- c)"},
                      });
  expect_none({"- [code](" + u + " )", "- [code]( " + u + ")", "- [code](" + u + " \"A title\")", "- [a](b c)",
               "- [code](<https://example.org/a b>)"});
}

TEST(BrokenLinks, LeaveWholeLinksAndOtherTextsAlone) {
  expect_none({"- [A Title](" + u + ")", "- \\[[paper](" + u + ")\\]", "- $[a](b)$ and $f[x](y z)$",
               "- <!-- [a] (" + u + ") -->", "```\n[a] (" + u + ")\n```\n", "- [A Title over\n  two lines](" + u + ")",
               "- [`[pdf]`](" + u + ")", "- <a href=\"" + u + "\">x</a> [a]", "[a]: " + u + "\n\n[b][a] (c)"});
}

TEST(BrokenLinks, AreSoughtInLinearTime) {
  std::string nested, closes;
  for (int i = 0; i < 20000; ++i) {
    nested += "[a](" + u;
    closes += "a](" + u + ")";
  }
  EXPECT_LE(Broken(nested).all().size(), 20000U);
  EXPECT_LE(Broken(closes).all().size(), 20000U);
  EXPECT_LE(Broken(std::string(50000, '[') + u + std::string(50000, ')')).all().size(), 1U);
}

TEST(LineBreaks, AreJoinedByABlankOrNothing) {
  const auto joined = [](const std::string& text) {
    const Source source("list.md", text);
    const LineBreaks breaks = line_breaks(source, {0, source.size()});
    std::string now = text;
    for (auto change = breaks.joined.rbegin(); change != breaks.joined.rend(); ++change)
      now.replace(change->at.begin, change->at.size(), change->with);
    return now + (breaks.at_end ? "|" : "") + (breaks.meant ? "!" : "");
  };
  EXPECT_EQ(joined("A Title\n  of Words"), "A Title of Words");
  EXPECT_EQ(joined("A Title  \r\nof\nWords"), "A Title of Words");
  EXPECT_EQ(joined("A Title\n"), "A Title|");
  EXPECT_EQ(joined("\nA Title"), "A Title|");
  EXPECT_EQ(joined("A Title\\\nof Words"), "A Title\\ of Words!");
  EXPECT_EQ(joined("A Title\n> of Words"), "A Title > of Words!");
  EXPECT_EQ(joined("A Title"), "A Title");
}

}  // namespace
}  // namespace paperlint
