#include "list/venue_headings.h"

#include <map>
#include <string_view>
#include <utility>

namespace paperlint {
namespace {

constexpr std::size_t kLeast = 10;  // papers whose tags are those of their headings

/// Whether a paper with the one may well stand below the other: a workshop's, that of a journal below its conference,
/// one that bears both.
bool may_stand(const Named& own, const Named& heading, std::uint16_t year) {
  const auto is_workshop = [](const Named& name) {
    return name.part == Named::Part::workshop || (name.venue != nullptr && name.venue->kind == VenueKind::workshop);
  };
  if (is_workshop(own) || is_workshop(heading)) return true;
  if (own.venue == nullptr || heading.venue == nullptr) return true;
  return own.venue->kind != heading.venue->kind || equivalent(*own.venue, *heading.venue, year);
}

}  // namespace

/// Preprints stand below the venue that took them, and what hangs on another paper need not be of its venue.
void VenueHeadings::hear(const Entry& entry) {
  const Tag* const above = entry.venue_above();
  if (entry.venue == nullptr || entry.parent != nullptr || entry.preprint() || above == nullptr || above->year.empty())
    return;
  const std::string_view name = entry.text(above->venue);
  const Named heading = read_(name);
  bool same = false, agrees = false;
  for (const Tag& tag : entry.tags) {
    const std::string_view mine = entry.text(tag.venue);
    const Named own = read_(mine);
    const bool known = own.venue != nullptr && heading.venue != nullptr;
    const bool one = known ? same_row(*own.venue, *heading.venue) : venue_key(mine) == venue_key(name);
    same = same || one;
    agrees = agrees || (one && tag.year_value == above->year_value);
  }
  if (!same && may_stand(read_(entry.text(entry.venue->venue)), heading, entry.year())) return;
  heard_.push_back({&entry, above, agrees});
}

/// A part of which most papers are from elsewhere is meant so.
std::vector<BelowVenue> VenueHeadings::misplaced() const {
  std::map<std::pair<const Section*, const Label*>, std::pair<std::size_t, std::size_t>> parts;  // strangers of all
  for (const BelowVenue& one : heard_) {
    auto& [strangers, all] = parts[{one.entry->section, one.entry->label}];
    strangers += one.agrees ? 0 : 1;
    ++all;
  }
  std::vector<BelowVenue> found;
  std::size_t agreed = 0;
  for (const BelowVenue& one : heard_) {
    const auto& [strangers, all] = parts.at({one.entry->section, one.entry->label});
    if (one.agrees)
      ++agreed;
    else if (strangers * 2 < all)
      found.push_back(one);
  }
  if (agreed < kLeast || found.size() * 10 > agreed + found.size()) found.clear();
  return found;
}

}  // namespace paperlint
