#include "text/unicode.h"

#include <utf8proc.h>

#include <algorithm>

namespace paperlint::unicode {
namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool follows(std::uint32_t byte) { return (byte & 0xC0) == 0x80; }

char byte(std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

}  // namespace

Point decode(std::string_view text, std::size_t at) {
  const std::uint32_t a = byte_at(text, at), b = byte_at(text, at + 1);
  if (a < 0x80) return {a, at < text.size() ? 1U : 0U};
  if (a < 0xC2 || a > 0xF4 || !follows(b)) return {};
  if (a < 0xE0) return {(a & 0x1F) << 6 | (b & 0x3F), 2};
  const std::uint32_t c = byte_at(text, at + 2);
  if (!follows(c)) return {};
  if (a < 0xF0) {
    const std::uint32_t point = (a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F);
    return point < 0x800 || (point & 0xF800) == 0xD800 ? Point{} : Point{point, 3};
  }
  const std::uint32_t d = byte_at(text, at + 3);
  const std::uint32_t point = (a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | (d & 0x3F);
  return !follows(d) || point < 0x10000 || point > 0x10FFFF ? Point{} : Point{point, 4};
}

void append(std::string& to, char32_t point) {
  if (point > 0x10FFFF || (point & 0xFFFFF800) == 0xD800) point = 0xFFFD;
  if (point < 0x80) {
    to += byte(point);
    return;
  }
  if (point < 0x800) {
    to += byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      to += byte(0xE0 | point >> 12);
    } else {
      to += byte(0xF0 | point >> 18);
      to += byte(0x80 | (point >> 12 & 0x3F));
    }
    to += byte(0x80 | (point >> 6 & 0x3F));
  }
  to += byte(0x80 | (point & 0x3F));
}

Kind kind(char32_t point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Kind::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ND:
      return Kind::digit;
    case UTF8PROC_CATEGORY_NL:
      return Kind::numeral;
    case UTF8PROC_CATEGORY_NO:
      return Kind::number;
    case UTF8PROC_CATEGORY_PC:
      return Kind::connector;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Kind::blank;
    default:
      return Kind::other;
  }
}

char32_t lower(char32_t point) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point))); }

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      const char c = text[at++];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    const Point point = decode(text, at);
    if (point.size == 0)
      out += text[at];
    else
      append(out, lower(point.value));
    at += std::max(point.size, 1U);
  }
  return out;
}

Folded fold(char32_t point) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
  utf8proc_int32_t points[Folded::kMost];
  int boundary = 0;
  const utf8proc_ssize_t size =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), points, Folded::kMost, kOptions, &boundary);
  Folded folded;
  if (size < 0 || size > static_cast<utf8proc_ssize_t>(Folded::kMost)) {
    folded.points[folded.size++] = point;
    return folded;
  }
  for (; folded.size < static_cast<std::size_t>(size); ++folded.size)
    folded.points[folded.size] = static_cast<char32_t>(points[folded.size]);
  return folded;
}

}  // namespace paperlint::unicode
