// Lines as a terminal shows them, and how to cut them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperlint {

/// A line in cells: a cell is a character with the marks that combine with it, escaped as
/// `printable` does. A tab is four blanks.
class Shown {
 public:
  enum class Trailing : std::uint8_t { blank, dotted };  // how blanks at the end look
  explicit Shown(std::string_view text, Trailing trailing = Trailing::blank);

  [[nodiscard]] std::size_t size() const { return plain_ + cells_.size() - 1; }
  /// The cell that holds this byte of the text; `size()` past the end.
  [[nodiscard]] std::size_t cell_of(std::size_t byte) const;
  /// The first cell that begins at this column or after it.
  [[nodiscard]] std::size_t cell_from(int column) const;
  /// The column where a cell begins, from 0; that of `size()` is the width of all.
  [[nodiscard]] int column(std::size_t cell) const { return at(cell).column; }
  [[nodiscard]] int columns() const { return cells_.back().column; }
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const;

 private:
  struct Cell {
    std::size_t byte, shown;
    int column;
  };
  [[nodiscard]] Cell at(std::size_t cell) const {
    return cell < plain_ ? Cell{cell, cell, static_cast<int>(cell)} : cells_[cell - plain_];
  }
  void add(std::string_view text, std::size_t& at);
  std::string shown_;
  std::size_t plain_ = 0;    // so many bytes at the beginning are a cell and a column each
  std::vector<Cell> cells_;  // those after them; the last one is the end
};

/// Text from a file, printable and at most so many columns wide; what is cut off ends in `…`.
[[nodiscard]] std::string cut(std::string_view text, int columns);

}  // namespace paperlint
