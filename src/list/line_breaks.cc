#include "list/line_breaks.h"

#include <algorithm>
#include <string_view>

namespace paperlint {

LineBreaks line_breaks(const Source& source, Span text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::string_view bytes = source.text(text);
  LineBreaks breaks;
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at)) {
    const std::size_t before = bytes.find_last_not_of(kSpace, at),
                      begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(bytes.find_first_not_of(kSpace, at), bytes.size());
    const bool edge = begin == 0 || end == bytes.size();
    breaks.at_end = breaks.at_end || edge;
    breaks.meant = breaks.meant || (begin > 0 && bytes[begin - 1] == '\\') || (end < bytes.size() && bytes[end] == '>');
    breaks.joined.push_back(
        {{text.begin + static_cast<std::uint32_t>(begin), text.begin + static_cast<std::uint32_t>(end)},
         edge ? "" : " "});
    at = end;
  }
  return breaks;
}

}  // namespace paperlint
