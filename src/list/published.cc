// Venue, year and date where they do not open an entry: in parentheses, brackets, code, italics, a badge, a button, or
// plain behind the title.
#include <algorithm>
#include <array>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

/// Words that begin a venue without being acronyms.
constexpr std::string_view kNames[] = {"advances",    "annual",         "arxiv",        "bioinformatics", "biorxiv",
                                       "cell",        "chemrxiv",       "computer",     "conference",     "cvprw",
                                       "findings",    "interspeech",    "journal",      "medrxiv",        "middleware",
                                       "nature",      "neurocomputing", "neural",       "openreview",     "preprint",
                                       "proceedings", "science",        "transactions", "techrxiv",       "workshop"};

class Published {
 public:
  Published(const Source& source, Span text, std::span<const Token> tokens, Draft& draft)
      : source_(source), text_(source.text()), span_(text), tokens_(tokens), draft_(draft) {}

  void read() {
    std::uint32_t at = span_.begin;
    for (std::size_t i = 0; i < tokens_.size() && !done(); i = tokens_[i].next) {
      const Token& token = tokens_[i];
      if (token.at.begin < span_.begin) continue;
      plain({at, token.at.begin});
      look(token, i);
      at = token.at.end;
    }
    if (!done()) plain({at, span_.end});
  }

 private:
  [[nodiscard]] bool done() const { return found_ && draft_.posted; }
  void look(const Token& token, std::size_t index);
  bool take(Span whole, Span inside);
  void plain(Span span);
  void emphasis(Span& span);
  Span venue_before(Span year, std::uint32_t from) const;

  const Source& source_;
  const std::string_view text_;
  const Span span_;
  const std::span<const Token> tokens_;
  Draft& draft_;
  bool found_ = false;
};

/// A group, a button or a badge that says where and when.
void Published::look(const Token& token, std::size_t index) {
  switch (token.kind) {
    case Kind::group:
    case Kind::paren:
    case Kind::code:
      if (token.inside.size() <= 80 && take(token.at, token.inside)) return;
      break;
    case Kind::link:
    case Kind::image:
      if (token.inside.size() <= 60 && !token.inside.empty()) take(token.inside, token.inside);
      break;
    default:
      break;
  }
  if (token.kind == Kind::group || token.kind == Kind::paren || token.kind == Kind::link)
    for (std::size_t i = index + 1; i < token.next && !done(); i = tokens_[i].next) look(tokens_[i], i);
}

bool Published::take(Span whole, Span inside) {
  const auto mark = [&](std::uint32_t at) {
    return std::string_view("[]*_` ").find(text_[at]) != std::string_view::npos;
  };
  while (inside.size() > 1 && mark(inside.begin) && mark(inside.end - 1)) {
    ++inside.begin;
    --inside.end;
  }
  if (inside.empty()) return false;
  const std::string_view said = source_.text(inside);
  if (said.find("](") != std::string_view::npos || said.find("://") != std::string_view::npos) return false;
  if (const std::optional<Date> date = said.size() <= 24 ? read_date(said) : std::nullopt; date && date->month != 0) {
    if (!draft_.posted) draft_.posted = Posted{whole, *date};
    return true;
  }
  Tag tag = read_tag(source_, whole, inside);
  if (tag.year.empty() || tag.venue.empty() || found_ || !may_be_venue(source_.text(tag.venue))) return false;
  const std::string_view joint = source_.text(tag.joint);
  if (tag.year.size() == 2 && joint.find_first_of("-_/.\"") != std::string_view::npos) return false;  // `TLDR-17`
  draft_.tags.push_back(tag);
  return found_ = true;
}

/// Runs of plain text: from each year back to where the venue begins.
void Published::plain(Span span) {
  if (found_) return;
  for (std::uint32_t at = span.begin; at + 1 < span.end; ++at) {
    if (!is_digit(text_[at]) || (at > span.begin && (is_digit(text_[at - 1]) || text_[at - 1] == '.'))) continue;
    std::uint32_t end = at;
    while (end < span.end && is_digit(text_[end])) ++end;
    if (end - at == 4 && end + 2 < span.end && std::string_view("-./").find(text_[end]) != std::string_view::npos &&
        is_digit(text_[end + 1])) {
      while (end < span.end && (is_digit(text_[end]) || text_[end] == '-' || text_[end] == '.' || text_[end] == '/'))
        ++end;
      while (!is_digit(text_[end - 1])) --end;
      take({at, end}, {at, end});
      at = end;
      continue;
    }
    const bool quoted =
        at > span.begin && (text_[at - 1] == '\'' || (at > span.begin + 2 && text_.substr(at - 3, 3) == "\u2019"));
    if (end - at == 4 || (end - at == 2 && (quoted || (at > span.begin && text_[at - 1] == ' ' && at > span.begin + 1 &&
                                                       text_[at - 2] == '\'')))) {
      const Span whole = venue_before({at, end}, span.begin);
      if (!whole.empty() && take(whole, whole)) return;
    }
    at = end;
  }
}

/// The words before a year that can be a venue's: back to a full stop, a bar, a comma or a mark.
Span Published::venue_before(Span year, std::uint32_t from) const {
  std::uint32_t begin = year.begin;
  const auto blank_or = [&](char c) { return is_blank(c) || c == ',' || c == '\'' || c == '(' || c == '-'; };
  while (begin > from && (blank_or(text_[begin - 1]) || static_cast<unsigned char>(text_[begin - 1]) >= 0x80)) --begin;
  std::uint32_t words = 0;
  while (begin > from && year.begin - begin < 60 && words < 7) {
    const char c = text_[begin - 1];
    const bool stop = std::string_view(",;|>\"*_`(\n").find(c) != std::string_view::npos ||
                      (c == ' ' && begin > from + 1 && (text_[begin - 2] == '.' || text_[begin - 2] == ':')) ||
                      c == ':';
    if (stop) break;
    if (is_blank(c)) ++words;
    --begin;
  }
  while (begin < year.begin && is_blank(text_[begin])) ++begin;
  for (const std::string_view word : {"in ", "In ", "by ", "at ", "- ", "\u2013 ", "Proc. ", "Proceedings of "})
    if (text_.substr(begin, word.size()) == word) begin += static_cast<std::uint32_t>(word.size());
  return begin < year.begin ? Span{begin, year.end} : Span{};
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

std::uint8_t month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string lower = in_lower_case(word.substr(0, 3));
  const auto* const found = std::find(kMonths.begin(), kMonths.end(), lower);
  return found == kMonths.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - kMonths.begin() + 1);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    value = value * 10 + (c - '0');
  }
  return digits.size() > 4 ? 0 : value;
}

}  // namespace

bool may_be_venue(std::string_view venue) {
  venue = trim(venue);
  if (venue.size() < 2 || venue.size() > 70) return false;
  const std::string first = in_lower_case(venue.substr(0, venue.find_first_of(" .,-")));
  if (month_of(first) != 0 && first.size() <= 9 && venue.find(' ') == std::string_view::npos) return false;
  if (std::find(std::begin(kNames), std::end(kNames), first) != std::end(kNames)) return true;
  std::size_t words = 0, small = 0;
  bool acronym = false;
  for (std::size_t at = 0; at < venue.size();) {
    const std::size_t end = std::min(venue.find_first_of(" \t\n", at), venue.size());
    const std::string_view word = venue.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
    if (capitals >= 2) acronym = true;
    if (capitals == 0 && is_letter(word.front())) ++small;
  }
  if (!acronym || venue.find("et al") != std::string_view::npos) return false;
  return words <= 8 && small <= 3 && small * 2 <= words + 1;
}

std::optional<Date> read_date(std::string_view text) {
  std::array<std::string_view, 4> parts;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(" ,./-\t'", at), text.size());
    const std::size_t end = std::min(text.find_first_of(" ,./-\t'", begin), text.size());
    if (begin == end) break;
    if (count == parts.size()) return std::nullopt;
    parts[count++] = text.substr(begin, end - begin);
    at = end;
  }
  if (count == 0 || count > 3) return std::nullopt;
  Date date;
  for (std::size_t i = 0; i < count; ++i) {
    const int value = number(parts[i]);
    if (parts[i].size() == 4 && value >= 1950 && value < 2060 && date.year == 0)
      date.year = static_cast<std::uint16_t>(value);
    else if (const std::uint8_t month =
                 is_letter(parts[i].front()) && parts[i].size() <= 9 ? month_of(parts[i]) : std::uint8_t{0};
             month != 0 && date.month == 0)
      date.month = month;
    else if (value >= 1 && value <= 12 && date.month == 0 && date.year != 0)
      date.month = static_cast<std::uint8_t>(value);
    else if (value >= 1 && value <= 31 && date.day == 0 && parts[i].size() <= 2)
      date.day = static_cast<std::uint8_t>(value);
    else
      return std::nullopt;
  }
  if (date.year == 0) return std::nullopt;
  return date;
}

void read_published(const Source& source, Span text, std::span<const Token> tokens, Draft& draft) {
  Published(source, text, tokens, draft).read();
}

}  // namespace paperlint
