// Which lines of a text differ from those of another.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace paperlint {

/// The lines of a text, each with its ending.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

/// Lines [a, a_end) of the old text and [b, b_end) of the new one, counted from 0.
struct LineRange {
  std::size_t a = 0, a_end = 0, b = 0, b_end = 0;
  [[nodiscard]] std::size_t size() const { return (a_end - a) + (b_end - b); }
};

/// The changed places, in order: lines of the old text that give way to lines of the new one. The fewest where that
/// can be found in bounded time. The texts must outlive the call only.
[[nodiscard]] std::vector<LineRange> line_changes(const std::vector<std::string_view>& before,
                                                  const std::vector<std::string_view>& after);

}  // namespace paperlint
