// Unified diffs, as git writes them.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/fix.h"
#include "lint/line_diff.h"

namespace paperlint {
namespace {

constexpr std::size_t kContext = 3;

/// A name as git writes it: in quotes with escapes where it holds more than plain ASCII.
std::string quoted(const std::string& name) {
  constexpr std::string_view kLetters = "abtnvfr";  // the escapes of bytes 7 to 13
  std::string text;
  bool plain = true;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 7 && byte <= 13, mark = c == '"' || c == '\\';
    const bool octal = !letter && (byte < 0x20 || byte >= 0x7f);
    plain = plain && !letter && !mark && !octal;
    if (letter || mark || octal) text += '\\';
    if (letter)
      text += kLetters[byte - 7U];
    else if (octal)
      for (const unsigned shift : {6U, 3U, 0U}) text += static_cast<char>('0' + ((byte >> shift) & 7U));
    else
      text += c;
  }
  return plain ? name : '"' + text + '"';
}

std::string header(std::string_view path) {
  while (path.substr(0, 2) == "./") path.remove_prefix(2);
  while (path.substr(0, 1) == "/") path.remove_prefix(1);
  const std::string a = quoted("a/" + std::string(path)), b = quoted("b/" + std::string(path));
  const std::string_view end =
      path.find(' ') == std::string_view::npos ? "\n" : "\t\n";  // else the name ends at the blank
  std::string text = "diff --git " + a + ' ' + b + "\n--- " + a;
  return text.append(end).append("+++ " + b).append(end);
}

std::string lines_of(char sign, std::size_t begin, std::size_t end) {
  const std::size_t count = end - begin;
  std::string text = ' ' + (sign + std::to_string(count == 0 ? begin : begin + 1));
  if (count != 1) text += ',' + std::to_string(count);
  return text;
}

class Hunks {
 public:
  Hunks(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after)
      : before_(before), after_(after) {}

  std::string text(const std::vector<LineRange>& changes) {
    for (auto first = changes.begin(); first != changes.end();) {
      auto last = first;
      while (last + 1 != changes.end() && (last + 1)->a - last->a_end <= 2 * kContext) ++last;
      hunk(first, last);
      first = last + 1;
    }
    return std::move(text_);
  }

 private:
  using Change = std::vector<LineRange>::const_iterator;

  void hunk(Change first, Change last) {
    const std::size_t above = std::min(kContext, first->a), below = std::min(kContext, before_.size() - last->a_end);
    text_ += "@@" + lines_of('-', first->a - above, last->a_end + below) +
             lines_of('+', first->b - above, last->b_end + below) + " @@\n";
    std::size_t next = first->a - above;
    for (Change change = first; change <= last; ++change) {
      lines(' ', before_, next, change->a);
      lines('-', before_, change->a, change->a_end);
      lines('+', after_, change->b, change->b_end);
      next = change->a_end;
    }
    lines(' ', before_, next, last->a_end + below);
  }

  void lines(char sign, const std::vector<std::string_view>& all, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      (text_ += sign) += all[i];
      if (all[i].back() != '\n') text_ += "\n\\ No newline at end of file\n";
    }
  }

  const std::vector<std::string_view>&before_, &after_;
  std::string text_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const std::vector<std::string_view> old_lines = split_lines(before), new_lines = split_lines(after);
  return header(path) + Hunks(old_lines, new_lines).text(line_changes(old_lines, new_lines));
}

}  // namespace paperlint
