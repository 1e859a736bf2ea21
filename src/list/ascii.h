// Small questions to ASCII text.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/markup.h"

namespace paperlint {

using markup::is_alnum;
using markup::is_blank;
using markup::is_digit;
using markup::is_letter;

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

template <std::size_t size>
bool one_of(std::string_view text, const std::string_view (&names)[size]) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

/// Whether a text begins with a word in lower case, whatever its own case.
inline bool starts_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (to_lower(text[i]) != word[i]) return false;
  return true;
}

/// Bytes of the full-width mark that a text ends with, such as `：` or `，`; 0 without one.
inline std::size_t wide_mark_at_end(std::string_view text) {
  if (text.size() < 3) return 0;
  const std::string_view last = text.substr(text.size() - 3);
  for (const std::string_view mark : {"\uFF1A", "\uFF0C", "\u3002", "\uFF1B", "\u3001", "\uFF5C"})
    if (last == mark) return 3;
  return 0;
}

/// A bracket group that keyboards of East Asia type, without its brackets: `【NeurIPS 2023】`.
struct WideGroup {
  std::size_t begin = 0, end = 0, whole_end = 0;
  bool square = false;
};
/// The one that begins at `at`; `whole_end` is 0 without one.
inline WideGroup wide_group(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 120;
  constexpr std::string_view kPairs[][2] = {{"\u3010", "\u3011"}, {"\uFF08", "\uFF09"}, {"\uFF3B", "\uFF3D"}};
  for (const auto& pair : kPairs) {
    if (text.substr(at, 3) != pair[0]) continue;
    std::size_t close = text.substr(at, kLongest).find(pair[1]);
    if (pair[0] == "\uFF08") {  // `（OSDI 2020)`: its own width is missed at times
      const std::size_t narrow = text.substr(at, kLongest).find(')');
      if (narrow < close) return {at + 3, at + narrow, at + narrow + 1, false};
    }
    if (close == std::string_view::npos) return {};
    return {at + 3, at + close, at + close + 3, pair[0] != "\uFF08"};
  }
  return {};
}

/// Words of letters and digits; a character of no alphabet counts as one.
inline std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text.substr(i, 2) == "\u00A0") {  // a blank that does not break
      inside = false;
      ++i;
      continue;
    }
    const bool part = is_alnum(text[i]) || byte >= 0x80 || (inside && (text[i] == '-' || text[i] == '\''));
    if ((part && !inside) || (byte >= 0xE3 && byte < 0xEE)) ++words;
    inside = part;
  }
  return words;
}

}  // namespace paperlint
