// Small questions to ASCII text.
#pragma once

#include <string_view>

#include "text/markup.h"

namespace paperlint {

using markup::is_alnum;
using markup::is_blank;
using markup::is_digit;
using markup::is_letter;

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether a text begins with a word in lower case, whatever its own case.
inline bool starts_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((is_upper(text[i]) ? text[i] - 'A' + 'a' : text[i]) != word[i]) return false;
  return true;
}

/// Words of letters and digits; a character of no alphabet counts as one.
inline std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool part = is_alnum(text[i]) || byte >= 0x80 || (inside && (text[i] == '-' || text[i] == '\''));
    if ((part && !inside) || (byte >= 0xE3 && byte < 0xEE)) ++words;
    inside = part;
  }
  return words;
}

}  // namespace paperlint
