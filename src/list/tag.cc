// Venue and year of a tag, in any form that lists have been seen to write.
#include <algorithm>
#include <array>
#include <string>

#include "list/addresses.h"
#include "list/grammar.h"
#include "text/byte_set.h"
#include "text/distance.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using markup::is_alnum;
using markup::is_digit;
using markup::is_letter;
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr std::string_view kApostrophes[] = {"\u2019", "\u2018", "\u02BC", "\u2032", "\u00B4"};
constexpr std::string_view kBlanks[] = {"\u00A0", "\u2009", "\u200B", "\u202F", "\u3000", "\uFEFF"};

/// Bytes of the apostrophe that ends before `end`, straight, curly or grave; 0 without one.
std::size_t apostrophe_before(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  if (is_ascii(text[end - 1])) return text[end - 1] == '\'' || text[end - 1] == '`' ? 1 : 0;
  for (const std::string_view form : kApostrophes)
    if (end >= form.size() && text.substr(end - form.size(), form.size()) == form) return form.size();
  return 0;
}

/// Bytes of the blank that ends before `end`, also one that no key types; 0 without one.
std::size_t blank_before(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  if (is_ascii(text[end - 1])) return is_blank(text[end - 1]) ? 1 : 0;
  for (const std::string_view form : kBlanks)
    if (end >= form.size() && text.substr(end - form.size(), form.size()) == form) return form.size();
  return 0;
}

std::size_t blanks_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (const std::size_t size = blank_before(text, begin)) begin -= size;
  return end - begin;
}

/// What is met between venue and year, though it does not belong there.
bool is_joint(char c) {
  constexpr ByteSet kJoints(",(-_./\"");
  return kJoints.has(c);
}

struct Year {
  std::size_t begin = 0, end = 0;
  int value = 0;
};

bool plausible(int year) { return year >= 1950 && year <= 2059; }

/// Whether digits are the day of a date: `26 Jun`.
bool month_follows(std::string_view text, std::size_t end) {
  return end < text.size() && text[end] == ' ' && month_of(text.substr(end + 1)) != 0;
}

/// Judges one run of digits: a year of four digits, or two after an apostrophe, or two at a word's end.
Year year_at(std::string_view text, std::size_t begin, std::size_t end) {
  const int digits = static_cast<int>(end - begin);
  if (digits != 2 && digits != 4) return {};
  if (end < text.size() &&
      (is_alnum(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]))))
    return {};
  int value = 0;
  for (std::size_t i = begin; i < end; ++i) value = value * 10 + (text[i] - '0');
  if (digits == 4) return plausible(value) ? Year{begin, end, value} : Year{};
  const std::size_t gap = blanks_before(text, begin);
  const bool quoted = apostrophe_before(text, begin - gap) > 0;
  const bool joined = begin > 1 && is_joint(text[begin - 1]) && is_letter(text[begin - 2]);
  const bool attached = begin > 0 && (is_alnum(text[begin - 1]) || gap > 0 || joined);
  if (!quoted && (!attached || month_follows(text, end))) return {};
  if (value > (quoted ? 40 : 30) && value < 60) return {};  // the 50th edition, say
  return {begin, end, full_year(value)};
}

/// The last year wins: `[MLArchSys'24 @ ISCA'24]`; one with an apostrophe beats one without.
Year find_year(std::string_view text) {
  Year best;
  bool best_quoted = false;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_digit(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    const Year year = year_at(text, begin, end);
    if (year.value != 0 && best.value != 0 && year.value != best.value) return {};  // which of them?
    const bool quoted = year.value != 0 && apostrophe_before(text, begin - blanks_before(text, begin)) > 0;
    if (year.value != 0 && (quoted || !best_quoted)) {
      best = year;
      best_quoted = quoted;
    }
    begin = end;
  }
  return best;
}

/// Servers that hold papers before, or without, publication. Slips of the pen for arXiv count.
bool is_preprint(std::string_view venue) {
  static constexpr std::array<std::string_view, 9> kServers = {
      "arxiv", "corr", "preprint", "preprints", "biorxiv", "medrxiv", "techrxiv", "ssrn", "eprint"};
  constexpr ByteSet kAround(" \t/"), kFirst("acpbmtseACPBMTSE");
  std::size_t begin = venue.size();
  while (begin > 0 && !kAround.has(venue[begin - 1])) --begin;
  if (begin == venue.size() || !kFirst.has(venue[begin])) return false;  // most venues, at no cost
  const std::string word = in_lower_case(venue.substr(begin));
  if (std::find(kServers.begin(), kServers.end(), word) != kServers.end()) return true;
  if (word.rfind("arxiv:", 0) == 0) return true;  // `arXiv preprint arXiv:2202.01079`
  return word.size() >= 5 && word.size() <= 6 && word.front() == 'a' && edit_distance(word, "arxiv", 1) <= 1;
}

}  // namespace

bool begins_address(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return text.substr(at, 5) == "(http" || text.substr(at, 6) == "(<http" || text.substr(at, 5) == "(www.";
}

int full_year(int two) { return two >= 60 ? 1900 + two : 2000 + two; }

Tag read_tag(const Source& source, Span whole, Span inside) {
  Tag tag;
  tag.whole = whole;
  tag.inside = inside;
  const std::string_view text = source.text(inside);
  const Year year = find_year(text);
  const auto at = [&](std::size_t begin, std::size_t end) {
    return Span{inside.begin + static_cast<std::uint32_t>(begin), inside.begin + static_cast<std::uint32_t>(end)};
  };
  std::size_t venue_end = year.value != 0 ? year.begin : text.size();
  while (venue_end > 0) {
    const std::size_t apostrophe = apostrophe_before(text, venue_end), blank = blank_before(text, venue_end);
    if (apostrophe + blank > 0)
      venue_end -= std::max(apostrophe, blank);
    else if (year.value != 0 && is_joint(text[venue_end - 1]))
      --venue_end;
    else
      break;
  }
  std::size_t venue_begin = 0;
  while (venue_begin < venue_end && is_blank(text[venue_begin])) ++venue_begin;
  tag.venue = at(venue_begin, venue_end);
  tag.preprint = is_preprint(source.text(tag.venue));
  if (year.value == 0) return tag;
  tag.joint = at(venue_end, year.begin);
  tag.year = at(year.begin, year.end);
  tag.rest = at(year.end, text.size());
  tag.year_value = static_cast<std::uint16_t>(year.value);
  return tag;
}

}  // namespace paperlint
