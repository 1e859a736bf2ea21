// Much that is small in few blocks of memory, which never move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace paperlint {

/// Memory for items, kept as long as it lives; each block is larger than the one before, up to a limit.
template <class Item>
class BlockStore {
 public:
  /// Room for so many items, behind one another. What was taken last ends where `free` is.
  Item* take(std::size_t count) {
    if (count > left_) add_block(count);
    Item* const taken = free_;
    free_ += count;
    left_ -= count;
    return taken;
  }
  [[nodiscard]] const Item* free() const { return free_; }
  [[nodiscard]] std::size_t left() const { return left_; }

 private:
  void add_block(std::size_t least) {
    constexpr std::size_t kFirst = 1024 / sizeof(Item), kLargest = 64 * kFirst;
    left_ = std::max(least, std::min(kLargest, kFirst << std::min<std::size_t>(blocks_.size(), 6)));
    blocks_.push_back(std::make_unique<Item[]>(left_));
    free_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<Item[]>> blocks_;
  Item* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace paperlint
