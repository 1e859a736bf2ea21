#include "list/address_style.h"

#include <algorithm>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/identifier.h"
#include "text/byte_set.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Past `https://`, or 0.
std::size_t scheme_end(std::string_view address) {
  return address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
}

std::string_view host_of(std::string_view address) {
  const std::string_view rest = address.substr(scheme_end(address));
  constexpr ByteSet kEnds("/?#");
  return rest.substr(0, kEnds.find(rest));
}

std::string_view without_www(std::string_view host) { return host.starts_with("www.") ? host.substr(4) : host; }

constexpr std::string_view kArxivHosts[] = {"arxiv.org",        "www.arxiv.org", "browse.arxiv.org",
                                            "export.arxiv.org", "cn.arxiv.org",  "de.arxiv.org",
                                            "lanl.arxiv.org",   "xxx.lanl.gov",  "xxx.itp.ac.cn"};

/// What follows the host where it is arXiv's or a mirror's; empty elsewhere. Cheap, for it is asked of every address.
std::string_view arxiv_path(std::string_view address) {
  const std::size_t scheme = scheme_end(address);
  const std::string_view host = host_of(address);
  if (scheme == 0 || (!host.ends_with("arxiv.org") && !host.starts_with("xxx."))) return {};
  return one_of(host, kArxivHosts) ? address.substr(scheme + host.size()) : std::string_view{};
}

bool tracks(std::string_view host, std::string_view name) {
  constexpr std::string_view kEverywhere[] = {"fbclid",     "gclid",     "gad_source", "dclid", "msclkid",
                                              "igshid",     "mc_cid",    "mc_eid",     "_ga",   "_gl",
                                              "casa_token", "vd_source", "_hsenc",     "_hsmi"};
  host = without_www(host);
  if (host == "gitter.im") return false;  // its badges come so
  if (name.starts_with("utm_") || one_of(name, kEverywhere)) return true;
  if (host == "arxiv.org") return name == "s";
  if (host == "youtube.com" || host == "youtu.be") return name == "si";
  if (host == "sciencedirect.com") return name == "via" || name == "via%3Dihub";
  return host == "openreview.net" && name == "referrer";
}

}  // namespace

bool ArxivLink::mirror() const { return host != "arxiv.org"; }

std::string ArxivLink::with(std::string_view new_host, std::string_view new_kind, std::string_view new_type) const {
  std::string out(scheme);
  out += new_host;
  out += '/';
  out += new_kind;
  out += '/';
  out += id;
  if (new_kind == "pdf") out += new_type;
  return out += rest;
}

std::optional<ArxivLink> arxiv_link(std::string_view address) {
  const std::string_view path = arxiv_path(address);
  const bool kind = path.starts_with("/abs/") || path.starts_with("/pdf/");
  if (!kind) return std::nullopt;
  ArxivLink link;
  link.scheme = address.substr(0, scheme_end(address));
  link.host = host_of(address);
  link.kind = path.substr(1, 3);
  constexpr ByteSet kEnds("?#");
  const std::size_t end = kEnds.find(path);
  link.id = path.substr(5, end - 5);
  link.rest = path.substr(end);
  if (link.kind == "pdf" && link.id.ends_with(".pdf")) {
    link.type = link.id.substr(link.id.size() - 4);
    link.id.remove_suffix(4);
  }
  const bool whole = !link.id.empty() && link.id.back() != '/' && link.id.find('\\') == kNone &&
                     (!arxiv_number(address).empty() || !identifier(link.with("arxiv.org", "abs", "")).empty()) &&
                     !link.id.ends_with(".pdf");
  return whole ? std::optional(link) : std::nullopt;
}

Untracked without_tracking(std::string_view address) {
  const std::size_t query = address.find('?');
  const std::size_t end = std::min(address.find('#'), address.size());
  if (query > end || scheme_end(address) == 0 || address.find("&amp;") != kNone) return {};
  Untracked clean{std::string(address.substr(0, query)), {}};
  bool dropped = query + 1 == address.size();
  for (std::size_t at = query + 1; at <= end;) {
    const std::size_t next = std::min(address.find('&', at), end);
    const std::string_view parameter = address.substr(at, next - at);
    std::string name(parameter.substr(0, parameter.find('=')));
    name.erase(std::remove(name.begin(), name.end(), '\\'), name.end());
    if (tracks(host_of(address), name)) {
      if (clean.parameter.empty()) clean.parameter = name;
      dropped = true;
    } else if (query + 1 < end) {
      clean.address += clean.address.size() == query ? '?' : '&';
      clean.address += parameter;
    }
    at = next + 1;
  }
  clean.address += address.substr(end);
  return dropped ? clean : Untracked();
}

std::string with_https(std::string_view address) {
  constexpr std::string_view kSecure[] = {"arxiv.org",
                                          "github.com",
                                          "openaccess.thecvf.com",
                                          "openreview.net",
                                          "aclanthology.org",
                                          "aclweb.org",
                                          "dl.acm.org",
                                          "doi.org",
                                          "dx.doi.org",
                                          "papers.nips.cc",
                                          "usenix.org",
                                          "proceedings.mlr.press",
                                          "proceedings.neurips.cc",
                                          "ieeexplore.ieee.org",
                                          "link.springer.com",
                                          "nature.com",
                                          "sciencedirect.com",
                                          "youtube.com",
                                          "youtu.be",
                                          "jmlr.org",
                                          "vldb.org",
                                          "ijcai.org",
                                          "ecva.net",
                                          "ojs.aaai.org",
                                          "biorxiv.org",
                                          "bitbucket.org",
                                          "gitlab.com",
                                          "medium.com",
                                          "huggingface.co",
                                          "papers.ssrn.com",
                                          "en.wikipedia.org",
                                          "cv-foundation.org",
                                          "semanticscholar.org",
                                          "eprint.iacr.org"};
  if (!address.starts_with("http://") || !one_of(without_www(host_of(address)), kSecure)) return std::string(address);
  return "https" + std::string(address.substr(4));
}

}  // namespace paperlint
