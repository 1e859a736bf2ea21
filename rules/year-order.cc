// year-order: the years of a section run one way. See year-order.md.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lint/moves.h"
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
    std::vector<std::pair<Group, Direction>> groups;
    for (Group& group : dated_groups(list)) {
      const Direction direction = wanted_ == "auto"           ? style_.direction(group)
                                  : wanted_ == "newest-first" ? Direction::newest_first
                                                              : Direction::oldest_first;
      if (direction != Direction::unknown) groups.emplace_back(std::move(group), direction);
    }
    const bool by_venue = wanted_ != "auto" || moves_the_published(groups);
    for (const auto& [group, direction] : groups) check(group, direction, by_venue);
  }

 private:
  void check(const Group& group, Direction direction, bool by_venue);

  const Style& style_;
  Report& report_;
  const std::string_view wanted_;
};

/// Whether the first entry alone is in bold or italics: it was put first on purpose.
bool is_first_set_off(const Group& group) {
  const auto set_off = [](const Entry* entry) { return entry->text(entry->body).starts_with('*'); };
  return std::count_if(group.entries.begin(), group.entries.end(), set_off) == 1 && set_off(group.entries.front());
}

/// What stays and what moves in a group.
class Plan {
 public:
  Plan(const Group& group, Direction direction, bool by_venue);
  [[nodiscard]] bool stays(std::size_t i) const {
    return stays_[i] || (i == 0 && first_set_off_) || (!by_venue_ && filed_[i]);
  }
  [[nodiscard]] Target target(std::size_t i) const;
  /// One fix for the group; nullptr where whole lines cannot be moved safely.
  [[nodiscard]] std::shared_ptr<const Fix> fix() const;

 private:
  [[nodiscard]] int key(std::size_t i) const { return sign_ * group_.entries[i]->year(); }

  const Group& group_;
  const int sign_;
  const std::vector<bool> stays_, filed_;
  const bool by_venue_, first_set_off_;
  std::vector<std::size_t> kept_;  // the entries that stay; their keys rise
};

Plan::Plan(const Group& group, Direction direction, bool by_venue)
    : group_(group),
      sign_(direction == Direction::oldest_first ? 1 : -1),
      stays_(in_order(group, direction)),
      filed_(filed_as_preprints(group, direction, stays_)),
      by_venue_(by_venue),
      first_set_off_(is_first_set_off(group)) {
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i]) kept_.push_back(i);
}

/// The nearest place among those that stay, beside an entry of the same year where there is one.
Target Plan::target(std::size_t i) const {
  const auto later =
      std::upper_bound(kept_.begin(), kept_.end(), key(i), [&](int value, std::size_t k) { return value < key(k); });
  if (later != kept_.end() && *later < i) {
    if (later != kept_.begin() && key(*(later - 1)) == key(i)) return {group_.entries[*(later - 1)], true};
    return {group_.entries[*later], false};
  }
  const auto equal =
      std::lower_bound(kept_.begin(), kept_.end(), key(i), [&](std::size_t k, int value) { return key(k) < value; });
  if (equal != kept_.end()) return {group_.entries[*equal], false};
  return {group_.entries[kept_.back()], true};
}

std::shared_ptr<const Fix> Plan::fix() const {
  if (!movable(group_.entries)) return nullptr;
  Moves moves;
  for (std::size_t i = 0; i < group_.entries.size(); ++i)
    if (!stays(i)) moves.add(*group_.entries[i], target(i));
  return moves.fix("move the entries that are out of order");
}

void YearOrder::check(const Group& group, Direction direction, bool by_venue) {
  const Plan plan(group, direction, by_venue);
  std::shared_ptr<const Fix> fix;
  const std::string expected = direction == Direction::newest_first ? "newest-first" : "oldest-first";
  for (std::size_t i = 0; i < group.entries.size(); ++i) {
    if (plan.stays(i)) continue;
    if (fix == nullptr) fix = plan.fix();
    const Entry& entry = *group.entries[i];
    const Target to = plan.target(i);
    auto finding = report_(entry.at(entry.venue->whole),
                           std::string(entry.text(entry.venue->whole)) + " is out of order, expected " + expected,
                           entry.subject());
    finding.note(to.entry->at(to.entry->venue->whole),
                 to.behind ? "it belongs after this entry" : "it belongs before this entry");
    if (fix != nullptr) finding.fix_with(fix);
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
