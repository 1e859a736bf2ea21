// What a List itself does: its habits, with the votes they got.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// Which Section of a later state of a List is the same as one of an earlier state.
using SectionMap = std::unordered_map<const Section*, const Section*>;

/// The forms that a field takes in a List, and which of them are its habit.
class Habit {
 public:
  void vote(std::string_view form, const Section* section);
  /// Settles the votes: the fewest forms, three at most and each at least 5 %, that together cover
  /// 95 % of at least 20 cases; or one form with at least 5 cases and none against. A section with
  /// at least 8 cases of which 85 % vote otherwise has that habit of its own.
  void settle();
  /// The forms that are right in this section, most votes first; empty without a habit.
  [[nodiscard]] const std::vector<std::string>& in(const Section* section) const;
  /// Whether the List as a whole does this one time in twenty.
  [[nodiscard]] bool common(const std::string& form) const;
  /// The habit of the List; empty where it has none.
  [[nodiscard]] const std::vector<std::string>& forms() const { return forms_; }
  /// The habits of sections that have one of their own.
  [[nodiscard]] const std::unordered_map<const Section*, std::vector<std::string>>& own() const { return own_; }
  /// All forms of the List with their votes, most first.
  [[nodiscard]] const std::vector<std::pair<std::string, std::uint32_t>>& votes() const { return votes_; }
  /// The same habit, of other Sections; those that have no other are left out.
  [[nodiscard]] Habit carried_over(const SectionMap& sections) const;

 private:
  using Counts = std::map<std::string, std::uint32_t, std::less<>>;
  std::unordered_map<const Section*, std::size_t> places_;  // in sections_
  std::vector<std::pair<const Section*, Counts>> sections_;
  std::size_t last_ = 0;  // of sections_, that voted last: papers of one section vote one after the other
  Counts::value_type* again_ = nullptr;  // what it voted for, until the votes are settled
  Counts all_;                           // once they are settled
  std::vector<std::pair<std::string, std::uint32_t>> votes_;
  std::vector<std::string> forms_;
  std::unordered_map<const Section*, std::vector<std::string>> own_;
};

enum class Direction : std::uint8_t { unknown, newest_first, oldest_first };

/// Entries that are ordered among themselves: those of one run below one label, else of one section, that have a
/// year and are nobody's sub-item; surveys that stand before or after all others apart. An entry under the heading of
/// other years is in none, for its place is elsewhere; nor is one whose year its identifier denies.
struct Group {
  const Section* section = nullptr;
  const Label* label = nullptr;
  std::vector<const Entry*> entries;
  std::size_t undated = 0;  // papers among them that tell no year: where most are such, nobody sees an order

  /// Whether they are rows. Each table has an order of its own: it may be sorted by another column.
  [[nodiscard]] bool table() const { return !entries.empty() && entries.front()->carrier == Carrier::row; }
};
[[nodiscard]] std::vector<Group> dated_groups(const List& list);

/// The years of its entries, in order.
[[nodiscard]] std::vector<int> years_of(const Group& group);
/// Which keys stay where they are when the fewest move so that none falls: a longest ordered subsequence.
[[nodiscard]] std::vector<bool> longest_run(const std::vector<int>& keys);
/// How many those are, of keys that fall where the newest come first.
[[nodiscard]] std::size_t size_of_run(const std::vector<int>& keys, Direction direction);
/// Which entries stay so by their years.
[[nodiscard]] std::vector<bool> in_order(const Group& group, Direction direction);

/// The same groups of the entries that say when they were posted. Where more than a fifth does not, nobody sees an
/// order, and there is no group.
[[nodiscard]] std::vector<Group> posted_groups(const List& list);

/// How finely dates are compared.
enum class Grain : std::uint8_t { year, month, day };
/// A posting date as a number that grows with it.
[[nodiscard]] int date_key(const Date& date, Grain grain);

/// How a List orders its papers by when they were posted: by the finest grain that nineteen of twenty dates tell and
/// keep to. Unknown where none is.
struct PostedOrder {
  Direction direction = Direction::unknown;
  Grain grain = Grain::year;
};
[[nodiscard]] PostedOrder posted_order(const std::vector<Group>& groups);

/// Which of the entries that would have to move stand where they were filed as preprints: the year in which they were
/// posted fits between those that stay.
[[nodiscard]] std::vector<bool> filed_as_preprints(const Group& group, Direction direction,
                                                   const std::vector<bool>& stays);
/// Whether a keeper moves a paper that was published to the year of its venue: nineteen of twenty stand there.
[[nodiscard]] bool moves_the_published(const std::vector<std::pair<Group, Direction>>& groups);

/// Whether words follow the year of a tag: `[OSDI'24 poster]`.
[[nodiscard]] bool says_more(const Document& document, const Tag& tag);

/// `[V'YY]`: how a tag is written, its brackets and what joins venue and year.
[[nodiscard]] std::string tag_form(const Document& document, const Tag& tag);

/// The mark as a reader would copy it, and where it stands: `[Survey :mag:]` before the tag is
/// "[Survey :mag:] TAG".
[[nodiscard]] std::string survey_form(const Entry& entry);

struct Style {
  Habit tag_form, survey_mark;
  Habit preprint_date;                   // whether their identifiers "deny" or "confirm" it
  Habit posting_date;                    // the same of the dates that stand beside titles: `[2024/05]`
  Direction order = Direction::unknown;  // of the whole List
  std::unordered_map<const Section*, Direction> section_order;  // where a section has its own
  bool by_month = false;  // entries run by when they were posted rather than by the years of their venues
  /// The direction in which this group runs; unknown where nothing tells, or the group contradicts.
  [[nodiscard]] Direction direction(const Group& group) const;
  /// Whether the identifier of an entry denies its date, in a List and section that else date as identifiers do.
  [[nodiscard]] bool misdated(const Entry& entry) const;
  /// The same of its posting date.
  [[nodiscard]] bool misposted(const Entry& entry) const;
};

/// All habits of a Style: what is settled once, and carried over to a later state of the List.
inline constexpr Habit Style::*kAllHabits[] = {&Style::tag_form, &Style::survey_mark, &Style::preprint_date,
                                               &Style::posting_date};

/// `jobs`: how many threads may be at work.
[[nodiscard]] Style infer_style(const List& list, unsigned jobs);

/// A section is the same where its file and anchor are.
[[nodiscard]] SectionMap same_sections(const List& before, const List& now);
/// The Style of `before` for `now`, a later state of the same List.
[[nodiscard]] Style carried_over(const List& before, const List& now);

/// A habit as people are told of it, and the option of a config that stands for it.
struct NamedHabit {
  std::string_view name;  // in the plural
  const Habit Style::*habit;
  std::string_view rule, option;
};

/// Those of them that are shown and written down.
inline constexpr NamedHabit kHabits[] = {
    {"venue tags", &Style::tag_form, "venue-tag", "form"},
    {"survey marks", &Style::survey_mark, "survey-prefix", "mark"},
};

}  // namespace paperlint
