#include "text/slug.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paperlint {
namespace {

// Headings of GitHub pages and the anchors that GitHub gives them.
constexpr std::pair<std::string_view, std::string_view> kAnchors[] = {
    {"1.1 Data pipeline optimization", "11-data-pipeline-optimization"},
    {"2.10 DNN compiler", "210-dnn-compiler"},
    {"1.1.3 Fetch stalls (I/O)", "113-fetch-stalls-io"},
    {"2.6 Resilient training & Straggler mitigation", "26-resilient-training--straggler-mitigation"},
    {"2.12-Attention training acceleration", "212-attention-training-acceleration"},
    {"heading with a - dash", "heading-with-a---dash"},
    {"en\u2013dash", "endash"},
    {"Chapter 2 \u2014 Getting Started", "chapter-2--getting-started"},
    {"apostrophe\u2019s should be trimmed", "apostrophes-should-be-trimmed"},
    {"exchange.bind_headers(exchange, routing [, bindCallback])", "exchangebind_headersexchange-routing--bindcallback"},
    {"\U0001F604 unicode emoji", "-unicode-emoji"},
    {"\U0001F604_\U0001F604 unicode emoji", "_-unicode-emoji"},
    {"A\U0001F680B", "ab"},
    {"\u2699\uFE0F How It Works", "\uFE0F-how-it-works"},
    {":ok_hand: :hatched_chick: Two in a row", "ok_hand-hatched_chick-two-in-a-row"},
    {"\u041F\u0440\u0438\u0432\u0435\u0442 non-latin \u4F60\u597D",
     "\u043F\u0440\u0438\u0432\u0435\u0442-non-latin-\u4F60\u597D"},
    {"\u6570\u636E\u5904\u7406\uFF08Data\uFF09", "\u6570\u636E\u5904\u7406data"},
    {"I \u2665 unicode", "i--unicode"},
    {"CO\u2082 emissions", "co-emissions"},
    {"Part \u2163", "part-\u2173"},
    {"A \u00A71 B", "a-1-b"},
    {"--config", "--config"},  // the heading `--config`, rendered
    {"C++ / CUDA", "c--cuda"},
    {"A heading with:a colon", "a-heading-witha-colon"},
    {"\u00DCberblick", "\u00FCberblick"},
};

TEST(Slug, IsTheAnchorThatGitHubGives) {
  for (const auto& [heading, anchor] : kAnchors) EXPECT_EQ(slug(heading), anchor) << heading;
}

TEST(Slug, KeepsAlphabeticSymbolsAndDropsWhatIsInvisible) {
  EXPECT_EQ(slug("\u24B6 b"), "\u24D0-b");
  EXPECT_EQ(slug("a\u00A0b\u200Bc\u200Dd\te"), "abcde");
  EXPECT_EQ(slug("x\u00B2 \u00BD \u2460"), "x--");
  EXPECT_EQ(slug("1\uFE0F\u20E3"), "1\uFE0F\u20E3");
  EXPECT_EQ(slug("\u0130zmir"), "i\u0307zmir");
  EXPECT_EQ(slug("a\xFF\xC3z"), "az");
  EXPECT_EQ(slug(""), "");
}

// The rules once more, slowly and in plain words of utf8proc.
std::string plain_slug(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    at += size > 0 ? static_cast<std::size_t>(size) : 1;
    if (size <= 0) continue;
    if (point == ' ') {
      out += '-';
      continue;
    }
    if (point == 0x130) out += "i\u0307";  // SpecialCasing.txt
    if (point == 0x130) continue;
    point = utf8proc_tolower(point);
    const std::string category = utf8proc_category_string(point);
    const bool stays = category[0] == 'L' || category[0] == 'M' || category == "Nd" || category == "Nl" ||
                       category == "Pc" || point == '-' || (point >= 0x24B6 && point <= 0x24E9);
    utf8proc_uint8_t written[4];
    const auto length = utf8proc_encode_char(point, written);
    if (stays) out.append(reinterpret_cast<const char*>(written), static_cast<std::size_t>(length));
  }
  return out;
}

std::string random_text(std::mt19937& random) {
  static constexpr utf8proc_int32_t kLast[] = {0x7F, 0x7F, 0x7F, 0x2FF, 0x24B5, 0xD7FF};
  std::string text;
  for (auto n = random() % 30; n > 0; --n) {
    const utf8proc_int32_t last = kLast[random() % 6];
    const auto point = static_cast<utf8proc_int32_t>(random() % static_cast<unsigned>(last));
    utf8proc_uint8_t written[4];
    text.append(reinterpret_cast<const char*>(written), static_cast<std::size_t>(utf8proc_encode_char(point, written)));
  }
  if (random() % 4 == 0) text.insert(random() % (text.size() + 1), 1, static_cast<char>(random() % 256));
  return text;
}

TEST(Slug, AgreesWithTheRulesReadPlainly) {
  std::mt19937 random(11);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random_text(random);
    ASSERT_EQ(slug(text), plain_slug(text)) << text;
  }
}

TEST(Slug, OfASlugIsTheSlug) {
  std::mt19937 random(13);
  for (int i = 0; i < 50000; ++i) {
    const std::string once = slug(random_text(random));
    ASSERT_EQ(slug(once), once);
  }
}

std::vector<std::string> slugs(std::initializer_list<std::string_view> headings) {
  Slugger slugger;
  std::vector<std::string> out;
  for (const std::string_view heading : headings) out.push_back(slugger(heading));
  return out;
}

TEST(Slugger, CountsPerBaseAndSkipsWhatIsTaken) {
  using Slugs = std::vector<std::string>;
  EXPECT_EQ(slugs({"echo", "echo", "echo 1", "echo-1", "echo"}),
            (Slugs{"echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"}));
  EXPECT_EQ(slugs({"foxtrot-1", "foxtrot", "foxtrot"}), (Slugs{"foxtrot-1", "foxtrot", "foxtrot-2"}));
  EXPECT_EQ(slugs({"", "", "\U0001F604"}), (Slugs{"", "-1", "-2"}));
}

TEST(Slugger, TakesLinearTimeForEqualHeadings) {
  Slugger slugger;
  std::string last;
  for (int i = 0; i < 200000; ++i) last = slugger("Same");
  EXPECT_EQ(last, "same-199999");
}

TEST(DecodeFragment, UndoesPercentEscapes) {
  EXPECT_EQ(decode_fragment("plain-one"), "plain-one");
  EXPECT_EQ(decode_fragment("%E4%BD%A0%e5%a5%bd"), "\u4F60\u597D");
  EXPECT_EQ(decode_fragment("a%20b+c"), "a b+c");
  EXPECT_EQ(decode_fragment("100%"), "100%");
  EXPECT_EQ(decode_fragment("%4"), "%4");
  EXPECT_EQ(decode_fragment("%zz%41"), "%zzA");
  EXPECT_EQ(decode_fragment(""), "");
}

TEST(DecodeEntity, KnowsNamesAndNumbers) {
  constexpr std::pair<std::string_view, std::string_view> kMeant[] = {
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&apos;", "'"},
      {"&nbsp;", "\u00A0"},
      {"&copy;", "\u00A9"},
      {"&reg;", "\u00AE"},
      {"&trade;", "\u2122"},
      {"&hellip;", "\u2026"},
      {"&mdash;", "\u2014"},
      {"&ndash;", "\u2013"},
      {"&lsquo;", "\u2018"},
      {"&rsquo;", "\u2019"},
      {"&ldquo;", "\u201C"},
      {"&rdquo;", "\u201D"},
      {"&times;", "\u00D7"},
      {"&middot;", "\u00B7"},
      {"&bull;", "\u2022"},
      {"&eacute;", "\u00E9"},
      {"&Eacute;", "\u00C9"},
      {"&yuml;", "\u00FF"},
      {"&AElig;", "\u00C6"},
      {"&zwnj;", "\u200C"},
      {"&Alpha;", "\u0391"},
      {"&omega;", "\u03C9"},
      {"&diams;", "\u2666"},
      {"&vert;", "|"},
      {"&#233;", "\u00E9"},
      {"&#xE9;", "\u00E9"},
      {"&#Xe9;", "\u00E9"},
      {"&#x1F604;", "\U0001F604"},
      {"&#0;", "\uFFFD"},
      {"&#xD800;", "\uFFFD"},
      {"&#x110000;", "\uFFFD"},
      {"&#9999999;", "\uFFFD"},
  };
  for (const auto& [entity, meant] : kMeant) EXPECT_EQ(decode_entity(entity), meant) << entity;
}

TEST(DecodeEntity, LeavesWhatItDoesNotKnow) {
  for (const std::string_view text : {"", "&", "&;", "&#;", "&#x;", "&#xG;", "&#12345678;", "&#x1234567;", "&EACUTE;",
                                      "&amp", "amp;", "&nosuch;", "&#1a;"})
    EXPECT_EQ(decode_entity(text), text);
}

}  // namespace
}  // namespace paperlint
