#include "report/patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/changes.h"
#include "report/columns.h"
#include "report/reports.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kMostLines = 6;
constexpr int kContext = 30;  // columns on either side of what changes
constexpr int kLeastContext = 8;

// Cells [first, last) of a line; a marked piece is what changes.
struct Piece {
  std::size_t first, last;
  bool marked = false;
};

std::vector<Piece> marked_pieces(const Shown& line, const std::vector<Span>& marks) {
  std::vector<Piece> pieces;
  pieces.reserve(marks.size());
  for (const Span mark : marks) pieces.push_back({line.cell_of(mark.begin), line.cell_of(mark.end), true});
  return pieces;
}

// What is shown: the marked pieces and so many columns around each, in order. A gap of few columns
// is shown, too: it is not worth its dots.
std::vector<Piece> with_context(const Shown& line, const std::vector<Piece>& marked, int context) {
  constexpr int kGap = 3;
  std::vector<Piece> all;
  all.reserve(2 * marked.size() + 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::size_t begin = marked[i].first, end = marked[i].last;
    std::size_t left = std::max(at, line.cell_from(line.column(begin) - context));
    if (line.column(left) - line.column(at) <= kGap) left = at;
    if (left < begin) all.push_back({left, begin});
    all.push_back(marked[i]);
    const std::size_t next = i + 1 < marked.size() ? marked[i + 1].first : line.size();
    at = std::min(line.cell_from(line.column(end) + context), next);
    if (line.column(next) - line.column(at) <= kGap) at = next;
    if (end < at) all.push_back({end, at});
  }
  return all;
}

int columns(const Shown& line, const std::vector<Piece>& pieces) {
  int sum = 2;
  for (const Piece& piece : pieces) sum += line.column(piece.last) - line.column(piece.first);
  return sum;
}

// How much context there is room for around the marks of a line.
int context_for(const Shown& line, const ChangedLine& change, int room) {
  if (!change.cut_left && !change.cut_right && line.columns() <= room) return line.columns();
  const std::vector<Piece> marked = marked_pieces(line, change.marks);
  int context = kContext;
  while (context > kLeastContext && columns(line, with_context(line, marked, context)) > room)
    context = std::max(context / 2, kLeastContext);
  return context;
}

struct Inks {
  char sign;
  Ink line, mark;
};

Inks inks(ChangedLine::Kind kind) {
  if (kind == ChangedLine::Kind::removed) return {'-', Ink::removed, Ink::cut_out};
  if (kind == ChangedLine::Kind::added) return {'+', Ink::added, Ink::put_in};
  return {' ', Ink::faint, Ink::faint};
}

// A line, ready to be shown.
struct Row {
  const ChangedLine* change;
  Shown line;
  int context;
};

// Appends the pieces with dots for what is left out, and stops where the room ends.
void append_pieces(std::string& out, const Row& row, const Look& look, int room) {
  const Shown& line = row.line;
  const ChangedLine& change = *row.change;
  const Inks ink = inks(change.kind);
  const std::vector<Piece> whole{{0, line.size()}};
  const std::vector<Piece> pieces =
      change.marks.empty() ? whole : with_context(line, marked_pieces(line, change.marks), row.context);
  bool dots = change.cut_left;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    if (dots || piece.first != at) {
      out += look.paint(ink.line, "…");
      --room;
    }
    dots = false;
    at = piece.last;
    const auto goes_on = [&] { return at < line.size() || change.cut_right; };
    while (at > piece.first && line.column(at) - line.column(piece.first) > room - (goes_on() ? 1 : 0)) --at;
    out += look.paint(piece.marked ? ink.mark : ink.line, line.text(piece.first, at));
    room -= line.column(at) - line.column(piece.first);
    if (at < piece.last) break;
  }
  if (at < line.size() || change.cut_right) out += look.paint(ink.line, "…");
}

void append_row(std::string& out, const Row& row, int numbers, const Look& look, int room) {
  const Inks ink = inks(row.change->kind);
  std::string start = gutter(numbers, row.change->line, ink.sign);
  if (row.line.size() == 0) start.erase(start.find_last_not_of(' ') + 1);
  out += look.paint(ink.line, start);
  if (row.line.size() > 0) {
    out += ' ';
    append_pieces(out, row, look, room);
  }
  out += '\n';
}

void append_change(std::string& out, const FileChange& change, const Look& look) {
  const int numbers = number_width(*change.source);
  const int room = std::max(look.width - numbers - 3, 20);
  std::vector<Row> rows;
  for (const ChangedLine& line : change.lines) {
    const bool changed = line.kind != ChangedLine::Kind::unchanged;
    Row row{&line, Shown(line.text, changed ? Shown::Trailing::dotted : Shown::Trailing::blank), 0};
    row.context = context_for(row.line, line, room);
    // A line and what it becomes are cut alike.
    if (!rows.empty() && line.line != 0 && rows.back().change->line == line.line)
      row.context = rows.back().context = std::min(row.context, rows.back().context);
    rows.push_back(std::move(row));
  }
  for (const Row& row : rows) append_row(out, row, numbers, look, room);
}

}  // namespace

void append_patch(std::string& out, const Fix& fix, const Source* home, const Look& look) {
  std::uint32_t more = 0;
  for (const FileChange& change : changes(fix, home, kMostLines)) {
    more += change.more;
    if (change.lines.empty()) continue;
    if (change.source != home)
      out += fmt::format("{:>{}}   in {}:\n", "", number_width(*change.source),
                         look.paint(Ink::bold, printable(change.source->path())));
    append_change(out, change, look);
  }
  if (more > 0) out += fmt::format("{:>{}}   … and {}\n", "", number_width(*home), counted(more, "more line"));
}

}  // namespace paperlint
