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

class Published {
 public:
  Published(const Source& source, Span text, std::span<const Token> tokens, Draft& draft)
      : source_(source), text_(source.text()), span_(text), tokens_(tokens), draft_(draft) {}

  void read() {
    std::uint32_t at = span_.begin;
    for (std::size_t i = 0; i < tokens_.size() && !done(); i = tokens_[i].next) {
      const Token& token = tokens_[i];
      if (token.at.begin < span_.begin) continue;
      if (token.at.begin >= span_.end) break;
      plain({at, token.at.begin});
      for (std::size_t k = i; k < token.next && !done();) k = look(tokens_[k]) ? k + 1 : tokens_[k].next;
      at = token.at.end;
    }
    if (!done()) plain({std::min(at, span_.end), span_.end});
  }

 private:
  [[nodiscard]] bool done() const { return found_ && draft_.posted; }
  bool look(const Token& token);
  [[nodiscard]] bool is_file_name(Span text) const;
  bool take(Span whole, Span inside);
  bool take_parts(Span inside);
  bool unslant(Tag& tag) const;
  bool venue_and_date(Span inside);
  [[nodiscard]] bool is_year(Span span) const;
  bool take_one(Span whole, Span inside);
  std::uint32_t date(Span span, std::uint32_t begin, std::uint32_t end);
  void venue_of_date(Span date, std::uint32_t from);
  bool preprint_number(Span year, std::uint32_t from);
  bool year(Span span, Span digits);
  void dated(Span span, Span digits);
  [[nodiscard]] bool ends_slot(Span span, Span digits) const;
  void plain(Span span);
  Span venue_before(Span year, std::uint32_t from) const;

  const Source& source_;
  const std::string_view text_;
  const Span span_;
  const std::span<const Token> tokens_;
  Draft& draft_;
  bool found_ = false;
};

/// A group, a button or a badge that says where and when; whether one has to look inside it, too.
bool Published::look(const Token& token) {
  switch (token.kind) {
    case Kind::group:
    case Kind::paren:
      return token.inside.size() > 80 || !take(token.at, token.inside);
    case Kind::code:
      if (token.inside.size() <= 80) take(token.at, token.inside);
      return false;
    case Kind::link:
    case Kind::image:
      if (token.inside.size() <= 60 && !token.inside.empty() &&
          !(token.kind == Kind::image && is_file_name(token.inside)))
        take(token.inside, token.inside);
      return token.kind == Kind::link;
    default:
      return false;
  }
}

/// `VOC2012_top_rankings`.
bool Published::is_file_name(Span text) const {
  const Tag tag = read_tag(source_, text, text);
  return tag.joint.empty() && source_.text(tag.rest).substr(0, 1) == "_";
}

/// `arXiv 2110`, where it can be no year.
std::optional<Date> preprint_month(std::string_view said) {
  constexpr std::string_view kServer = "arxiv ";
  if (!starts_with(said, kServer) || said.size() != kServer.size() + 4 || said[6] < '2') return std::nullopt;
  const auto month = month_of_digits(said.substr(kServer.size()));
  return month && said.substr(kServer.size(), 2) != "20" ? month : std::nullopt;
}

/// `(Jun., 2024 | NeurIPS 2024)` says two things.
bool Published::take_parts(Span inside) {
  bool any = false;
  for (std::uint32_t at = inside.begin; at < inside.end;) {
    std::uint32_t end = at;
    while (end < inside.end && text_[end] != '|' && text_[end] != ';') ++end;
    Span part{at, end};
    while (!part.empty() && is_blank(text_[part.begin])) ++part.begin;
    while (!part.empty() && is_blank(text_[part.end - 1])) --part.end;
    if (!part.empty() && take_one(part, part)) any = true;
    at = end + 1;
  }
  return any;
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
  if (said.find_first_of("|;") != std::string_view::npos) return take_parts(inside);
  return take_one(whole, inside);
}

bool Published::take_one(Span whole, Span inside) {
  const std::string_view said = source_.text(inside);
  if (const std::optional<Date> date = said.size() <= 24 ? read_date(said) : std::nullopt; date && date->month != 0) {
    if (!draft_.posted) draft_.posted = Posted{whole, *date};
    return true;
  }
  if (const auto month = preprint_month(said); month && !draft_.posted) draft_.posted = Posted{inside, *month};
  if (said.size() <= 90 && venue_and_date(inside)) return true;
  Tag tag = read_tag(source_, whole, inside);
  if (starts_with(source_.text(tag.venue), "paper-")) tag.venue.begin += 6;  // a button: `Paper-CVPR14`
  const bool slanted = unslant(tag);
  if (tag.year.empty() || tag.venue.empty() || found_) return false;
  const std::string_view venue = source_.text(tag.venue);
  if (!tag.preprint && !may_be_venue(venue) &&
      !(slanted && count_words(venue) <= 9 && venue.find("et al") == std::string_view::npos))
    return false;
  const std::string_view joint = source_.text(tag.joint);
  if (tag.year.size() == 2 && joint.find_first_of("-_/.\"") != std::string_view::npos) return false;  // `TLDR-17`
  const std::string_view rest = source_.text(tag.rest);
  if (tag.year.size() == 2 && !rest.empty() && rest.front() == '(') return false;  // `Science 20(7)`
  const auto letters = std::count_if(venue.begin(), venue.end(), is_letter);
  if (tag.year.size() == 2 && joint.empty() && (letters < 3 || is_digit(venue[1])) && !names_venue(venue))
    return false;  // `FP16`, `W8A16`
  draft_.tags.push_back(tag);
  return found_ = true;
}

/// `*AAAI* 2024`: the stars are no part of the venue. Whether it has them on both sides.
bool Published::unslant(Tag& tag) const {
  const auto star = [&](std::uint32_t at) { return text_[at] == '*' || text_[at] == '_'; };
  if (tag.venue.size() < 3 || !star(tag.venue.end - 1)) return false;
  while (!tag.venue.empty() && star(tag.venue.end - 1)) tag.joint.begin = --tag.venue.end;
  const std::uint32_t begin = tag.venue.begin;
  while (!tag.venue.empty() && star(tag.venue.begin)) ++tag.venue.begin;
  return tag.venue.begin > begin;
}

/// `arXiv 17 Feb 2019`, `CoRL, Nov 2024`: a venue and a date. Venue and year stand apart, so that they are no tag of
/// some form.
bool Published::venue_and_date(Span inside) {
  const std::string_view said = source_.text(inside);
  for (std::size_t at = said.find(' '); at != std::string_view::npos; at = said.find(' ', at + 1)) {
    const std::optional<Date> date = said.size() - at <= 24 ? read_date(said.substr(at + 1)) : std::nullopt;
    if (!date || date->month == 0) continue;
    Span venue{inside.begin, inside.begin + static_cast<std::uint32_t>(at)};
    while (!venue.empty() && (is_blank(text_[venue.end - 1]) || text_[venue.end - 1] == ',')) --venue.end;
    Tag tag = read_tag(source_, venue, venue);
    if (found_ || !tag.year.empty() || !may_be_venue(source_.text(venue))) return false;
    const Span posted{inside.begin + static_cast<std::uint32_t>(at) + 1, inside.end};
    tag.joint = tag.rest = {venue.end, venue.end};
    tag.inside = inside;
    tag.year_value = date->year;
    tag.year = posted;
    while (tag.year.size() > 4 && !is_year(tag.year)) ++tag.year.begin;
    tag.year.end = std::min(tag.year.end, tag.year.begin + 4);
    draft_.tags.push_back(tag);
    if (!draft_.posted) draft_.posted = Posted{posted, *date};
    return found_ = true;
  }
  return false;
}

bool Published::is_year(Span span) const {
  const std::string_view first = source_.text(span).substr(0, 4);
  return std::all_of(first.begin(), first.end(), [](char c) { return is_digit(c); });
}

/// `May 2024`, `2024.05` and the like end here; a venue before a comma goes with it: `*CoRL, Nov 2024*`.
std::uint32_t Published::date(Span span, std::uint32_t begin, std::uint32_t end) {
  while (end < span.end && (is_digit(text_[end]) || std::string_view("-./").find(text_[end]) != std::string_view::npos))
    ++end;
  while (!is_digit(text_[end - 1])) --end;
  take({begin, end}, {begin, end});
  return end;
}

/// The venue of `*CoRL, Nov 2024*`. It and its year stand apart, so that they are no tag of some form.
void Published::venue_of_date(Span date, std::uint32_t from) {
  std::uint32_t end = date.begin;
  while (end > from && is_blank(text_[end - 1])) --end;
  if (found_ || end <= from + 2 || text_[end - 1] != ',') return;
  const std::uint32_t limit = std::max(from, --end > 80 ? end - 80 : 0u);
  std::uint32_t begin = end;
  while (begin > limit && std::string_view("*_\"(;|\n").find(text_[begin - 1]) == std::string_view::npos) --begin;
  const bool slanted = begin > from && (text_[begin - 1] == '*' || text_[begin - 1] == '_');
  while (begin < end && is_blank(text_[begin])) ++begin;
  const std::string_view venue = text_.substr(begin, end - begin);
  const bool names = venue.find("et al") == std::string_view::npos && venue.find(", ") == std::string_view::npos;
  if (venue.size() < 2 || !names || !(may_be_venue(venue) || (slanted && count_words(venue) <= 9))) return;
  Tag tag = read_tag(source_, {begin, end}, {begin, end});
  if (!tag.year.empty()) return;
  const Tag dated = read_tag(source_, date, date);
  tag.year = dated.year;
  tag.year_value = dated.year_value;
  tag.joint = tag.rest = {tag.venue.end, tag.venue.end};
  if (tag.year.empty()) return;
  tag.inside.end = date.end;
  draft_.tags.push_back(tag);
  found_ = true;
}

/// `arXiv preprint arXiv:2307.07527, 2023`: the server, with the number between it and the year.
bool Published::preprint_number(Span year, std::uint32_t from) {
  std::uint32_t colon = year.begin;
  const std::uint32_t limit = year.begin > from + 24 ? year.begin - 24 : from;
  while (colon > limit && text_[colon - 1] != ':') --colon;
  if (colon < from + 6 || text_[colon - 1] != ':') return false;
  const Span server{colon - 6, colon - 1};
  if (!starts_with(source_.text(server), "arxiv")) return false;
  Tag tag = read_tag(source_, server, server);
  const Tag dated = read_tag(source_, year, year);
  tag.year = dated.year;
  tag.year_value = dated.year_value;
  tag.joint = tag.rest = {tag.venue.end, tag.venue.end};
  if (tag.year.empty()) return false;
  tag.inside.end = year.end;
  draft_.tags.push_back(tag);
  return found_ = true;
}

/// Runs of plain text: from each year back to where the venue begins.
void Published::plain(Span span) {
  for (std::uint32_t at = span.begin; at + 1 < span.end; ++at) {
    if (static_cast<unsigned char>(text_[at]) >= 0xE3) {
      const WideGroup group = wide_group(text_.substr(0, std::max(span.end, span_.end)), at);
      const auto offset = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
      if (group.whole_end > 0 && take({at, offset(group.whole_end)}, {offset(group.begin), offset(group.end)}))
        at = offset(group.whole_end) - 1;
      continue;
    }
    if (!is_digit(text_[at]) || (at > span.begin && (is_digit(text_[at - 1]) || text_[at - 1] == '.'))) continue;
    std::uint32_t end = at;
    while (end < span.end && is_digit(text_[end])) ++end;
    if (end - at == 4 && end + 1 < span.end && std::string_view("-./").find(text_[end]) != std::string_view::npos &&
        is_digit(text_[end + 1])) {
      at = date(span, at, end);
      continue;
    }
    if (found_)
      dated(span, {at, end});
    else if (year(span, {at, end}) && done())
      return;
    at = end;
  }
}

/// A run of digits that is a year, and the venue before it.
bool Published::year(Span span, Span digits) {
  const std::uint32_t at = digits.begin;
  if (digits.end < span_.end && is_alnum(text_[digits.end])) return false;  // `2048K`
  const auto before = [&](std::uint32_t back) { return at >= span.begin + back ? text_[at - back] : '\0'; };
  const bool quoted = before(1) == '\'' || (before(1) == ' ' && before(2) == '\'') ||
                      (at > span.begin + 2 && text_.substr(at - 3, 3) == "\u2019");
  if (digits.size() != 4 && !(digits.size() == 2 && (quoted || ends_slot(span, digits)))) return false;
  if (preprint_number(digits, span.begin)) return true;
  const Span whole = venue_before(digits, span.begin);
  if (whole.empty() || !take(whole, whole)) return false;
  if (draft_.posted && draft_.posted->span == whole) venue_of_date(whole, span.begin);
  return found_;
}

/// A date behind a venue that was found: `ICML 2022. 16 Jun 2022`.
void Published::dated(Span span, Span digits) {
  if (digits.size() != 4 || draft_.posted) return;
  const Span whole = venue_before(digits, span.begin);
  if (whole.empty() || whole.size() > 24) return;
  if (const std::optional<Date> date = read_date(source_.text(whole)); date && date->month != 0)
    draft_.posted = Posted{whole, *date};
}

/// Whether `NAACL 24,` is a slot of its own: an acronym or a venue that is known, and two digits, between commas, bars
/// or links.
bool Published::ends_slot(Span span, Span digits) const {
  std::uint32_t word = digits.begin;
  if (word == span.begin || text_[word - 1] != ' ') return false;
  std::uint32_t begin = --word;
  while (begin > span.begin && is_letter(text_[begin - 1])) --begin;
  const std::string_view name = text_.substr(begin, word - begin);
  const std::string_view before = begin >= span.begin + 2 ? text_.substr(begin - 2, 2) : "| ";
  const bool acronym = name.size() >= 3 && before == ", " && std::all_of(name.begin(), name.end(), is_upper);
  if (!acronym && !((before == ", " || before == "| ") && names_venue(name))) return false;
  std::uint32_t after = digits.end;
  while (after < span_.end && text_[after] == ' ') ++after;
  return after >= span_.end || std::string_view(",[(|\r\n").find(text_[after]) != std::string_view::npos ||
         text_.substr(after, 4) == "<!--";
}

/// The words before a year that can be a venue's: back to a full stop, a bar, a comma or a mark.
Span Published::venue_before(Span year, std::uint32_t from) const {
  std::uint32_t begin = year.begin;
  const auto blank_or = [&](char c) {
    return is_blank(c) || c == ',' || c == '\'' || c == '(' || c == '-' || c == '*' || c == '_';
  };
  while (begin > from && (blank_or(text_[begin - 1]) || static_cast<unsigned char>(text_[begin - 1]) >= 0x80)) --begin;
  std::uint32_t words = 0;
  while (begin > from && year.begin - begin < 60 && words < 7) {
    const char c = text_[begin - 1];
    const bool stop = std::string_view(",;|>\"*_`(\n").find(c) != std::string_view::npos ||
                      (c == ' ' && begin > from + 1 && (text_[begin - 2] == '.' || text_[begin - 2] == ':')) ||
                      c == ':' || (begin >= from + 3 && wide_mark_at_end(text_.substr(begin - 3, 3)) > 0);
    if (stop) break;
    if (is_blank(c)) ++words;
    --begin;
  }
  while (begin < year.begin && is_blank(text_[begin])) ++begin;
  const bool starred = begin > from && text_[begin - 1] == '*';
  if (starred && text_.substr(begin, year.begin - begin).find('*') != std::string_view::npos)
    return {begin - 1, year.end};
  for (const std::string_view word : {"in ", "In ", "by ", "at ", "- ", "\u2013 ", "Proc. ", "Proceedings of "})
    if (text_.substr(begin, word.size()) == word) begin += static_cast<std::uint32_t>(word.size());
  return begin < year.begin ? Span{begin, year.end} : Span{};
}

}  // namespace

void read_published(const Source& source, Span text, std::span<const Token> tokens, Draft& draft) {
  Published(source, text, tokens, draft).read();
}

}  // namespace paperlint
