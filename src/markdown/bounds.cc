// A paragraph goes on until something ends it. What might not end it is taken for a part of it, so that no text can be
// dearer than it looks; what surely does are blank lines, headings and list items. Those are looked for where the list
// items that are open let them stand: with more than three blanks before it a marker is text.
#include "markdown/bounds.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/byte_set.h"

namespace paperlint::markdown {
namespace {

// Steps of md4c, a nanosecond or less each.
constexpr std::uint64_t kSteps = 1'000'000'000, kStepsPerByte = 64;

std::uint64_t most_steps(const Source& source) { return kSteps + kStepsPerByte * source.size(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A line without the blanks and quotation marks before it.
struct Line {
  std::string_view text;
  std::size_t indent = 0, quotes = 0;  // columns; quotation marks
};

Line line_of(std::string_view text) {
  Line line;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == ' ') {
      ++line.indent;
    } else if (text[at] == '\t') {
      line.indent = (line.indent / 4 + 1) * 4;
    } else if (text[at] == '>' && line.indent < 4) {
      ++line.quotes;
      line.indent = 0;
      if (at + 1 < text.size() && text[at + 1] == ' ') ++at;
    } else {
      break;
    }
  }
  line.text = text.substr(at);
  return line;
}

/// The list marker that a line begins with.
struct Marker {
  std::size_t width = 0;    // columns up to the text of the item; 0 where there is none
  bool interrupts = false;  // may begin a list in the middle of a paragraph
};

Marker marker_of(std::string_view text) {
  Marker marker;
  std::size_t end = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
    end = 1;
  } else {
    while (end < text.size() && end < 9 && is_digit(text[end])) ++end;
    if (end == 0 || end == text.size() || (text[end] != '.' && text[end] != ')')) return {};
    ++end;
  }
  const std::size_t content = std::min(text.find_first_not_of(" \t", end), text.size());
  if (content == end) return {};
  marker.width = end + (content - end > 4 ? 1 : content - end);
  marker.interrupts = content < text.size() && (!is_digit(text[0]) || text.substr(0, end - 1) == "1");
  return marker;
}

/// `* * *`, which is no list item.
bool is_rule(std::string_view text) {
  return text.find_first_not_of(" \t*") == std::string_view::npos ||
         text.find_first_not_of(" \t-") == std::string_view::npos;
}

bool is_heading(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of('#'), text.size());
  return end > 0 && end <= 6 && (end == text.size() || text[end] == ' ' || text[end] == '\t');
}

/// The columns of a table, by the row below its header; 0 where it surely is none in all versions.
std::uint64_t columns(std::string_view text) {
  if (text.find_first_not_of("|:- \t") != std::string_view::npos || text.find("---") == std::string_view::npos)
    return 0;
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '|')) + 1;
}

class Meter {
 public:
  explicit Meter(const Source& source) : source_(source), most_(most_steps(source)) {}

  std::string run() {
    for (std::uint32_t i = 0; i < source_.line_count(); ++i) {
      take(source_.text(source_.line(i)));
      if (steps_ + steps() > most_) return words();
    }
    return {};
  }

  /// The steps of lines [first, last) alone. More than in their place where items are open that they stand in.
  std::uint64_t steps_of(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) take(source_.text(source_.line(i)));
    end();
    return steps_;
  }

 private:
  void take(std::string_view text) {
    const Line line = line_of(text);
    const char first = line.text.empty() ? '\0' : line.text.front();
    const bool odd = first == '<' || first == '`' || first == '~';  // may begin HTML or code, and end a table
    if (line.text.empty() || (columns_ != 0 && odd)) end();
    if (line.text.empty()) return;
    if (line.quotes != quotes_) open_.clear();
    quotes_ = line.quotes;
    const bool begins = begins_block(line);
    if (begins) end();
    ++lines_;
    brackets_ += static_cast<std::uint64_t>(std::count(line.text.begin(), line.text.end(), '['));
    const bool plain = !begins && !odd && open_.empty() && line.quotes == 0 && line.indent < 4;
    if (lines_ == 2 && headed_ && plain) columns_ = columns(line.text);
    headed_ = lines_ == 1 && plain && line.text.find('|') != std::string_view::npos;
    // What stands in HTML or code is no list item.
    constexpr ByteSet kHtml("<>");
    if (odd || kHtml.in(line.text)) open_.clear();
  }

  bool begins_block(const Line& line) {
    std::size_t within = open_.size();  // of the open items, those that the line may stand in
    while (within > 0 && line.indent < open_[within - 1]) --within;
    const bool near = line.indent <= (within == 0 ? 0 : open_[within - 1]) + 3;
    const Marker marker = near && !is_rule(line.text) ? marker_of(line.text) : Marker{};
    const bool is_item = marker.width != 0 && (marker.interrupts || within < open_.size() || lines_ == 0);
    open_.resize(within);
    if (is_item) open_.push_back(line.indent + marker.width);
    return is_item || (near && is_heading(line.text));
  }

  void end() {
    steps_ += steps();
    lines_ = brackets_ = columns_ = 0;
    headed_ = false;
  }

  [[nodiscard]] std::uint64_t steps() const { return lines_ * (columns_ != 0 ? columns_ : brackets_); }

  [[nodiscard]] std::string words() const {
    if (columns_ != 0)
      return "has a table of more than " + std::to_string(lines_ - 1) + " rows and " + std::to_string(columns_) +
             " columns, too large to be read";
    return "has a paragraph of more than " + std::to_string(lines_ - 1) + " lines with brackets, too long to be read";
  }

  const Source& source_;
  const std::uint64_t most_;
  std::vector<std::size_t> open_;  // where the text of the open list items begins, in columns
  std::size_t quotes_ = 0;
  bool headed_ = false;
  std::uint64_t lines_ = 0, brackets_ = 0, columns_ = 0, steps_ = 0;
};

/// Whether no paragraph or table is too much: each has not more brackets or columns than bytes and ends at an empty
/// line, so that only long stretches need be measured.
bool is_surely_cheap(const Source& source) {
  constexpr std::uint32_t kEnding = 2;  // a longer line is not empty, whatever it says
  constexpr std::uint64_t kLong = 1'000'000;
  std::uint64_t steps = 0;
  std::uint32_t first = 0, begin = 0;  // of the lines since the last empty one
  const auto end = [&](std::uint32_t line, std::uint32_t at) {
    const std::uint64_t most = std::uint64_t{line - first} * (at - begin);
    steps += most <= kLong ? most : Meter(source).steps_of(first, line);
    first = line + 1;
    begin = at;
  };
  for (std::uint32_t i = 0; i < source.line_count(); ++i)
    if (source.whole_line(i).size() <= kEnding && source.line(i).empty()) end(i, source.line(i).begin);
  end(source.line_count(), source.size());
  return steps <= most_steps(source);
}

}  // namespace

std::string too_much(const Source& source) { return is_surely_cheap(source) ? std::string() : Meter(source).run(); }

}  // namespace paperlint::markdown
