// Did text that was put into a file change what is read of the rest?
#pragma once

#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// Some bytes put in before byte `at` of the old text.
struct Inserted {
  std::uint32_t at = 0, size = 0;
};

/// Whether all that is read of the new text lies where it lay in the old one, but for what is new: blocks, headings,
/// entries with their fields, links, anchors, comments, HTML. `inserted` in order.
[[nodiscard]] bool reads_the_same(const Document& before, const Document& after, const std::vector<Inserted>& inserted);

}  // namespace paperlint
