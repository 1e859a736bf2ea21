#include "text/quote.h"

#include <algorithm>

namespace paperlint {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 80;
  std::string out(text.substr(0, 2 * kMost));
  out.erase(std::remove(out.begin(), out.end(), '\r'), out.end());
  std::replace(out.begin(), out.end(), '\n', ' ');
  if (out.size() <= kMost) return "'" + out + "'";
  std::size_t end = kMost - 3;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return "'" + out.substr(0, end) + "…'";
}

}  // namespace paperlint
