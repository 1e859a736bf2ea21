// A search over the steps of a format and the bytes of a text that goes no way twice.
#include "list/format_match.h"

#include <algorithm>

#include "list/ascii.h"
#include "list/format_marks.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

using Kind = FormatStep::Kind;

constexpr std::uint32_t kLongestMark = 32;  // bytes of a survey mark

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_gap(char c) { return c == ' ' || c == '\t'; }

/// Whether links and comments may stand in what a placeholder takes.
bool takes_links(const FormatStep& step) {
  return step.is(Placeholder::text) || step.is(Placeholder::authors) || step.is(Placeholder::links) ||
         step.is(Placeholder::url);
}

}  // namespace

bool FormatMatcher::match(const Format& format, unsigned slips, Fit& fit) {
  miss_ = {body_.begin, format.steps.front().at};
  if (next_.empty()) return false;
  format_ = &format;
  most_ = slips;
  seen_.assign(static_cast<std::size_t>(format.places) * next_.size() * (slips + 1), false);
  fit_.filled.clear();
  fit_.slips.clear();
  ways_.assign(1, {0, false, false, 0, body_.begin, body_.begin, 0, 0});
  while (!ways_.empty()) {
    const Way way = ways_.back();
    ways_.pop_back();
    fit_.filled.resize(way.filled);
    fit_.slips.resize(way.slipped);
    if (!run(way)) continue;
    std::swap(fit, fit_);
    return true;
  }
  return false;
}

bool FormatMatcher::run(Way way) {
  while (format_->steps[way.step].kind != Kind::end)
    if (!step(way)) return false;
  return way.at == body_.end || fail(way);
}

bool FormatMatcher::step(Way& way) {
  const FormatStep& step = format_->steps[way.step];
  switch (step.kind) {
    case Kind::byte:
      return byte(way, step);
    case Kind::bar:
      return bar(way);
    case Kind::line_end:
      return line_end(way);
    case Kind::fork: {
      if (!fresh(way, step.place)) return false;
      Way without = way;
      without.step = step.past;
      ways_.push_back(without);
      ++way.step;
      return true;
    }
    default:
      return step.is_free() ? free(way, step) : fixed(way, step);
  }
}

/// The way ends here. The furthest one in the format is remembered; of two the one that is further in the text.
bool FormatMatcher::fail(const Way& way) {
  if (way.slips == 0) note_miss(way.at, format_->steps[way.step].at);
  return false;
}

void FormatMatcher::note_miss(std::uint32_t at, std::uint16_t in_format) {
  if (in_format > miss_.in_format || (in_format == miss_.in_format && at > miss_.at)) miss_ = {at, in_format};
}

bool FormatMatcher::fresh(const Way& way, std::uint16_t place) {
  auto seen =
      seen_[(static_cast<std::size_t>(place) * (most_ + 1) + way.slips) * next_.size() + (way.at - body_.begin)];
  if (seen) return false;
  return seen = true;
}

void FormatMatcher::fill(Way& way, std::uint32_t end) {
  fit_.filled.push_back({&format_->steps[way.step], {way.begin, end}});
  way.filled = static_cast<std::uint32_t>(fit_.filled.size());
  way.at = end;
  way.inside = false;
  ++way.step;
}

bool FormatMatcher::free(Way& way, const FormatStep& step) {
  if (!way.inside) {
    way.begin = way.at;
    way.linked = false;
    if (way.at < body_.end && is_blank(text_[way.at]))
      return slip(way, FormatSlip::Kind::blank, blanks(way.at), "") || fail(way);
  } else if (!fresh(way, static_cast<std::uint16_t>(step.place + (way.linked ? 1 : 0)))) {
    return false;
  }
  const bool may_end = way.inside && ends(way, step);
  if (const std::uint32_t end = taken(way, step); end != 0) {
    Way on = way;
    on.inside = true;
    on.linked = way.linked || (step.is(Placeholder::links) && link_[way.at - body_.begin]);
    on.at = end;
    if (may_end && !may_follow(way)) note_miss(way.at, format_->steps[way.step + 1u].at);
    if (!may_end || !may_follow(way)) return way = on, skip(way, step);
    ways_.push_back(on);
  }
  if (!may_end) return fail(way);
  fill(way, way.at);
  return joint(way);
}

/// Over letters and digits at which what follows does not begin; false where another way has been there.
bool FormatMatcher::skip(Way& way, const FormatStep& step) {
  const FormatStep& next = format_->steps[way.step + 1u];
  if (most_ > 0 || next.kind != Kind::byte || step.is(Placeholder::links) || step.is(Placeholder::survey)) return true;
  const std::size_t row = static_cast<std::size_t>(step.place) * next_.size();
  for (; way.at < body_.end; ++way.at) {
    const std::uint32_t offset = way.at - body_.begin;
    if (!markup::is_alnum(text_[way.at]) || text_[way.at] == next.byte || next_[offset] != way.at + 1) return true;
    if (seen_[row + offset]) return false;
    seen_[row + offset] = true;
  }
  return true;
}

/// Whether what stands behind a placeholder may begin here. What is not seen to be wrong at once is tried.
bool FormatMatcher::may_follow(const Way& way) const {
  const FormatStep& next = format_->steps[way.step + 1u];
  if (most_ > 0 || next.kind != Kind::byte || way.at >= body_.end) return true;
  return text_[way.at] == next.byte || (next.byte == ' ' && is_blank(text_[way.at]));
}

/// The end of what comes next in a placeholder that takes any text; 0 where nothing can.
std::uint32_t FormatMatcher::taken(const Way& way, const FormatStep& step) const {
  const std::uint32_t end = unit(way.at);
  if (end == 0) return 0;
  if (step.is(Placeholder::url) && is_blank(text_[way.at])) return 0;
  if (apart_[way.at - body_.begin] && !takes_links(step)) return 0;
  const bool breaks = line_end_[way.at - body_.begin] < end;
  if (step.is(Placeholder::survey) && (breaks || end - way.begin > kLongestMark)) return 0;
  const bool mark = is_blank(text_[way.at]) || (end == way.at + 1 && !markup::is_alnum(text_[way.at]));
  return step.is(Placeholder::links) && !mark && !link_[way.at - body_.begin] ? 0 : end;
}

/// Whether what was taken so far may be all.
bool FormatMatcher::ends(const Way& way, const FormatStep& step) const {
  if (is_blank(text_[way.at - 1])) return false;
  if (step.is(Placeholder::venue) && std::string_view(",;:-'`").find(text_[way.at - 1]) != std::string_view::npos)
    return false;
  if (step.is(Placeholder::links)) return way.linked;
  return !step.is(Placeholder::survey) || is_survey_mark(text_.substr(way.begin, way.at - way.begin));
}

/// Behind a venue: whatever joins it to its year may stand for what the format has there.
bool FormatMatcher::joint(Way& way) {
  const FormatStep& first = format_->steps[way.step];
  if (first.kind != Kind::byte || first.past == 0 || way.slips >= most_) return true;
  std::string right;
  for (std::size_t i = way.step; i < first.past; ++i) right += format_->steps[i].byte;
  if (text_.substr(way.at, right.size()) == right) return true;
  std::uint32_t end = way.at;
  while (const std::uint32_t size = joint_size(text_.substr(0, body_.end), end)) end += size;
  if (end >= body_.end || !is_digit(text_[end])) return true;
  (void)slip(way, FormatSlip::Kind::joint, end, std::move(right));
  way.step = first.past;
  return true;
}

bool FormatMatcher::byte(Way& way, const FormatStep& step) {
  const char c = way.at < body_.end ? text_[way.at] : '\0';
  if (way.at < body_.end && c == step.byte) {
    ++way.at;
    ++way.step;
    return true;
  }
  if (step.byte == ' ') {
    if (const std::uint32_t end = wrap(way.at); end > way.at) {
      way.at = end;
      ++way.step;
      return true;
    }
    return lost_blank(way) || fail(way);
  }
  if (is_gap(c)) return slip(way, FormatSlip::Kind::blank, blanks(way.at), "") || fail(way);
  const std::size_t size = way.slips < most_ ? alike(text_.substr(0, body_.end), way.at, step.byte) : 0;
  if (size == 0 ||
      !slip(way, FormatSlip::Kind::mark, way.at + static_cast<std::uint32_t>(size), std::string(1, step.byte)))
    return fail(way);
  ++way.step;
  return true;
}

/// A blank that is missing, where no other place for it can be thought of; or a tab that stands for it.
bool FormatMatcher::lost_blank(Way& way) {
  if (way.at >= body_.end || way.step == 0) return false;
  const FormatStep& before = format_->steps[way.step - 1u];
  const bool tab = text_[way.at] == '\t';
  if (!tab && before.is_free() && unit(way.at) != 0) return false;
  if (!slip(way, FormatSlip::Kind::blank, tab ? blanks(way.at) : way.at, " ")) return false;
  ++way.step;
  return true;
}

bool FormatMatcher::slip(Way& way, FormatSlip::Kind kind, std::uint32_t end, std::string with) {
  if (way.slips >= most_) return false;
  fit_.slips.push_back({kind, {way.at, end}, std::move(with), format_->steps[way.step].at});
  way.slipped = static_cast<std::uint32_t>(fit_.slips.size());
  ++way.slips;
  way.at = end;
  return true;
}

/// Digits, or the name of a month.
bool FormatMatcher::fixed(Way& way, const FormatStep& step) {
  if (way.at < body_.end && is_gap(text_[way.at]))
    return slip(way, FormatSlip::Kind::blank, blanks(way.at), "") || fail(way);
  way.begin = way.at;
  std::uint32_t end = way.at;
  if (step.is(Placeholder::month)) {
    while (end < body_.end && is_letter(text_[end])) ++end;
    if (month_named(text_.substr(way.at, end - way.at)) == 0) return fail(way);
    if (end < body_.end && text_[end] == '.') ++end;
    fill(way, end);
    return true;
  }
  while (end < body_.end && is_digit(text_[end])) ++end;
  const bool behind = way.step > 0 && format_->steps[way.step - 1u].is_digits();
  if (!behind && way.at > body_.begin && is_digit(text_[way.at - 1])) return fail(way);
  return digits(way, step, end);
}

bool FormatMatcher::digits(Way& way, const FormatStep& step, std::uint32_t end) {
  const std::uint32_t size = step.is(Placeholder::yyyy) ? 4 : 2;
  const bool more = format_->steps[way.step + 1u].is_digits();
  const std::string_view run = text_.substr(way.at, more ? size : end - way.at);
  if (end - way.at >= size && run.size() == size && number_fits(step, run)) {
    fill(way, way.at + size);
    return true;
  }
  const std::string other = step.is_year() && !more ? other_year(run) : std::string();
  if (other.size() != size || !slip(way, FormatSlip::Kind::year, end, other)) return fail(way);
  fill(way, end);
  return true;
}

bool FormatMatcher::bar(Way& way) {
  const std::uint32_t at = blanks(way.at);
  if (at >= body_.end || text_[at] != '|') return fail(way);
  way.at = blanks(at + 1);
  ++way.step;
  return true;
}

bool FormatMatcher::line_end(Way& way) {
  std::uint32_t at = blanks(way.at);
  if (at < body_.end && text_[at] == '\\') ++at;
  for (const std::string_view tag : {"<br>", "<br/>", "<br />"})
    if (text_.substr(at, tag.size()) == tag) at = blanks(at + static_cast<std::uint32_t>(tag.size()));
  if (at >= body_.end || !is_line_end(text_[at])) return fail(way);
  while (at < body_.end && is_line_end(text_[at])) ++at;
  way.at = blanks(at);
  ++way.step;
  return true;
}

}  // namespace paperlint
