#include "lint/changed_lines.h"

#include <algorithm>
#include <string_view>

#include "lint/line_diff.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kContext = 3;  // lines that git shows around a change

std::vector<std::string_view> lines_of(const Source& source) {
  std::vector<std::string_view> lines;
  lines.reserve(source.line_count());
  for (std::uint32_t i = 0; i < source.line_count(); ++i) lines.push_back(source.text(source.line(i)));
  if (source.whole_line(source.line_count() - 1).empty()) lines.pop_back();  // behind the last newline
  return lines;
}

}  // namespace

void LineSet::add(std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  if (!stretches_.empty() && begin <= stretches_.back().second)
    stretches_.back().second = std::max(stretches_.back().second, end);
  else
    stretches_.emplace_back(begin, end);
}

std::vector<LineSet::Stretch>::const_iterator LineSet::ending_after(std::uint32_t line) const {
  return std::upper_bound(stretches_.begin(), stretches_.end(), line,
                          [](std::uint32_t value, const Stretch& stretch) { return value < stretch.second; });
}

bool LineSet::meets(std::uint32_t first, std::uint32_t last) const {
  const auto at = ending_after(first);
  return at != stretches_.end() && at->first <= last;
}

bool LineSet::holds(std::uint32_t first, std::uint32_t last) const {
  const auto at = ending_after(first);
  return at != stretches_.end() && at->first <= first && last < at->second;
}

ChangedLines changed_lines(const Source& before, const Source& now) {
  ChangedLines changed;
  for (const LineRange& change : line_changes(lines_of(before), lines_of(now))) {
    const auto begin = static_cast<std::uint32_t>(change.b), end = static_cast<std::uint32_t>(change.b_end);
    changed.lines.add(begin, end);
    changed.hunks.add(begin - std::min(begin, kContext), std::min(end + kContext, now.line_count()));
  }
  return changed;
}

ChangedLines all_lines(const Source& now) {
  ChangedLines all;
  all.lines.add(0, now.line_count());
  all.hunks.add(0, now.line_count());
  return all;
}

bool touches(const LineSet& lines, const Place& place) {
  const Span span = place.span;
  return lines.meets(place.source->line_of(span.begin),
                     place.source->line_of(span.empty() ? span.begin : span.end - 1));
}

}  // namespace paperlint
