// Many small texts in few blocks of memory.
#pragma once

#include <cstring>
#include <string_view>

#include "text/block_store.h"

namespace paperlint {

/// Keeps texts as long as it lives. A text of its own for each would cost an allocation, and more memory than it holds.
class TextStore {
 public:
  /// A copy of the text, which never moves.
  std::string_view keep(std::string_view text) {
    char* const kept = bytes_.take(text.size());
    if (!text.empty()) std::memcpy(kept, text.data(), text.size());
    return {kept, text.size()};
  }

 private:
  BlockStore<char> bytes_;
};

}  // namespace paperlint
