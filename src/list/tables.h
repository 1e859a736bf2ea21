// Tables, and what was meant to be one.
#pragma once

#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// One line of a table.
struct TableRow {
  Span line;  // without the marks of an item or a quotation, and without its ending
  std::vector<Span> cells;
};

/// A table as it is written; GitHub may show it as text.
struct Table {
  enum class Kind : std::uint8_t {
    shown,       // as a table
    mismatched,  // header and delimiter row differ in their cells
    malformed,   // what should be the delimiter row is none
    bare,        // no delimiter row
    cut_off,     // rows that something parts from the table above
  };
  Kind kind = Kind::shown;
  TableRow header, delimiter;  // those of the table above, where it is `cut_off`
  std::vector<TableRow> rows;
  Span gap;  // whole lines between it and the table above, where it is `cut_off`
};

/// Whether a row holds text in cells beyond the first `shown`.
[[nodiscard]] bool drops_text(const Source& source, const TableRow& row, std::size_t shown);

/// All tables of a Document, in order. Of what is no table for the parser, only lines with bars at both ends count.
[[nodiscard]] std::vector<Table> find_tables(const Document& document);

}  // namespace paperlint
