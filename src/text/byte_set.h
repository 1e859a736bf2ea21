// Sets of bytes, for walks over text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace paperlint {

/// Some bytes; whether one is among them is a single look, where `find_first_of` would make a call for each.
class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  /// Where the first of them stands from `at` on; the text's size where none does.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t at = 0) const {
    for (; at + 4 <= text.size(); at += 4) {  // one look at the end for four bytes
      if (has(text[at])) return at;
      if (has(text[at + 1])) return at + 1;
      if (has(text[at + 2])) return at + 2;
      if (has(text[at + 3])) return at + 3;
    }
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }
  /// Where the first other byte stands from `at` on; the text's size where none does.
  [[nodiscard]] constexpr std::size_t find_other(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && has(text[at])) ++at;
    return at;
  }
  /// Whether one of them stands in the text.
  [[nodiscard]] constexpr bool in(std::string_view text) const { return find(text) < text.size(); }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace paperlint
