#include "lint/siblings.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "list/cells.h"

namespace paperlint {

using markdown::kNone;

namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// The leaf with which an entry begins.
std::size_t leaf_of(const Entry& entry) {
  const auto& leaves = entry.document->blocks.leaves;
  const auto after = std::partition_point(
      leaves.begin(), leaves.end(), [&](const markdown::Leaf& leaf) { return leaf.lines.begin <= entry.body.begin; });
  return static_cast<std::size_t>(after - leaves.begin()) - 1;
}

/// Lists are numbered as they open, so that between two items of one list stand only items of later ones.
std::vector<Sibling> items_beside(const Document& document, std::uint32_t own) {
  const auto& items = document.blocks.items;
  const std::uint32_t list = items[own].list;
  std::uint32_t first = own, last = own;
  for (std::uint32_t i = own; i-- > 0 && items[i].list >= list;)
    if (items[i].list == list) first = i;
  for (std::uint32_t i = own + 1; i < items.size() && (items[i].list == list || items[i].parent != kNone); ++i) {
    if (items[i].list == list) last = i;
    if (items[i].list != list && items[i].parent < first) break;
  }
  std::vector<Sibling> all;
  for (std::uint32_t i = first; i <= last; ++i) {
    if (items[i].list != list) continue;
    if (items[i].marker.empty()) return {};
    const Span number{items[i].marker.begin, items[i].ordered ? items[i].marker.end - 1 : items[i].marker.begin};
    all.push_back({items[i].whole, number, i});
  }
  return all;
}

/// The first cells, where they are numbers that count by one.
void number_rows(const Source& source, std::vector<Sibling>& rows) {
  std::vector<Span> cells;
  long step = 0, before = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Span line = source.line(source.line_of(rows[i].whole.begin));
    split_cells(source, line, cells);
    const std::string_view text = cells.empty() ? std::string_view{} : source.text(cells.front());
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool counts = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    if (i == 1) step = number - before;
    if (i > 0) counts = counts && number - before == step && std::abs(step) == 1;
    if (!counts) {
      for (Sibling& row : rows) row.number = {row.whole.begin, row.whole.begin};
      return;
    }
    before = number;
    rows[i].number = cells.front();
  }
}

std::vector<Sibling> rows_beside(const Document& document, std::size_t leaf, Span& header) {
  const auto& leaves = document.blocks.leaves;
  const std::uint32_t table = leaves[leaf].table;
  std::size_t first = leaf;
  while (first > 0 && leaves[first - 1].table == table) --first;
  std::vector<Sibling> rows;
  for (std::size_t i = first; i < leaves.size() && leaves[i].table == table; ++i) {
    if (leaves[i].header)
      header = leaves[i].content;
    else
      rows.push_back({leaves[i].lines, {}, kNone});
  }
  number_rows(*document.source, rows);
  return rows;
}

std::string_view blank_between(const Source& source, const std::vector<Sibling>& siblings) {
  std::string_view blank;
  for (std::size_t i = 1; i < siblings.size(); ++i) {
    if (siblings[i].whole.begin < siblings[i - 1].whole.end) return {};
    const std::string_view between = source.text({siblings[i - 1].whole.end, siblings[i].whole.begin});
    if (i == 1) blank = between;
    if (between != blank || between.find_first_not_of(kBlank) != std::string_view::npos) return {};
  }
  return blank;
}

}  // namespace

PlaceNumbers::PlaceNumbers(const Source& source, const Siblings& list) : source_(source), all_(list.all) {
  if (numbered() && all_.size() > 1) step_ = value(1) - value(0);
}

/// -1 where there is none, or one of too many digits.
long PlaceNumbers::value(std::size_t place) const {
  const std::string_view digits = source_.text(all_[place].number);
  long number = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string PlaceNumbers::operator()(std::size_t place) const {
  if (!numbered()) return {};
  if (place < all_.size()) return std::string(source_.text(all_[place].number));
  return std::to_string(value(0) + step_ * static_cast<long>(place));
}

/// What begins with a number above one goes on from another list; what counts down would begin with another number.
bool PlaceNumbers::may_change_length() const {
  if (!numbered()) return true;
  const long first = value(0), last = value(all_.size() - 1);
  const bool counts = first >= 0 && last == first + step_ * static_cast<long>(all_.size() - 1);
  return counts && (step_ == 0 || (step_ == 1 && first <= 1));
}

const Siblings& SiblingLists::of(const Entry& entry) {
  const Document& document = *entry.document;
  const std::size_t leaf = leaf_of(entry);
  const markdown::Leaf& own = document.blocks.leaves[leaf];
  const bool row = entry.carrier == Carrier::row;
  const std::uint32_t number = row ? own.table : own.item == kNone ? kNone : document.blocks.items[own.item].list;
  const auto [at, fresh] = known_.try_emplace({&document, row, number});
  Siblings& siblings = at->second;
  if (!fresh || number == kNone) return siblings;
  siblings.all = row ? rows_beside(document, leaf, siblings.header) : items_beside(document, own.item);
  siblings.blank = blank_between(*document.source, siblings.all);
  return siblings;
}

}  // namespace paperlint
