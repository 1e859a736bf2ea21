#include "list/cells.h"

namespace paperlint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_blank(text[span.begin])) ++span.begin;
  while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

void split_cells(const Source& source, Span row, std::vector<Span>& cells) {
  const std::string_view text = source.text();
  cells.clear();
  row = trimmed(text, row);
  if (row.empty()) return;
  std::uint32_t begin = text[row.begin] == '|' ? row.begin + 1 : row.begin;
  for (std::uint32_t at = begin; at < row.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|') {
      cells.push_back(trimmed(text, {begin, at}));
      begin = at + 1;
    }
  }
  if (begin < row.end) cells.push_back(trimmed(text, {begin, row.end}));
}

}  // namespace paperlint
