// Moving whole entries: with their continuation lines and sub-items, to a place beside another entry.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/siblings.h"
#include "list/list.h"
#include "list/style.h"

namespace paperlint {

/// Next to which entry one that moves belongs, and on which side.
struct Target {
  const Entry* entry = nullptr;
  bool behind = false;
};

/// Whether whole lines of these entries of one group can move among each other: they are items or table rows of one
/// shape, and no comment for paperlint stands among them that speaks of other lines than its own.
[[nodiscard]] bool movable(const std::vector<const Entry*>& entries);

/// Whether an entry can move beside one of another list or table.
[[nodiscard]] bool movable(const Entry& entry, const Entry& beside, SiblingLists& lists);

/// Where an entry of this year belongs in a group that it is none of: behind the last entry of its year, or of the
/// years that go before it; without a direction, at the end.
[[nodiscard]] Target place_in(const Group& group, Direction direction, std::uint16_t year);

/// Collects moves within one Document and makes one fix of them. Where each two neighbours are parted by the same blank
/// lines these go along, else blank lines stay. So do numbers, each in its place, where entries move in one list.
class Moves {
 public:
  void add(const Entry& entry, Target to);
  [[nodiscard]] bool empty() const { return moved_.empty(); }
  /// nullptr where nobody knows the lines of all items, where an item could not keep what it holds behind its number,
  /// or where a comment right above would head another entry.
  [[nodiscard]] std::shared_ptr<const Fix> fix(std::string title, SiblingLists& lists) const;

 private:
  std::vector<std::pair<const Entry*, Target>> moved_;
};

}  // namespace paperlint
