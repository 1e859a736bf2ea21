#include "list/tables.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "list/cells.h"

namespace paperlint {
namespace {

using markdown::Kind;
using markdown::kNone;
using markdown::Leaf;

bool is_delimiter_cell(std::string_view cell) {
  if (!cell.empty() && cell.front() == ':') cell.remove_prefix(1);
  if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document), source_(*document.source) {}
  std::vector<Table> run();

 private:
  void row(const Leaf& leaf);
  void begin(std::uint32_t line, const Leaf& leaf);
  void text(const Leaf& leaf);
  [[nodiscard]] std::optional<Table> meant(std::vector<TableRow> rows, const Leaf& leaf) const;
  [[nodiscard]] TableRow read(std::uint32_t line) const;
  [[nodiscard]] bool is_delimiter(const TableRow& row) const;
  [[nodiscard]] bool may_be_delimiter(const TableRow& row) const;
  [[nodiscard]] bool has_bars(const TableRow& row) const;
  [[nodiscard]] bool is_outside(const Leaf& leaf, const TableRow& row) const;

  const Document& document_;
  const Source& source_;
  std::vector<Table> found_;
  std::uint32_t table_ = kNone;
  const Leaf* last_ = nullptr;  // the last block that was read
};

std::vector<Table> Finder::run() {
  for (const Leaf& leaf : document_.blocks.leaves) {
    if (leaf.kind == Kind::row)
      row(leaf);
    else if (leaf.kind == Kind::paragraph || leaf.kind == Kind::text)
      text(leaf);
    if (leaf.kind != Kind::html) last_ = &leaf;
  }
  return std::move(found_);
}

/// The line without blanks and `>` before it.
TableRow Finder::read(std::uint32_t line) const {
  TableRow row;
  row.line = source_.line(line);
  while (!row.line.empty() && std::string_view(" \t>").find(source_.text()[row.line.begin]) != std::string_view::npos)
    ++row.line.begin;
  split_cells(source_, row.line, row.cells);
  return row;
}

void Finder::row(const Leaf& leaf) {
  const std::uint32_t line = source_.line_of(leaf.lines.begin);
  if (leaf.table != table_) {
    table_ = leaf.table;
    // A header of empty cells is not told of; it stands above the delimiter row.
    begin(leaf.header ? line : line - std::min(line, 2U), leaf);
  }
  if (!leaf.header) found_.back().rows.push_back(read(line));
}

void Finder::begin(std::uint32_t line, const Leaf& leaf) {
  Table& table = found_.emplace_back();
  if (line + 1 < source_.line_count()) table.delimiter = read(line + 1);
  if (!is_delimiter(table.delimiter)) return;
  table.header = read(line);
  if (leaf.header) {
    table.header.line.begin = leaf.content.begin;
    split_cells(source_, table.header.line, table.header.cells);
  }
  if (table.header.cells.size() != table.delimiter.cells.size()) table.kind = Table::Kind::mismatched;
}

bool Finder::is_delimiter(const TableRow& row) const {
  return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                           [&](Span cell) { return is_delimiter_cell(source_.text(cell)); });
}

/// A line of dashes and bars, such as `|:--|--:--|` or `|===|`.
bool Finder::may_be_delimiter(const TableRow& row) const {
  const std::string_view text = source_.text(row.line);
  return row.cells.size() > 1 && text.find_first_not_of("|-:=_+ \t\xE2\x80\x93\x94") == std::string_view::npos &&
         text.find_first_of("-=_\xE2") != std::string_view::npos;
}

bool Finder::has_bars(const TableRow& row) const {
  const std::string_view text = source_.text(row.line);
  return row.cells.size() > 1 && text.front() == '|' && text.find_last_not_of(" \t") == text.rfind('|');
}

/// Whether a line belongs to the paragraph of an item, but stands left of its text; no table goes on there.
bool Finder::is_outside(const Leaf& leaf, const TableRow& row) const {
  if (leaf.item == kNone) return false;
  const std::uint32_t marker = document_.blocks.items[leaf.item].marker.begin;
  return row.line.begin - source_.text_begin(row.line.begin) <= marker - source_.text_begin(marker);
}

/// A paragraph all of whose lines have bars at both ends.
void Finder::text(const Leaf& leaf) {
  if (leaf.content.empty() || source_.text()[leaf.content.begin] != '|') return;
  std::vector<TableRow> rows;
  for (std::uint32_t i = source_.line_of(leaf.content.begin);
       i < source_.line_count() && source_.line(i).begin < leaf.content.end; ++i) {
    rows.push_back(read(i));
    if (rows.size() == 1) {
      rows[0].line.begin = leaf.content.begin;
      split_cells(source_, rows[0].line, rows[0].cells);
    }
    if (!has_bars(rows.back()) || (rows.size() > 1 && is_outside(leaf, rows.back()))) return;
  }
  if (auto table = meant(std::move(rows), leaf)) found_.push_back(std::move(*table));
}

std::optional<Table> Finder::meant(std::vector<TableRow> rows, const Leaf& leaf) const {
  const auto all_have = [&](std::size_t cells) {
    return std::all_of(rows.begin(), rows.end(), [&](const TableRow& row) { return row.cells.size() == cells; });
  };
  const auto dashes =
      std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) { return may_be_delimiter(row); });
  const Table* const above = found_.empty() ? nullptr : &found_.back();
  const bool follows = above != nullptr && last_ != nullptr && last_->kind == Kind::row && last_->item == leaf.item &&
                       above->kind == Table::Kind::shown;
  Table table;
  if (dashes != rows.end()) {
    if (dashes - rows.begin() != 1) return std::nullopt;
    const bool good = is_delimiter(rows[1]);
    if (good && rows[0].cells.size() == rows[1].cells.size()) return std::nullopt;  // something else is wrong
    table.kind = good ? Table::Kind::mismatched : Table::Kind::malformed;
    table.header = rows[0];
    table.delimiter = rows[1];
    table.rows.assign(rows.begin() + 2, rows.end());
  } else if (follows && all_have(above->header.cells.size())) {
    table.kind = Table::Kind::cut_off;
    table.header = above->header;
    table.delimiter = above->delimiter;
    table.gap = {last_->lines.end, leaf.lines.begin};
    table.rows = std::move(rows);
  } else if (rows.size() > 1 && all_have(rows[0].cells.size())) {
    table.kind = Table::Kind::bare;
    table.header = rows[0];
    table.rows.assign(rows.begin() + 1, rows.end());
  } else {
    return std::nullopt;
  }
  return table;
}

}  // namespace

bool drops_text(const Source& source, const TableRow& row, std::size_t shown) {
  return row.cells.size() > shown &&
         std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(shown), row.cells.end(),
                     [&](Span cell) { return holds_text(source.text(cell)); });
}

std::vector<Table> find_tables(const Document& document) { return Finder(document).run(); }

}  // namespace paperlint
