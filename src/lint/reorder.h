// Which entries of a group have to move so that it is in order, and where to.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "lint/moves.h"
#include "list/style.h"

namespace paperlint {

/// What stays and what moves in a group, by keys that ought to rise, one for each entry: the fewest that have to. Good
/// as long as the group.
class Reordering {
 public:
  Reordering(const Group& group, Direction direction, std::vector<int> keys);
  /// Leaves these where they are too.
  void leave(std::vector<bool> others) { left_ = std::move(others); }
  [[nodiscard]] bool stays(std::size_t i) const {
    return stays_[i] || (i == 0 && first_set_off_) || (!left_.empty() && left_[i]);
  }
  [[nodiscard]] const Group& group() const { return group_; }
  [[nodiscard]] Direction direction() const { return direction_; }
  [[nodiscard]] const std::vector<bool>& in_order() const { return stays_; }
  [[nodiscard]] Target target(std::size_t i) const;
  /// One fix for the group; nullptr where whole lines cannot be moved safely.
  [[nodiscard]] std::shared_ptr<const Fix> fix(SiblingLists& lists) const;

 private:
  const Group& group_;
  const Direction direction_;
  const std::vector<int> keys_;
  const std::vector<bool> stays_;
  std::vector<bool> left_;
  const bool first_set_off_;
  std::vector<std::size_t> kept_;  // the entries that stay; their keys rise
};

}  // namespace paperlint
