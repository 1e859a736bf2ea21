// How single characters of a file are shown; `printable` in reports.h does it for whole texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperlint {

/// A character that is shown: how many bytes of the text it is and how many columns it takes.
struct Character {
  std::size_t bytes = 1;
  int columns = 1;
};

/// Appends the character that begins at `at`, escaped where a terminal would act on it or hide it.
Character show_character(std::string_view text, std::size_t at, std::string& out);

/// Whether a code point is a control or an invisible character that `printable` escapes. A joiner
/// is one, too: whether it stands between emoji is for the caller to see.
[[nodiscard]] bool is_hidden(std::int32_t code);

/// The code point that begins at `at` and its bytes; -1 and one byte where it is no UTF-8.
struct CodePoint {
  std::int32_t code = -1;
  std::size_t bytes = 1;
};
[[nodiscard]] CodePoint code_point(std::string_view text, std::size_t at);

/// Whether a byte continues a character of UTF-8.
[[nodiscard]] inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace paperlint
