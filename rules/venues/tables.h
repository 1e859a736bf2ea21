// The tables of rules/venues/*.tsv as they are in the program; cmake/venue_tables.cmake makes the arrays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace paperlint {

inline constexpr std::uint16_t kNoEnd = std::numeric_limits<std::uint16_t>::max();

/// Every `step`th year from `first` to `last`.
struct YearRange {
  std::uint16_t first = 0, last = kNoEnd, step = 1;
  bool operator==(const YearRange&) const = default;
};

/// `proceedings`: a journal that carries conferences; `several`: an acronym with several meanings.
enum class VenueKind : std::uint8_t { conference, workshop, journal, proceedings, preprint, several, other };

/// What is known of one venue.
struct Venue {
  std::string_view name;  // as it writes itself
  VenueKind kind = VenueKind::conference;
  std::span<const YearRange> years;  // when it was held; empty: not known
  std::uint16_t next = 0;            // the latest edition known to be planned
  const Venue* laid_over = nullptr;  // the row of the table that a config overrides
};

/// One name of a venue.
struct KnownName {
  std::string_view key;  // its letters and digits in lower case
  std::string_view text;
  const Venue* venue;
  std::uint16_t until;  // the last year of a name that was given up
};

struct Equivalent {
  const Venue *venue, *other;
  std::span<const YearRange> years;  // in which they are; empty: always
};

struct Misspelling {
  std::string_view key;
  const Venue* venue;
};

/// The venue and year of all papers whose identifier begins with `series`.
struct Proceedings {
  std::string_view series;  // "pmlr:v97", "doi:10.1145/3600006"
  const Venue* venue;
  std::uint16_t year;
  bool workshop;
};

namespace tables {

extern const Venue venues[];  // in the order of the file
extern const std::size_t venue_count;
extern const KnownName names[];  // by key; of one key the first is the venue's own writing
extern const std::size_t name_count;
extern const Equivalent equivalents[];
extern const std::size_t equivalent_count;
extern const Misspelling misspellings[];  // by key
extern const std::size_t misspelling_count;
extern const Proceedings proceedings[];  // by series
extern const std::size_t proceedings_count;

}  // namespace tables
}  // namespace paperlint
