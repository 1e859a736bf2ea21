// link-text: what a link shows is what it leads to. See link-text.md.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "list/addresses.h"
#include "list/arxiv_numbers.h"
#include "list/identifier.h"
#include "rules/rules.h"
#include "text/markup.h"
#include "text/quote.h"

namespace paperlint {
namespace {

using markup::is_digit;
constexpr std::size_t kNone = std::string_view::npos;

class LinkText final : public Sink {
 public:
  explicit LinkText(const Context& context) : report_(context.report) {}
  void link(const Link& link) override;

 private:
  void badge(const Link& link, std::string_view shown);

  Report& report_;
};

/// `owner/name` behind `github.com/` or the like; empty where there are not two parts.
std::string_view repository(std::string_view path) {
  const std::size_t slash = path.find('/');
  if (slash == 0 || slash == kNone) return {};
  std::string_view whole = path.substr(0, path.find_first_of("/?#) \t\r\n\"", slash + 1));
  for (const std::string_view end : {".svg", ".json", ".git"})
    if (whole.ends_with(end)) whole.remove_suffix(end.size());
  return whole.size() > slash + 1 ? whole : std::string_view{};
}

std::string_view linked_repository(std::string_view address) {
  constexpr std::string_view kHost = "://github.com/";
  const std::size_t at = address.find(kHost);
  return at == kNone ? std::string_view{} : repository(address.substr(at + kHost.size()));
}

/// Whose stars, forks and the like a badge counts: `https://img.shields.io/github/stars/owner/name?style=social`.
std::string_view shown_repository(std::string_view text) {
  constexpr std::string_view kHosts[] = {"://img.shields.io/github/", "://badgen.net/github/"};
  constexpr std::string_view kCounts[] = {"stars/", "forks/", "last-commit/", "license/", "watchers/", "issues/"};
  for (const std::string_view host : kHosts) {
    const std::size_t at = text.find(host);
    if (at == kNone) continue;
    const std::string_view path = text.substr(at + host.size());
    for (const std::string_view count : kCounts)
      if (path.starts_with(count)) return repository(path.substr(count.size()));
  }
  return {};
}

/// The first number in a text that `is` one, of digits and periods.
template <class Is>
std::string_view number_in(std::string_view text, Is is) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    std::string_view run = text.substr(at, end - at);
    while (run.ends_with('.')) run.remove_suffix(1);
    if (is(run)) return run;
    at = end + 1;
  }
  return {};
}

/// `2023.08.10.552783`, as bioRxiv and medRxiv number their papers since December 2019.
bool is_biorxiv(std::string_view number) {
  constexpr std::size_t kDate = 11;
  return number.size() > kDate && number.size() <= kDate + 8 && number[4] == '.' && number[7] == '.' &&
         number[10] == '.' && number.find('.', kDate) == kNone;
}

/// The number in a text that is of one kind with the identifier of the address but another one.
std::string_view other_number(std::string_view text, std::string_view id) {
  constexpr std::string_view kArxiv = "arxiv:", kBiorxiv = "doi:10.1101/";
  std::string_view shown, linked = id;
  if (id.starts_with(kArxiv)) {
    linked.remove_prefix(kArxiv.size());
    if (!is_new_arxiv(linked)) return {};
    shown = number_in(text, is_new_arxiv);
  } else if (id.starts_with(kBiorxiv)) {
    linked.remove_prefix(kBiorxiv.size());
    if (!is_biorxiv(linked)) return {};
    shown = number_in(text, is_biorxiv);
  }
  return shown == linked ? std::string_view{} : shown;
}

/// Whether a text may hold a number of a preprint; nearly none does.
bool may_hold_number(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // what is longer is a title
  const std::size_t period = text.find('.');
  return text.size() <= kLongest && period != kNone && period >= 4 && is_digit(text[period - 1]);
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
  report_(
      link.at(link.document->source->span(shown)),
      "the text says " + in_quotes(shown) + ", the link leads to " + in_quotes(id.substr(id.find_last_of(":/") + 1)),
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
