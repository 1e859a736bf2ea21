// table-shape: tables are shown as tables, with all their cells. See table-shape.md.
#include <algorithm>
#include <string>
#include <utility>

#include "list/cells.h"
#include "list/tables.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

std::string count(std::size_t cells) { return std::to_string(cells) + (cells == 1 ? " cell" : " cells"); }

class TableShape final : public Sink {
 public:
  explicit TableShape(const Context& context) : report_(context.report) {}
  void document(const Document& document) override {
    source_ = document.source.get();
    for (const Table& table : find_tables(document)) {
      const bool papers =
          std::any_of(table.rows.begin(), table.rows.end(), [this](const TableRow& row) { return is_paper(row); });
      gained_ = papers && !is_read(document, table) ? Effect::gained : Effect::form;
      check(table);
    }
  }

 private:
  void check(const Table& table);
  void shown(const Table& table);
  void dropped(const Table& table, const TableRow& row, const std::vector<std::uint32_t>& bars);
  void mismatched(const Table& table);
  void bare(const Table& table);
  [[nodiscard]] Place at(Span span) const { return {source_, span}; }
  [[nodiscard]] std::string written(Span span) const { return std::string(source_->text(span)); }
  [[nodiscard]] bool has_link(const TableRow& row) const {
    return source_->text(row.line).find("](") != std::string_view::npos;
  }
  /// Whether a row is read as an entry, once it is shown: it bears a link or a year.
  [[nodiscard]] bool is_paper(const TableRow& row) const {
    std::size_t digits = 0;
    for (const char c : source_->text(row.line)) {
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == 4) return true;
    }
    return has_link(row);
  }
  /// Whether rows are entries already: the parser is more lenient than GitHub where cells do not match.
  [[nodiscard]] static bool is_read(const Document& document, const Table& table) {
    const auto entry = std::partition_point(document.entries.begin(), document.entries.end(), [&](const Entry& each) {
      return each.whole.begin < table.rows.front().line.begin;
    });
    return entry != document.entries.end() && entry->whole.begin < table.rows.back().line.end;
  }
  [[nodiscard]] Fix fix(std::string title, Span span, std::string with) const {
    return {Safety::safe, gained_, std::move(title), {{at(span), std::move(with)}}};
  }

  Report& report_;
  const Source* source_ = nullptr;
  Effect gained_ = Effect::form;  // of what shows the rows of the table that is checked
};

std::string dashes(std::size_t cells) {
  std::string row = "|";
  for (; cells > 0; --cells) row += "---|";
  return row;
}

void TableShape::check(const Table& table) {
  if (table.kind == Table::Kind::shown) return shown(table);
  if (table.kind == Table::Kind::mismatched) return mismatched(table);
  if (table.kind == Table::Kind::bare) return bare(table);
  if (table.kind == Table::Kind::malformed) {
    const bool alike = table.delimiter.cells.size() == table.header.cells.size();
    auto finding = report_(at(table.delimiter.line), "this is no delimiter row, so the table is shown as text",
                           written(table.header.line));
    const std::string row = dashes(table.header.cells.size());
    if (alike) finding.fix(fix("write " + row, table.delimiter.line, row));
    return;
  }
  auto finding = report_(at(table.rows.front().line), "the table ends above this row, which is shown as text",
                         written(table.rows.front().line));
  finding.note(at(table.header.line), "the header of the table");
  if (written(table.gap).find_first_not_of(" \t\r\n") == std::string::npos)
    finding.fix(fix("remove the empty line above", table.gap, ""));
}

/// The first row is a header for sure where it alone bears no link.
void TableShape::bare(const Table& table) {
  const Span header = table.header.line;
  auto finding = report_(at(header), "a table without a delimiter row is shown as text", written(header));
  const std::string marks = written({source_->text_begin(header.begin), header.begin});
  const bool linked =
      std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) { return has_link(row); });
  if (!linked || has_link(table.header) || marks.find_first_not_of(" \t>") != std::string::npos) return;
  const std::string row = dashes(table.header.cells.size());
  finding.fix(fix("add " + row, {header.end, header.end}, std::string(source_->newline()) + marks + row));
}

/// The header tells how many cells there are, where no row holds more.
void TableShape::mismatched(const Table& table) {
  const std::vector<Span>& cells = table.delimiter.cells;
  const std::size_t header = table.header.cells.size();
  auto finding = report_(at(table.delimiter.line),
                         "the delimiter row has " + count(cells.size()) + ", the header " + std::to_string(header) +
                             ", so the table is shown as text",
                         written(table.header.line));
  if (cells.size() < header) {
    const std::string more = dashes(header - cells.size()).substr(1);
    const std::uint32_t end = cells.back().end;
    finding.fix(fix("add to the delimiter row", {end, end}, "|" + more.substr(0, more.size() - 1)));
  } else if (std::all_of(table.rows.begin(), table.rows.end(),
                         [&](const TableRow& row) { return row.cells.size() <= header; }) &&
             header > 0) {
    finding.fix(fix("shorten the delimiter row", {cells[header - 1].end, cells.back().end}, ""));
  }
}

/// Where most rows have more cells than the header, it is the header that lacks some.
void TableShape::shown(const Table& table) {
  const std::size_t header = table.header.cells.size();
  std::vector<const TableRow*> rows;
  for (const TableRow& row : table.rows) {
    if (header == 0 || !drops_text(*source_, row, header)) continue;
    const std::vector<std::uint32_t> bars = bars_in_text(*source_, row.line);
    if (bars.size() + header == row.cells.size())
      dropped(table, row, bars);
    else
      rows.push_back(&row);
  }
  if (rows.size() < 3 || rows.size() * 2 < table.rows.size()) {
    for (const TableRow* row : rows) dropped(table, *row, {});
    return;
  }
  report_(at(table.header.line),
          "the header has " + count(header) + ", most rows have more: what is beyond is not shown",
          written(table.header.line))
      .note(at(rows.front()->line), "a row with " + count(rows.front()->cells.size()));
}

/// `bars` are those that have to be escaped.
void TableShape::dropped(const Table& table, const TableRow& row, const std::vector<std::uint32_t>& bars) {
  const std::size_t header = table.header.cells.size();
  const Span beyond{row.cells[header].begin, row.cells.back().end};
  const std::string subject = written(row.cells[header]), cells = count(row.cells.size());
  auto finding =
      bars.empty()
          ? report_(at(beyond),
                    "the row has " + cells + ", the header " + std::to_string(header) + ": what is beyond is not shown",
                    subject)
          : report_(at({bars.front(), bars.back() + 1}),
                    "the bar parts the row into " + cells + ", the header has " + std::to_string(header), subject);
  finding.note(at(table.header.line), "the header of the table");
  if (bars.empty()) return;
  Fix fix{Safety::safe, Effect::form, "escape the bar", {}};
  for (const std::uint32_t bar : bars) fix.edits.push_back({at({bar, bar}), "\\"});
  finding.fix(std::move(fix));
}

}  // namespace

constinit const Rule rules::table_shape{.name = "table-shape",
                                        .summary = "tables are shown as tables, with all their cells",
                                        .severity = Severity::error,
                                        .fix = Safety::safe,
                                        .needs_entries = false,
                                        .make = make<TableShape>};

}  // namespace paperlint
