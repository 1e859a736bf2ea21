#include "list/format_check.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace paperlint {
namespace {

using Kind = FormatStep::Kind;
using Steps = std::vector<FormatStep>;

std::string braced(Placeholder placeholder) { return "{" + std::string(name(placeholder)) + "}"; }

bool is_month(const FormatStep& step) { return step.is(Placeholder::mm) || step.is(Placeholder::month); }

class Check {
 public:
  Check(Format& format, std::vector<FormatProblem>& problems)
      : format_(format), steps_(format.steps), problems_(problems) {
    for (std::size_t i = 0; i < steps_.size(); ++i)
      if (steps_[i].kind == Kind::placeholder) filled_.push_back(i);
  }
  void check() {
    title();
    repeats();
    years();
    dates();
    neighbours();
    blanks();
    number();
  }

 private:
  void complain(std::size_t at, std::string text) { problems_.push_back({at, std::move(text)}); }
  void title();
  void repeats();
  void years();
  void dates();
  [[nodiscard]] bool month_at(std::size_t year, int step) const;
  void neighbours();
  [[nodiscard]] std::vector<std::pair<std::size_t, bool>> behind_text(std::size_t index) const;
  void joint(std::size_t venue);
  void blanks();
  void number();
  [[nodiscard]] bool any(const std::function<bool(const FormatStep&)>& is) const {
    return std::any_of(steps_.begin(), steps_.end(), is);
  }
  [[nodiscard]] bool optional(std::size_t index) const {
    return std::any_of(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const FormatStep& step) { return step.kind == Kind::fork && step.past > index; });
  }

  Format& format_;
  Steps& steps_;
  std::vector<FormatProblem>& problems_;
  std::vector<std::size_t> filled_;  // the placeholders
};

void Check::title() {
  const auto title =
      std::find_if(filled_.begin(), filled_.end(), [&](std::size_t i) { return steps_[i].is(Placeholder::title); });
  if (title == filled_.end())
    complain(0, "a format without {title}: an entry is known by its title");
  else if (optional(*title))
    complain(steps_[*title].at, "{title} in an optional part; every entry has one");
}

/// Only {text} may stand several times. Years are counted elsewhere.
void Check::repeats() {
  for (std::size_t i = 0; i < filled_.size(); ++i) {
    const FormatStep& step = steps_[filled_[i]];
    if (step.is(Placeholder::text) || step.is_year()) continue;
    const auto end = filled_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(filled_.begin(), end, [&](std::size_t one) { return steps_[one].is(step.placeholder); }))
      complain(step.at, braced(step.placeholder) + " stands twice; what else there is may be {text}");
  }
}

/// Whether the placeholder before or behind a year, but for a day, is a month.
bool Check::month_at(std::size_t year, int step) const {
  const auto at = [&](int distance) -> const FormatStep* {
    const auto index = static_cast<std::ptrdiff_t>(year) + distance;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(filled_.size())) return nullptr;
    return &steps_[filled_[static_cast<std::size_t>(index)]];
  };
  const FormatStep* near = at(step);
  if (near != nullptr && near->is(Placeholder::dd)) near = at(2 * step);
  return near != nullptr && is_month(*near);
}

/// A year beside a month tells when a paper was posted. Beside it there may be the year of the venue.
void Check::years() {
  bool dated = false, published = false;
  for (std::size_t i = 0; i < filled_.size(); ++i) {
    FormatStep& step = steps_[filled_[i]];
    if (!step.is_year()) continue;
    const bool beside = month_at(i, -1) || month_at(i, 1);
    step.posted = beside && !dated;
    if (step.posted ? dated : published)
      complain(
          step.at,
          braced(step.placeholder) +
              " stands twice; one may be the venue's, one beside {mm} the date's; what else there is may be {text}");
    (step.posted ? dated : published) = true;
  }
}

void Check::dates() {
  const auto month = std::find_if(filled_.begin(), filled_.end(), [&](std::size_t i) { return is_month(steps_[i]); });
  const auto day =
      std::find_if(filled_.begin(), filled_.end(), [&](std::size_t i) { return steps_[i].is(Placeholder::dd); });
  if (day != filled_.end() && month == filled_.end())
    complain(steps_[*day].at, "{dd} without a month; a date is written with {mm} or {month}");
  if (month == filled_.end()) return;
  if (!any([](const FormatStep& step) { return step.posted; }))
    complain(steps_[*month].at, braced(steps_[*month].placeholder) + " without a year beside it, {yyyy} or {yy}");
  if (any([](const FormatStep& step) { return step.is(Placeholder::mm); }) &&
      any([](const FormatStep& step) { return step.is(Placeholder::month); }))
    complain(steps_[*month].at, "{mm} and {month} in one format; a date has one month");
}

/// Two that take any text need something between them that says where the first ends. A blank does not: text has many.
void Check::neighbours() {
  std::vector<bool> told(steps_.size());
  for (const std::size_t index : filled_) {
    if (steps_[index].is(Placeholder::venue)) joint(index);
    if (!steps_[index].is_free()) continue;
    for (const auto& [behind, blank] : behind_text(index)) {
      const FormatStep& step = steps_[behind];
      const bool without_blanks = steps_[index].is(Placeholder::url) || steps_[index].is(Placeholder::links) ||
                                  step.is(Placeholder::url) || step.is(Placeholder::links) ||
                                  step.is(Placeholder::month);
      if ((blank && without_blanks) || told[behind]) continue;
      told[behind] = true;
      complain(step.at, braced(step.placeholder) + (blank ? " only a blank behind " : " right behind ") +
                            braced(steps_[index].placeholder) +
                            ": nothing tells where the one ends; expected a mark or word between them");
    }
  }
}

/// The placeholders that take any text, or the name of a month, of which nothing but blanks parts another one; and
/// whether any blank does.
std::vector<std::pair<std::size_t, bool>> Check::behind_text(std::size_t index) const {
  std::vector<std::pair<std::size_t, bool>> next{{index + 1, false}}, found;
  for (std::size_t i = 0; i < next.size(); ++i) {
    const auto [at, blank] = next[i];
    const FormatStep& step = steps_[at];
    if (step.kind == Kind::fork) {
      next.emplace_back(at + 1, blank);
      next.emplace_back(step.past, blank);
    } else if (step.kind == Kind::byte && step.byte == ' ') {
      next.emplace_back(at + 1, true);
    } else if (step.is_free() || step.is(Placeholder::month)) {
      found.emplace_back(at, blank);
    }
  }
  return found;
}

/// The bytes between venue and year, if nothing else stands there.
void Check::joint(std::size_t venue) {
  std::size_t end = venue + 1;
  while (steps_[end].kind == Kind::byte) ++end;
  if (end > venue + 1 && steps_[end].is_year()) steps_[venue + 1].past = static_cast<std::uint16_t>(end);
}

/// Markdown shows one blank where two stand.
void Check::blanks() {
  const auto is_blank = [&](std::size_t at) { return steps_[at].kind == Kind::byte && steps_[at].byte == ' '; };
  for (std::size_t i = 0; i + 1 < steps_.size(); ++i) {
    if (steps_[i].kind == Kind::byte && steps_[i].byte == '\t') complain(steps_[i].at, "a tab; expected a blank");
    if (!is_blank(i)) continue;
    const bool fork = steps_[i + 1].kind == Kind::fork;
    if (is_blank(i + 1) || (fork && (is_blank(i + 2) || is_blank(steps_[i + 1].past))))
      complain(steps_[i].at, "two blanks in a row, which are shown as one");
  }
}

void Check::number() {
  for (FormatStep& step : steps_)
    if (step.kind == Kind::placeholder || step.kind == Kind::fork) {
      step.place = format_.places;
      format_.places = static_cast<std::uint16_t>(format_.places + (step.is(Placeholder::links) ? 2 : 1));
    }
}

}  // namespace

void check_format(Format& format, std::vector<FormatProblem>& problems) { Check(format, problems).check(); }

}  // namespace paperlint
