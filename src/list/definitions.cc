#include "list/definitions.h"

#include <algorithm>

namespace paperlint {
namespace {

/// The address in a line that is a definition; empty in any other.
Span address_in(const Source& source, Span line) {
  const std::string_view text = source.text(line);
  const std::size_t open = text.find_first_not_of(" >");
  if (open == std::string_view::npos || text[open] != '[' || text.substr(open, 2) == "[^") return {};
  std::size_t close = text.find(']', open);
  while (close != std::string_view::npos && text[close - 1] == '\\') close = text.find(']', close + 1);
  if (close == std::string_view::npos || close == open + 1 || text.substr(close, 2) != "]:") return {};
  std::size_t begin = std::min(text.find_first_not_of(" \t", close + 2), text.size());
  const bool angled = begin < text.size() && text[begin] == '<';
  begin += angled;
  const std::size_t end = std::min(text.find_first_of(angled ? ">" : " \t\r\n", begin), text.size());
  return {line.begin + static_cast<std::uint32_t>(begin), line.begin + static_cast<std::uint32_t>(end)};
}

}  // namespace

/// Markdown shows nothing of a definition, so that it stands on lines which no block covers.
std::vector<Span> definition_addresses(const Document& document) {
  const Source& source = *document.source;
  std::vector<Span> all;
  std::uint32_t at = source.start();
  const auto gap = [&](std::uint32_t end) {
    while (at < end) {
      const std::uint32_t line = source.line_of(at);
      const Span address = address_in(source, {at, source.line(line).end});
      if (!address.empty()) all.push_back(address);
      at = std::max(source.whole_line(line).end, at + 1);
    }
  };
  for (const markdown::Leaf& leaf : document.blocks.leaves) {
    gap(leaf.lines.begin);
    at = std::max(at, leaf.lines.end);
  }
  gap(source.size());
  return all;
}

}  // namespace paperlint
