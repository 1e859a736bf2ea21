// Addresses that lead nowhere as they are written, and what they should be.
#include "list/address_form.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paperlint {
namespace {

using Kind = AddressFault::Kind;
constexpr Date kToday{2026, 6, 1};

struct Case {
  std::string_view address, mended;  // mended is empty where nobody can tell
};

void expect_faults(Kind kind, const std::vector<Case>& cases) {
  for (const auto& [address, mended] : cases) {
    const auto fault = address_fault(address, kToday);
    ASSERT_TRUE(fault.has_value()) << address;
    EXPECT_EQ(fault->kind, kind) << address << ": " << message(*fault);
    EXPECT_EQ(fault->mended, mended) << address;
  }
}

void expect_none(const std::vector<std::string_view>& addresses) {
  for (const std::string_view address : addresses) {
    const auto fault = address_fault(address, kToday);
    EXPECT_FALSE(fault.has_value()) << address << ": " << message(*fault);
  }
}

TEST(AddressFault, OfTheScheme) {
  expect_faults(Kind::scheme, {
                                  {"ttps://example.org/a", "https://example.org/a"},
                                  {"hhttps://example.org/a", "https://example.org/a"},
                                  {"htpps://example.org", "https://example.org"},
                                  {"htp://example.org", "http://example.org"},
                                  {"https:/example.org/a", "https://example.org/a"},
                                  {"https:///example.org/a", "https://example.org/a"},
                                  {"https//example.org/a", "https://example.org/a"},
                                  {"https:://example.org/a", "https://example.org/a"},
                                  {"https:example.org/a", "https://example.org/a"},
                                  {"https;//example.org/a", "https://example.org/a"},
                                  {"http://https://example.org/a", "https://example.org/a"},
                                  {"https://https://example.org/a", "https://example.org/a"},
                                  {"ttps://nothing here", ""},
                              });
  expect_none({"http/intro.md", "https.md", "HTTPS://example.org", "Http://example.org", "ftp://example.org/a",
               "mailto:someone@example.org", "tps/notes.md", "http://localhost:8000/a"});
}

TEST(AddressFault, OfAMissingScheme) {
  expect_faults(Kind::no_scheme, {
                                     {"www.example.org", "https://www.example.org"},
                                     {"github.com/someone/code", "https://github.com/someone/code"},
                                     {"arxiv.org/abs/2301.08984", "https://arxiv.org/abs/2301.08984"},
                                     {"someone.github.io/lfns/", "https://someone.github.io/lfns/"},
                                     {"flex.cs.example.edu", "https://flex.cs.example.edu"},
                                     {"example.engineering/a", "https://example.engineering/a"},
                                 });
  expect_none({"README.cn", "README.md", "docs/paper.pdf", "./www.example.org", "../github.com/x", "/abs/2301.08984",
               "#github.com", "example.com", "someone@mail.example.org", "notes.io", "a.tar.gz", "//example.org/a",
               "paper_v1.example.org/x"});
}

TEST(AddressFault, OfCharactersThatNobodySees) {
  expect_faults(Kind::invisible, {
                                     {"https://example.org/a\u200B", "https://example.org/a"},
                                     {"\uFEFFhttps://example.org/a", "https://example.org/a"},
                                     {"https://exam\u00ADple.org/a", "https://example.org/a"},
                                     {"https://example.org/a%E2%80%8B", "https://example.org/a"},
                                 });
  expect_none({"https://example.org/\u6587\u4EF6.pdf", "https://example.org/\U0001F468\u200D\U0001F469", "#x\u200B"});
}

TEST(AddressFault, OfATypographicDash) {
  expect_faults(Kind::dash, {
                                {"https://www.usenix.org/conference/osdi25/presentation/wren\u2011lark",
                                 "https://www.usenix.org/conference/osdi25/presentation/wren-lark"},
                                {"https://github.com/some\u2013one/code", "https://github.com/some-one/code"},
                                {"https://exam\u2014ple.org/a", "https://exam-ple.org/a"},
                            });
  expect_none({"https://en.wikipedia.org/wiki/Cauchy\u2013Schwarz_inequality",
               "https://github.com/someone/code#a\u2013b", "https://example.org/SE(3)\u2013models.pdf"});
}

TEST(AddressFault, OfJunkAtTheEnd) {
  expect_faults(Kind::junk, {
                                {"https://github.com/someone/code.", "https://github.com/someone/code"},
                                {"https://github.com/someone/code.git.", "https://github.com/someone/code.git"},
                                {"https://example.org/paper.pdf.", "https://example.org/paper.pdf"},
                                {"https://example.org/a,", "https://example.org/a"},
                                {"https://example.org/a;", "https://example.org/a"},
                                {"https://example.org/a\"", "https://example.org/a"},
                                {"https://example.org/a/\">", "https://example.org/a/"},
                                {"https://example.org/a]", "https://example.org/a"},
                                {"https://example.org/a%20", "https://example.org/a"},
                                {"https://example.org/a\u3002", "https://example.org/a"},
                            });
  expect_none({"https://github.com/someone/E.T.", "https://example.org/wiki/Foo_[bar]", "https://example.org/a/..",
               "https://example.org/a?q=b.", "https://example.org/a#b,", "https://example.org/#:~:text=so%20it%20is.",
               "https://example.org/a_", "https://example.org/a/"});
}

TEST(AddressFault, OfAnAddressThatNamesNoHost) { expect_faults(Kind::host, {{"https://", ""}, {"http://", ""}}); }

TEST(AddressFault, OfTwoAddressesInOne) {
  expect_faults(Kind::joined, {{"https://github.com/someone/codehttps://arxiv.org/abs/2301.08984", ""}});
  expect_none({"https://web.archive.org/web/2020/http://example.org/a", "https://example.org/?u=https://example.org/b",
               "https://proxy.example.org/https://arxiv.org/abs/2301.08984",
               "https://example.org/share?to=xhttps://example.org"});
}

TEST(AddressFault, OfAnArxivIdentifier) {
  expect_faults(Kind::arxiv, {
                                 {"https://arxiv.org/abs/2407.11681mini", "https://arxiv.org/abs/2407.11681"},
                                 {"https://arxiv.org/pdf/1112.6209.pdf&embed", "https://arxiv.org/pdf/1112.6209.pdf"},
                                 {"https://arxiv.org/abs/2407-11681", "https://arxiv.org/abs/2407.11681"},
                                 {"https://arxiv.org/abs/240711681v2", "https://arxiv.org/abs/2407.11681v2"},
                                 {"https://arxiv.org/abs/2307.000400", ""},
                                 {"https://arxiv.org/abs/2307.0004", ""},
                                 {"https://arxiv.org/abs/2313.00040", ""},
                                 {"https://arxiv.org/abs/23O7.00040", ""},
                                 {"https://arxiv.org/abs/4203.01234", ""},
                             });
  expect_none({"https://arxiv.org/abs/XXXX.XXXXX", "https://arxiv.org/abs/", "https://arxiv.org/abs/arXiv:2301.08984",
               "https://arxiv.org/abs/cs/0112017", "https://arxiv.org/abs/math.AG/0309136v1",
               "https://arxiv.org/abs/2606.01234", "https://arxiv.org/abs/2607.01234",
               "https://arxiv.org/html/2301.08984v1/x1.png", "https://arxiv.org/abs/2301.08984/"});
}

TEST(AddressFault, OfAnArxivPath) {
  expect_faults(Kind::arxiv, {
                                 {"https://arxiv.org/abs/2305.09781.pdf", "https://arxiv.org/abs/2305.09781"},
                                 {"https://arxiv.org/abs//2305.09781", "https://arxiv.org/abs/2305.09781"},
                                 {"https://arxiv.org//abs/2305.09781v2", "https://arxiv.org/abs/2305.09781v2"},
                                 {"https://arxiv.org/2305.09781", "https://arxiv.org/abs/2305.09781"},
                                 {"https://arxiv.org/paper/2305.09781.pdf", "https://arxiv.org/pdf/2305.09781.pdf"},
                                 {"https://arxiv.org/ab/2305.09781", "https://arxiv.org/abs/2305.09781"},
                             });
  expect_none({"https://arxiv.org/list/cs.DC/recent", "https://arxiv.org/ftp/arxiv/papers/2105/2105.13993.pdf",
               "https://arxiv.org/src/1911.12237v2/anc/corpus.7z", "https://arxiv.org/a/someone_a_1",
               "https://arxiv.org", "https://arxiv.org/", "https://ar5iv.org/2305.09781"});
}

TEST(AddressFault, IsNoneWhereNobodyKnowsTheDay) {
  EXPECT_FALSE(address_fault("https://arxiv.org/abs/4203.01234", {}).has_value());
}

}  // namespace
}  // namespace paperlint
