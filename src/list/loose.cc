// Venue and year where no tag tells both: `(TKDE)`, `Title. CVPR. [pdf](…)`, `(2013)`, `2013`, `arXiv:1502.04623`, a
// badge whose address says it.
#include <algorithm>
#include <optional>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kNear = 300;  // bytes behind the title; what comes later are remarks
constexpr std::uint32_t kSlot = 60;   // bytes of one slot

/// The server that a text begins with where a number follows: `arXiv` of `arXiv:2308.05326`; its bytes, 0 without.
std::uint32_t server_with_number(std::string_view text) {
  for (const std::string_view server : {"arxiv", "biorxiv", "medrxiv", "chemrxiv"}) {
    if (!starts_with(text, server)) continue;
    const std::string_view number = trim(text.substr(server.size()));
    const bool follows =
        number.size() > 1 && (number.front() == ':' || number.front() == '.' || text[server.size()] == ' ');
    const std::size_t digit = number.find_first_not_of(":. ");
    if (follows && digit != std::string_view::npos && is_digit(number[digit]))
      return static_cast<std::uint32_t>(server.size());
    if (starts_with(number, "preprint ")) return static_cast<std::uint32_t>(server.size());
  }
  return 0;
}

class LooseReader {
 public:
  LooseReader(const Source& source, Span text, std::span<const Token> tokens, Draft& draft)
      : source_(source), text_(source.text()), span_(text), tokens_(tokens), draft_(draft), loose_(draft.loose) {}

  void read() {
    std::uint32_t at = span_.begin;
    for (std::size_t i = 0; i < tokens_.size() && !done(); i = tokens_[i].next) {
      const Token& token = tokens_[i];
      if (token.at.begin < span_.begin) continue;
      if (token.at.begin >= span_.end) break;
      plain({at, token.at.begin});
      look(token);
      at = std::max(at, token.at.end);
    }
    if (!done()) plain({std::min(at, span_.end), span_.end});
  }
  /// A badge tells wherever it stands, before the title or in another cell of a row.
  void badges() {
    for (const Token& token : tokens_)
      if (token.kind == Kind::image && loose_.venue.empty() && loose_.year_value == 0) badge(token.address);
  }

 private:
  [[nodiscard]] bool done() const { return !loose_.venue.empty() && loose_.year_value != 0; }
  [[nodiscard]] Span trimmed(Span slot) const;
  void look(const Token& token);
  void plain(Span run);
  void slot(Span slot);
  bool venue(Span slot);
  bool year(Span slot);
  bool citation(Span slot);
  bool issue(Span slot);
  void badge(Span address);

  const Source& source_;
  const std::string_view text_;
  const Span span_;
  const std::span<const Token> tokens_;
  Draft& draft_;
  Loose& loose_;
};

Span LooseReader::trimmed(Span slot) const {
  constexpr std::string_view kMarks = " \t\r\n*_.[]\\:-";
  while (!slot.empty() && kMarks.find(text_[slot.begin]) != std::string_view::npos) ++slot.begin;
  while (!slot.empty() && kMarks.find(text_[slot.end - 1]) != std::string_view::npos) --slot.end;
  return slot;
}

/// A year of four digits, or of two behind an apostrophe, and nothing else.
bool LooseReader::year(Span slot) {
  if (loose_.year_value != 0 || slot.size() < 3 || slot.size() > 6) return false;
  const Tag tag = read_tag(source_, slot, slot);
  if (tag.year.empty() || !tag.venue.empty() || tag.year.end != slot.end) return false;
  loose_.year = tag.year;
  loose_.year_value = tag.year_value;
  return true;
}

bool LooseReader::venue(Span slot) {
  if (!loose_.venue.empty() || slot.size() < 3 || slot.size() > kSlot) return false;
  const std::string_view text = source_.text(slot);
  if (const std::uint32_t server = server_with_number(text)) {
    loose_.venue = {slot.begin, slot.begin + server};
    loose_.preprint = true;
    const std::string_view number = trim(text.substr(server));
    if (number.size() == 4 && !draft_.posted)  // `arXiv 2110`
      if (const std::optional<Date> month = month_of_digits(number)) draft_.posted = Posted{slot, *month};
    return true;
  }
  std::string_view name = text;  // `Nature 652`
  while (!name.empty() && (is_digit(name.back()) || name.back() == '.')) name.remove_suffix(1);
  name = trim(name);
  if (!names_venue(name)) return false;
  loose_.venue = slot = {slot.begin, slot.begin + static_cast<std::uint32_t>(name.size())};
  loose_.preprint = read_tag(source_, slot, slot).preprint;
  return true;
}

/// `Park et al. 2019`: a citation.
bool LooseReader::citation(Span slot) {
  const std::string_view text = source_.text(slot);
  const std::size_t et_al = text.find("et al");
  if (et_al == std::string_view::npos || slot.size() > kSlot || text.size() < et_al + 9) return false;
  return draft_.cited = year(trimmed({slot.end - 4, slot.end}));
}

/// `Nat Commun 13, 7151 (2022)`, `Biology 14.9 (2025): 1268`: a journal and its issue, as links to papers say it.
bool LooseReader::issue(Span slot) {
  const std::string_view text = source_.text(slot);
  const std::size_t paren = text.find('(');
  if (paren == std::string_view::npos || paren + 6 > text.size() || text[paren + 5] != ')') return false;
  const std::string_view before = text.substr(0, paren);
  const std::size_t words = count_words(before.substr(0, before.find_first_of("0123456789,")));
  if (!loose_.venue.empty() || loose_.year_value != 0 || !is_upper(text.front()) || words == 0 || words > 6)
    return false;
  const auto at = [&](std::size_t byte) { return slot.begin + static_cast<std::uint32_t>(byte); };
  if (!year({at(paren + 1), at(paren + 5)})) return false;
  std::size_t end = std::min(before.find_first_of("0123456789,"), before.size());
  while (end > 0 && is_blank(before[end - 1])) --end;
  loose_.venue = {slot.begin, at(end)};
  loose_.preprint = read_tag(source_, loose_.venue, loose_.venue).preprint;
  return true;
}

void LooseReader::slot(Span slot) {
  slot = trimmed(slot);
  if (slot.empty() || year(slot) || citation(slot)) return;
  venue(slot);
}

void LooseReader::look(const Token& token) {
  switch (token.kind) {
    case Kind::code:
      year(trimmed(token.inside));
      break;
    case Kind::link:
      if (!token.inside.empty() && token.inside.size() <= 90 && issue(token.inside)) break;
      [[fallthrough]];
    case Kind::group:
    case Kind::paren:
      if (token.at.begin < span_.begin + kNear || token.at.end + kSlot > span_.end) slot(token.inside);
      break;
    default:
      break;
  }
}

/// Plain text in slots between marks of punctuation.
void LooseReader::plain(Span run) {
  run.end = std::min(run.end, span_.begin + kNear);
  for (std::uint32_t begin = run.begin; begin < run.end && !done();) {
    std::uint32_t end = begin;
    const auto parts = [&](std::uint32_t at) {
      const char c = text_[at];
      if (std::string_view(",;|*_\"()\n").find(c) != std::string_view::npos) return true;
      return (c == '.' || c == ':') && (at + 1 >= run.end || is_blank(text_[at + 1]) || text_[at + 1] == '*');
    };
    while (end < run.end && !parts(end)) ++end;
    slot({begin, end});
    begin = end + 1;
  }
}

/// `https://img.shields.io/badge/Conference-ICLR'25-blue` says what the picture shows.
void LooseReader::badge(Span address) {
  const std::string_view text = source_.text(address);
  constexpr std::string_view kPath = "shields.io/badge/";
  std::size_t at = text.find(kPath);
  if (at == std::string_view::npos) return;
  at += kPath.size();
  for (const std::size_t last = text.rfind('-'); at < last && last != std::string_view::npos && !done();) {
    const std::size_t end = std::min(text.find_first_of("-%_", at), last);
    const Span part{address.begin + static_cast<std::uint32_t>(at), address.begin + static_cast<std::uint32_t>(end)};
    const Tag tag = read_tag(source_, part, part);
    if (loose_.venue.empty() && names_venue(source_.text(tag.venue))) {
      loose_.venue = tag.venue;
      loose_.preprint = tag.preprint;
    }
    if (!loose_.venue.empty() && loose_.year_value == 0 && !tag.year.empty()) {
      loose_.year = tag.year;
      loose_.year_value = tag.year_value;
    }
    at = end + (text.substr(end, 3) == "%20" ? 3 : 1);
  }
}

}  // namespace

void read_loose(const Source& source, Span text, std::span<const Token> tokens, Draft& draft) {
  LooseReader reader(source, text, tokens, draft);
  reader.badges();
  reader.read();
}

}  // namespace paperlint
