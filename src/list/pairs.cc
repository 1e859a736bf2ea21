// Slips of marks that come in pairs: parentheses, asterisks; and of colons.
#include <algorithm>
#include <string_view>

#include "list/ascii.h"
#include "list/emphasis.h"
#include "list/slips.h"
#include "text/markup.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

constexpr std::string_view kWideOpen = "\uFF08", kWideClose = "\uFF09";

struct Parenthesis {
  Span at;
  bool wide = false, opens = false;
};

/// All parentheses of a text outside of its parts.
std::vector<Parenthesis> parentheses(const Text& text, std::span<const Span> parts, bool& any_wide) {
  const std::string_view all = text.document->source->text().substr(0, text.content().end);
  std::vector<Parenthesis> found;
  auto part = parts.begin();
  for (std::uint32_t at = text.content().begin; at < all.size(); ++at) {
    while (part != parts.end() && at >= part->end) ++part;
    if (part != parts.end() && at >= part->begin) {
      at = part->end - 1;
      continue;
    }
    const char c = all[at];
    if (c == '(' || c == ')') {
      found.push_back({{at, at + 1}, false, c == '('});
    } else if (c == kWideOpen[0] && (all.substr(at, 3) == kWideOpen || all.substr(at, 3) == kWideClose)) {
      found.push_back({{at, at + 3}, true, all[at + 2] == kWideOpen[2]});
      any_wide = true;
    }
  }
  return found;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

/// Half-width among Latin letters, full-width among others.
Slip mixed(const Text& text, const Parenthesis& open, const Parenthesis& close) {
  const Span whole{open.at.begin, close.at.end};
  const std::uint32_t before = open.at.begin - std::min(open.at.begin - text.content().begin, 2U);
  const bool latin = is_ascii(text.text({before, open.at.begin})) && is_ascii(text.text({open.at.end, close.at.begin}));
  const Parenthesis& wrong = open.wide == latin ? open : close;
  const std::string right(latin ? (wrong.opens ? "(" : ")") : (wrong.opens ? kWideOpen : kWideClose));
  const std::string_view shown = text.text(whole);
  const bool fits = shown.size() <= 60 && shown.find_first_of("\r\n") == std::string_view::npos;
  return {(open.wide ? close : open).at,
          fits ? "'" + std::string(shown) + "' mixes a full-width and a half-width parenthesis"
               : "a full-width and a half-width parenthesis make a pair",
          "write " + right,
          Effect::reread,
          {{text.at(wrong.at), right}}};
}

/// Blanks before or after a place, within a line of the content.
std::uint32_t skip_back(std::string_view all, std::uint32_t at, std::uint32_t least) {
  while (at > least && (all[at - 1] == ' ' || all[at - 1] == '\t')) --at;
  return at;
}
std::uint32_t skip_on(std::string_view all, std::uint32_t at, std::uint32_t most) {
  while (at < most && (all[at] == ' ' || all[at] == '\t')) ++at;
  return at;
}

bool untouched(const Stars& run) { return run.at.size() <= 2 && run.left == run.at.size(); }

/// `** oral**`, `(* Oral*)`: meant as the ends of one emphasis, and a blank inside keeps them from it.
bool blank_inside(const Text& text, const Stars& open, const Stars& close) {
  if (open.segment != close.segment || open.at.size() != close.at.size()) return false;
  const bool first = open.after == ' ', second = close.before == ' ';
  const bool in_marks = open.before == '.' && close.after == '.';
  const bool apart = open.before != 'a' && close.after != 'a' && (first != second || in_marks);
  if ((!first && !second) || !(open.at.size() == 2 ? apart : in_marks)) return false;
  const std::string_view inside = text.text({open.at.end, close.at.begin});
  return inside.size() <= 300 && inside.find_first_of("*\n\r|") == std::string_view::npos &&
         std::any_of(inside.begin(), inside.end(), markup::is_letter);
}

Slip loose_emphasis(const Text& text, const Stars& open, const Stars& close) {
  const std::string_view all = text.document->source->text();
  const std::uint32_t begin = skip_on(all, open.at.end, close.at.begin);
  const std::uint32_t end = skip_back(all, close.at.begin, begin);
  const std::string shown = "'" + std::string(text.text({open.at.begin, close.at.end})) + "'";
  Slip slip{open.at,
            (shown.size() <= 62 ? shown : "'" + std::string(text.text(open.at)) + "'") +
                " is shown with its asterisks, for a blank stands inside",
            "remove the blank inside",
            Effect::form,
            {}};
  if (begin > open.at.end) slip.edits.push_back({text.at({open.at.end, begin}), {}});
  if (end < close.at.begin) slip.edits.push_back({text.at({end, close.at.begin}), {}});
  return slip;
}

/// `**Title**. *A. Author, B. Author. OSDI 2024.`: an asterisk that is shown stands behind the title and before words.
/// One before another name is a mark, and `*SEM 2019` a venue.
bool opens_behind_title(const Text& text, const Stars& run) {
  if (run.at.size() != 1 || run.left != 1 || !run.can_open || run.can_close || run.before != ' ') return false;
  if (!text.is_body() || run.at.begin < text.entry->title.end) return false;
  const Link* const link = text.entry->title_link();
  const std::uint32_t end = link != nullptr ? link->whole.end : text.entry->title.end;
  const std::string_view between = end < run.at.begin ? text.text({end, run.at.begin}) : std::string_view{};
  if (std::any_of(between.begin(), between.end(), markup::is_alnum)) return false;
  const std::string_view behind = text.text({run.at.end, text.content().end});
  const std::string_view begin = behind.substr(0, 8);
  return std::any_of(begin.begin(), begin.end(), markup::is_lower) &&
         std::count(behind.begin(), behind.end(), ' ') >= 2;
}

}  // namespace

void find_mixed_parentheses(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips) {
  bool any_wide = false;
  const std::vector<Parenthesis> found = parentheses(text, parts, any_wide);
  if (!any_wide) return;
  std::vector<const Parenthesis*> open;
  std::vector<Slip> here;
  for (const Parenthesis& one : found) {
    if (one.opens) {
      open.push_back(&one);
      continue;
    }
    if (open.empty()) return;  // which belong together is anybody's guess
    if (open.back()->wide != one.wide) here.push_back(mixed(text, *open.back(), one));
    open.pop_back();
  }
  if (open.empty()) std::move(here.begin(), here.end(), std::back_inserter(slips));
}

void find_literal_stars(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips) {
  std::vector<Stars> stars;
  pair_stars(text, parts, stars);
  const auto shown = std::count_if(stars.begin(), stars.end(), [](const Stars& run) { return run.left > 0; });
  const bool one_shown = shown == 1 && stars.size() > 1;
  for (std::size_t i = 0; i < stars.size(); ++i) {
    const Stars& run = stars[i];
    if (i + 1 < stars.size() && untouched(run) && untouched(stars[i + 1]) && blank_inside(text, run, stars[i + 1])) {
      slips.push_back(loose_emphasis(text, run, stars[i + 1]));
      ++i;
    } else if (run.at.size() == 2 && run.left == 1 && run.can_open && !run.can_close) {
      slips.push_back({run.at, "'**' is closed by a single '*'", {}, Effect::form, {}});
    } else if (run.at.size() == 2 && run.left == 2 && run.at.begin == text.content().begin && run.after == 'a') {
      slips.push_back({run.at, "'**' is never closed", {}, Effect::form, {}});
    } else if (one_shown && opens_behind_title(text, run)) {
      slips.push_back({run.at, "'*' is never closed", {}, Effect::form, {}});
    }
  }
}

void find_colon_gaps(const Document& document, Span title, std::span<const Span> parts, ColonGaps& gaps) {
  const std::string_view all = document.source->text();
  auto part = std::partition_point(parts.begin(), parts.end(), [&](Span p) { return p.end <= title.begin; });
  for (std::uint32_t at = title.begin + 1; at + 1 < title.end; ++at) {
    while (part != parts.end() && at >= part->end) ++part;
    if (part != parts.end() && at >= part->begin) {
      at = part->end - 1;
      continue;
    }
    if (all[at] != ':' || !markup::is_blank(all[at + 1])) continue;
    ++gaps.colons;
    const std::uint32_t begin = skip_back(all, at, title.begin);
    if (begin == at || begin == title.begin) continue;
    const char before = all[begin - 1];
    const std::uint32_t next = skip_on(all, at + 1, title.end);
    const bool ratio = markup::is_digit(before) && next < title.end && markup::is_digit(all[next]);
    const bool word =
        markup::is_alnum(before) || (before & 0x80) != 0 || before == ')' || before == '"' || before == '*';
    if (word && !ratio) gaps.blanks.push_back({begin, at});
  }
}

}  // namespace paperlint
