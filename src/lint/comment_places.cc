#include "lint/comment_places.h"

#include <algorithm>
#include <cstdint>

#include "list/cells.h"
#include "list/html.h"

namespace paperlint {
namespace {

using markdown::Kind;
using markdown::Leaf;

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kMarks = "*_~";
constexpr std::size_t kNoTable = SIZE_MAX;  // columns of rows that are shown as text
constexpr std::string_view kLine = "paperlint-disable-line";
constexpr std::string_view kNextLine = "paperlint-disable-next-line";

std::string joined(const RuleNames& rules) {
  std::string text;
  for (const std::string_view rule : rules) text.append(text.empty() ? "" : ", ").append(rule);
  return text;
}

/// A comment between two texts.
Insertion comment(std::uint32_t at, std::string_view before, std::string_view word, const RuleNames& rules,
                  std::string_view after) {
  const std::string text = "<!-- " + std::string(word) + " " + joined(rules) + " -->";
  const auto begin = static_cast<std::uint32_t>(before.size());
  return {
      at, std::string(before) + text + std::string(after), {begin, begin + static_cast<std::uint32_t>(text.size())}};
}

/// How many stand at the end.
std::size_t backslashes(std::string_view text) { return text.size() - (text.find_last_not_of('\\') + 1); }

/// Whether a comment goes on at the end of a text.
bool opens_comment(std::string_view text) {
  const std::size_t open = text.rfind("<!--");
  return open != std::string_view::npos && text.find("-->", open) == std::string_view::npos;
}

}  // namespace

CommentPlaces::CommentPlaces(const Document& document, const Selection& selection)
    : document_(document), source_(*document.source) {
  std::vector<Span> cells;
  for (const Leaf& leaf : document.blocks.leaves) {
    if (!leaf.header) continue;
    split_cells(source_, leaf.content, cells);
    columns_.emplace(leaf.table, cells.size());
  }
  if (document.comments.empty()) return;
  const std::vector<std::uint32_t> next = next_lines(document);
  DirectiveReader reader(selection, nullptr);
  for (const Comment& one : document.comments) {
    Directive directive;
    if (reader.read(one, directive)) keep(directive, next);
  }
}

void CommentPlaces::keep(const Directive& directive, const std::vector<std::uint32_t>& next) {
  const Span span = directive.comment->span;
  const std::string_view behind = source_.text({directive.list().end, span.end});
  if (behind.find_first_not_of("- \t\r\n>") != std::string_view::npos) return;
  const std::uint32_t first = source_.line_of(span.begin), last = source_.line_of(span.end - 1);
  switch (directive.kind) {
    case Directive::Kind::line:
      return open_.push_back({first, directive.list().end});
    case Directive::Kind::next_line:
      if (next[last + 1] != kNoLine) open_.push_back({next[last + 1], directive.list().end});
      return;
    case Directive::Kind::file:
      return open_.push_back({kNoLine, directive.list().end});
    case Directive::Kind::begin:
    case Directive::Kind::end:
      return;
  }
}

std::optional<Insertion> CommentPlaces::find(std::uint32_t line, Reach reach, const RuleNames& rules) const {
  switch (reach) {
    case Reach::there:
      return there(line, rules);
    case Reach::line:
      return at_end(line, kLine, rules);
    case Reach::above:
      return above(line, rules);
    case Reach::before:
      return line == 0 ? std::nullopt : at_end(line - 1, kNextLine, rules);
    case Reach::file:
      if (auto known = there(kNoLine, rules)) return known;
      return whole_file(rules);
    case Reach::none:
      break;
  }
  return std::nullopt;
}

std::optional<Insertion> CommentPlaces::there(std::uint32_t line, const RuleNames& rules) const {
  const auto known = std::find_if(open_.begin(), open_.end(), [line](const Open& one) { return one.line == line; });
  if (known == open_.end()) return std::nullopt;
  return Insertion{known->end, ", " + joined(rules), {}};
}

/// Before the blanks or the backslash that break the line, which have to stand at its end. In a heading a comment would
/// be part of the anchor.
std::optional<Insertion> CommentPlaces::at_end(std::uint32_t line, std::string_view word,
                                               const RuleNames& rules) const {
  const Leaf* const leaf = this->leaf(line);
  if (leaf == nullptr || leaf->kind == Kind::heading || leaf->kind == Kind::code) return std::nullopt;
  if (leaf->kind == Kind::row) return in_last_cell(leaf->content, columns_.at(leaf->table), word, rules);
  const std::uint32_t begin = this->begin(line);
  std::string_view text = source_.text({begin, source_.line(line).end});
  if (text.starts_with('|') && text.ends_with('|'))
    return in_last_cell({begin, source_.line(line).end}, kNoTable, word, rules);
  const bool breaks = backslashes(text) % 2 == 1 && source_.line(line).end < leaf->content.end;
  if (breaks) text.remove_suffix(1);
  const auto at = begin + static_cast<std::uint32_t>(text.find_last_not_of(kBlanks) + 1);
  // A mark of emphasis may open before a backslash, as before a comment, but not before a blank.
  const bool marks = breaks && !text.empty() && kMarks.find(text.back()) != kMarks.npos;
  const std::string_view before = source_.text({leaf->lines.begin, at});
  if (leaf->kind == Kind::html ? !html_is_text(before) : opens_comment(before)) return std::nullopt;
  return comment(at, marks ? "" : " ", word, rules, "");
}

/// Cells that the header has no column for are not shown, and hold no comments; empty ones stay so.
std::optional<Insertion> CommentPlaces::in_last_cell(Span row, std::size_t columns, std::string_view word,
                                                     const RuleNames& rules) const {
  std::vector<Span> cells;
  split_cells(source_, row, cells);
  if (cells.size() > columns) cells.resize(columns);
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty() || source_.text(cells.back()).ends_with('\\')) return std::nullopt;  // it speaks to the bar
  const std::uint32_t at = cells.back().end;
  const bool bar = at < row.end && source_.text()[at] == '|';
  if (bar && columns == kNoTable) return comment(at, "", word, rules, "");  // a blank would be seen
  return comment(at, " ", word, rules, bar ? " " : "");
}

std::optional<Insertion> CommentPlaces::above(std::uint32_t line, const RuleNames& rules) const {
  const Leaf* const leaf = this->leaf(line);
  const std::uint32_t begin = this->begin(line);
  if (leaf != nullptr && leaf->kind == Kind::html && !html_is_text(source_.text({leaf->lines.begin, begin})))
    return std::nullopt;
  const std::string_view text = source_.text({begin, source_.line(line).end});
  const std::string_view indent = text.substr(0, text.find_first_not_of(" \t>"));
  return comment(begin, indent, kNextLine, rules, source_.newline());
}

/// Front matter has to stay at the top.
Insertion CommentPlaces::whole_file(const RuleNames& rules) const {
  constexpr std::string_view kWord = "paperlint-disable-file";
  if (!is_front_matter()) return comment(source_.start(), "", kWord, rules, source_.newline());
  const std::string newline(source_.newline());
  const char last = source_.text().back();
  return comment(source_.size(), last == '\n' || last == '\r' ? newline : newline + newline, kWord, rules, newline);
}

/// The block that holds text on the line; nullptr where there is none.
const Leaf* CommentPlaces::leaf(std::uint32_t line) const {
  const std::uint32_t at = begin(line);
  const auto& leaves = document_.blocks.leaves;
  const auto after =
      std::partition_point(leaves.begin(), leaves.end(), [at](const Leaf& one) { return one.lines.begin <= at; });
  return after != leaves.begin() && at < (after - 1)->lines.end ? &*(after - 1) : nullptr;
}

std::uint32_t CommentPlaces::begin(std::uint32_t line) const { return source_.text_begin(source_.line(line).begin); }

bool CommentPlaces::is_front_matter() const {
  const std::string_view first = source_.text({begin(0), source_.line(0).end});
  return first.substr(0, first.find_last_not_of(kBlanks) + 1) == "---" || first == "+++";
}

}  // namespace paperlint
