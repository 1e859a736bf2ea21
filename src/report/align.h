// Aligns two rows of words or lines.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace paperlint {

using Pieces = std::vector<std::string_view>;

/// Pieces [first_a, last_a) of the one row stand where [first_b, last_b) of the other stand.
struct Block {
  std::size_t first_a, last_a, first_b, last_b;
};

/// Where two rows differ, with as much in common as can be. Rows that differ in very many pieces
/// are taken to differ all over in between.
[[nodiscard]] std::vector<Block> differing_blocks(const Pieces& a, const Pieces& b);

}  // namespace paperlint
