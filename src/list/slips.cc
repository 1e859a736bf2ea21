#include "list/slips.h"

#include <algorithm>
#include <string_view>

#include "list/ascii.h"
#include "list/emphasis.h"
#include "text/markup.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

/// Calls `look(offset)` for each byte of the span that lies outside of the parts.
template <class Look>
void each_byte(Span span, std::span<const Span> parts, Look look) {
  auto part = std::partition_point(parts.begin(), parts.end(), [&](Span p) { return p.end <= span.begin; });
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (part != parts.end() && at >= part->begin) {
      at = std::max(at, part->end);
      ++part;
    } else {
      look(at++);
    }
  }
}

constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // U+FB00 to U+FB06

/// Shown as nothing, and meant as nothing: soft hyphen, zero-width space, word joiner, byte order mark.
bool invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }
/// What stands for something that was lost, or for nothing: controls, U+FFFC, U+FFFD.
bool lost(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || c == 0xFFFC || c == 0xFFFD;
}

std::string code_point(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[(c >> shift) & 0xFU];
  return text;
}

bool blank_or_edge(std::string_view text, std::uint32_t at, Span content) {
  return at < content.begin || at >= content.end || markup::is_blank(text[at]) || text[at] == '[' || text[at] == ']';
}

Slip stray(const Text& text, Span at, char32_t c) {
  const Place place = text.at(at);
  if (c >= 0xFB00 && c <= 0xFB06) {
    const std::string letters(kLigatures[c - 0xFB00]);
    return {at,
            "'" + std::string(place.text()) + "' is one character, expected '" + letters + "'",
            "write " + letters,
            Effect::form,
            {{place, letters}}};
  }
  if (invisible(c))
    return {at,
            "a character that nobody sees (" + code_point(c) + ") stands among the words",
            "remove it",
            Effect::form,
            {{place, {}}}};
  Slip slip{at, "a character was lost here: " + code_point(c) + " stands in its place", "remove it", Effect::form, {}};
  const std::string_view all = text.document->source->text();
  const bool apart = blank_or_edge(all, at.begin - 1, text.content()) || blank_or_edge(all, at.end, text.content());
  if (c == 0xFFFC && apart) {
    slip.message = "an object that was not copied (" + code_point(c) + ") stands among the words";
    slip.edits = {{place, {}}};
  }
  return slip;
}

/// A word in capitals, or one that begins so, as BibTeX guards it.
bool guarded(std::string_view inside) {
  if (inside.empty() || inside.size() > 30) return false;
  bool capital = false;
  for (const char c : inside) {
    if (!markup::is_alnum(c) && c != '-' && c != '+' && c != ' ') return false;
    capital = capital || (c >= 'A' && c <= 'Z');
  }
  return capital && inside.front() != ' ' && inside.back() != ' ';
}

/// What a template holds a place for.
bool placeholder(std::string_view inside) {
  constexpr std::string_view kFields[] = {"Title",      "Paper", "Name", "Author", "Authors", "Year",   "Venue",
                                          "Conference", "URL",   "Link", "Links",  "Code",    "Date",   "Tag",
                                          "TITLE",      "NAME",  "LINK", "YEAR",   "VENUE",   "AUTHORS"};
  return std::find(std::begin(kFields), std::end(kFields), inside) != std::end(kFields) ||
         inside.find("aper ") != std::string_view::npos;
}

/// Whether the brace at `at` belongs to a command or a formula: `\textsf{`, `^{`.
bool of_command(std::string_view text, std::uint32_t at) {
  std::uint32_t before = at;
  while (before > 0 && at - before < 24 && markup::is_letter(text[before - 1])) --before;
  if (before == 0) return false;
  const char c = text[before - 1];
  return c == '\\' || (before == at && (c == '^' || c == '_' || c == '$' || c == '{' || c == '}'));
}

}  // namespace

void find_stray_characters(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips) {
  const std::string_view all = text.document->source->text();
  std::uint32_t next = 0;  // a run of one character is one slip
  each_byte(text.content(), parts, [&](std::uint32_t at) {
    const auto byte = static_cast<unsigned char>(all[at]);
    if (at < next) return;
    const bool control = (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F;
    if (!control && byte != 0xC2 && byte != 0xE2 && byte != 0xEF) return;
    const unicode::Point point = unicode::decode(all, at);
    if (point.size == 0 || at + point.size > text.content().end) return;
    const char32_t c = point.value;
    next = at + point.size;
    if (lost(c) || invisible(c))
      while (all.substr(next, point.size) == all.substr(at, point.size)) next += point.size;
    if (lost(c) || invisible(c) || (c >= 0xFB00 && c <= 0xFB06)) slips.push_back(stray(text, {at, next}, c));
  });
}

void find_braces(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips) {
  const std::string_view all = text.document->source->text();
  Slip slip{{}, {}, "remove the braces", Effect::form, {}};
  std::uint32_t open = 0;
  bool opened = false, fields = false, glued = false;
  each_byte(text.content(), parts, [&](std::uint32_t at) {
    if (all[at] == '{') {
      open = at;
      opened = !of_command(all, at);
    } else if (all[at] == '}' && opened) {
      opened = false;
      const std::string_view inside = all.substr(open + 1, at - open - 1);
      fields = fields || placeholder(inside);
      if (!guarded(inside)) return;
      if (slip.edits.empty()) {
        slip.at = {open, at + 1};
        slip.message = "'" + std::string(text.text(slip.at)) + "' has the braces of BibTeX";
      }
      glued = glued || all.substr(at + 1, 1) == "{";
      slip.edits.push_back({text.at({open, open + 1}), {}});
      slip.edits.push_back({text.at({at, at + 1}), {}});
    }
  });
  if (slip.edits.empty() || fields) return;
  if (glued) slip.edits.clear();  // `{USENIX}{ATC}`: two words, or one?
  slips.push_back(std::move(slip));
}

void find_doubled_words(const Text& text, Span title, std::vector<Slip>& slips) {
  static constexpr std::string_view kSmall[] = {"a",    "an", "and", "at",  "by",    "for", "from", "in",
                                                "into", "of", "on",  "the", "their", "to",  "with"};
  const std::string_view whole = text.text(title);
  Span before;  // the last word, within the title
  const auto size = static_cast<std::uint32_t>(whole.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    if (markup::is_blank(whole[at])) continue;
    const std::uint32_t begin = at;
    while (at < size && !markup::is_blank(whole[at])) ++at;
    const std::string_view word = whole.substr(begin, at - begin);
    if (word.size() == before.size() && word == whole.substr(before.begin, before.size()) && one_of(word, kSmall))
      slips.push_back({{title.begin + begin, title.begin + at},
                       "'" + std::string(word) + "' stands twice",
                       "write it once",
                       Effect::reread,
                       {{text.at({title.begin + before.end, title.begin + at}), {}}}});
    before = {begin, at};
  }
}

}  // namespace paperlint
