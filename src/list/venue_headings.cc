#include "list/venue_headings.h"

#include <algorithm>
#include <iterator>

namespace paperlint {
namespace {

constexpr std::size_t kLeast = 10;  // papers whose tags are those of their headings

bool is_workshop(const Named& name) {
  return name.part == Named::Part::workshop || (name.venue != nullptr && name.venue->kind == VenueKind::workshop);
}

}  // namespace

/// Only where both venues are known, or are one. Preprints stand below the venue that took them.
void VenueHeadings::hear(const Entry& entry) {
  const Tag* const above = entry.venue_above();
  if (entry.venue == nullptr || entry.preprint() || above == nullptr || above->year.empty()) return;
  const std::string_view mine = entry.text(entry.venue->venue), other = entry.text(above->venue);
  const Named own = read_(mine), heading = read_(other);
  if (is_workshop(own) || is_workshop(heading)) return;
  const bool known = own.venue != nullptr && heading.venue != nullptr;
  const bool same = known ? same_row(*own.venue, *heading.venue) : venue_key(mine) == venue_key(other);
  if (!same && (!known || equivalent(*own.venue, *heading.venue, entry.year()))) return;
  heard_.push_back({&entry, above, same && entry.year() == above->year_value});
}

std::vector<BelowVenue> VenueHeadings::misplaced() const {
  std::vector<BelowVenue> found;
  std::copy_if(heard_.begin(), heard_.end(), std::back_inserter(found), [](const auto& one) { return !one.agrees; });
  const std::size_t agreed = heard_.size() - found.size();
  if (agreed < kLeast || found.size() * 10 > heard_.size()) found.clear();
  return found;
}

}  // namespace paperlint
