#include "report/align.h"

#include <algorithm>
#include <cstdint>

namespace paperlint {
namespace {

// Keeps time and memory within bounds: the table has a cell for each pair of pieces.
constexpr std::size_t kMostCells = 1U << 18U;

// Lengths of the longest common subsequences of what follows two positions.
class Table {
 public:
  Table(const Pieces& a, const Pieces& b, const Block& part)
      : columns_(part.last_b - part.first_b + 1), cells_((part.last_a - part.first_a + 1) * columns_) {
    for (std::size_t i = part.last_a - part.first_a; i-- > 0;)
      for (std::size_t j = columns_ - 1; j-- > 0;)
        at(i, j) =
            a[part.first_a + i] == b[part.first_b + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  std::uint32_t& at(std::size_t i, std::size_t j) { return cells_[i * columns_ + j]; }

 private:
  std::size_t columns_;
  std::vector<std::uint32_t> cells_;
};

void append(std::vector<Block>& blocks, const Block& block) {
  if (block.first_a < block.last_a || block.first_b < block.last_b) blocks.push_back(block);
}

}  // namespace

std::vector<Block> differing_blocks(const Pieces& a, const Pieces& b) {
  Block part{0, a.size(), 0, b.size()};
  while (part.first_a < part.last_a && part.first_b < part.last_b && a[part.first_a] == b[part.first_b])
    ++part.first_a, ++part.first_b;
  while (part.first_a < part.last_a && part.first_b < part.last_b && a[part.last_a - 1] == b[part.last_b - 1])
    --part.last_a, --part.last_b;
  std::vector<Block> blocks;
  const std::size_t size_a = part.last_a - part.first_a, size_b = part.last_b - part.first_b;
  if (size_a == 0 || size_b == 0 || size_a > kMostCells / size_b) {
    append(blocks, part);
    return blocks;
  }
  Table table(a, b, part);
  Block open{part.first_a, part.first_a, part.first_b, part.first_b};
  while (open.last_a < part.last_a && open.last_b < part.last_b) {
    const std::size_t i = open.last_a - part.first_a, j = open.last_b - part.first_b;
    if (a[open.last_a] == b[open.last_b]) {
      append(blocks, open);
      open = {open.last_a + 1, open.last_a + 1, open.last_b + 1, open.last_b + 1};
    } else {
      ++(table.at(i + 1, j) >= table.at(i, j + 1) ? open.last_a : open.last_b);
    }
  }
  append(blocks, {open.first_a, part.last_a, open.first_b, part.last_b});
  return blocks;
}

}  // namespace paperlint
