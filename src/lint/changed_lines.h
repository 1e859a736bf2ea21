// Which lines of a file a change has touched.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "text/source.h"

namespace paperlint {

/// Lines of one Source, counted from 0, as stretches in order.
class LineSet {
 public:
  /// Adds lines [begin, end), which must not lie above those that are in; stretches that touch become one.
  void add(std::uint32_t begin, std::uint32_t end);
  /// Whether one of the lines `first` to `last` is in.
  [[nodiscard]] bool meets(std::uint32_t first, std::uint32_t last) const;
  /// Whether all of them are, in one stretch.
  [[nodiscard]] bool holds(std::uint32_t first, std::uint32_t last) const;

 private:
  using Stretch = std::pair<std::uint32_t, std::uint32_t>;
  [[nodiscard]] std::vector<Stretch>::const_iterator ending_after(std::uint32_t line) const;
  std::vector<Stretch> stretches_;
};

struct ChangedLines {
  LineSet lines;  // that are new, or are written otherwise
  LineSet hunks;  // the same and three lines around each change: what a diff shows
};

/// How `now` differs from `before`. How lines end makes no difference.
[[nodiscard]] ChangedLines changed_lines(const Source& before, const Source& now);
/// All lines, of a file that is new.
[[nodiscard]] ChangedLines all_lines(const Source& now);

/// Whether a place has a part in one of the lines of its Source.
[[nodiscard]] bool touches(const LineSet& lines, const Place& place);

}  // namespace paperlint
