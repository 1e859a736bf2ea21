// Back from the new text to the old one. What a hunk takes for granted, its context and the lines that it has added,
// must stand there to the letter; nothing is searched for, since a hunk put in at the wrong place would be a lie.
#include <algorithm>

#include "lint/line_diff.h"
#include "lint/patch.h"

namespace paperlint {
namespace {

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

/// A line as messages show it: in one line, and not too long.
std::string shown(std::string_view line) {
  constexpr std::size_t kMost = 60;
  line = without_end(line);
  std::size_t end = std::min(line.size(), kMost);
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  std::string text(line.substr(0, end));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return "'" + text + (end < line.size() ? "\u2026'" : "'");
}

class Undoing {
 public:
  explicit Undoing(std::string_view now) : lines_(split_lines(now)) {}

  Undone operator()(const std::vector<Hunk>& hunks) {
    for (std::size_t i = 0; i < hunks.size() && undone_.error.empty(); ++i) hunk(hunks[i], i + 1);
    if (!undone_.error.empty()) return {{}, std::move(undone_.error)};
    copy(lines_.size());
    return std::move(undone_);
  }

 private:
  void hunk(const Hunk& hunk, std::size_t number);
  void copy(std::size_t end) {
    for (; at_ < end; ++at_) undone_.text += lines_[at_];
  }
  void fail(const Hunk& hunk, std::size_t number, const std::string& what) {
    undone_.error = "hunk " + std::to_string(number) + " (line " + std::to_string(hunk.line) +
                    " of the patch) does not fit: " + what + "; expected a patch that leads to the file as it is";
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;  // the first line that is not dealt with
  Undone undone_;
};

void Undoing::hunk(const Hunk& hunk, std::size_t number) {
  const std::size_t begin = hunk.new_count == 0 ? hunk.new_begin : std::max(hunk.new_begin, 1U) - 1;
  if (begin < at_) return fail(hunk, number, "it begins above the end of the one before it");
  const std::string length = "the file has " + std::to_string(lines_.size()) + " lines";
  if (begin > lines_.size())
    return fail(hunk, number, "it begins at line " + std::to_string(begin + 1) + ", and " + length);
  copy(begin);
  bool removed = false;  // the last line of the patch is one that went
  for (const std::string_view line : split_lines(hunk.body)) {
    const char sign = without_end(line).empty() ? ' ' : line.front();
    if (sign == '\\') {  // "\ No newline at end of file"
      if (removed && !undone_.text.empty() && undone_.text.back() == '\n') undone_.text.pop_back();
      continue;
    }
    const std::string_view text = without_end(line).empty() ? line : line.substr(1);
    removed = sign == '-';
    if (removed) {
      undone_.text += text;
      continue;
    }
    const auto place = [&] { return "line " + std::to_string(at_ + 1); };
    if (at_ == lines_.size()) return fail(hunk, number, "it has " + shown(text) + " at " + place() + ", and " + length);
    if (without_end(lines_[at_]) != without_end(text))
      return fail(hunk, number, "it has " + shown(text) + " at " + place() + ", which is " + shown(lines_[at_]));
    if (sign == ' ') undone_.text += lines_[at_];
    ++at_;
  }
}

}  // namespace

Undone undo(const std::vector<Hunk>& hunks, std::string_view now) { return Undoing(now)(hunks); }

}  // namespace paperlint
