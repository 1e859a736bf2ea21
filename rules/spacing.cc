// spacing: one blank between words, none at the end of a line or inside a link's text. See spacing.md.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "list/gaps.h"
#include "list/words.h"
#include "rules/rules.h"
#include "text/markup.h"

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
    std::size_t text;        // its number among all
    std::string_view label;  // that it stands behind, where the text begins with one
  };
  struct Label {
    std::size_t wide = 0, all = 0;
  };

  [[nodiscard]] static bool meant(const Text& text, const Gap& gap);
  [[nodiscard]] std::size_t count(Where where) const { return counts_[static_cast<std::size_t>(where)]; }
  [[nodiscard]] Singles::Least least() const;
  [[nodiscard]] bool odd(const Found& found, const Singles& singles) const;
  [[nodiscard]] std::vector<bool> usual_nearby();
  [[nodiscard]] static bool one_finding(const Found& a, const Found& b);
  void say(const std::vector<const Found*>& all);

  Report& report_;
  std::vector<Gap> gaps_;
  std::vector<Found> found_;
  std::size_t texts_ = 0, lines_ = 0, links_ = 0;
  std::size_t loose_ = 0;                 // texts that have a wide gap
  std::map<Sides, std::size_t> doubled_;  // and between what
  std::array<std::size_t, 6> counts_{};   // by Where
  std::map<std::string, Label, std::less<>> labels_;
  std::set<std::string> usual_in_;  // files of which a part has blanks at the ends of its lines
  std::optional<std::set<std::string>> of_old_text_;
};

/// An abstract below a paper, as somebody else wrote it: `> We study …`.
bool is_quotation(const Text& text) {
  if (text.entry == nullptr || text.is_body()) return false;
  const std::uint32_t begin = text.content().begin;
  return text.text({text.document->source->line_begin(begin), begin}).find('>') != std::string_view::npos;
}

/// `Task` of `Task: …`, up to the colon; empty where a text begins with something else.
std::string_view label_of(const Text& text) {
  constexpr std::size_t kLongest = 24;
  const std::string_view begin = text.text(text.content()).substr(0, kLongest),
                         label = begin.substr(0, begin.find(':'));
  const bool word = label.size() < begin.size() && std::all_of(label.begin(), label.end(), markup::is_letter);
  return word ? label : std::string_view{};
}

void Spacing::text(const Text& text) {
  if (!speaks_of_papers(text) || is_quotation(text)) return;
  const GapCounts counts = find_gaps(text, gaps_);
  ++texts_;
  lines_ += counts.lines;
  links_ += counts.links;
  const std::string_view label = label_of(text);
  const std::uint32_t behind = text.content().begin + static_cast<std::uint32_t>(label.size()) + 1;
  Label* labelled = nullptr;
  if (!label.empty()) {
    const auto known = labels_.find(label);
    labelled = &(known != labels_.end() ? known : labels_.emplace(label, Label()).first)->second;
    ++labelled->all;
  }
  std::set<Sides> seen;
  Span link;
  for (const Gap& gap : gaps_) {
    if (meant(text, gap)) continue;
    if (gap.where != Where::in_link || gap.link != link) ++counts_[static_cast<std::size_t>(gap.where)];
    link = gap.link;
    if (gap.where == Where::between && seen.insert(gap.sides).second) ++doubled_[gap.sides];
    const bool of_label = labelled != nullptr && gap.where == Where::between && gap.blanks.begin == behind;
    if (of_label) ++labelled->wide;
    if (gap.where != Where::hard_break)
      found_.push_back({gap, text.document, texts_, of_label ? label : std::string_view{}});
  }
  if (!seen.empty()) ++loose_;
}

/// `A Talk<tab>Date: 2024.07.14    Time: 11:15`: what stands far off and has a name is no word of the text before it.
bool sets_apart(const Text& text, Span blanks) {
  const std::string_view gap = text.text(blanks), after = text.text({blanks.end, text.content().end});
  if (gap.size() < 3 && gap.find('\t') == std::string_view::npos) return false;
  const std::string_view name = after.substr(0, after.find_first_of(" \t\n:"));
  const std::size_t wide = name.find("\xEF\xBC\x9A");  // U+FF1A, which needs no blank
  return (wide != std::string_view::npos && wide > 0) || (!name.empty() && after.substr(name.size(), 2) == ": ");
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

bool Spacing::odd(const Found& found, const Singles& singles) const {
  const Gap& gap = found.gap;
  const auto label = found.label.empty() ? labels_.end() : labels_.find(found.label);
  if (label != labels_.end() && !seldom(label->second.wide, label->second.all)) return false;
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
  labels_ = old.labels_;
  of_old_text_ = old.usual_in_;
}

/// Which of `found_` stand at the ends of lines where every second or third text has one: part of a list may be written
/// in a way of its own, which nobody sees. In a file that has such a part already, where the List was changed.
std::vector<bool> Spacing::usual_nearby() {
  constexpr std::size_t kNear = 3, kMany = 8;  // texts from one to the next; of them
  std::vector<bool> usual(found_.size());
  std::vector<std::size_t> stretch;  // in found_
  std::size_t texts = 0;
  const auto end = [&] {
    if (texts >= kMany) {
      const std::string& path = found_[stretch.front()].document->source->path();
      usual_in_.insert(path);
      for (const std::size_t i : stretch) usual[i] = !of_old_text_ || of_old_text_->count(path) > 0;
    }
    stretch.clear();
    texts = 0;
  };
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Found& found = found_[i];
    if (found.gap.where == Where::between || found.gap.where == Where::in_link) continue;
    const Found* const last = stretch.empty() ? nullptr : &found_[stretch.back()];
    if (last != nullptr && (last->document != found.document || found.text > last->text + kNear)) end();
    if (stretch.empty() || found_[stretch.back()].text != found.text) ++texts;
    stretch.push_back(i);
  }
  end();
  return usual;
}

void Spacing::end(const List& list) {
  if (found_.empty()) return;
  const Singles singles(list, least());
  const std::vector<bool> usual = usual_nearby();
  std::vector<const Found*> together;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (usual[i] || !odd(found_[i], singles)) continue;
    if (!together.empty() && !one_finding(*together.back(), found_[i])) say(std::exchange(together, {}));
    together.push_back(&found_[i]);
  }
  if (!together.empty()) say(together);
}

/// Whether both stand between the words of one line: of a line that was pasted, one finding is enough.
bool Spacing::one_finding(const Found& a, const Found& b) {
  const auto between = [](const Found& found) { return found.gap.where == Where::between; };
  const Span from_a_to_b{a.gap.blanks.end, b.gap.blanks.begin};
  return a.text == b.text && between(a) && between(b) &&
         a.document->source->text(from_a_to_b).find('\n') == std::string_view::npos;
}

void Spacing::say(const std::vector<const Found*>& all) {
  const Found& found = *all.front();
  const Gap& gap = found.gap;
  const Place at{found.document->source.get(), gap.blanks};
  const bool tab = at.text().find('\t') != std::string_view::npos;
  const std::string what = tab ? "a tab " : gap.wide ? "more than one blank " : "a blank ";
  const bool between = gap.where == Where::between;
  const std::string where = between                       ? "between words, expected one blank"
                            : gap.where == Where::in_link ? "inside the text of a link"
                                                          : "at the end of a line";
  const std::string more = all.size() > 1 ? "; " + std::to_string(all.size() - 1) + " more on the line" : "";
  std::vector<Edit> edits;
  for (const Found* each : all)
    for (Edit& edit : mend(*each->document, each->gap)) edits.push_back(std::move(edit));
  report_(at, what + where + more, around(*found.document, gap))
      .fix({.safety = Safety::safe,
            .effect = Effect::form,
            .title = between    ? "leave one blank"
                     : gap.wide ? "remove the blanks"
                                : "remove the blank",
            .edits = std::move(edits)});
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
