// year-order: the years of a section run one way. See year-order.md.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lint/reorder.h"
#include "list/style.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::string_view kOrders[] = {"auto", "newest-first", "oldest-first"};
constexpr Option kOrder{.name = "order", .value = "auto", .help = "which way the years run", .words = kOrders};
constexpr const Option* kOptions[] = {&kOrder};

class YearOrder final : public Sink {
 public:
  explicit YearOrder(const Context& context)
      : style_(*context.list.style), report_(context.report), wanted_(context.settings[kOrder]) {}

  void end(const List& list) override {
    by_venue(list);
    by_posting(list);
  }

 private:
  void by_venue(const List& list);
  void by_posting(const List& list);
  void keep_dated(Group& group, Grain grain) const;
  template <class At>
  void tell(const Reordering& plan, At at);

  const Style& style_;
  Report& report_;
  SiblingLists siblings_;
  const std::string_view wanted_;
};

/// The plan of a group whose keys ought to rise, or to fall where the newest come first.
template <class Key>
Reordering plan(const Group& group, Direction direction, Key key) {
  std::vector<int> keys;
  keys.reserve(group.entries.size());
  for (const Entry* entry : group.entries)
    keys.push_back(direction == Direction::oldest_first ? key(*entry) : -key(*entry));
  return {group, direction, std::move(keys)};
}

/// Leaves the entries whose date tells the month, or the day, and is not denied by their identifier.
void YearOrder::keep_dated(Group& group, Grain grain) const {
  const auto other = [&](const Entry* entry) {
    const Date& date = entry->posted->date;
    const bool coarse = (grain != Grain::year && date.month == 0) || (grain == Grain::day && date.day == 0);
    return coarse || style_.misposted(*entry);
  };
  group.entries.erase(std::remove_if(group.entries.begin(), group.entries.end(), other), group.entries.end());
}

std::ptrdiff_t in_run(const Group& group, Direction direction, Grain grain) {
  std::vector<int> keys;
  for (const Entry* entry : group.entries) keys.push_back(date_key(entry->posted->date, grain));
  return static_cast<std::ptrdiff_t>(size_of_run(keys, direction));
}

/// Whether a group keeps to the order: 85 of 100 do, and by the months it does not rather run the other way.
bool follows(const Group& group, const PostedOrder& order) {
  const auto size = static_cast<std::ptrdiff_t>(group.entries.size());
  const Direction other =
      order.direction == Direction::newest_first ? Direction::oldest_first : Direction::newest_first;
  return in_run(group, order.direction, order.grain) * 100 >= std::min<std::ptrdiff_t>(size * 85, (size - 1) * 100) &&
         in_run(group, order.direction, Grain::month) >= in_run(group, other, Grain::month);
}

/// The tag; of a table that has a column of years, the cell.
Span told_year(const Entry& entry) {
  return entry.venue->whole.contains(entry.venue->year) ? entry.venue->whole : entry.venue->year;
}

template <class At>
void YearOrder::tell(const Reordering& plan, At at) {
  std::shared_ptr<const Fix> fix;
  const std::string expected = plan.direction() == Direction::newest_first ? "newest-first" : "oldest-first";
  for (std::size_t i = 0; i < plan.group().entries.size(); ++i) {
    if (plan.stays(i)) continue;
    if (fix == nullptr) fix = plan.fix(siblings_);
    const Entry& entry = *plan.group().entries[i];
    const Target to = plan.target(i);
    auto finding =
        report_(entry.at(at(entry)), std::string(entry.text(at(entry))) + " is out of order, expected " + expected,
                entry.subject());
    finding.note(to.entry->at(at(*to.entry)),
                 to.behind ? "it belongs after this entry" : "it belongs before this entry");
    if (fix != nullptr) finding.fix_with(fix);
  }
}

void YearOrder::by_venue(const List& list) {
  std::vector<std::pair<Group, Direction>> groups;
  for (Group& group : dated_groups(list)) {
    const Direction direction = wanted_ == "auto"           ? style_.direction(group)
                                : wanted_ == "newest-first" ? Direction::newest_first
                                                            : Direction::oldest_first;
    if (direction != Direction::unknown) groups.emplace_back(std::move(group), direction);
  }
  const bool moved = wanted_ != "auto" || moves_the_published(groups);
  for (const auto& [group, direction] : groups) {
    Reordering made = plan(group, direction, [](const Entry& entry) { return static_cast<int>(entry.year()); });
    if (!moved) made.leave(filed_as_preprints(group, direction, made.in_order()));
    tell(made, told_year);
  }
}

/// Papers that say when they were posted, where that is what the list goes by.
void YearOrder::by_posting(const List& list) {
  std::vector<Group> groups = posted_groups(list);
  const PostedOrder order = posted_order(groups);
  if (order.direction == Direction::unknown) return;
  for (Group& group : groups) {
    keep_dated(group, order.grain);
    const auto key = [&](const Entry& entry) { return date_key(entry.posted->date, order.grain); };
    if (group.entries.empty() || !follows(group, order)) continue;
    tell(plan(group, order.direction, key), [](const Entry& entry) { return entry.posted->span; });
  }
}

constexpr const Rule* kYieldsTo[] = {&rules::venue_year, &rules::link_venue};

}  // namespace

constinit const Rule rules::year_order{.name = "year-order",
                                       .summary = "the years of a section run one way",
                                       .fix = Safety::unsafe,
                                       .options = kOptions,
                                       .yields_to = kYieldsTo,
                                       .make = make<YearOrder>};

}  // namespace paperlint
