// Code points and what they are: what utf8proc knows, in the words of this program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperlint::unicode {

/// One code point and the bytes that it takes; size 0 where no character begins.
struct Point {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// The code point at byte `at`. Overlong forms, surrogates and cut sequences are none.
[[nodiscard]] Point decode(std::string_view text, std::size_t at);
/// Writes a code point in UTF-8; what is none becomes U+FFFD.
void append(std::string& to, char32_t point);

/// What titles and anchors ask of a character.
enum class Kind : std::uint8_t {
  letter,     // L*
  mark,       // M*
  digit,      // Nd
  numeral,    // Nl: a letter that is a number, as the Roman ones
  number,     // No: superscripts, fractions, circled digits
  connector,  // Pc
  blank,      // Z*
  other,      // punctuation, symbols, controls, what is not assigned
};
[[nodiscard]] Kind kind(char32_t point);

/// A letter or symbol that scripts without blanks between words use: Han, Kana, Bopomofo.
[[nodiscard]] constexpr bool ideograph(char32_t point) {
  // Radicals to Bopomofo, extension A to the unified block, compatibility forms, the two ideographic planes.
  return (point >= 0x2E80 && point <= 0x312F) || (point >= 0x31A0 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

/// The lower-case character, by the simple mapping of Unicode.
[[nodiscard]] char32_t lower(char32_t point);
/// The text in lower case, character by character; bytes that are no character stay.
[[nodiscard]] std::string lower(std::string_view text);

/// NFKD of the case-folded character, without marks and what Unicode calls ignorable: what is left of it.
struct Folded {
  static constexpr std::size_t kMost = 32;  // the longest compatibility form, U+FDFA, has 18
  char32_t points[kMost];
  std::size_t size = 0;
  [[nodiscard]] const char32_t* begin() const { return points; }
  [[nodiscard]] const char32_t* end() const { return points + size; }
};
[[nodiscard]] Folded fold(char32_t point);

}  // namespace paperlint::unicode
