// Texts of any size that are hard to read in time that grows with their size.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace paperlint {

/// One kind of text; `make` gives it with this many of its parts.
struct Shape {
  const char* name;
  std::string (*make)(std::size_t parts);
  bool nests = false;  // its parts stand in one another
};

[[nodiscard]] std::span<const Shape> all_shapes();

/// `text`, so many times.
[[nodiscard]] std::string times(std::size_t count, const std::string& text);

}  // namespace paperlint
