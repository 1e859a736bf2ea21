#include "list/addresses.h"

#include <algorithm>
#include <iterator>

#include "text/markup.h"
#include "text/slug.h"

namespace paperlint {
namespace {

struct Row {
  std::string_view host;  // in lower case, without `www.`
  Site site;
  std::string_view note;
};

// By length, then by name: most hosts of a list are of no site here, and lengths tell hosts apart quickest.
constexpr bool before(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}
constexpr Row kHosts[] = {
    {"hf.co", Site::arxiv_mirror, ""},
    {"doi.org", Site::doi, ""},
    {"iclr.cc", Site::virtual_site, "ICLR"},
    {"icml.cc", Site::virtual_site, "ICML"},
    {"nips.cc", Site::virtual_site, "NeurIPS"},
    {"aaai.org", Site::aaai, ""},
    {"ecva.net", Site::ecva, ""},
    {"jmlr.org", Site::jmlr, ""},
    {"pnas.org", Site::doi, ""},
    {"vldb.org", Site::vldb, ""},
    {"ar5iv.org", Site::arxiv, ""},
    {"arxiv.org", Site::arxiv, ""},
    {"ijcai.org", Site::ijcai, ""},
    {"mlsys.org", Site::virtual_site, "MLSys"},
    {"aclweb.org", Site::acl, ""},
    {"dl.acm.org", Site::doi, "acm"},
    {"dx.doi.org", Site::doi, ""},
    {"nature.com", Site::nature, ""},
    {"neurips.cc", Site::virtual_site, "NeurIPS"},
    {"usenix.org", Site::usenix, ""},
    {"biorxiv.org", Site::biorxiv, ""},
    {"medrxiv.org", Site::biorxiv, ""},
    {"science.org", Site::doi, ""},
    {"alphaxiv.org", Site::arxiv_mirror, ""},
    {"ojs.aaai.org", Site::aaai, ""},
    {"pubs.acs.org", Site::doi, ""},
    {"epubs.siam.org", Site::doi, ""},
    {"huggingface.co", Site::arxiv_mirror, ""},
    {"openreview.net", Site::openreview, ""},
    {"papers.nips.cc", Site::neurips_papers, ""},
    {"eprint.iacr.org", Site::eprint, ""},
    {"frontiersin.org", Site::doi, ""},
    {"tandfonline.com", Site::doi, ""},
    {"aclanthology.org", Site::acl, ""},
    {"arxiv-vanity.com", Site::arxiv_mirror, ""},
    {"browse.arxiv.org", Site::arxiv, ""},
    {"export.arxiv.org", Site::arxiv, ""},
    {"aclanthology.info", Site::acl, ""},
    {"cv-foundation.org", Site::cv_foundation, ""},
    {"link.springer.com", Site::doi, "springer"},
    {"papers.neurips.cc", Site::neurips_papers, ""},
    {"static.usenix.org", Site::usenix, ""},
    {"jmlr.csail.mit.edu", Site::jmlr, ""},
    {"ieeexplore.ieee.org", Site::ieee, ""},
    {"proceedings.iclr.cc", Site::iclr_papers, ""},
    {"anthology.aclweb.org", Site::acl, ""},
    {"ar5iv.labs.arxiv.org", Site::arxiv, ""},
    {"journals.sagepub.com", Site::doi, ""},
    {"openaccess.thecvf.com", Site::cvf, ""},
    {"proceedings.mlr.press", Site::pmlr, ""},
    {"proceedings.mlsys.org", Site::mlsys_papers, ""},
    {"proceedings.neurips.cc", Site::neurips_papers, ""},
    {"pubsonline.informs.org", Site::doi, ""},
    {"onlinelibrary.wiley.com", Site::doi, ""},
    {"raw.githubusercontent.com", Site::github_raw, ""},
    {"datasets-benchmarks-proceedings.neurips.cc", Site::neurips_data, ""},
};
static_assert(std::is_sorted(std::begin(kHosts), std::end(kHosts),
                             [](const Row& a, const Row& b) { return before(a.host, b.host); }));

constexpr Row kSubdomains[] = {{".arxiv.org", Site::arxiv, ""}, {".onlinelibrary.wiley.com", Site::doi, ""}};

const Row* find_site(std::string_view host) {
  const auto* const row = std::lower_bound(std::begin(kHosts), std::end(kHosts), host,
                                           [](const Row& r, std::string_view h) { return before(r.host, h); });
  if (row != std::end(kHosts) && row->host == host) return row;
  const auto* const under = std::find_if(std::begin(kSubdomains), std::end(kSubdomains), [host](const Row& r) {
    return host.size() > r.host.size() && host.substr(host.size() - r.host.size()) == r.host;
  });
  return under == std::end(kSubdomains) ? nullptr : under;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

using markup::is_digit;
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool ends_port(char c) { return c == '/' || c == '?' || c == '#'; }
bool ends_host(char c) { return ends_port(c) || c == ':'; }

// Takes `https://` off the front; false without it.
bool take_scheme(std::string_view& address) {
  constexpr std::string_view kScheme = "http";
  if (address.size() < kScheme.size() ||
      !std::equal(kScheme.begin(), kScheme.end(), address.begin(), [](char a, char b) { return a == lower(b); }))
    return false;
  address.remove_prefix(kScheme.size());
  if (!address.empty() && lower(address.front()) == 's') address.remove_prefix(1);
  if (address.substr(0, 3) != "://") return false;
  address.remove_prefix(3);
  return true;
}

std::string unescape(std::string_view path) {
  std::string out = decode_fragment(path);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] != '\\' || i + 1 == out.size()) out[kept++] = out[i];
  out.resize(kept);
  return out;
}

}  // namespace

Address::Address(std::string_view address) {
  if (!take_scheme(address)) return;
  std::array<char, 48> buffer;  // no host of the table is longer
  std::size_t size = 0;
  for (; size < address.size() && !ends_host(address[size]); ++size) {
    if (size == buffer.size()) return;
    buffer[size] = lower(address[size]);
  }
  std::string_view host(buffer.data(), size);
  if (host.substr(0, 4) == "www.") host.remove_prefix(4);
  const Row* const row = find_site(host);
  if (row == nullptr) return;
  site_ = row->site;
  note_ = row->note;
  while (size < address.size() && !ends_port(address[size])) ++size;
  read(address.substr(size));
}

// Finds where the path ends, and cuts it at its slashes.
void Address::read(std::string_view rest) {
  std::string_view path = rest.substr(0, std::min(rest.find('?'), rest.find('#')));
  const std::string_view behind = rest.substr(path.size());
  if (behind.starts_with('?')) query_ = behind.substr(1, behind.find('#') - 1);
  if (path.find('%') != path.npos || path.find('\\') != path.npos) path = unescaped_ = unescape(path);
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end != begin && size_ < parts_.size()) parts_[size_] = path.substr(begin, end - begin);
    size_ += end != begin;
    begin = end + 1;
  }
  if (size_ > parts_.size()) size_ = 0;
}

std::string_view Address::from(std::size_t index) const {
  if (index >= size_) return {};
  const char* const begin = parts_[index].data();
  return {begin, static_cast<std::size_t>(last().data() + last().size() - begin)};
}

std::string_view Address::parameter(std::string_view name) const {
  for (std::size_t at = 0; at < query_.size();) {
    const std::string_view pair = query_.substr(at, query_.find_first_of("&;", at) - at);
    if (pair.size() > name.size() && pair[name.size()] == '=' && pair.substr(0, name.size()) == name)
      return pair.substr(name.size() + 1);
    at += pair.size() + 1;
  }
  return {};
}

std::string_view leading_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool all_digits(std::string_view text) { return !text.empty() && leading_digits(text).size() == text.size(); }

std::uint16_t four_digit_year(std::string_view text) {
  if (text.size() != 4 || !all_digits(text)) return 0;
  const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  return year >= 1950 && year < 2100 ? static_cast<std::uint16_t>(year) : std::uint16_t{0};
}

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

UsenixName usenix_name(std::string_view slug) {
  const auto letters_end = std::find_if_not(slug.begin(), slug.end(), is_letter);
  const std::string_view letters = slug.substr(0, static_cast<std::size_t>(letters_end - slug.begin()));
  slug.remove_prefix(letters.size());
  if (!slug.empty() && slug.front() == '-') slug.remove_prefix(1);
  const std::string_view digits = leading_digits(slug);
  slug.remove_prefix(digits.size());
  const bool copy = slug.size() == 2 && slug[0] == '-' && is_digit(slug[1]);  // nsdi10-0
  if (letters.empty() || !(slug.empty() || copy)) return {};
  if (digits.size() != 2) return {letters, four_digit_year(digits)};
  const int year = (digits[0] - '0') * 10 + (digits[1] - '0');
  return {letters, static_cast<std::uint16_t>(year < 80 ? 2000 + year : 1900 + year)};
}

AnthologyNumber anthology_number(std::string_view text) {
  if (text.size() >= 8 && is_letter(text[0]) && text[3] == '-' && all_digits(text.substr(1, 2)) &&
      leading_digits(text.substr(4)).size() == 4)
    return {text.substr(0, 8), {}, {}, {}};
  const std::string_view year = leading_digits(text);
  const std::size_t dash = text.find('-'), dot = text.find('.', std::min(dash, text.size()));
  if (year.size() != 4 || text.substr(4, 1) != "." || dash == std::string_view::npos || dot == std::string_view::npos)
    return {};
  const std::string_view venue = text.substr(5, dash - 5), volume = text.substr(dash + 1, dot - dash - 1);
  const std::string_view number = leading_digits(text.substr(dot + 1));
  const auto named = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  if (venue.empty() || volume.empty() || number.empty() || !std::all_of(venue.begin(), venue.end(), named) ||
      !std::all_of(volume.begin(), volume.end(), named))
    return {};
  return {text.substr(0, dot + 1 + number.size()), year, venue, volume};
}

std::size_t papers_year(const Address& address) {
  if (address.part(0) == "paper") return 1;
  return address.part(0) == "paper_files" && address.part(1) == "paper" ? 2 : address.size();
}

}  // namespace paperlint
