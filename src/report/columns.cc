#include "report/columns.h"

#include <algorithm>

#include "report/printable.h"

namespace paperlint {

Shown::Shown(std::string_view text, Trailing trailing) {
  const std::size_t blanks = trailing == Trailing::dotted ? text.find_last_not_of(' ') + 1 : text.size();
  const auto odd = std::find_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(blanks),
                                [](char c) { return c < ' ' || c > '~'; });
  plain_ = static_cast<std::size_t>(odd - text.begin());
  shown_.reserve(text.size() + text.size() / 4);
  shown_ = text.substr(0, plain_);
  if (plain_ < text.size()) cells_.reserve(text.size() - plain_ + 1);
  cells_.push_back({plain_, plain_, static_cast<int>(plain_)});
  for (std::size_t at = plain_; at < blanks;) add(text, at);
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
  if (character.columns == 0 && size() > 0)
    cells_.back() = end;
  else
    cells_.push_back(end);
}

std::size_t Shown::cell_of(std::size_t byte) const {
  if (byte < plain_) return byte;
  const auto after = std::upper_bound(cells_.begin(), cells_.end(), byte,
                                      [](std::size_t wanted, const Cell& cell) { return wanted < cell.byte; });
  return plain_ + static_cast<std::size_t>(after - cells_.begin()) - 1;
}

std::size_t Shown::cell_from(int column) const {
  if (column < static_cast<int>(plain_)) return static_cast<std::size_t>(std::max(column, 0));
  const auto found = std::lower_bound(cells_.begin(), cells_.end(), column,
                                      [](const Cell& cell, int wanted) { return cell.column < wanted; });
  return std::min(plain_ + static_cast<std::size_t>(found - cells_.begin()), size());
}

std::string_view Shown::text(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  const std::size_t begin = at(first).shown;
  return std::string_view(shown_).substr(begin, at(last).shown - begin);
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
