// Titles, anchors and addresses of any bytes: nothing breaks, and what is in normal form stays as it is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "list/identifier.h"
#include "text/slug.h"
#include "text/title.h"
#include "text/unicode.h"

using namespace paperlint;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

bool valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Point point = unicode::decode(text, at);
    if (point.size == 0) return false;
    std::string again;
    unicode::append(again, point.value);
    must(again == text.substr(at, point.size));
    at += point.size;
  }
  return true;
}

void titles(std::string_view text) {
  const std::string normal = normal_title(text);
  must(normal_title(normal) == normal);
  must(valid(normal) || !valid(text));
  must(same_numerals(normal, normal));
  must(similarity(normal, normal, 0.9) == 1);
  (void)telling(text);
  const std::string_view half = text.substr(0, text.size() / 2), rest = text.substr(text.size() / 2);
  must(same_numerals(half, rest) == same_numerals(rest, half));
  const std::string_view name = leading_name(text);
  must(name.empty() || (name.data() >= text.data() && name.data() + name.size() < text.data() + text.size()));
}

void anchors(std::string_view text) {
  const std::string once = slug(text);
  must(slug(once) == once && valid(once));
  Slugger slugger;
  must(slugger(text) == once && slugger(text) == once + "-1");
  must(decode_fragment(text).size() <= text.size());
  must(!decode_entity(text).empty() || text.empty());
}

void address(std::string_view text) {
  const std::string id = identifier(text);
  must(id.empty() || id.find(':') != std::string::npos);
  for (const char c : id) must(c > ' ' && c < 0x7F);
  const auto month = announced(id);
  must(!month || (month->month >= 1 && month->month <= 12));
  must(!month || id.substr(0, 6) == "arxiv:");
  (void)announced(text);
  const auto proof = published_at(text);
  must(!proof || (!proof->venue.empty() && proof->year >= 1950));
}

// Without these a fuzzer seldom gets past the host.
constexpr std::string_view kHosts[] = {"https://arxiv.org/",       "https://doi.org/",
                                       "https://dl.acm.org/",      "https://aclanthology.org/",
                                       "https://openreview.net/",  "https://www.usenix.org/",
                                       "https://jmlr.org/",        "https://openaccess.thecvf.com/",
                                       "https://papers.nips.cc/",  "https://www.biorxiv.org/",
                                       "https://ijcai.org/",       "https://www.vldb.org/",
                                       "https://www.nature.com/",  "https://link.springer.com/",
                                       "https://ojs.aaai.org/",    "https://ieeexplore.ieee.org/",
                                       "https://neurips.cc/",      "https://www.ecva.net/",
                                       "https://eprint.iacr.org/", "https://proceedings.mlr.press/"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  titles(text);
  anchors(text);
  address(text);
  if (size > 0) address(std::string(kHosts[data[0] % std::size(kHosts)]).append(text.substr(1)));
  return 0;
}
