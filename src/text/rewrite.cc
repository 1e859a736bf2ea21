#include "text/rewrite.h"

#include <algorithm>

namespace paperlint {
namespace {

bool splits(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

Rewrite least_rewrite(const Source& source, Span at, std::string_view now) {
  const std::string_view old = source.text(at);
  const std::size_t least = std::min(old.size(), now.size());
  std::size_t front = 0, back = 0;
  while (front < least && old[front] == now[front]) ++front;
  while (front > 0 && (splits(old, front) || splits(now, front))) --front;
  while (back < least - front && old[old.size() - back - 1] == now[now.size() - back - 1]) ++back;
  while (back > 0 && (splits(old, old.size() - back) || splits(now, now.size() - back))) --back;
  return {{at.begin + static_cast<std::uint32_t>(front), at.end - static_cast<std::uint32_t>(back)},
          std::string(now.substr(front, now.size() - front - back))};
}

}  // namespace paperlint
