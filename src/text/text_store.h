// Many small texts in few blocks of memory.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace paperlint {

/// Keeps texts as long as it lives. A text of its own for each would cost an allocation, and more memory than it holds.
class TextStore {
 public:
  /// A copy of the text, which never moves.
  std::string_view keep(std::string_view text) {
    if (text.size() > left_) add_block(text.size());
    char* const kept = free_;
    if (!text.empty()) std::memcpy(kept, text.data(), text.size());
    free_ += text.size();
    left_ -= text.size();
    return {kept, text.size()};
  }

 private:
  void add_block(std::size_t least) {
    constexpr std::size_t kFirst = 1024, kLargest = 64 * 1024;
    left_ = std::max(least, std::min(kLargest, kFirst << std::min<std::size_t>(blocks_.size(), 6)));
    blocks_.push_back(std::make_unique<char[]>(left_));
    free_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace paperlint
