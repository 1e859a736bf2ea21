// year-heading: a paper stands under the heading of its year. See year-heading.md.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "lint/moves.h"
#include "list/claims.h"
#include "list/shelves.h"
#include "list/venue_headings.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// What the years of headings may mean: when papers were published, when preprints were posted by their tags, or when
/// papers were posted by the dates beside their titles.
enum class Meaning : std::uint8_t { published, preprint, posted };

/// The year of an entry that a heading should name; 0 where the entry tells none. A published paper does not tell when
/// it was posted.
std::uint16_t own_year(const Entry& entry, Meaning meaning) {
  if (meaning == Meaning::posted) return entry.posted ? entry.posted->date.year : std::uint16_t{0};
  return meaning == Meaning::preprint && !entry.preprint() ? std::uint16_t{0} : entry.year();
}

class YearHeadings final : public Sink {
 public:
  explicit YearHeadings(const Context& context)
      : style_(*context.list.style), report_(context.report), venues_(*context.facts.venues) {}

  void entry(const Entry& entry) override { venues_.hear(entry); }
  void end(const List& list) override {
    for (const BelowVenue& one : venues_.misplaced()) {  // its tag may be wrong as well, so that there is no fix
      tell(*one.entry, one.entry->venue->whole, std::string(one.entry->text(one.heading->whole)));
      told_.insert(one.entry);
    }
    Shelves shelves(list);
    for (const Meaning meaning : {Meaning::published, Meaning::preprint, Meaning::posted}) {
      if (!agree(shelves, meaning)) continue;
      for (const Shelf& shelf : shelves.all())
        for (const Group& group : shelf.groups)
          for (const Entry* entry : group.entries)
            if (told_.count(entry) == 0) check(*entry, meaning, shelf, shelves);
      return;
    }
  }

 private:
  Report::Finding tell(const Entry& entry, Span at, const std::string& heading);
  static bool agree(const Shelves& shelves, Meaning meaning);
  void check(const Entry& entry, Meaning meaning, const Shelf& shelf, Shelves& shelves);
  std::optional<Target> slot(const Shelf& shelf, std::uint16_t year);
  std::shared_ptr<const Fix> fix(const Entry& entry, const Shelf& to);

  const Style& style_;
  Report& report_;
  SiblingLists siblings_;
  VenueHeadings venues_;
  std::set<const Entry*> told_;  // that they stand below another venue
  std::map<std::pair<const Shelf*, std::uint16_t>, std::optional<Target>> slots_;
};

Report::Finding YearHeadings::tell(const Entry& entry, Span at, const std::string& heading) {
  std::string what(entry.text(at));
  const Tag* const tag = entry.venue;
  if (tag != nullptr && tag->whole == at && !at.contains(tag->year))  // of a table, where the year has its own cell
    what += " " + std::to_string(tag->year_value);
  return report_(entry.at(at), what + " stands under '" + heading + "'", entry.subject());
}

/// Whether headings mean the year in which papers were published, or preprints posted: nearly all entries agree.
bool YearHeadings::agree(const Shelves& shelves, Meaning meaning) {
  std::size_t cases = 0, agreed = 0;
  for (const Shelf& shelf : shelves.all())
    for (const Group& group : shelf.groups)
      for (const Entry* entry : group.entries) {
        const std::uint16_t year = own_year(*entry, meaning);
        if (year == 0) continue;
        ++cases;
        if (shelf.heading.years.holds(year)) ++agreed;
      }
  return cases >= 20 && agreed * 20 >= cases * 19;
}

void YearHeadings::check(const Entry& entry, Meaning meaning, const Shelf& shelf, Shelves& shelves) {
  const std::uint16_t year = own_year(entry, meaning);
  if (year == 0 || shelf.heading.years.holds(year)) return;
  const bool by_date = meaning == Meaning::posted;
  // It was filed as a preprint, or as a paper of its venue; or its date is the wrong one.
  if (!by_date && !entry.preprint() && shelf.heading.years.holds(posting_year(entry))) return;
  if (by_date && (style_.misposted(entry) || (entry.year() != 0 && shelf.heading.years.holds(entry.year())))) return;
  const Shelf* const to = shelves.right(shelf, year);
  if (to == nullptr && shelves.beyond(shelf, year)) return;
  const Span at = by_date ? entry.posted->span : entry.venue->whole;
  auto finding = tell(entry, at, shelf.name());
  if (to == nullptr) return;
  finding.note(to->place(), "it belongs under this heading");
  if (by_date) return;  // where it belongs among months, nobody asked
  if (const auto moved = fix(entry, *to); moved != nullptr) finding.fix_with(moved);
}

/// Where papers of a year belong in the list below a heading, which has just one; asked once for all of them.
std::optional<Target> YearHeadings::slot(const Shelf& shelf, std::uint16_t year) {
  const auto [at, fresh] = slots_.try_emplace({&shelf, year});
  if (!fresh) return at->second;
  Group group = shelf.groups.front();
  const auto stranger = [&](const Entry* e) { return e->year() == 0 || !shelf.heading.years.holds(e->year()); };
  group.entries.erase(std::remove_if(group.entries.begin(), group.entries.end(), stranger), group.entries.end());
  if (!group.entries.empty()) at->second = place_in(group, style_.direction(group), year);
  return at->second;
}

/// Moves the entry into the list below the right heading, where that has just one.
std::shared_ptr<const Fix> YearHeadings::fix(const Entry& entry, const Shelf& to) {
  if (to.groups.size() != 1) return nullptr;
  const std::optional<Target> target = slot(to, entry.year());
  if (!target || !movable(entry, *target->entry, siblings_)) return nullptr;
  Moves moves;
  moves.add(entry, *target);
  return moves.fix("move the paper to '" + to.name() + "'", siblings_);
}

constexpr const Rule* kYieldsTo[] = {&rules::arxiv_date};

}  // namespace

constinit const Rule rules::year_heading{.name = "year-heading",
                                         .summary = "a paper stands under the heading of its year",
                                         .fix = Safety::unsafe,
                                         .yields_to = kYieldsTo,
                                         .make = make<YearHeadings>};

}  // namespace paperlint
