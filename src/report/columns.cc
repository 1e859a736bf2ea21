#include "report/columns.h"

#include <algorithm>

#include "report/printable.h"

namespace paperlint {

Shown::Shown(std::string_view text, Trailing trailing) {
  cells_.reserve(text.size() + 1);
  cells_.push_back({0, 0, 0});
  const std::size_t blanks = trailing == Trailing::dotted ? text.find_last_not_of(' ') + 1 : text.size();
  for (std::size_t at = 0; at < blanks;) add(text, at);
  for (std::size_t at = blanks; at < text.size(); ++at) {
    shown_ += "·";
    cells_.push_back({at + 1, shown_.size(), columns() + 1});
  }
}

void Shown::add(std::string_view text, std::size_t& at) {
  Character character;
  if (text[at] == '\t') {
    shown_ += "    ";
    character.columns = 4;
  } else {
    character = show_character(text, at, shown_);
  }
  at += character.bytes;
  const Cell end{at, shown_.size(), columns() + character.columns};
  if (character.columns == 0 && cells_.size() > 1)
    cells_.back() = end;
  else
    cells_.push_back(end);
}

std::size_t Shown::cell_of(std::size_t byte) const {
  const auto after = std::upper_bound(cells_.begin(), cells_.end(), byte,
                                      [](std::size_t wanted, const Cell& cell) { return wanted < cell.byte; });
  return static_cast<std::size_t>(after - cells_.begin()) - 1;
}

std::size_t Shown::cell_from(int column) const {
  const auto found = std::lower_bound(cells_.begin(), cells_.end(), column,
                                      [](const Cell& cell, int wanted) { return cell.column < wanted; });
  return std::min(static_cast<std::size_t>(found - cells_.begin()), size());
}

std::string_view Shown::text(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  return std::string_view(shown_).substr(cells_[first].shown, cells_[last].shown - cells_[first].shown);
}

std::string cut(std::string_view text, int columns) {
  // A column takes few bytes; the rest of a very long text need not be looked at.
  const auto enough = static_cast<std::size_t>(std::max(columns, 1)) * 16;
  const Shown shown(text.substr(0, enough));
  if (text.size() <= enough && shown.columns() <= columns) return std::string(shown.text(0, shown.size()));
  std::size_t last = shown.size();
  while (last > 0 && shown.column(last) > columns - 1) --last;
  return std::string(shown.text(0, last)) + "…";
}

}  // namespace paperlint
