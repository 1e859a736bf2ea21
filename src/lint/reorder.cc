#include "lint/reorder.h"

#include <algorithm>
#include <utility>

namespace paperlint {
namespace {

/// Whether the first entry alone is in bold or italics: it was put first on purpose.
bool is_first_set_off(const Group& group) {
  const auto set_off = [](const Entry* entry) { return entry->text(entry->body).starts_with('*'); };
  return std::count_if(group.entries.begin(), group.entries.end(), set_off) == 1 && set_off(group.entries.front());
}

}  // namespace

Reordering::Reordering(const Group& group, Direction direction, std::vector<int> keys)
    : group_(group),
      direction_(direction),
      keys_(std::move(keys)),
      stays_(longest_run(keys_)),
      first_set_off_(is_first_set_off(group)) {
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i]) kept_.push_back(i);
}

/// The nearest place among those that stay, beside an entry of the same key where there is one.
Target Reordering::target(std::size_t i) const {
  const int key = keys_[i];
  const auto later =
      std::upper_bound(kept_.begin(), kept_.end(), key, [&](int value, std::size_t k) { return value < keys_[k]; });
  if (later != kept_.end() && *later < i) {
    if (later != kept_.begin() && keys_[*(later - 1)] == key) return {group_.entries[*(later - 1)], true};
    return {group_.entries[*later], false};
  }
  const auto equal =
      std::lower_bound(kept_.begin(), kept_.end(), key, [&](std::size_t k, int value) { return keys_[k] < value; });
  if (equal != kept_.end()) return {group_.entries[*equal], false};
  return {group_.entries[kept_.back()], true};
}

std::shared_ptr<const Fix> Reordering::fix(SiblingLists& lists) const {
  if (!movable(group_.entries)) return nullptr;
  Moves moves;
  for (std::size_t i = 0; i < group_.entries.size(); ++i)
    if (!stays(i)) moves.add(*group_.entries[i], target(i));
  return moves.fix("move the entries that are out of order", lists);
}

}  // namespace paperlint
