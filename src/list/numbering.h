// The numbers of numbered items: how they run, and what they should be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// Items that are numbered as one: of one list, or of several where a list goes on after a heading or another block.
class Numbering {
 public:
  enum class Way : std::uint8_t { none, up, down, constant };
  struct Item {
    std::uint32_t item;  // in Blocks::items
    std::uint32_t number;
  };

  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] Way way() const { return way_; }
  /// The number that should stand here, as the others run.
  [[nodiscard]] std::uint32_t expected(std::size_t index) const;
  /// The number that would go on from the one before.
  [[nodiscard]] std::uint32_t following(std::size_t index) const;
  /// Whether the numbers break here: this one is neither the expected one nor does it go on from the one before. Of
  /// several such items in a row, the first.
  [[nodiscard]] bool breaks(std::size_t index) const;

 private:
  friend class NumberingReader;
  void settle(bool counts);
  [[nodiscard]] bool departs(std::size_t index) const;
  std::vector<Item> items_;
  Way way_ = Way::none;
  std::uint32_t start_ = 0;
};

/// All numbered items of a Document. Nothing is said of lists that follow no way, and hardly of short ones.
[[nodiscard]] std::vector<Numbering> find_numberings(const Document& document);

/// Whether an item keeps all that it holds when its number gets `digits` digits: what stands below it is indented by as
/// much as it needs, and no more.
[[nodiscard]] bool keeps_shape(const Document& document, std::uint32_t item, std::size_t digits);

}  // namespace paperlint
