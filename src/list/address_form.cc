// Each fault is one that was met in public lists. An address that works, however odd, has none: `E.T.` is a repository,
// Wikipedia writes dashes, proxies carry a second address in their path.
#include "list/address_form.h"

#include <algorithm>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/identifier.h"
#include "text/byte_set.h"
#include "text/bytes.h"
#include "text/distance.h"
#include "text/slug.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

using Kind = AddressFault::Kind;
constexpr std::size_t kNone = std::string_view::npos;

bool is_http(std::string_view text) {
  constexpr std::string_view kHttp = "http";
  return text.size() >= kHttp.size() &&
         std::equal(kHttp.begin(), kHttp.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
}

/// Past `https://`, or 0 without it.
std::size_t scheme_end(std::string_view address) {
  if (!is_http(address)) return 0;
  if (address.substr(4, 3) == "://") return 7;
  return address.size() > 7 && (address[4] | 0x20) == 's' && address.substr(5, 3) == "://" ? 8 : 0;
}

/// `github.com` of `github.com/x?y#z`; with its port, if it has one.
std::string_view host_of(std::string_view rest) {
  constexpr ByteSet kEnds("/?#");
  return rest.substr(0, kEnds.find(rest));
}

AddressFault replaced(Kind kind, std::string_view address, std::size_t at, std::string_view found,
                      std::string_view expected) {
  AddressFault fault{kind, std::string(found), std::string(expected), std::string(address)};
  fault.mended.replace(at, found.size(), expected);
  return fault;
}

// Marks of direction and joiners stand in no address; the joiners of emoji and of scripts may.
bool is_invisible(char32_t point) {
  return point == 0xAD || point == 0x200B || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2064) || point == 0xFEFF ||
         point == 0xFFFC;
}

bool is_dash(char32_t point) { return (point >= 0x2010 && point <= 0x2015) || point == 0x2212; }

std::optional<AddressFault> invisible(std::string_view address) {
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (static_cast<unsigned char>(address[at]) < 0x80) continue;
    const unicode::Point point = unicode::decode(address, at);
    if (point.size > 0 && is_invisible(point.value))
      return replaced(Kind::invisible, address, at, address.substr(at, point.size), "");
    at += std::max<std::size_t>(point.size, 1) - 1;
  }
  constexpr std::string_view kEscaped[] = {"%E2%80%8B", "%E2%80%8E", "%E2%80%8F", "%EF%BB%BF", "%C2%AD"};
  for (const std::string_view escaped : kEscaped)
    if (address.ends_with(escaped))
      return replaced(Kind::invisible, address, address.size() - escaped.size(), escaped, "");
  return std::nullopt;
}

/// A host as names of sites are: labels of letters, digits and hyphens, the last one of letters.
bool is_host(std::string_view host) {
  host = host.substr(0, host.find(':'));
  const std::size_t dot = host.rfind('.');
  if (dot == kNone || dot == 0 || host.size() - dot < 3 || host.find("..") != kNone) return false;
  const std::string_view top = host.substr(dot + 1);
  return std::all_of(top.begin(), top.end(), is_letter) && std::all_of(host.begin(), host.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
         });
}

// `ttps`, `hhttp`, `htpps`: letters of `https`, one lost, doubled or swapped.
bool is_misspelt_scheme(std::string_view word) {
  if (word == "http" || word == "https" || word.size() < 3 || word.size() > 7) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return c == 'h' || c == 't' || c == 'p' || c == 's'; }) &&
         std::min(edit_distance(word, "https", 2), edit_distance(word, "http", 2)) <= 2;
}

/// `ttps://x`, `https:/x`, `https//x`, `http://https://x`.
std::optional<AddressFault> scheme(std::string_view address) {
  std::size_t letters = 0;
  while (letters < address.size() && letters < 9 && is_letter(address[letters])) ++letters;
  const std::string word = in_lower_case(address.substr(0, letters));
  const bool right = word == "http" || word == "https";
  if (!right && !is_misspelt_scheme(word)) return std::nullopt;
  const std::size_t rest = std::min(address.find_first_not_of(":;/.,", letters), address.size());
  const std::string_view marks = address.substr(letters, rest - letters), after = address.substr(rest);
  if (marks.find(':') == kNone && marks.find("//") == kNone) return std::nullopt;  // a folder may be named `http`
  const std::string_view found = address.substr(0, rest);
  if (right && marks == "://") {
    if (!has_web_scheme(after)) return std::nullopt;
    return replaced(Kind::scheme, address, 0, address.substr(0, rest + scheme_end(after)),
                    after.substr(0, scheme_end(after)));
  }
  if (after.empty() && right) return std::nullopt;  // of `https:/` the missing host tells more
  if (!is_host(host_of(after)))
    return right ? std::nullopt : std::optional(AddressFault{Kind::scheme, std::string(found), {}, {}});
  return replaced(Kind::scheme, address, 0, found, word.back() == 's' ? "https://" : "http://");
}

/// `www.oneflow.org`, `github.com/x`, `vsitzmann.github.io/lfns`. A name such as `README.cn` or `notes.io` is a file's.
std::optional<AddressFault> no_scheme(std::string_view address) {
  constexpr std::string_view kTops[] = {"com", "org", "net", "edu", "gov", "io", "ai", "dev"};
  constexpr std::string_view kMoreTops[] = {"app",     "at",   "au",          "be",   "blog", "ca", "ch", "cn",
                                            "co",      "de",   "engineering", "es",   "eu",   "fr", "gl", "il",
                                            "in",      "info", "it",          "jp",   "kr",   "ly", "me", "nl",
                                            "science", "se",   "sg",          "tech", "tw",   "uk", "us", "xyz"};
  const std::string host = in_lower_case(host_of(address));
  if (!is_host(host) || host.find('_') != std::string::npos || address.find('@') != kNone) return std::nullopt;
  const std::string_view top = std::string_view(host).substr(host.rfind('.') + 1);
  const bool path = host.size() < address.size();
  const bool parts = host.find('.') != host.rfind('.');
  const bool site = host.starts_with("www.") || Address("https://" + host).site() != Site::none || host == "github.com";
  if (!site && !(one_of(top, kTops) && (path || parts)) && !(one_of(top, kMoreTops) && path)) return std::nullopt;
  return AddressFault{Kind::no_scheme, host, "https://" + host, "https://" + std::string(address)};
}

/// `github.com/x/DG-SCThttps://arxiv.org/…`: behind a letter or a digit no second address begins.
std::optional<AddressFault> joined(std::string_view address) {
  for (std::size_t at = address.find("http", 1); at != kNone; at = address.find("http", at + 4)) {
    const char before = address[at - 1];
    if (has_web_scheme(address.substr(at)) && (is_letter(before) || is_digit(before)) &&
        address.substr(0, at).find('?') == kNone)
      return AddressFault{Kind::joined, std::string(address.substr(at)), {}, {}};
  }
  return std::nullopt;
}

/// Sites that write no typographic dash into an address, and any host.
std::optional<AddressFault> dash(std::string_view address) {
  const std::size_t host_end = scheme_end(address) + host_of(address.substr(scheme_end(address))).size();
  const std::size_t fragment = std::min(address.find('#'), address.size());
  const bool strict = Address(address).site() != Site::none ||
                      in_lower_case(host_of(address.substr(scheme_end(address)))) == "github.com";
  for (std::size_t at = 0; at < (strict ? fragment : host_end); ++at) {
    if (static_cast<unsigned char>(address[at]) < 0x80) continue;
    const unicode::Point point = unicode::decode(address, at);
    if (point.size > 0 && is_dash(point.value))
      return replaced(Kind::dash, address, at, address.substr(at, point.size), "-");
    at += std::max<std::size_t>(point.size, 1) - 1;
  }
  return std::nullopt;
}

/// How many bytes of junk an address ends in.
std::size_t junk_at_end(std::string_view address) {
  constexpr std::string_view kMarks[] = {"\"",     ">",      ",",      ";",      "%20",    "%22",
                                         "%3E",    "%0A",    "%C2%A0", "\u00A0", "\u3000", "\u201C",
                                         "\u201D", "\u3002", "\uFF0C", "\uFF1B", "\u3001", "\uFF09"};
  for (const std::string_view mark : kMarks)
    if (address.ends_with(mark)) return mark.size();
  const std::string_view before = address.substr(0, address.size() - 1);
  if (address.ends_with("]")) return before.find('[') == kNone ? 1 : 0;
  if (!address.ends_with(".") || before.ends_with(".") || before.ends_with("/")) return 0;
  // `E.T.` is a name; `DartBlur.` ends a sentence.
  const std::string_view name = before.substr(before.rfind('/') + 1);
  const bool file = name.ends_with(".pdf") || name.ends_with(".html") || name.ends_with(".git");
  return file || name.find('.') == kNone ? 1 : 0;
}

std::optional<AddressFault> junk(std::string_view address) {
  std::size_t size = address.size();
  while (size > scheme_end(address)) {
    const std::size_t bytes = junk_at_end(address.substr(0, size));
    if (bytes == 0) break;
    size -= bytes;
  }
  if (size == address.size() || !is_host(host_of(address.substr(scheme_end(address), size - scheme_end(address)))))
    return std::nullopt;
  return replaced(Kind::junk, address, size, address.substr(size), "");
}

/// An address of arXiv's own site, taken apart as it is written: `/abs/2301.08984v2?x`.
struct ArxivPath {
  std::size_t begin = 0, first_begin = 0, id_begin = 0, end = 0;  // of the path, its first part and what follows
  std::string_view first, id;
  bool doubled = false;  // a slash
};

std::optional<ArxivPath> arxiv_path(std::string_view address) {
  constexpr std::string_view kHosts[] = {"arxiv.org", "www.arxiv.org", "browse.arxiv.org", "export.arxiv.org"};
  const std::string_view host = host_of(address.substr(scheme_end(address)));
  if (!one_of(in_lower_case(host), kHosts)) return std::nullopt;
  ArxivPath path;
  path.begin = scheme_end(address) + host.size();
  path.end = std::min(address.find_first_of("?#", path.begin), address.size());
  path.first_begin = std::min(address.find_first_not_of('/', path.begin), path.end);
  path.doubled = path.first_begin > path.begin + 1;
  const std::size_t slash = std::min(address.find('/', path.first_begin), path.end);
  path.first = address.substr(path.first_begin, slash - path.first_begin);
  path.id_begin = std::min(address.find_first_not_of('/', slash), path.end);
  path.doubled = path.doubled || path.id_begin > slash + 1;
  path.id = address.substr(path.id_begin, path.end - path.id_begin);
  return path;
}

bool is_arxiv_id(std::string_view id) { return !identifier("https://arxiv.org/abs/" + std::string(id)).empty(); }

/// The number, with its version, that a text begins with and that other letters follow; empty where there is none.
std::string_view id_before_junk(std::string_view id) {
  std::size_t size = leading_digits(id).size();
  if (size != 4 || id.substr(4, 1) != ".") return {};
  size += 1 + leading_digits(id.substr(5)).size();
  const std::size_t version = id.substr(size, 1) == "v" ? leading_digits(id.substr(size + 1)).size() : 0;
  if (version > 0) size += 1 + version;
  if (id.substr(size, 4) == ".pdf") size += 4;
  return size < id.size() && id[size] != '/' && is_arxiv_id(id.substr(0, size)) ? id.substr(0, size)
                                                                                : std::string_view{};
}

/// `2301-08984`, `2301,08984` or `230108984`, with its dot; other texts as they are.
std::string with_dot(std::string_view id) {
  std::string dotted(id);
  const bool mark = id.size() > 4 && std::string_view("-,_:").find(id[4]) != kNone;
  if (leading_digits(id).size() >= 4 && id.size() > 4) dotted.replace(4, mark ? 1 : 0, ".");
  return dotted;
}

/// What stands for an identifier in a template, or what arXiv itself reads otherwise.
bool is_no_attempt(std::string_view id) {
  const auto digits = std::count_if(id.begin(), id.end(), is_digit);
  return digits < 5 || in_lower_case(id).starts_with("arxiv:") || id.find('/') != kNone || id.find('%') != kNone;
}

std::optional<AddressFault> wrong_id(std::string_view address, const ArxivPath& path) {
  const std::string_view good = id_before_junk(path.id);
  if (!good.empty()) return replaced(Kind::arxiv, address, path.id_begin, path.id, good);
  const std::string dotted = with_dot(path.id);
  if (is_arxiv_id(dotted)) return replaced(Kind::arxiv, address, path.id_begin, path.id, dotted);
  if (is_no_attempt(path.id)) return std::nullopt;
  return AddressFault{Kind::arxiv, std::string(path.id), {}, {}};
}

bool lies_ahead(const Month& month, Date today) {
  constexpr int kFirstYear = 2025, kMonths = 12;  // clocks are wrong, too
  return today.year >= kFirstYear && month.year * 12 + month.month > today.year * 12 + today.month + kMonths;
}

/// Whether an address that `arxiv_number` reads has none of the faults that it may have.
bool in_order(std::string_view address, std::string_view number, Date today) {
  const bool file = address.ends_with(".pdf"), page = address.find("/abs/") != kNone;
  return !(file && page) && !lies_ahead(announced_with(number), today);
}

/// `arxiv.org/2503.19881`, `/paper/2503.19881.pdf`, `/ab/2503.19881`.
std::optional<AddressFault> wrong_path(std::string_view address, const ArxivPath& path) {
  if (is_arxiv_id(path.first) && path.id.empty())
    return replaced(Kind::arxiv, address, path.first_begin, path.first, "abs/" + std::string(path.first));
  const std::string first = in_lower_case(path.first);
  const bool paper =
      first.starts_with("paper") || edit_distance(first, "abs", 1) <= 1 || edit_distance(first, "pdf", 1) <= 1;
  if (!paper || !is_arxiv_id(path.id)) return std::nullopt;
  return replaced(Kind::arxiv, address, path.first_begin, path.first, path.id.ends_with(".pdf") ? "pdf" : "abs");
}

std::optional<AddressFault> arxiv(std::string_view address, Date today) {
  constexpr std::string_view kKinds[] = {"abs", "pdf", "html", "format", "e-print", "ps"};
  const std::optional<ArxivPath> path = arxiv_path(address);
  if (!path) return std::nullopt;
  if (!one_of(path->first, kKinds)) return wrong_path(address, *path);
  const std::string id = identifier(address);
  if (id.empty()) return wrong_id(address, *path);
  if (path->doubled) {
    const std::string_view whole = address.substr(path->begin, path->end - path->begin);
    const std::string once = "/" + std::string(path->first) + "/" + std::string(path->id);
    return replaced(Kind::arxiv, address, path->begin, whole, once);
  }
  if (path->first == "abs" && path->id.ends_with(".pdf"))
    return replaced(Kind::arxiv, address, path->id_begin, path->id, path->id.substr(0, path->id.size() - 4));
  const std::optional<Month> month = announced(id);
  if (!month || !lies_ahead(*month, today)) return std::nullopt;
  return AddressFault{Kind::arxiv, std::string(path->id), {}, {}};
}

std::optional<AddressFault> without_host(std::string_view address) {
  const bool empty = host_of(address.substr(scheme_end(address))).empty();
  return empty ? std::optional(AddressFault{Kind::host, std::string(address), {}, {}}) : std::nullopt;
}

/// An address that is a value in another one, without the escapes of RFC 3986, 2.1, that it did not have by itself:
/// those of letters, digits and marks that mean nothing to Markdown.
std::string unescaped_value(std::string_view value) {
  constexpr std::string_view kHarmless = "-._~:/?#@!$+,;=";
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::string_view escape = value.substr(at, value[at] == '%' ? 3 : 1);
    const char c = decode_fragment(escape).front();
    const bool harmless = c != '%' && (is_alnum(c) || kHarmless.find(c) != kNone);
    const std::size_t size = harmless ? escape.size() : 1;
    out += harmless ? c : value[at];
    at += size;
  }
  return out;
}

/// `www.google.com`, `google.co.uk`.
bool is_google(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  constexpr std::string_view kName = "google.";
  return host.starts_with(kName) && host.size() <= kName.size() + 6 && is_host(host);
}

/// Google counts who follows a link of its own pages by such an address.
std::optional<AddressFault> redirect(std::string_view address, Date today) {
  const std::string host = in_lower_case(host_of(address.substr(scheme_end(address))));
  const std::string_view path = address.substr(std::min(address.size(), scheme_end(address) + host.size()));
  if (!is_google(host) || !path.starts_with("/url?")) return std::nullopt;
  std::string_view target;
  for (std::string_view rest = path.substr(5); !rest.empty() && target.empty();) {
    std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    if (pair.starts_with("amp;")) pair.remove_prefix(4);
    if (pair.starts_with("q=") || pair.starts_with("url=")) target = pair.substr(pair.find('=') + 1);
  }
  const std::string whole = unescaped_value(target);
  if (!has_web_scheme(whole) || !is_host(host_of(std::string_view(whole).substr(scheme_end(whole)))))
    return std::nullopt;
  AddressFault fault{Kind::redirect, host, {}, {}};
  if (whole.find("/url?") == std::string::npos && !address_fault(whole, today)) fault.expected = fault.mended = whole;
  return fault;
}

/// What one look at an address tells: most have no fault, and there are many.
struct Glance {
  bool wide = false, escaped = false, query = false, fragment = false, odd_end = false;
  explicit Glance(std::string_view address) {
    const auto odd = [](unsigned char c) { return (c >= 0x80) | (c == '%') | (c == '?') | (c == '#'); };
    if (any_byte(address, odd)) {
      wide = any_byte(address, [](unsigned char c) { return c >= 0x80; });
      escaped = address.find('%') != kNone;
      query = address.find('?') != kNone;
      fragment = address.find('#') != kNone;
    }
    const char last = address.back();
    odd_end = escaped || !(is_letter(last) || is_digit(last) || last == '/' || last == '-' || last == '_');
  }
};

}  // namespace

bool has_web_scheme(std::string_view text) { return scheme_end(text) > 0; }

std::optional<AddressFault> address_fault(std::string_view address, Date today) {
  if (address.empty() || address.front() == '#') return std::nullopt;
  const std::string_view number = arxiv_number(address);
  if (!number.empty() && in_order(address, number, today)) return std::nullopt;
  const Glance glance(address);
  if (glance.fragment && address.find(":~:") != kNone) return std::nullopt;
  if (glance.wide || glance.escaped)
    if (auto fault = invisible(address)) return fault;
  const std::size_t begin = scheme_end(address);
  if (begin == 0 || is_http(address.substr(begin)) || address.substr(begin, 1) == "/")
    if (auto fault = scheme(address)) return fault;
  if (begin == 0 && starts_with(address, "file:/")) return AddressFault{Kind::local, std::string(address), {}, {}};
  if (begin == 0) return no_scheme(address);
  if (auto fault = without_host(address)) return fault;
  if (glance.query && address.find("/url?") != kNone)
    if (auto fault = redirect(address, today)) return fault;
  if (address.find("://", begin) != kNone)
    if (auto fault = joined(address)) return fault;
  if (glance.wide)
    if (auto fault = dash(address)) return fault;
  if (glance.odd_end && !glance.query && !glance.fragment)  // what a query or a fragment holds is the site's
    if (auto fault = junk(address)) return fault;
  return address.find("arxiv.org", begin) == kNone ? std::nullopt : arxiv(address, today);
}

}  // namespace paperlint
