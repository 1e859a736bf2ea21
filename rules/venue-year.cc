// venue-year: a venue was held in the year of its tag, or is about to be. See venue-year.md.
#include <string>

#include "rules/rules.h"
#include "rules/venues/evidence.h"

namespace paperlint {
namespace {

class VenueYear final : public Sink {
 public:
  explicit VenueYear(const Context& context)
      : today_(context.facts.today), report_(context.report), read_(*context.facts.venues) {}

  void section(const Section& section) override {
    if (section.venue) check(section, *section.venue, [&] { return section.slug; });
  }
  void entry(const Entry& entry) override {
    if (entry.venue == nullptr || entry.venue == last_) return;
    last_ = entry.venue;
    check(entry, *entry.venue, [&] { return entry.subject(); });
  }

 private:
  template <class Subject>
  void check(const Piece& piece, const Tag& tag, Subject subject) {
    const Named named = read_(piece.text(tag.venue));
    const YearFault fault = year_fault(piece, tag, named, today_);
    if (fault == YearFault::none) return;
    report_(piece.at(tag.whole),
            std::string(piece.text(tag.whole)) + ": " +
                (fault == YearFault::ahead ? ahead(tag.year_value) : not_held(*named.venue, tag.year_value)),
            std::string(piece.text(tag.inside)) + " " + subject());
  }
  [[nodiscard]] std::string ahead(std::uint16_t year) const {
    return std::to_string(year) + " lies ahead, expected " + std::to_string(today_.year + 1) + " at most";
  }
  static std::string not_held(const Venue& venue, std::uint16_t year);

  const Date today_;
  Report& report_;
  VenueReader read_;
  const Tag* last_ = nullptr;  // entries below one heading may share its tag
};

std::string VenueYear::not_held(const Venue& venue, std::uint16_t year) {
  const std::string name(venue.name);
  const bool journal = venue.kind == VenueKind::journal || venue.kind == VenueKind::proceedings;
  const std::string verb = journal ? "appeared" : "held", was = journal ? " " : " was ";
  std::uint16_t before = year, after = year;
  const auto far = [&](std::uint16_t y) { return y + 100 < year || y > year + 100; };
  while (!far(before) && !held(venue, before)) --before;
  while (!far(after) && !held(venue, after)) ++after;
  if (far(before)) return name + was + "first " + verb + " in " + std::to_string(after);
  if (far(after)) return name + was + "last " + verb + " in " + std::to_string(before);
  return name + was + verb + " in " + std::to_string(before) + " and " + std::to_string(after) + ", not in " +
         std::to_string(year);
}

constexpr const Rule* kYieldsTo[] = {&rules::link_venue};

}  // namespace

constinit const Rule rules::venue_year{.name = "venue-year",
                                       .summary = "a venue was held in the year of its tag, or is about to be",
                                       .yields_to = kYieldsTo,
                                       .make = make<VenueYear>};

}  // namespace paperlint
