// Where the words of a text stand too far apart, or blanks stand where no word follows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"

namespace paperlint {

/// What stands on either side of a blank: `a` for any letter or digit, else the character itself.
struct Sides {
  char before = ' ', after = ' ';
  auto operator<=>(const Sides&) const = default;
};

/// Blanks (spaces, tabs, no-break spaces) that do more than part two words.
struct Gap {
  enum class Where : std::uint8_t {
    between,        // more than one space between words, or a tab
    in_link,        // at the begin or end of a link's text
    hard_break,     // two spaces or more that break a line
    line_end,       // at the end of a line that breaks nothing, within a text
    last_end,       // one blank at the end of a text
    wide_last_end,  // more of them
  };
  Span blanks;
  Span link;  // around it, where it is in one
  Sides sides;
  Where where = Where::between;
  bool wide = false;  // more than one character
};

/// How much there is that could have such blanks.
struct GapCounts {
  std::size_t lines = 0, links = 0;  // lines but those that end with a mark which breaks them
};

/// The gaps of a text, in order. Code, HTML, addresses and maths have none, nor have indentation, the padding of table
/// cells and what stands after a table row. Linear.
GapCounts find_gaps(const Text& text, std::vector<Gap>& gaps);

/// Whether single spaces stand in a List so often as is asked, by what stands on their sides. Reads no more of the List
/// than it takes to tell.
class Singles {
 public:
  using Least = std::map<Sides, std::size_t>;
  Singles(const List& list, const Least& least);
  /// For sides that were asked for.
  [[nodiscard]] bool enough(Sides sides) const { return missing_[index(sides)] == 0; }

 private:
  static std::size_t index(Sides sides) {
    return static_cast<std::size_t>(sides.before) * 128 + static_cast<std::size_t>(sides.after);
  }
  std::vector<std::uint32_t> missing_;
};

/// The edits that leave one space, or none where none belongs.
[[nodiscard]] std::vector<Edit> mend(const Document& document, const Gap& gap);

/// The words beside a gap on its line: they know it again when it moves.
[[nodiscard]] std::string around(const Document& document, const Gap& gap);

}  // namespace paperlint
