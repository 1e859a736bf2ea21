#include "report/bars.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/columns.h"
#include "report/words.h"

namespace paperlint {
namespace {

constexpr int kLabel = 38, kBar = 24, kShare = 5;  // columns at most

/// As many eighths of a column as fit the share, and at least one.
std::string bar(std::uint32_t count, std::uint32_t whole, int columns) {
  static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0 || whole == 0 || columns <= 0) return "";
  const std::uint64_t most = static_cast<std::uint64_t>(columns) * 8;
  const std::uint64_t eighths = std::clamp<std::uint64_t>(most * count / whole, 1, most);
  std::string out;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) out += "█";
  return out.append(kEighths[eighths % 8]);
}

}  // namespace

std::string percent(std::uint32_t part, std::uint32_t whole) {
  if (whole == 0 || part == 0) return "0 %";
  const std::uint64_t rounded = (std::uint64_t{200} * part + whole) / (std::uint64_t{2} * whole);
  if (rounded == 0) return "<1 %";
  return fmt::format("{} %", part < whole ? std::min<std::uint64_t>(rounded, 99) : 100);
}

void append_bars(std::string& out, const std::vector<BarRow>& rows, const BarStyle& style, const Look& look) {
  int label_width = 8;
  std::size_t count_width = 1;
  for (const BarRow& row : rows) {
    label_width = std::max(label_width, Shown(cut(row.label, kLabel)).columns());
    count_width = std::max(count_width, grouped(row.count).size());
  }
  const int numbers = static_cast<int>(count_width) + (style.shares ? kShare + 2 : 0);
  label_width = std::min(label_width, std::max(look.width - style.indent - numbers - 6, 8));
  const int left = look.width - style.indent - label_width - numbers - 4;
  for (const BarRow& row : rows) {
    const std::string label = cut(row.label, label_width);
    const int blanks = label_width - Shown(label).columns();
    out += fmt::format("{:{}}{}{:{}}  {:>{}}", "", style.indent, label, "", std::max(blanks, 0), grouped(row.count),
                       count_width);
    if (style.shares) out += fmt::format("  {:>{}}", percent(row.count, style.whole), kShare);
    if (const std::string drawn = bar(row.count, style.whole, std::min(left, kBar)); !drawn.empty())
      out += "  " + look.paint(Ink::note, drawn);
    out += '\n';
  }
}

}  // namespace paperlint
