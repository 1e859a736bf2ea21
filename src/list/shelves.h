// Headings of years, and the papers below them.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "list/style.h"
#include "list/years.h"

namespace paperlint {

/// A heading or label of years, and what stands below it: a group for each section and label.
struct Shelf {
  YearHeading heading;
  std::vector<Group> groups;
  /// The heading as a reader sees it: `<b>2024</b>` is 2024.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] Place place() const;
};

/// All shelves of a List. Sub-items stand on none.
class Shelves {
 public:
  explicit Shelves(const List& list);
  [[nodiscard]] const std::deque<Shelf>& all() const { return shelves_; }
  /// The one shelf for a year beside this one, below the same parent: that of the year alone before one of a range;
  /// nullptr where none or several are.
  [[nodiscard]] const Shelf* right(const Shelf& beside, std::uint16_t year);
  /// Whether a year lies before or after those of all shelves beside this one, and this one is the next to it: there a
  /// list keeps the papers that have no heading.
  [[nodiscard]] bool beyond(const Shelf& shelf, std::uint16_t year) const;

 private:
  /// The shelves below one parent.
  struct Row {
    std::vector<const Shelf*> shelves;
    std::uint16_t first = 9999, last = 0;  // the least begin and the greatest end of their years
    std::map<std::uint16_t, const Shelf*> right;
  };
  static const void* parent(const Shelf& shelf);
  std::pair<Shelf*, std::size_t> group_of(const Entry& entry);

  std::deque<Shelf> shelves_;
  std::map<const void*, Shelf*> by_heading_;
  std::map<std::pair<const Section*, const Label*>, std::pair<Shelf*, std::size_t>> known_;
  std::map<const void*, Row> rows_;
};

}  // namespace paperlint
