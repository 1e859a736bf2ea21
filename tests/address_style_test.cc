// Addresses that lead where they should, written otherwise.
#include "list/address_style.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paperlint {
namespace {

TEST(ArxivLink, IsTakenApart) {
  const auto link = arxiv_link("http://www.arxiv.org/pdf/2301.08984v2.pdf?x#page=3");
  ASSERT_TRUE(link.has_value());
  EXPECT_EQ(link->scheme, "http://");
  EXPECT_EQ(link->host, "www.arxiv.org");
  EXPECT_EQ(link->kind, "pdf");
  EXPECT_EQ(link->id, "2301.08984v2");
  EXPECT_EQ(link->type, ".pdf");
  EXPECT_EQ(link->rest, "?x#page=3");
  EXPECT_TRUE(link->mirror());
  EXPECT_EQ(link->with("arxiv.org", "abs", ".pdf"), "http://arxiv.org/abs/2301.08984v2?x#page=3");
  EXPECT_EQ(link->with("arxiv.org", "pdf", ""), "http://arxiv.org/pdf/2301.08984v2?x#page=3");
}

TEST(ArxivLink, IsOneOfArxivOrAMirror) {
  for (const std::string_view address :
       {"https://arxiv.org/abs/2301.08984", "https://arxiv.org/abs/math.AG/0309136",
        "http://xxx.itp.ac.cn/pdf/2303.16005.pdf", "https://browse.arxiv.org/abs/2301.08984v1",
        "https://export.arxiv.org/pdf/2301.08984"})
    EXPECT_TRUE(arxiv_link(address).has_value()) << address;
  for (const std::string_view address :
       {"https://arxiv.org/html/2301.08984", "https://ar5iv.labs.arxiv.org/html/2301.08984", "arxiv.org/abs/2301.08984",
        "https://arxiv.org/abs/2301.08984.pdf", "https://arxiv.org/abs/2301.0898", "https://arxiv.org/abs/2301.08984/",
        "https://notarxiv.org/abs/2301.08984", "https://arxiv.org/list/cs.DC/recent", "https://arxiv.org", ""})
    EXPECT_FALSE(arxiv_link(address).has_value()) << address;
}

struct Case {
  std::string_view address, clean, parameter;
};

TEST(Untracked, KeepsWhatThePageNeeds) {
  const std::vector<Case> cases = {
      {"https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a", "utm_source"},
      {"https://example.org/a?id=1&fbclid=x#b", "https://example.org/a?id=1#b", "fbclid"},
      {"https://example.org/a?fbclid=x&id=1&b", "https://example.org/a?id=1&b", "fbclid"},
      {"https://example.org/a?\\_ga=1.2", "https://example.org/a", "_ga"},
      {"https://arxiv.org/abs/2301.08984?s=03", "https://arxiv.org/abs/2301.08984", "s"},
      {"https://youtu.be/abc?si=x&t=3", "https://youtu.be/abc?t=3", "si"},
      {"https://www.sciencedirect.com/a?via%3Dihub", "https://www.sciencedirect.com/a", "via%3Dihub"},
      {"https://openreview.net/forum?id=abc&referrer=%5Bx%5D", "https://openreview.net/forum?id=abc", "referrer"},
      {"https://example.org/a?", "https://example.org/a", ""},
  };
  for (const auto& [address, clean, parameter] : cases) {
    const Untracked got = without_tracking(address);
    EXPECT_EQ(got.address, clean);
    EXPECT_EQ(got.parameter, parameter) << address;
  }
  for (const std::string_view address :
       {"https://example.org/a", "https://example.org/a?s=20", "https://example.org/a?x=1&&y=2",
        "https://example.org/a?#b", "a?utm_source=x", "https://example.org/a#b?utm_source=x",
        "https://example.org/a?x=1&amp;utm_source=x", "https://gitter.im/a?utm_source=badge"})
    EXPECT_EQ(without_tracking(address).address, "") << address;
}

TEST(WithHttps, AsksKnownSitesOnly) {
  EXPECT_EQ(with_https("http://www.usenix.org/a"), "https://www.usenix.org/a");
  EXPECT_EQ(with_https("http://arxiv.org/abs/1"), "https://arxiv.org/abs/1");
  EXPECT_EQ(with_https("http://example.org/a"), "http://example.org/a");
  EXPECT_EQ(with_https("https://arxiv.org/abs/1"), "https://arxiv.org/abs/1");
}

}  // namespace
}  // namespace paperlint
