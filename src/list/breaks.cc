#include "list/breaks.h"

#include <algorithm>
#include <iterator>

namespace paperlint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

std::string_view hard_break(std::string_view line) {
  static constexpr std::string_view kTags[] = {"<br>", "<br/>", "<br />", "</br>", "<BR>"};
  std::size_t end = line.size();
  while (end > 0 && is_blank(line[end - 1])) --end;
  std::size_t begin = end;
  if (end > 0 && line[end - 1] == '\\' && end == line.size()) {
    begin = end - 1;
  } else if (end > 0 && line[end - 1] == '>') {
    const std::size_t open = std::min(line.rfind('<', end), end);
    const std::string_view tag = line.substr(open, end - open);
    if (std::find(std::begin(kTags), std::end(kTags), tag) != std::end(kTags)) begin = open;
  }
  if (begin == end) return line.substr(end, 2) == "  " ? line.substr(end, 2) : std::string_view{};
  while (begin > 0 && is_blank(line[begin - 1])) --begin;
  return line.substr(begin, end - begin);
}

bool ends_field(std::string_view line, std::string_view next) {
  std::size_t marks = 0;
  for (std::size_t at = line.find("**"); at != std::string_view::npos; at = line.find("**", at + 2)) ++marks;
  if (line.empty() || next.empty() || marks % 2 != 0 || line.back() == ',') return false;
  if (std::string_view("*_[`\"!<").find(next.front()) != std::string_view::npos) return true;
  return std::string_view(".*_)]>\\").find(line.back()) != std::string_view::npos;
}

}  // namespace paperlint
