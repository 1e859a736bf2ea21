// year-heading: a paper stands under the heading of its year. See year-heading.md.
#include <algorithm>
#include <string>

#include "lint/moves.h"
#include "list/claims.h"
#include "list/shelves.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// The year of an entry that a heading should name; 0 where the entry tells none. A published paper does not tell when
/// it was posted.
std::uint16_t own_year(const Entry& entry, bool posted) {
  return posted && !entry.preprint() ? std::uint16_t{0} : entry.year();
}

class YearHeadings final : public Sink {
 public:
  explicit YearHeadings(const Context& context) : style_(*context.list.style), report_(context.report) {}

  void end(const List& list) override {
    Shelves shelves(list);
    for (const bool posted : {false, true}) {
      if (!agree(shelves, posted)) continue;
      for (const Shelf& shelf : shelves.all())
        for (const Group& group : shelf.groups)
          for (const Entry* entry : group.entries) check(*entry, own_year(*entry, posted), shelf, shelves);
      return;
    }
  }

 private:
  static bool agree(const Shelves& shelves, bool posted);
  void check(const Entry& entry, std::uint16_t year, const Shelf& shelf, Shelves& shelves);
  [[nodiscard]] std::shared_ptr<const Fix> fix(const Entry& entry, const Shelf& to) const;

  const Style& style_;
  Report& report_;
};

/// Whether headings mean the year in which papers were published, or preprints posted: nearly all entries agree.
bool YearHeadings::agree(const Shelves& shelves, bool posted) {
  std::size_t cases = 0, agreed = 0;
  for (const Shelf& shelf : shelves.all())
    for (const Group& group : shelf.groups)
      for (const Entry* entry : group.entries) {
        const std::uint16_t year = own_year(*entry, posted);
        if (year == 0) continue;
        ++cases;
        if (shelf.heading.years.holds(year)) ++agreed;
      }
  return cases >= 20 && agreed * 20 >= cases * 19;
}

void YearHeadings::check(const Entry& entry, std::uint16_t year, const Shelf& shelf, Shelves& shelves) {
  if (year == 0 || shelf.heading.years.holds(year)) return;
  if (!entry.preprint() && shelf.heading.years.holds(posting_year(entry))) return;  // it was filed as a preprint
  const Shelf* const to = shelves.right(shelf, year);
  if (to == nullptr && shelves.beyond(shelf, year)) return;
  const std::string tag(entry.text(entry.venue->whole));
  auto finding = report_(entry.at(entry.venue->whole), tag + " stands under '" + shelf.name() + "'", entry.subject());
  if (to == nullptr) return;
  finding.note(to->place(), "it belongs under this heading");
  if (const auto moved = fix(entry, *to); moved != nullptr) finding.fix_with(moved);
}

/// Moves the entry into the list below the right heading, where that has just one.
std::shared_ptr<const Fix> YearHeadings::fix(const Entry& entry, const Shelf& to) const {
  if (to.groups.size() != 1) return nullptr;
  Group group = to.groups.front();
  if (!movable({&entry, group.entries.front(), group.entries.back()})) return nullptr;
  const auto stranger = [&](const Entry* e) { return e->year() == 0 || !to.heading.years.holds(e->year()); };
  group.entries.erase(std::remove_if(group.entries.begin(), group.entries.end(), stranger), group.entries.end());
  if (group.entries.empty()) return nullptr;
  Moves moves;
  moves.add(entry, place_in(group, style_.direction(group), entry.year()));
  return moves.fix("move the paper to '" + to.name() + "'");
}

constexpr const Rule* kYieldsTo[] = {&rules::arxiv_date};

}  // namespace

constinit const Rule rules::year_heading{.name = "year-heading",
                                         .summary = "a paper stands under the heading of its year",
                                         .fix = Safety::unsafe,
                                         .yields_to = kYieldsTo,
                                         .make = make<YearHeadings>};

}  // namespace paperlint
