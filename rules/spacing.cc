// spacing: one blank between words, none at the end of a line or inside a link's text. See spacing.md.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "list/gaps.h"
#include "list/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

using Where = Gap::Where;

/// Whether a list does something so seldom that it does not mean to: at most one time in so many, or twice.
bool seldom(std::size_t times, std::size_t cases, std::size_t in = 20) { return times <= 2 || times * in <= cases; }

class Spacing final : public Sink {
 public:
  explicit Spacing(const Context& context) : report_(context.report) {}
  void text(const Text& text) override;
  void take_habits(const Sink& before, const SectionMap& sections) override;
  void end(const List& list) override;

 private:
  struct Found {
    Gap gap;
    const Document* document;
  };

  [[nodiscard]] static bool meant(const Text& text, const Gap& gap);
  [[nodiscard]] std::size_t count(Where where) const { return counts_[static_cast<std::size_t>(where)]; }
  [[nodiscard]] Singles::Least least() const;
  [[nodiscard]] bool odd(const Gap& gap, const Singles& singles) const;
  void say(const Found& found);

  Report& report_;
  std::vector<Gap> gaps_;
  std::vector<Found> found_;
  std::size_t texts_ = 0, lines_ = 0, links_ = 0;
  std::size_t loose_ = 0;                 // texts that have a wide gap
  std::map<Sides, std::size_t> doubled_;  // and between what
  std::array<std::size_t, 6> counts_{};   // by Where
};

void Spacing::text(const Text& text) {
  if (!speaks_of_papers(text)) return;
  const GapCounts counts = find_gaps(text, gaps_);
  ++texts_;
  lines_ += counts.lines;
  links_ += counts.links;
  std::set<Sides> seen;
  Span link;
  for (const Gap& gap : gaps_) {
    if (meant(text, gap)) continue;
    if (gap.where != Where::in_link || gap.link != link) ++counts_[static_cast<std::size_t>(gap.where)];
    link = gap.link;
    if (gap.where == Where::between && seen.insert(gap.sides).second) ++doubled_[gap.sides];
    if (gap.where != Where::hard_break) found_.push_back({gap, text.document});
  }
  if (!seen.empty()) ++loose_;
}

/// `A Talk<tab>Date: 2024.07.14    Time: 11:15`: what stands far off and has a name is no word of the text before it.
bool sets_apart(const Text& text, Span blanks) {
  const std::string_view gap = text.text(blanks), after = text.text({blanks.end, text.content().end});
  if (gap.size() < 3 && gap.find('\t') == std::string_view::npos) return false;
  const std::size_t end = after.find_first_of(" \t\n:");
  return end != std::string_view::npos && end > 0 && after.substr(end, 2) == ": ";
}

/// Blanks that lay out a line (beside a bar or HTML), or that a rule on tags and marks speaks of.
bool Spacing::meant(const Text& text, const Gap& gap) {
  const auto [before, after] = gap.sides;
  if (before == '>' || after == '<') return true;
  if (gap.where == Where::between && (before == '|' || after == '|' || sets_apart(text, gap.blanks))) return true;
  if (gap.where == Where::line_end && before == '\\') return true;  // it would break the line
  if (text.entry == nullptr) return false;
  const auto holds = [&](Span span) { return span.contains(gap.blanks); };
  return std::any_of(text.entry->tags.begin(), text.entry->tags.end(),
                     [&](const Tag& t) {
                       return holds({t.whole.begin, std::max(t.venue.end, t.year.end)});
                     }) ||
         (text.entry->survey && holds(text.entry->survey->whole));
}

/// How often single spaces would have to stand where wide ones stand seldom, so that those are slips.
Singles::Least Spacing::least() const {
  Singles::Least least;
  if (!seldom(loose_, texts_, 10)) return least;
  for (const auto& [sides, two] : doubled_) {
    std::size_t single = 2 * two;
    while (!seldom(two, two + single)) ++single;
    if (seldom(two, texts_)) least.emplace(sides, single);
  }
  return least;
}

bool Spacing::odd(const Gap& gap, const Singles& singles) const {
  const bool breaks = count(Where::hard_break) > 2;  // the list breaks lines by two blanks
  const std::size_t wide = breaks ? 0 : count(Where::wide_last_end);
  const std::size_t trailing =
      count(Where::line_end) + count(Where::last_end) + wide;  // one blank or two, it is one habit
  switch (gap.where) {
    case Where::between:
      return seldom(doubled_.at(gap.sides), texts_) && seldom(loose_, texts_, 10) && singles.enough(gap.sides);
    case Where::in_link:
      return seldom(count(Where::in_link), links_);
    case Where::line_end:
      return !breaks && seldom(trailing, lines_);
    case Where::last_end:
      return seldom(trailing, lines_);
    case Where::wide_last_end:
      return !breaks && seldom(trailing, lines_);
    default:
      return false;
  }
}

void Spacing::take_habits(const Sink& before, const SectionMap& /*sections*/) {
  const auto& old = static_cast<const Spacing&>(before);
  texts_ = old.texts_;
  lines_ = old.lines_;
  links_ = old.links_;
  loose_ = old.loose_;
  for (auto& [sides, count] : doubled_) {
    const auto known = old.doubled_.find(sides);
    count = known == old.doubled_.end() ? 0 : known->second;
  }
  counts_ = old.counts_;
}

void Spacing::end(const List& list) {
  if (found_.empty()) return;
  const Singles singles(list, least());
  for (const Found& found : found_)
    if (odd(found.gap, singles)) say(found);
}

void Spacing::say(const Found& found) {
  const Gap& gap = found.gap;
  const Place at{found.document->source.get(), gap.blanks};
  const bool tab = at.text().find('\t') != std::string_view::npos;
  const std::string what = tab ? "a tab " : gap.wide ? "more than one blank " : "a blank ";
  const bool between = gap.where == Where::between;
  const std::string where = between                       ? "between words, expected one blank"
                            : gap.where == Where::in_link ? "inside the text of a link"
                                                          : "at the end of a line";
  report_(at, what + where, around(*found.document, gap))
      .fix({.safety = Safety::safe,
            .effect = Effect::form,
            .title = between    ? "leave one blank"
                     : gap.wide ? "remove the blanks"
                                : "remove the blank",
            .edits = mend(*found.document, gap)});
}

constexpr const Rule* kYieldsTo[] = {&rules::title_text};

}  // namespace

constinit const Rule rules::spacing{.name = "spacing",
                                    .summary = "one blank stands between words, none at the end of a line",
                                    .fix = Safety::safe,
                                    .yields_to = kYieldsTo,
                                    .needs_entries = false,
                                    .make = make<Spacing>};

}  // namespace paperlint
