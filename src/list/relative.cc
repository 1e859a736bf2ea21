#include "list/relative.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "list/addresses.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// What stands for an address that is yet to come.
constexpr std::string_view kPlaceholders[] = {"address", "here", "href", "link", "n/a", "na", "none", "null",
                                              "path",    "tba",  "tbd",  "todo", "url", "xx", "xxx",  "xxxx"};
// Pages of a site about a repository, which are none of its files.
constexpr std::string_view kPages[] = {"actions",  "blob",   "commit",     "commits", "discussions", "edit",
                                       "graphs",   "issues", "projects",   "pull",    "pulls",       "raw",
                                       "releases", "search", "stargazers", "tags",    "tree",        "wiki"};
// Ends of host names; what ends in another word is a file.
constexpr std::string_view kDomains[] = {"ai",  "ch",  "cn",  "co",   "com", "de", "dev", "edu", "eu",
                                         "fr",  "gov", "in",  "info", "io",  "it", "jp",  "kr",  "me",
                                         "net", "nl",  "org", "tech", "uk",  "us", "xyz"};

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_scheme(std::string_view address) {
  if (address.starts_with("https:")) return true;  // as nearly all
  const std::size_t end = address.find_first_of(":/?#");
  return end != kNone && address[end] == ':';
}

/// `www.example.org/x`, `example.org`
bool is_host(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot != kNone && dot > 0 && (name.substr(0, 4) == "www." || among(kDomains, name.substr(dot + 1)));
}

}  // namespace

bool is_relative(std::string_view address) {
  if (address.empty() || has_scheme(address) || address.substr(0, 2) == "//") return false;
  const Relative parts = split_relative(address);
  if (parts.path.empty()) return true;
  const bool odd = parts.path.find_first_of(" \t\r\n@{}<>*|\"`") != kNone || parts.path.find("...") != kNone;
  const std::string path = in_lower_case(parts.path);
  const std::string_view first = std::string_view(path).substr(0, path.find('/'));
  return !odd && !among(kPlaceholders, path) && !among(kPages, first) && !is_host(first);
}

Relative split_relative(std::string_view address) {
  Relative parts;
  const std::size_t hash = address.find('#');
  parts.has_fragment = hash != kNone;
  if (parts.has_fragment) parts.fragment = address.substr(hash + 1);
  address = address.substr(0, hash);
  const std::size_t mark = address.find('?');
  if (mark != kNone) parts.query = address.substr(mark + 1);
  parts.path = address.substr(0, mark);
  return parts;
}

std::string resolved(std::string_view from, std::string_view path) {
  const std::size_t folder = from.find_last_of('/');
  std::string joined(folder == kNone ? "" : from.substr(0, folder + 1));
  joined += path;
  std::vector<std::string_view> parts;
  std::string_view rest = joined;
  for (bool more = true; more;) {
    const std::size_t slash = rest.find('/');
    more = slash != kNone;
    const std::string_view part = rest.substr(0, slash);
    if (more) rest.remove_prefix(slash + 1);
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else if (part != "." && !part.empty())
      parts.push_back(part);
  }
  std::string out(joined.substr(0, 1) == "/" ? "/" : "");
  for (const std::string_view part : parts) {
    if (!out.empty() && out.back() != '/') out += '/';
    out += part;
  }
  return out;
}

}  // namespace paperlint
