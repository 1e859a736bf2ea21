#include "text/quote.h"

#include <algorithm>

namespace paperlint {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 80;
  const bool cut = text.size() > kMost;
  if (cut) {
    std::size_t end = kMost - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  std::string out = "'";
  out += text;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out + (cut ? "…'" : "'");
}

}  // namespace paperlint
