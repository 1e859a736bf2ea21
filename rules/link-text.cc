// link-text: what a link shows is what it leads to. See link-text.md.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "list/addresses.h"
#include "list/arxiv_numbers.h"
#include "list/ascii.h"
#include "list/identifier.h"
#include "rules/rules.h"
#include "text/quote.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

class LinkText final : public Sink {
 public:
  explicit LinkText(const Context& context) : report_(context.report) {}
  void link(const Link& link) override;

 private:
  void badge(const Link& link, std::string_view shown);

  Report& report_;
};

/// `owner/name` at the begin of a path: letters, digits and `.-_`, as GitHub allows; empty where it has no two such
/// parts.
std::string_view repository(std::string_view path) {
  const auto part_end = [path](std::size_t at) {
    while (at < path.size() && (is_alnum(path[at]) || std::string_view(".-_").find(path[at]) != kNone)) ++at;
    return at;
  };
  const std::size_t slash = part_end(0), end = slash < path.size() ? part_end(slash + 1) : slash;
  if (slash == 0 || path.substr(slash, 1) != "/" || end == slash + 1) return {};
  if (end < path.size() && std::string_view("/?#) \t\r\n\"").find(path[end]) == kNone) return {};
  std::string_view whole = path.substr(0, end);
  for (const std::string_view type : {".svg", ".json", ".git"})
    if (whole.ends_with(type)) whole.remove_suffix(type.size());
  return whole;
}

/// The repository that an address on GitHub is in; empty for its other pages.
std::string_view linked_repository(std::string_view address) {
  constexpr std::string_view kOthers[] = {"apps/",   "collections/", "features/", "marketplace/", "orgs/",
                                          "search/", "sponsors/",    "topics/",   "users/"};
  for (const std::string_view host : {"https://github.com/", "http://github.com/", "https://www.github.com/"}) {
    if (!address.starts_with(host)) continue;
    const std::string_view path = address.substr(host.size());
    const bool other = std::any_of(std::begin(kOthers), std::end(kOthers),
                                   [path](std::string_view page) { return path.starts_with(page); });
    return other ? std::string_view{} : repository(path);
  }
  return {};
}

/// Whose stars, forks and the like a badge counts: `https://img.shields.io/github/stars/owner/name?style=social`.
std::string_view shown_repository(std::string_view text) {
  for (const std::string_view host : {"://img.shields.io/github/", "://badgen.net/github/"}) {
    const std::size_t at = text.find(host);
    if (at == kNone) continue;
    const std::string_view path = text.substr(at + host.size());
    for (const std::string_view count : {"stars/", "forks/", "last-commit/", "watchers/"})
      if (path.starts_with(count)) return repository(path.substr(count.size()));
  }
  return {};
}

/// `2023.08.10.552783`, as bioRxiv and medRxiv number their papers since December 2019.
bool is_biorxiv(std::string_view number) {
  constexpr std::size_t kDate = 11;
  return number.size() > kDate && number.size() <= kDate + 8 && number[4] == '.' && number[7] == '.' &&
         number[10] == '.' && number.find('.', kDate) == kNone;
}

/// What stands last in an identifier: `2505.20346` of `arxiv:2505.20346`.
std::string_view number_of(std::string_view id) { return id.substr(id.find_last_of(":/") + 1); }

/// The first number in a text that is of one kind with an identifier, where none is the identifier's.
std::string_view other_number(std::string_view text, std::string_view id) {
  const std::string_view linked = number_of(id);
  const bool of_arxiv = id.starts_with("arxiv:") && is_new_arxiv(linked);
  if (!of_arxiv && !(id.starts_with("doi:10.1101/") && is_biorxiv(linked))) return {};
  std::string_view other;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    for (end = at; end < text.size() && (is_digit(text[end]) || text[end] == '.');) ++end;
    std::string_view number = text.substr(at, end - at);
    while (number.ends_with('.')) number.remove_suffix(1);
    if (number == linked) return {};
    if (other.empty() && (of_arxiv ? is_new_arxiv(number) : is_biorxiv(number))) other = number;
  }
  return other;
}

/// Whether a text may hold a number of a preprint; nearly none does.
bool may_hold_number(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // what is longer is a title
  if (text.size() > kLongest) return false;
  for (std::size_t at = text.find('.'); at != kNone; at = text.find('.', at + 1))
    if (at >= 4 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
  return false;
}

void LinkText::link(const Link& link) {
  const std::string_view text = link.Piece::text(link.text), address = link.Piece::text(link.address);
  if (text.find("![") != kNone) {
    if (const std::string_view shown = shown_repository(text); !shown.empty()) badge(link, shown);
    return;
  }
  if (!may_hold_number(text)) return;
  const std::string id = identifier(address);
  const std::string_view shown = other_number(text, id);
  if (shown.empty()) return;
  report_(link.at(link.document->source->span(shown)),
          "the text says " + in_quotes(shown) + ", the link leads to " + in_quotes(number_of(id)),
          std::string(text) + ' ' + id);
}

void LinkText::badge(const Link& link, std::string_view shown) {
  const std::string_view linked = linked_repository(link.Piece::text(link.address));
  if (linked.empty() || in_lower_case(shown) == in_lower_case(linked)) return;
  const Place at = link.at(link.document->source->span(shown));
  report_(at, "the badge counts for " + in_quotes(shown) + ", the link leads to " + in_quotes(linked),
          std::string(shown) + ' ' + std::string(linked))
      .fix({.safety = Safety::unsafe,
            .effect = Effect::form,
            .title = "count for " + std::string(linked),
            .edits = {{at, std::string(linked)}}});
}

}  // namespace

constinit const Rule rules::link_text{.name = "link-text",
                                      .summary = "what a link shows is what it leads to",
                                      .fix = Safety::unsafe,
                                      .needs_entries = false,
                                      .make = make<LinkText>};

}  // namespace paperlint
