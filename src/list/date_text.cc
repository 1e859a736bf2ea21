// Dates as lists write them.
#include <algorithm>
#include <array>
#include <string>

#include "list/ascii.h"
#include "list/grammar.h"
#include "text/byte_set.h"

namespace paperlint {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int number(std::string_view digits) {
  if (digits.size() > 4) return 0;
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Whether four digits stand together. Most texts that are asked for a date are tags, and many of those have but two.
bool has_year(std::string_view text) {
  int digits = 0;
  for (const char c : text)
    if ((digits = is_digit(c) ? digits + 1 : 0) == 4) return true;
  return false;
}

}  // namespace

std::uint8_t month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto* const found =
      std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view month) { return starts_with(word, month); });
  return found == kMonths.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - kMonths.begin() + 1);
}

std::optional<Date> read_date(std::string_view text) {
  if (text.find("\u5E74") != std::string_view::npos) {  // 2024年5月3日
    std::string plain(text);
    for (const std::string_view unit : {"\u5E74", "\u6708", "\u65E5"})
      if (const std::size_t at = plain.find(unit); at != std::string::npos) plain.replace(at, unit.size(), " ");
    return read_date(plain);
  }
  if (!has_year(text)) return std::nullopt;
  constexpr ByteSet kJoints(" ,./-\t'");
  std::array<std::string_view, 4> parts;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = kJoints.find_other(text, at), end = kJoints.find(text, begin);
    if (begin == end) break;
    if (count == parts.size()) return std::nullopt;
    parts[count++] = text.substr(begin, end - begin);
    at = end;
  }
  if (count == 0 || count > 3) return std::nullopt;
  Date date;
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})  // `May 17th 2024`
      if (parts[i].size() > 2 && parts[i].size() <= 4 && is_digit(parts[i].front()) &&
          parts[i].substr(parts[i].size() - 2) == ending)
        parts[i].remove_suffix(2);
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

std::optional<Date> month_of_digits(std::string_view digits) {
  if (digits.size() != 4 || !std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c); }))
    return std::nullopt;
  const int year = (digits[0] - '0') * 10 + (digits[1] - '0'), month = (digits[2] - '0') * 10 + (digits[3] - '0');
  if (year < 7 || month < 1 || month > 12) return std::nullopt;
  return Date{static_cast<std::uint16_t>(2000 + year), static_cast<std::uint8_t>(month), 0};
}

}  // namespace paperlint
