#include "list/cells.h"

#include <algorithm>

#include "list/html.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Without the blanks around it, and the comments behind its text.
Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_blank(text[span.begin])) ++span.begin;
  while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
  const Span rest = without_comments(text, span);
  return rest.empty() ? span : rest;
}

/// Finds code, maths and links in a row.
class TextFinder {
 public:
  TextFinder(std::string_view text, std::uint32_t end) : text_(text.substr(0, end)) {}
  /// Past what begins at `at`; `at` itself where nothing does.
  std::size_t end_of(std::size_t at) {
    if (text_[at] == '`' || text_[at] == '$') return end_of_run(at);
    return text_[at] == '[' ? end_of_link(at) : at;
  }

 private:
  std::size_t end_of_run(std::size_t at) {
    if (!open_) return at;
    const std::size_t inside = std::min(text_.find_first_not_of(text_[at], at), text_.size());
    const std::string_view marks = text_.substr(at, inside - at);
    const std::size_t close = text_.find(marks, inside);
    open_ = close != kNone;
    if (!open_) return at;
    const auto parts = [](char c) { return is_blank(c) || c == '|'; };
    const bool sum = marks == "$" && (parts(text_[inside]) || parts(text_[close - 1]));  // `$5 | $6`
    return sum ? at : close + marks.size();
  }

  std::size_t end_of_link(std::size_t at) {
    const std::size_t next = std::min(text_.find('[', at + 1), text_.size());
    const std::size_t middle = text_.substr(0, next).find("](", at);
    const std::size_t end = middle == kNone || !link_ ? kNone : text_.find(')', middle);
    if (middle != kNone) link_ = end != kNone;
    return end == kNone ? at : end + 1;
  }

  const std::string_view text_;
  bool open_ = true, link_ = true;  // what opens may still be closed
};

}  // namespace

void split_cells(const Source& source, Span row, std::vector<Span>& cells) {
  const std::string_view text = source.text();
  cells.clear();
  while (!row.empty() && is_blank(text[row.begin])) ++row.begin;
  while (!row.empty() && is_blank(text[row.end - 1])) --row.end;
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

bool holds_text(std::string_view cell) {
  if (cell.substr(0, 6) == "[//]: ") return false;
  for (std::size_t at = 0; at < cell.size();) {
    if (cell.substr(at, 4) == "<!--") {
      const std::size_t end = cell.find("-->", at + 4);
      at = end == kNone ? cell.size() : end + 3;
    } else if (is_blank(cell[at])) {
      ++at;
    } else {
      return true;
    }
  }
  return false;
}

std::vector<std::uint32_t> bars_in_text(const Source& source, Span row) {
  const std::string_view text = source.text();
  TextFinder finder(text, row.end);
  std::vector<std::uint32_t> bars;
  for (std::size_t at = row.begin; at < row.end;) {
    if (text[at] == '\\') {
      at += 2;
      continue;
    }
    const std::size_t end = finder.end_of(at);
    for (std::size_t i = at; i < end; ++i)
      if (text[i] == '|' && text[i - 1] != '\\') bars.push_back(static_cast<std::uint32_t>(i));
    at = std::max(end, at + 1);
  }
  return bars;
}

}  // namespace paperlint
