#include "list/format_marks.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::uint8_t month_named(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                                 "july",    "august",   "september", "october", "november", "december"};
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  const std::string lower = in_lower_case(word);
  for (std::size_t i = 0; i < std::size(kMonths); ++i)
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3) || (i == 8 && lower == "sept"))
      return static_cast<std::uint8_t>(i + 1);
  return 0;
}

bool number_fits(const FormatStep& step, std::string_view digits) {
  const int value = value_of(digits);
  switch (step.placeholder) {
    case Placeholder::yyyy:
      return value >= 1950 && value < 2060;
    case Placeholder::mm:
      return value >= 1 && value <= 12;
    case Placeholder::dd:
      return value >= 1 && value <= 31;
    default:
      return true;
  }
}

std::string other_year(std::string_view digits) {
  if (digits.size() == 4 && value_of(digits) >= 1960 && value_of(digits) < 2060) return std::string(digits.substr(2));
  return digits.size() == 2 ? std::to_string(full_year(value_of(digits))) : std::string();
}

std::size_t alike(std::string_view text, std::size_t at, char mark) {
  const auto one_of = [&](std::initializer_list<std::string_view> forms) -> std::size_t {
    for (const std::string_view form : forms)
      if (text.substr(at, form.size()) == form) return form.size();
    return 0;
  };
  if (mark == '\'') return one_of({"\u2019", "\u2018", "\u02BC", "\u2032", "\u00B4", "`"});
  if (mark == '"') return one_of({"\u201C", "\u201D"});
  return mark == '-' ? one_of({"\u2013", "\u2014", "\u2010", "\u2212"}) : 0;
}

std::uint32_t joint_size(std::string_view text, std::size_t at) {
  if (at < text.size() && std::string_view(" ,-_./'\"").find(text[at]) != std::string_view::npos) return 1;
  if (text.substr(at, 2) == "\u00A0") return 2;
  return static_cast<std::uint32_t>(std::max(alike(text, at, '\''), alike(text, at, '-')));
}

}  // namespace paperlint
