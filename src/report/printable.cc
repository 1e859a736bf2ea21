#include "report/printable.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "report/reports.h"

namespace paperlint {
namespace {

constexpr std::int32_t kJoiner = 0x200D;

struct CodeRange {
  std::int32_t first, last;
};
constexpr CodeRange kHidden[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},      {0x61C, 0x61C},
                                 {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
                                 {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

bool is_plain(char byte) { return (byte >= ' ' && byte <= '~') || byte == '\t'; }

bool is_emoji(std::int32_t code) {
  return code >= 0x80 && utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// Where the character before `at` begins; 0 at the start.
std::size_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  return begin;
}

// A skin tone or a variation selector may stand between an emoji and its joiner.
bool joins_emoji(std::string_view text, std::size_t at) {
  std::size_t left = before(text, at);
  const std::int32_t code = code_point(text, left).code;
  if (code == 0xFE0F || (code >= 0x1F3FB && code <= 0x1F3FF)) left = before(text, left);
  return left < at && is_emoji(code_point(text, left).code) && is_emoji(code_point(text, at + 3).code);
}

Character escape(std::int32_t code, std::size_t bytes, std::string& out) {
  const std::size_t old = out.size();
  if (code == '\n')
    out += "\\n";
  else if (code == '\r')
    out += "\\r";
  else
    out += code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{{{:x}}}", code);
  return {bytes, static_cast<int>(out.size() - old)};
}

}  // namespace

bool is_hidden(std::int32_t code) {
  return std::any_of(std::begin(kHidden), std::end(kHidden),
                     [code](CodeRange range) { return range.first <= code && code <= range.last; });
}

CodePoint code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
  utf8proc_int32_t code = -1;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, left, &code);
  return size > 0 ? CodePoint{code, static_cast<std::size_t>(size)} : CodePoint{};
}

Character show_character(std::string_view text, std::size_t at, std::string& out) {
  if (is_plain(text[at])) {
    out += text[at];
    return {};
  }
  const auto [code, bytes] = code_point(text, at);
  if (code < 0) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(text[at]));
    return {1, 4};
  }
  if (is_hidden(code) && !(code == kJoiner && joins_emoji(text, at))) return escape(code, bytes, out);
  out += text.substr(at, bytes);
  return {bytes, std::max(utf8proc_charwidth(code), 0)};
}

std::string printable(std::string_view text) {
  const auto odd = std::find_if_not(text.begin(), text.end(), is_plain);
  std::string out(text.begin(), odd);
  for (std::size_t at = out.size(); at < text.size();) at += show_character(text, at, out).bytes;
  return out;
}

}  // namespace paperlint
