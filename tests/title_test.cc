#include "text/title.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode.h"

namespace paperlint {
namespace {

struct Pair {
  std::string_view written, normal;
};

void expect_normal(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) EXPECT_EQ(normal_title(pair.written), pair.normal) << pair.written;
}

TEST(NormalTitle, CaseBlanksAndPunctuationDoNotCount) {
  expect_normal({
      {"", ""},
      {"  Attention  Is\tAll You Need. ", "attention is all you need"},
      {"\"Why Should I Trust You?\": Explaining", "why should i trust you explaining"},
      {"What's (really) new; in [C/R]?!", "what s really new in c r"},
      {"GPT-3.5 at 1,000 tokens/s", "gpt 3 5 at 1 000 tokens s"},
      {"snake_case @ 50% = half | all > none", "snake case 50 half all none"},
      {"...", ""},
  });
}

TEST(NormalTitle, DashesAreBlanksAndJoinedWordsStayOther) {
  expect_normal({
      {"Co-design", "co design"},
      {"Codesign", "codesign"},
      {"2017\u20132020", "2017 2020"},
      {"A \u2014 B -- C --- D \u2212 E", "a b c d e"},
      {"non\u2010breaking\u2011hyphen", "non breaking hyphen"},
      {"soft\u00ADhyphen", "softhyphen"},
  });
}

TEST(NormalTitle, QuotesOfAllKindsAgree) {
  expect_normal({
      {"Don't \"quote\" me", "don t quote me"},
      {"Don\u2019t \u201Cquote\u201D me", "don t quote me"},
      {"Don\\'t \\\"quote\\\" me", "don t quote me"},
      {"Don`t quote me", "don t quote me"},
      {"``quote'' me", "quote me"},
      {"Don&rsquo;t &quot;quote&quot; me", "don t quote me"},
      {"Kepler\\'s laws", "kepler s laws"},
  });
}

TEST(NormalTitle, DigitsStayAndSignsStayBehindLetters) {
  expect_normal({
      {"Part 1", "part 1"},
      {"Part 2", "part 2"},
      {"C++ and C#", "c++ and c#"},
      {"PointNet++: deep", "pointnet++ deep"},
      {"4+2 = 6 + #1", "4 2 6 1"},
      {"C\\+\\+ and C\\#", "c++ and c#"},
      {"\u4E2D+\u6587", "\u4E2D+\u6587"},
  });
}

TEST(NormalTitle, AmpersandIsAnd) {
  expect_normal({
      {"R&D", "r and d"},
      {"R & D", "r and d"},
      {"R&amp;D", "r and d"},
      {"R\\&D", "r and d"},
      {"R\uFF06D", "r and d"},
      {"R&nosuch;D", "r and nosuch d"},
      {"&", "and"},
  });
}

TEST(NormalTitle, AccentsAndCompatibilityFormsGo) {
  expect_normal({
      {"G\u00FC\u00E7lendirilmi\u015F", "guclendirilmis"},
      {"Gu\u0308c\u0327lendirilmis\u0327", "guclendirilmis"},
      {"Stra\u00DFe STRASSE", "strasse strasse"},
      {"\uFB01nding e\uFB03cient", "finding efficient"},
      {"CO\u2082 and x\u00B2 and \u2163", "co2 and x2 and iv"},
      {"\uFF21\uFF11", "a1"},
      {"\u039F\u03B4\u03CC\u03C2 \u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C3 \u03BF\u03B4\u03BF\u03C3"},
      {"\u65CB\u8F6C\u76EE\u6807\u68C0\u6D4B\uFF08Rotated\uFF09", "\u65CB\u8F6C\u76EE\u6807\u68C0\u6D4B rotated"},
      {"\u041F\u0440\u0438\u0432\u0435\u0442", "\u043F\u0440\u0438\u0432\u0435\u0442"},
  });
}

TEST(NormalTitle, LatexIsUndone) {
  expect_normal({
      {"Schr{\\\"o}dinger and Schr\\\"odinger and Schr\\\"{o}dinger", "schrodinger and schrodinger and schrodinger"},
      {"Poincar\\'e, Erd\\H{o}s, \\c{S}en, K{\\o}benhavn, \\L{}uk", "poincare erdos sen k\u00F8benhavn \u0142uk"},
      {"Stra\\ss e, na{\\\"\\i}ve", "strasse naive"},
      {"{BERT}: {P}re-training", "bert pre training"},
      {"\\textsf{Name}: \\emph{what} \\textbf{it} {\\bf does}", "name what it does"},
      {"$\\mu$Serve", "\u03BCserve"},
      {"\u00B5Serve", "\u03BCserve"},
      {"\u03BCServe", "\u03BCserve"},
      {"$\\varepsilon$ and $\\epsilon$ and \u03F5", "\u03B5 and \u03B5 and \u03B5"},
      {"$k$NN, $k$-NN", "knn k nn"},
      {"CO$_2$, CO$_{2}$, CO\u2082", "co2 co2 co2"},
      {"EC$^2$, EC^2, EC\u00B2, EC<sup>2</sup>", "ec2 ec2 ec2 ec2"},
      {"16$\\times$16, 16\u00D716, 16x16", "16x16 16x16 16x16"},
      {"360$^{\\circ}$ and 360\u00B0", "360 and 360"},
      {"$\\mathbb{F}_2$", "f2"},
      {"Fig.~3 for $100K or $5", "fig 3 for 100k or 5"},
      {"\\LaTeX{} and \\unknown", "latex and unknown"},
  });
}

TEST(NormalTitle, HtmlIsUndone) {
  expect_normal({
      {"<b>Bold</b>ly <i>so</i>", "boldly so"},
      {"One<br>two<br/>three<BR />four", "one two three four"},
      {"a<!-- not > this -->b", "a b"},
      {"p < q and r > s, x <3", "p q and r s x 3"},
      {"Caf&eacute; &#233;t&#xE9; &alpha;&nbsp;&mdash;&lt;b&gt;", "cafe ete \u03B1 b"},
      {"<a href=\"https://example.org/x\">Link</a>", "link"},
  });
}

TEST(NormalTitle, MarkdownIsUndone) {
  expect_normal({
      {"**Bold** *it* __bold__ _it_ ~~gone~~ `code`", "bold it bold it gone code"},
      {"*Auto*ML and Auto**ML**", "automl and automl"},
      {"`Name`s and `a<b>c`", "names and a b c"},
      {"2*3 and A\\* search", "2 3 and a search"},
      {"a\\_b \\[x\\](y)", "a b x y"},
      {"[Name](https://example.org/a_(b)): rest", "name rest"},
      {"[Name](u \"a title\") rest", "name rest"},
      {"[not a link](with blanks here)", "not a link with blanks here"},
      {"![badge](https://img.shields.io/x) Title", "title"},
      {"[![badge](x)](y) Title", "title"},
  });
}

TEST(NormalTitle, EmojiAndShortcodesGo) {
  expect_normal({
      {":fire: Title :star2::+1:", "title"},
      {"\U0001F525 Title \u2B50\uFE0F", "title"},
      {"Std::vector at 10:30:00, a:b:c", "std vector at 10 30 00 a b c"},
      {"\U0001F469\u200D\U0001F4BB code", "code"},
  });
}

TEST(NormalTitle, BytesThatAreNoUtf8AreKept) {
  expect_normal({
      {"Universit\xE9 D\xC3", "universit\xE9 d\xC3"},
      {"\xC3**\xA9", "\xC3 \xA9"},
      {"\xED\xA0\x80x\xF5", "\xED\xA0\x80x\xF5"},
  });
}

// Longer than what is read at once.
TEST(NormalTitle, LongTitlesAreReadWhole) {
  for (std::size_t words = 1; words < 200; ++words) {
    std::string written, normal;
    for (std::size_t i = 0; i < words; ++i) {
      written += i % 3 == 0 ? "Ab, " : "CDE ";
      normal += i % 3 == 0 ? "ab " : "cde ";
    }
    normal.pop_back();
    ASSERT_EQ(normal_title(written), normal) << words;
  }
}

bool valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Point point = unicode::decode(text, at);
    if (point.size == 0) return false;
    at += point.size;
  }
  return true;
}

TEST(NormalTitle, EveryCharacterIsNormalAfterOnePass) {
  for (char32_t point = 1; point < 0x110000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text = "a";
    unicode::append(text, point);
    text += 'B';
    const std::string once = normal_title(text);
    ASSERT_TRUE(valid(once)) << std::hex << static_cast<unsigned>(point);
    ASSERT_EQ(normal_title(once), once) << std::hex << static_cast<unsigned>(point);
  }
}

std::string any_title(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "A",      "b",      "2",          " ",      "  ",   "\\",     "\"",       "'",      "{",      "}",
      "$",      "_",      "^",          "*",      "**",   "`",      "``",       "<b>",    "</b>",   "<br>",
      "<",      ">",      "<!--",       "-->",    "&",    "&amp;",  "&#x3B1;",  "[",      "](",     ")",
      "![",     "]",      ":",          ":a:",    "~",    "~~",     "+",        "#",      "-",      "--",
      "\\mu",   "\\c",    "\\ss ",      "\u00E9", "\xC3", "\xA9",   "\xE2",     "\u4E2D", "\u0301", "\u200D",
      "\u2014", "\uFF06", "\U0001F525", "\uFF1A", "(",    "\\text", "http://x", "\u00DF"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1), length(0, 24);
  std::string title;
  for (std::size_t n = length(random); n > 0; --n) title += kPieces[piece(random)];
  return title;
}

TEST(NormalTitle, IsNormalAfterOnePassWhateverIsWritten) {
  std::mt19937 random(7);
  for (int i = 0; i < 100000; ++i) {
    const std::string title = any_title(random), once = normal_title(title);
    ASSERT_EQ(normal_title(once), once) << title;
    ASSERT_TRUE(once.empty() || (once.front() != ' ' && once.back() != ' ')) << title;
    ASSERT_EQ(once.find("  "), std::string::npos) << title;
    ASSERT_TRUE(valid(once) || !valid(title)) << title;
  }
}

TEST(NormalTitle, TimeGrowsWithTheLengthAlone) {
  for (const std::string_view piece :
       {"<a", "<!--", "<!--x>", "](", "![", "![a](", "`", "``x", "$", ":a", "&a", "\\\"", "[("}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    EXPECT_LE(normal_title(text).size(), 4 * text.size());
    EXPECT_LE(leading_name(text).size(), text.size());
  }
}

TEST(Telling, NeedsTwelveCharactersAndThreeWords) {
  EXPECT_FALSE(telling(""));
  EXPECT_FALSE(telling("deep learning"));
  EXPECT_FALSE(telling("a b c d"));
  EXPECT_FALSE(telling("learning transferable"));
  EXPECT_TRUE(telling("learning to learn"));
  EXPECT_TRUE(telling("one two four"));
}

TEST(Telling, IdeographsAreWords) {
  EXPECT_FALSE(telling("\u6DF1\u5EA6\u5B66\u4E60"));
  EXPECT_TRUE(telling("\u6DF1\u5EA6\u5B66\u4E60\u7EFC\u8FF0"));
  EXPECT_TRUE(telling("gpt \u6A21\u578B\u7EFC\u8FF0"));
}

TEST(SameNumerals, TellsPartsAndVersionsApart) {
  EXPECT_FALSE(same_numerals("on learning part 1", "on learning part 2"));
  EXPECT_FALSE(same_numerals("on learning i", "on learning ii"));
  EXPECT_FALSE(same_numerals("on learning", "on learning ii"));
  EXPECT_FALSE(same_numerals("on learning part one", "on learning part two"));
  EXPECT_FALSE(same_numerals("on learning part a", "on learning part b"));
  EXPECT_FALSE(same_numerals("flashattention 2", "flashattention 3"));
  EXPECT_FALSE(same_numerals("llama2 open models", "llama3 open models"));
  EXPECT_FALSE(same_numerals("tool v2", "tool v3"));
  EXPECT_FALSE(same_numerals("tool 2 0", "tool 2 1"));
  EXPECT_FALSE(same_numerals("4bit training", "8bit training"));
  EXPECT_FALSE(same_numerals("gpt 4o", "gpt 4"));
  EXPECT_FALSE(same_numerals("1 of 2", "2 of 1"));
  EXPECT_FALSE(same_numerals("\u7B2C\u4E00\u90E8\u5206", "\u7B2C\u4E8C\u90E8\u5206"));
  EXPECT_FALSE(same_numerals("xix", "xx"));
}

TEST(SameNumerals, TakesOneNumberForAnother) {
  EXPECT_TRUE(same_numerals("", ""));
  EXPECT_TRUE(same_numerals("deep learning", "deep learnin"));
  EXPECT_TRUE(same_numerals("part 2 of it", "part ii of them"));
  EXPECT_TRUE(same_numerals("part two", "part 2"));
  EXPECT_TRUE(same_numerals("llama2", "llama 2"));
  EXPECT_TRUE(same_numerals("tool v2", "tool v02"));
  EXPECT_TRUE(same_numerals("4 bit", "4bit"));
  EXPECT_TRUE(same_numerals("mixing six civics", "mixing 6 civics"));
}

TEST(Similarity, IsOneLessEditsPerLength) {
  EXPECT_EQ(similarity("", "", 0.9), 1);
  EXPECT_EQ(similarity("same", "same", 1), 1);
  EXPECT_DOUBLE_EQ(similarity("abcdefghij", "abcdefghix", 0.9), 0.9);
  EXPECT_LT(similarity("abcdefghij", "abcdefghyx", 0.9), 0.9);
  EXPECT_EQ(similarity("abc", "xyz", 0), 0);
  EXPECT_LT(similarity("abc", "", 0.5), 0.5);
  const std::string a(100, 'a'), b = std::string(93, 'a') + std::string(7, 'b');
  EXPECT_GE(similarity(a, b, 0.93), 0.93);
}

TEST(LeadingName, StandsBeforeTheFirstColon) {
  EXPECT_EQ(leading_name("BERT: Pre-training"), "BERT");
  EXPECT_EQ(leading_name("Llama 2 : Open"), "Llama 2");
  EXPECT_EQ(leading_name("**Name:** what it does"), "Name");
  EXPECT_EQ(leading_name("**Name**: what it does"), "Name");
  EXPECT_EQ(leading_name("[Name: it](https://x.org): what"), "[Name: it](https://x.org)");
  EXPECT_EQ(leading_name("$\\mathcal{X}: y$-Net: what"), "$\\mathcal{X}: y$-Net");
  EXPECT_EQ(leading_name(":fire: Name: what"), ":fire: Name");
  EXPECT_EQ(leading_name("\u540D\u5B57\uFF1A\u8BF4\u660E"), "\u540D\u5B57");
  EXPECT_EQ(leading_name("A 3:1 split: b"), "A 3:1 split");
}

TEST(LeadingName, IsEmptyWhereNoneIs) {
  EXPECT_EQ(leading_name(""), "");
  EXPECT_EQ(leading_name("No colon"), "");
  EXPECT_EQ(leading_name("Ends in one:"), "");
  EXPECT_EQ(leading_name(": rest"), "");
  EXPECT_EQ(leading_name("See http://x.org"), "");
  EXPECT_EQ(leading_name("one two three four five six seven: eight"), "");
  EXPECT_EQ(leading_name("[Name: what](u)"), "");
}

}  // namespace
}  // namespace paperlint
