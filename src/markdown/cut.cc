#include "markdown/cut.h"

#include <algorithm>
#include <string_view>

#include "markdown/block_start.h"

namespace paperlint::markdown {

std::uint32_t where_to_cut(const Source& source, Span part) {
  if (source.text(part).find("]:") != std::string_view::npos) return part.end;  // `[name]: address`
  const auto text = [&](std::uint32_t line) { return source.text(source.line(line)); };
  const std::uint32_t first = source.line_of(part.begin + part.size() / 5 * 2);
  const std::uint32_t last = source.line_of(part.begin + part.size() / 4 * 3);
  for (std::uint32_t line = std::max(first, 2U); line <= last; ++line) {
    const bool heading = block_start(text(line)) == BlockStart::heading && text(line - 1).empty();
    // What is HTML or code might not be closed.
    const bool plain = text(line - 2).find_first_of("<>`~") == std::string_view::npos;
    if (heading && plain && source.whole_line(line).begin > part.begin) return source.whole_line(line).begin;
  }
  return part.end;
}

}  // namespace paperlint::markdown
