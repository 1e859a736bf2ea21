#include "report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/columns.h"
#include "report/printable.h"

namespace paperlint {
namespace {

// The part of the place's first line that is near enough to be shown.
struct Near {
  Span span;
  bool cut_left = false, cut_right = false;
};

Near near_part(Place place) {
  const Source& source = *place.source;
  Span line = source.line(source.line_of(place.span.begin));
  line.begin = std::min(std::max(line.begin, source.start()), line.end);
  Near result{line};
  const std::uint32_t at = std::clamp(place.span.begin, line.begin, line.end);
  if (at - line.begin > kReach) result.span.begin = character_begin(source, at - kReach);
  if (line.end - at > kReach) result.span.end = character_begin(source, at + kReach);
  result.cut_left = result.span.begin > line.begin;
  result.cut_right = result.span.end < line.end;
  return result;
}

struct Window {
  std::size_t first = 0, last = 0;  // cells
};

// As much of the line as fits the room, with the marked cells in it. How a line begins tells most,
// so a long mark is rather cut at its end. Elsewhere three quarters of the context stand before the
// mark.
Window window(const Shown& line, Window mark, const Near& part, int room) {
  const bool cut = part.cut_left || part.cut_right;
  if (!cut && line.columns() <= room) return {0, line.size()};
  const int begin = line.column(mark.first);
  const int end = std::max(line.column(mark.last), begin + 1);
  int from = 0;
  if (part.cut_left || (end > room - 1 && begin > room / 2)) {
    const int spare = std::max(room - 2 - (end - begin), 0);
    from = std::max(begin - spare + spare / 4, 0);
    if (!part.cut_right && line.columns() - from < room - 1) from = std::max(line.columns() - (room - 1), 0);
  }
  Window result{line.cell_from(from), line.size()};
  const bool dots_left = result.first > 0 || part.cut_left;
  const int to = line.column(result.first) + room - (dots_left ? 1 : 0);
  if (part.cut_right || line.columns() > to)
    while (result.last > result.first && line.column(result.last) > to - 1) --result.last;
  return result;
}

// The cells of `span` in the part of the line that is looked at.
Window marked(const Shown& line, Span span, Span part) {
  const auto cell = [&](std::uint32_t offset) {
    return line.cell_of(std::clamp(offset, part.begin, part.end) - part.begin);
  };
  Window mark{cell(span.begin), cell(std::max(span.begin, span.end))};
  // An end within a character marks the whole of it.
  if (!span.empty() && mark.last == mark.first) mark.last = std::min(mark.first + 1, line.size());
  return mark;
}

std::string carets(const Shown& line, Window mark, Window shown) {
  const std::size_t first = std::clamp(mark.first, shown.first, shown.last);
  const std::size_t last = std::clamp(mark.last, first, shown.last);
  const int count = std::max(line.column(last) - line.column(first), 1);
  return std::string(static_cast<std::size_t>(count), '^');
}

std::string more_lines(Place place) {
  const Span span = place.span;
  if (span.empty()) return "";
  const std::uint32_t more = place.source->line_of(span.end - 1) - place.source->line_of(span.begin);
  return more == 0 ? "" : fmt::format(" and {}", counted(more, "more line"));
}

}  // namespace

std::uint32_t character_begin(const Source& source, std::uint32_t offset) {
  for (int i = 0; i < 3 && offset > 0 && offset < source.size() && is_continuation(source.text()[offset]); ++i)
    --offset;
  return offset;
}

int number_width(const Source& source) {
  return std::max(5, static_cast<int>(std::to_string(source.line_count()).size()));
}

std::string gutter(int number_width, std::uint32_t line, char sign) {
  const std::string number = line == 0 ? "" : std::to_string(line);
  std::string text(
      static_cast<std::size_t>(number_width) - std::min(number.size(), static_cast<std::size_t>(number_width)), ' ');
  return text.append(number).append({' ', sign});
}

void append_excerpt(std::string& out, Place place, Ink ink, const Look& look) {
  const Source& source = *place.source;
  const Near part = near_part(place);
  const Shown line(source.text(part.span));
  const Window mark = marked(line, place.span, part.span);
  const std::string more = more_lines(place);
  const int numbers = number_width(source);
  const int room = std::max(look.width - numbers - 3 - static_cast<int>(more.size()), 20);
  const Window shown = window(line, mark, part, room);
  const bool dots_left = shown.first > 0 || part.cut_left;
  const bool dots_right = shown.last < line.size() || part.cut_right;

  std::string text = dots_left ? " …" : " ";
  text += line.text(shown.first, shown.last);
  if (dots_right) text += "…";
  text.erase(text.find_last_not_of(' ') + 1);
  out += look.paint(Ink::faint, gutter(numbers, source.line_of(place.span.begin) + 1, '|')) + text + '\n';
  const int indent = line.column(std::max(mark.first, shown.first)) - line.column(shown.first) + (dots_left ? 2 : 1);
  out += look.paint(Ink::faint, gutter(numbers, 0, '|')) + std::string(static_cast<std::size_t>(indent), ' ');
  out += look.paint(ink, carets(line, mark, shown)) + more + '\n';
}

}  // namespace paperlint
