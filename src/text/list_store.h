// Many short lists in few blocks of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace paperlint {

/// Keeps lists as long as it lives. A vector of its own for each would cost an allocation, and more memory than it
/// holds.
template <class Item>
class ListStore {
 public:
  using List = std::span<const Item>;

  /// The list with one more item. `list` is empty or from this store, and stays good.
  List append(List list, const Item& item) {
    const bool in_place = !list.empty() && list.data() + list.size() == free_ && left_ > 0;
    if (!in_place) list = room_for(list);
    *free_++ = item;
    --left_;
    return {list.data(), list.size() + 1};
  }

 private:
  /// A copy of the list with room behind it.
  List room_for(List list) {
    constexpr std::size_t kFirst = 32, kLargest = 4096;
    if (left_ <= list.size()) {
      left_ = std::max(list.size() + 1, std::min(kLargest, kFirst << std::min<std::size_t>(blocks_.size(), 7)));
      blocks_.push_back(std::make_unique<Item[]>(left_));
      free_ = blocks_.back().get();
    }
    Item* const begin = free_;
    free_ = std::copy(list.begin(), list.end(), begin);
    left_ -= list.size();
    return {begin, list.size()};
  }

  std::vector<std::unique_ptr<Item[]>> blocks_;
  Item* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace paperlint
