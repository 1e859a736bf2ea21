// year-order: the years of a section run one way. See year-order.md.
#include <algorithm>
#include <map>
#include <string>

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
    for (const Group& group : dated_groups(list)) {
      const Direction direction = wanted_ == "auto"           ? style_.direction(group)
                                  : wanted_ == "newest-first" ? Direction::newest_first
                                                              : Direction::oldest_first;
      if (direction != Direction::unknown) check(group, direction);
    }
  }

 private:
  void check(const Group& group, Direction direction);

  const Style& style_;
  Report& report_;
  const std::string_view wanted_;
};

/// The entry that stays next to which one that moves belongs, and on which side.
struct Target {
  const Entry* entry = nullptr;
  bool behind = false;
};

class Moves {
 public:
  Moves(const Group& group, Direction direction);
  [[nodiscard]] bool stays(std::size_t i) const { return stays_[i]; }
  [[nodiscard]] Target target(std::size_t i) const;
  /// One fix for the group; nullptr where whole lines cannot be moved safely.
  [[nodiscard]] std::shared_ptr<const Fix> fix() const;

 private:
  [[nodiscard]] int key(std::size_t i) const { return sign_ * group_.entries[i]->year(); }
  [[nodiscard]] bool movable() const;

  const Group& group_;
  const int sign_;
  const std::vector<bool> stays_;
  std::vector<std::size_t> kept_;  // the entries that stay; their keys rise
};

Moves::Moves(const Group& group, Direction direction)
    : group_(group), sign_(direction == Direction::oldest_first ? 1 : -1), stays_(in_order(group, direction)) {
  for (std::size_t i = 0; i < stays_.size(); ++i)
    if (stays_[i]) kept_.push_back(i);
}

/// The nearest place among those that stay, beside an entry of the same year where there is one.
Target Moves::target(std::size_t i) const {
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

/// Whole lines move only among items of one shape, each on lines of its own; not where a comment for
/// paperlint stands among them, for it speaks of the lines around it.
bool Moves::movable() const {
  const auto shape = [](const Entry& e) {
    return e.text({e.document->source->line_begin(e.marker.begin), e.marker.end});
  };
  return std::all_of(group_.entries.begin(), group_.entries.end(), [&](const Entry* e) {
    return !e->ordered && e->text(e->whole).find("<!-- paperlint-") == std::string_view::npos &&
           shape(*e) == shape(*group_.entries.front());
  });
}

std::shared_ptr<const Fix> Moves::fix() const {
  if (!movable()) return nullptr;
  const Entry& any = *group_.entries.front();
  const Source& source = *any.document->source;
  std::map<std::uint32_t, std::string> inserts;
  auto fix = std::make_shared<Fix>();
  fix->effect = Effect::moved;
  fix->title = "move the entries that are out of order";
  for (std::size_t i = 0; i < group_.entries.size(); ++i) {
    if (stays_[i]) continue;
    const Entry& entry = *group_.entries[i];
    const Target to = target(i);
    std::string& text = inserts[to.behind ? to.entry->whole.end : to.entry->whole.begin];
    text += entry.text(entry.whole);
    if (text.back() != '\n' && text.back() != '\r') text += source.newline();
    fix->edits.push_back({entry.at(entry.whole), {}});
  }
  for (auto& [at, text] : inserts) {
    const bool unended = at == source.size() && source.line(source.line_count() - 1).end == at && at > 0 &&
                         source.text().back() != '\n' && source.text().back() != '\r';
    if (unended) {
      text.insert(0, source.newline());
      text.resize(text.size() - source.newline().size());
    }
    fix->edits.push_back({any.at({at, at}), std::move(text)});
  }
  std::stable_sort(fix->edits.begin(), fix->edits.end(),
                   [](const Edit& x, const Edit& y) { return x.at.span < y.at.span; });
  return fix;
}

void YearOrder::check(const Group& group, Direction direction) {
  const Moves moves(group, direction);
  std::shared_ptr<const Fix> fix;
  const std::string expected = direction == Direction::newest_first ? "newest-first" : "oldest-first";
  for (std::size_t i = 0; i < group.entries.size(); ++i) {
    if (moves.stays(i)) continue;
    if (fix == nullptr) fix = moves.fix();
    const Entry& entry = *group.entries[i];
    const Target to = moves.target(i);
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
