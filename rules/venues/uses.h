// Every place where a List names a venue, by venue and writing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "list/list.h"
#include "rules/venues/venues.h"

namespace paperlint {

/// One place where a venue is named, in a tag that has a year.
struct VenueUse {
  const Entry* entry;
  Span span;  // the name, without words around it
  std::uint16_t year;
};

/// One text that names a venue, and its places in the order of the List.
struct VenueWriting {
  Named named;
  std::vector<VenueUse> uses;
};

class VenueUses {
 public:
  using Writings = std::map<std::string_view, VenueWriting>;

  explicit VenueUses(const Venues& venues) : venues_(venues), read_(venues) {}
  void add(const Entry& entry);

  /// By venue; nullptr: those that nobody knows.
  [[nodiscard]] const std::map<const Venue*, Writings>& all() const { return all_; }
  /// The venue's name as the List writes it most often, if it writes it rightly.
  [[nodiscard]] std::string name_of(const Venue& venue) const;
  /// The names that stand at least so often; those with one capital letter may be words.
  [[nodiscard]] std::vector<std::string_view> frequent(std::size_t least) const;

 private:
  const Venues& venues_;
  VenueReader read_;
  std::map<const Venue*, Writings> all_;
  const Tag* last_ = nullptr;  // entries may share a tag
};

/// Those writings of one venue that are right; of several that differ by letter case, blanks and hyphens alone, the
/// most frequent.
class RightWritings {
 public:
  explicit RightWritings(const VenueUses::Writings& writings);
  /// The one that differs from a name by letter case, blanks and hyphens alone; nullptr where the List has none.
  [[nodiscard]] const VenueWriting* like(std::string_view name) const;

 private:
  std::map<std::string, const VenueWriting*> by_letters_;
};

}  // namespace paperlint
