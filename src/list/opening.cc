// What stands before the title.
#include <algorithm>

#include "list/ascii.h"
#include "list/grammar.h"
#include "text/byte_set.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

class Opening {
 public:
  Opening(Cursor& cursor, Draft& draft) : c_(cursor), draft_(draft) {}
  void read() {
    while (!c_.done() && (decoration() || date() || mark() || wide())) {
    }
    draft_.opened = !draft_.tags.empty() || draft_.posted || draft_.loose.year_value != 0;
  }

 private:
  bool decoration();
  bool date();
  [[nodiscard]] std::uint32_t ordinal() const;
  bool mark();
  bool wide();
  bool broken_tag();
  bool year_first();
  bool bare_tag();
  [[nodiscard]] std::optional<Tag> words_to_year(std::uint32_t begin) const;
  const Token* group_here(Span& whole) const;
  [[nodiscard]] std::uint32_t bare_mark() const;
  void take_mark(Span whole);
  [[nodiscard]] bool is_quoted(const Tag& tag) const {
    return c_.source.text(tag.joint).find('\'') != std::string_view::npos;
  }
  bool take(const Tag& tag) {
    draft_.tags.push_back(tag);
    c_.go(tag.whole.end);
    return true;
  }

  Cursor& c_;
  Draft& draft_;
};

/// Bytes of a picture made of characters (an emoji, an arrow) that a text begins with.
std::uint32_t emoji(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto first = static_cast<unsigned char>(text[0]), second = static_cast<unsigned char>(text[1]);
  if (first == 0xF0 && second == 0x9F) return 4;
  if (first == 0xE2 && second >= 0x80 && second <= 0xAF) return text.substr(0, 3) == "\u201C" ? 0 : 3;
  return first == 0xEF && second == 0xB8 ? 3 : 0;  // a variation selector
}

/// A shortcode or an emoji and nothing else: `[:scroll:](paper.pdf)`.
bool is_sign(std::string_view text) {
  if (text.size() < 3) return false;
  return text.front() == ':' ? markup::shortcode_end(text, 0) == text.size() : emoji(text) == text.size();
}

/// A picture, a badge, a topic in code, HTML, a shortcode.
bool Opening::decoration() {
  if (c_.text[c_.at] == '\\' && c_.at + 1 < c_.body.end && c_.text[c_.at + 1] == '[') return false;
  const Token* const token = c_.here();
  if (token != nullptr) {
    const bool picture = token->kind == Kind::image ||
                         (token->kind == Kind::link && c_.token + 1 < c_.tokens.size() && token->next > c_.token + 1 &&
                          c_.tokens[c_.token + 1].kind == Kind::image && c_.tokens[c_.token + 1].at == token->inside);
    const bool sign = token->kind == Kind::link && is_sign(c_.source.text(token->inside));
    const bool topic = token->kind == Kind::code && token->at.end < c_.body.end && token->inside.size() < 40;
    if (!picture && !sign && !topic && token->kind != Kind::html && token->kind != Kind::comment) return false;
    return c_.go(token->at.end), true;
  }
  if (bare_mark() > 0) return false;
  if (const std::uint32_t size = emoji(c_.left())) return c_.go(c_.at + size), true;
  if (c_.text[c_.at] == ':')
    if (const std::size_t end = markup::shortcode_end(c_.text.substr(0, c_.body.end), c_.at); end != markup::kNone)
      return c_.go(static_cast<std::uint32_t>(end)), true;
  if (const std::uint32_t size = ordinal()) return c_.go(c_.at + size), true;
  const bool sign = std::string_view("|>").find(c_.text[c_.at]) != std::string_view::npos;
  return sign && (c_.go(c_.at + 1), true);
}

/// Bytes of a number that the list gives to a paper: `2) `.
std::uint32_t Opening::ordinal() const {
  std::uint32_t at = c_.at;
  while (at < c_.body.end && at < c_.at + 3 && is_digit(c_.text[at])) ++at;
  const bool number = at > c_.at && at + 1 < c_.body.end && c_.text[at] == ')' && is_blank(c_.text[at + 1]);
  return number ? at + 1 - c_.at : 0;
}

/// `[2024/05]`, `(2024.05)`, `2024.05`.
bool Opening::date() {
  if (draft_.posted) return false;
  Span whole, inside;
  if (const Token* const token = c_.here()) {
    if (token->kind != Kind::group && token->kind != Kind::paren) return false;
    whole = token->at;
    inside = token->inside;
  } else {
    std::uint32_t end = c_.at;
    while (end < c_.body.end &&
           (is_digit(c_.text[end]) || c_.text[end] == '.' || c_.text[end] == '/' || c_.text[end] == '-'))
      ++end;
    whole = inside = {c_.at, end};
  }
  const std::optional<Date> date = inside.size() > 24 ? std::nullopt : read_date(c_.source.text(inside));
  if (!date || date->month == 0) return false;
  draft_.posted = Posted{whole, *date};
  return c_.go(whole.end), true;
}

/// The group that begins here, perhaps in bold, and the stars around it.
const Token* Opening::group_here(Span& whole) const {
  std::uint32_t begin = c_.at;
  while (begin < c_.body.end && begin < c_.at + 3 && (c_.text[begin] == '*' || c_.text[begin] == '_')) ++begin;
  const std::uint32_t stars = begin - c_.at;
  if (c_.token >= c_.tokens.size() || c_.tokens[c_.token].at.begin != begin) return nullptr;
  const Token& token = c_.tokens[c_.token];
  if (token.kind != Kind::group && token.kind != Kind::paren) return nullptr;
  if (begins_address(c_.text.substr(0, c_.body.end), token.at.end)) return nullptr;  // a link that is broken
  if (c_.text.substr(token.at.end, stars) != c_.text.substr(c_.at, stars)) return nullptr;
  whole = {c_.at, token.at.end + stars};
  return &token;
}

/// Bytes of a survey mark that stands without brackets: `:mag:` or the magnifying glass; 0 for none.
std::uint32_t Opening::bare_mark() const {
  constexpr ByteSet kFirst(":\xF0");
  if (!kFirst.has(c_.text[c_.at])) return 0;
  for (const std::string_view mark : {":mag:", ":mag_right:", "\U0001F50D", "\U0001F50E"})
    if (c_.text.substr(c_.at, mark.size()) == mark) return static_cast<std::uint32_t>(mark.size());
  return 0;
}

void Opening::take_mark(Span whole) {
  const auto where = draft_.tags.empty() ? SurveyMark::Where::before_tag : SurveyMark::Where::after_tag;
  if (!draft_.survey) draft_.survey = SurveyMark{whole, where};
  c_.go(whole.end);
}

/// A survey mark or a tag; false where neither stands here.
bool Opening::mark() {
  if (const std::uint32_t size = bare_mark(); size > 0) return take_mark({c_.at, c_.at + size}), true;
  Span whole;
  const Token* const token = group_here(whole);
  if (token == nullptr)
    return draft_.tags.empty() ? broken_tag() || year_first() || bare_tag() : c_.here() != nullptr && broken_tag();
  const std::string_view inside = c_.source.text(token->inside);
  if (is_survey_mark(inside)) return take_mark(whole), true;
  // `[OSDI'24 [Title](u]`: a link whose address does not end
  const std::size_t size = markup::unix_size(inside);
  if (size > 80 || (inside.substr(0, 1) != "[" && inside.find("](") != std::string_view::npos)) return false;
  Span said = token->inside;
  const Token* const inner = token->next - c_.token == 2 ? token + 1 : nullptr;  // `[[OSDI'24]]`
  if (inner != nullptr && inner->kind == Kind::group && inner->at == said) said = inner->inside;
  const Tag tag = read_tag(c_.source, whole, said);
  const bool bold = whole.begin < token->at.begin;
  const bool needs_year = token->kind == Kind::paren || bold || !draft_.tags.empty() || size > 24;
  if (tag.year.empty() && needs_year) return false;
  return take(tag);
}

/// `【OSDI 2024】`, `（2024.05）`.
bool Opening::wide() {
  if (static_cast<unsigned char>(c_.text[c_.at]) < 0xE3) return false;
  const WideGroup group = wide_group(c_.text.substr(0, c_.body.end), c_.at);
  if (group.whole_end == 0 || !draft_.tags.empty()) return false;
  const Span whole{c_.at, static_cast<std::uint32_t>(group.whole_end)};
  const Span inside{static_cast<std::uint32_t>(group.begin), static_cast<std::uint32_t>(group.end)};
  const std::string_view said = c_.source.text(inside);
  if (is_survey_mark(said)) return take_mark(whole), true;
  if (const auto date = said.size() <= 24 ? read_date(said) : std::nullopt; date && date->month != 0) {
    draft_.posted = Posted{whole, *date};
    return c_.go(whole.end), true;
  }
  const Tag tag = read_tag(c_.source, whole, inside);
  if (tag.year.empty() && !(group.square && said.size() <= 40)) return false;
  return take(tag);
}

/// `[OSDI'24 [Title](url)`, `[OSDI'24 Title` or `OSDI'24] [Title](url)`: one bracket is missing or of another kind, and
/// the year tells that it is a tag.
bool Opening::broken_tag() {
  const bool opened = c_.here() != nullptr;
  if (opened && c_.here()->kind != Kind::open) return false;
  const std::size_t next = c_.token + (opened ? 1 : 0);
  const std::uint32_t limit = next < c_.tokens.size() ? c_.tokens[next].at.begin : c_.body.end;
  const bool closed =
      next < c_.tokens.size() && c_.tokens[next].kind == Kind::close && (opened || c_.text[limit] == ']');
  if (!opened && !closed) return false;
  Span inside = c_.trimmed({c_.at + (opened ? 1u : 0u), limit});
  const Span whole{c_.at, closed ? limit + 1 : inside.end};
  if (opened && c_.text[c_.at] == '[')
    if (auto words = words_to_year(c_.at + 1); words && words->whole.end + 1 < inside.end && is_quoted(*words)) {
      words->whole.begin = c_.at;
      words->closed = false;
      return take(*words);
    }
  if (inside.size() > 40 || inside.empty()) return false;
  if (!opened && (c_.text[inside.begin] == '{' || c_.text[inside.begin] == '<')) ++inside.begin;
  if (!closed && (c_.text[inside.end - 1] == '}' || c_.text[inside.end - 1] == '>')) --inside.end;
  Tag tag = read_tag(c_.source, whole, inside);
  if (tag.year.empty() || tag.venue.empty() || (opened && !c_.trimmed(tag.rest).empty())) return false;
  if (opened && !closed && c_.text[c_.at] != '[') return false;
  tag.closed = false;
  return take(tag);
}

/// `24_OSDI_Title`, `14-NSDI-Title`, `**14-NSDI-Title**`, `23_Title`.
bool Opening::year_first() {
  const std::uint32_t stars = c_.left().substr(0, 2) == "**" ? 2 : 0;
  const std::uint32_t start = c_.at + stars;
  const std::string_view text = c_.left().substr(stars);
  if (text.size() < 8 || !is_digit(text[0]) || !is_digit(text[1]) || (text[2] != '_' && text[2] != '-')) return false;
  std::size_t end = 3;
  const auto in_venue = [&](char c) {
    return is_alnum(c) || c == '\'' || c == ' ' || (text[2] == '_' && (c == '-' || c == '&'));
  };
  while (end < text.size() && end < 24 && in_venue(text[end])) ++end;
  const int two = (text[0] - '0') * 10 + (text[1] - '0');
  const auto year = static_cast<std::uint16_t>(two >= 60 ? 1900 + two : 2000 + two);
  if (end >= text.size() || text[end] != text[2]) {
    if (text[2] != '_' || !is_upper(text[3]) || two > 40) return false;
    draft_.loose.year = {start, start + 2};
    draft_.loose.year_value = year;
    return c_.go(start + 3), true;
  }
  // Behind `_` any word is a venue, such as `Eurosys`; words with hyphens between them are more often a title's.
  const bool word = text[2] == '_' && is_upper(text[3]) && text.substr(3, end - 3).find(' ') == std::string_view::npos;
  if (!word && !may_be_venue(text.substr(3, end - 3))) return false;
  const auto span = [&](std::size_t from, std::size_t to) {
    return Span{start + static_cast<std::uint32_t>(from), start + static_cast<std::uint32_t>(to)};
  };
  Tag tag;
  tag.whole = tag.inside = span(0, end + 1);
  tag.venue = span(3, end);
  tag.year = span(0, 2);
  tag.joint = span(2, 3);
  tag.rest = span(end + 1, end + 1);
  tag.year_value = year;
  tag.preprint = read_tag(c_.source, tag.venue, tag.venue).preprint;
  return take(tag);
}

/// What words say up to their year: `OSDI 2016` of `OSDI 2016, Title`.
std::optional<Tag> Opening::words_to_year(std::uint32_t begin) const {
  if (begin >= c_.body.end || !is_alnum(c_.text[begin])) return std::nullopt;
  std::size_t token = c_.token;
  while (token < c_.tokens.size() && c_.tokens[token].at.begin < begin) ++token;
  const std::uint32_t limit =
      std::min({token < c_.tokens.size() ? c_.tokens[token].at.begin : c_.body.end, c_.body.end, begin + 40});
  for (std::uint32_t end = begin + 4; end <= limit; ++end) {
    if (end < limit && (is_alnum(c_.text[end]) || static_cast<unsigned char>(c_.text[end]) >= 0x80)) continue;
    if (!is_digit(c_.text[end - 1])) continue;
    const Tag tag = read_tag(c_.source, {begin, end}, {begin, end});
    const std::string_view venue = c_.source.text(tag.venue);
    if (tag.year.empty() || venue.empty() || count_words(venue) > 3 || !may_be_venue(venue)) return std::nullopt;
    return tag;
  }
  return std::nullopt;
}

/// `OSDI 2016, [Title](url)` or `OSDI'16 Title [[pdf](url)]`: the year ends it.
bool Opening::bare_tag() {
  const std::optional<Tag> tag = words_to_year(c_.at);
  if (!tag) return false;
  const char after = tag->whole.end < c_.body.end ? c_.text[tag->whole.end] : ' ';
  const bool mark = after == ',' || after == ':' || after == '|';
  if (!is_quoted(*tag) && !mark) return false;
  take(*tag);
  if (!c_.done() && mark) c_.go(c_.at + 1);
  return true;
}

}  // namespace

bool is_survey_mark(std::string_view inside) {
  inside = trim(inside);
  if (inside.size() > 32) return false;
  const bool glass = inside.find(":mag") != std::string_view::npos ||
                     inside.find("\U0001F50D") != std::string_view::npos ||
                     inside.find("\U0001F50E") != std::string_view::npos;
  return glass ||
         (starts_with(inside, "survey") && (inside.size() == 6 || !(is_alnum(inside[6]) || inside[6] == '\'')));
}

void read_opening(Cursor& cursor, Draft& draft) { Opening(cursor, draft).read(); }

}  // namespace paperlint
