// Moving whole entries: with their continuation lines and sub-items, to a place beside another entry.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"
#include "list/style.h"

namespace paperlint {

/// Next to which entry one that moves belongs, and on which side.
struct Target {
  const Entry* entry = nullptr;
  bool behind = false;
};

/// Whether whole lines of these entries can move among each other: they are items of one shape, not numbered, each on
/// lines of its own, and no comment for paperlint stands among them, for it speaks of the lines around it.
[[nodiscard]] bool movable(const std::vector<const Entry*>& entries);

/// Where an entry of this year belongs in a group that it is none of: behind the last entry of its year, or of the
/// years that go before it; without a direction, at the end.
[[nodiscard]] Target place_in(const Group& group, Direction direction, std::uint16_t year);

/// Collects moves within one Document and makes one fix of them.
class Moves {
 public:
  void add(const Entry& entry, Target to);
  [[nodiscard]] bool empty() const { return cuts_.empty(); }
  [[nodiscard]] std::shared_ptr<const Fix> fix(std::string title) const;

 private:
  const Document* document_ = nullptr;
  std::vector<Edit> cuts_;
  std::map<std::uint32_t, std::string> inserts_;  // whole lines, by where they go
};

}  // namespace paperlint
