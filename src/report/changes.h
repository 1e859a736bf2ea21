// What a fix changes, line by line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"

namespace paperlint {

/// One line of a change.
struct ChangedLine {
  enum class Kind : std::uint8_t { removed, added, unchanged } kind = Kind::unchanged;
  std::uint32_t line = 0;  // its number in the file as it stands; 0 for a line that is new
  std::string text;
  std::vector<Span> marks;                   // what differs, in `text`; empty spans where something is missing
  bool cut_left = false, cut_right = false;  // the line goes on
};

/// The lines that a fix removes from one file and adds to it, in order.
struct FileChange {
  const Source* source = nullptr;
  std::vector<ChangedLine> lines;
  std::uint32_t more = 0;  // changed lines that are left out
};

/// The change in each file, that of `first` before the others. At most `most` changed lines in all;
/// a line that is rewritten counts once. A line that is new comes with the line above it.
[[nodiscard]] std::vector<FileChange> changes(const Fix& fix, const Source* first, std::uint32_t most);

/// Where two versions of a text differ: a span of the one stands for a span of the other.
struct Difference {
  Span before, after;
};
[[nodiscard]] std::vector<Difference> differences(std::string_view before, std::string_view after);

}  // namespace paperlint
