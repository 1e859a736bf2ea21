// Many short lists in few blocks of memory.
#pragma once

#include <algorithm>
#include <span>

#include "text/block_store.h"

namespace paperlint {

/// Keeps lists as long as it lives. A vector of its own for each would cost an allocation, and more memory than it
/// holds.
template <class Item>
class ListStore {
 public:
  using List = std::span<const Item>;

  /// The list with one more item. `list` is empty or from this store, and stays good.
  List append(List list, const Item& item) {
    const bool in_place = !list.empty() && list.data() + list.size() == items_.free() && items_.left() > 0;
    if (in_place) {
      *items_.take(1) = item;
      return {list.data(), list.size() + 1};
    }
    Item* const copy = items_.take(list.size() + 1);
    *std::copy(list.begin(), list.end(), copy) = item;
    return {copy, list.size() + 1};
  }

 private:
  BlockStore<Item> items_;
};

}  // namespace paperlint
