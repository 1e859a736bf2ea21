// Headings of a venue and a year, and the papers below them that say otherwise.
#pragma once

#include <vector>

#include "list/list.h"
#include "rules/venues/venues.h"

namespace paperlint {

/// A paper with a tag of its own below a heading or label such as `## MLSys 2024`.
struct BelowVenue {
  const Entry* entry;
  const Tag* heading;
  bool agrees;
};

class VenueHeadings {
 public:
  explicit VenueHeadings(const Venues& venues) : read_(venues) {}
  void hear(const Entry& entry);
  /// The papers whose tags are not those of their headings, in a list in which nearly all are.
  [[nodiscard]] std::vector<BelowVenue> misplaced() const;

 private:
  VenueReader read_;
  std::vector<BelowVenue> heard_;
};

}  // namespace paperlint
