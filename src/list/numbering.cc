#include "list/numbering.h"

#include <algorithm>
#include <map>
#include <utility>

namespace paperlint {

using markdown::kNone;

namespace {

constexpr std::uint32_t kMostNumber = 5000;  // what is larger is a year, or no number at all

std::uint32_t number_of(std::string_view marker) {
  std::uint32_t number = 0;
  for (const char c : marker.substr(0, marker.size() - 1)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

}  // namespace

std::uint32_t Numbering::expected(std::size_t index) const {
  const auto steps = static_cast<std::uint32_t>(index);
  if (way_ == Way::constant) return start_;
  if (way_ == Way::up) return start_ + steps;
  return start_ >= steps ? start_ - steps : 0;
}

bool Numbering::breaks(std::size_t index) const { return departs(index) && (index == 0 || !departs(index - 1)); }

bool Numbering::departs(std::size_t index) const {
  if (way_ == Way::none || items_[index].number == expected(index)) return false;
  return index == 0 || way_ == Way::constant || items_[index].number != following(index);
}

std::uint32_t Numbering::following(std::size_t index) const {
  if (index == 0 || way_ == Way::constant) return expected(index);
  const std::uint32_t before = items_[index - 1].number;
  return way_ == Way::up ? before + 1 : before - std::min(before, 1U);
}

/// `counts` tells whether the lists of the file count.
void Numbering::settle(bool counts) {
  std::size_t up = 0, down = 0, same = 0, in_place = 0;
  start_ = items_.empty() ? 0 : items_.front().number;
  for (std::size_t i = 1; i < items_.size(); ++i) {
    const std::uint32_t before = items_[i - 1].number, own = items_[i].number;
    up += own == before + 1;
    down += own + 1 == before;
    same += own == before;
    in_place += own == start_ + static_cast<std::uint32_t>(i);
  }
  const std::size_t steps = items_.empty() ? 0 : items_.size() - 1;
  const auto most = [&](std::size_t way) { return way == steps || (steps >= 3 && way * 3 >= steps * 2); };
  if (steps == 0)
    way_ = Way::none;
  else if (most(up) || most(in_place) || (counts && same < steps && up * 2 >= steps) ||
           (counts && steps == 1 && same == 1))
    way_ = Way::up;
  else if (most(down))
    way_ = Way::down;
  else if (same == steps || (steps >= 5 && same * 5 >= steps * 4))
    way_ = Way::constant;
}

/// Reads the numbered lists of one file.
class NumberingReader {
 public:
  explicit NumberingReader(const Document& document) : document_(document) {}
  std::vector<Numbering> run();

 private:
  struct List {
    std::vector<Numbering::Item> items;
    std::uint32_t parent = kNone;
    std::size_t section = 0;
    bool told = true;  // all markers are known
  };
  void read_lists();
  void find_habits();
  [[nodiscard]] bool goes_on(const List& before, const List& list) const;
  static void leave_put_first(std::vector<Numbering>& all);
  static void begin_with_one(std::vector<Numbering>& all);

  const Document& document_;
  std::vector<List> lists_;  // in order of their first item
  std::uint32_t restart_ = 0, go_on_ = 0;
  bool counts_ = false;
};

void NumberingReader::read_lists() {
  std::map<std::uint32_t, std::size_t> numbers;  // of lists
  const auto& items = document_.blocks.items;
  std::size_t section = 0;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!items[i].ordered) continue;
    const auto [at, fresh] = numbers.try_emplace(items[i].list, lists_.size());
    if (fresh) lists_.emplace_back();
    List& list = lists_[at->second];
    if (items[i].marker.empty()) {
      list.told = false;
      continue;
    }
    while (section + 1 < document_.sections.size() &&
           document_.sections[section + 1].whole.begin <= items[i].marker.begin)
      ++section;
    list.parent = items[i].parent;
    list.section = section;
    const std::uint32_t number = number_of(document_.source->text(items[i].marker));
    list.told = list.told && number <= kMostNumber;
    list.items.push_back({i, number});
  }
}

/// Whether lists count, and whether they begin anew below each heading.
void NumberingReader::find_habits() {
  std::size_t steps = 0, up = 0, constant = 0;
  const List* before = nullptr;
  for (const List& list : lists_) {
    if (!list.told || list.items.empty()) continue;
    std::size_t own = 0, same = 0;
    for (std::size_t i = 1; i < list.items.size(); ++i) {
      own += list.items[i].number == list.items[i - 1].number + 1;
      same += list.items[i].number == list.items[i - 1].number;
    }
    steps += list.items.size() - 1;
    up += own;
    constant += list.items.size() > 2 && same + 1 == list.items.size();
    if (list.parent != kNone) continue;
    if (before != nullptr && before->section != list.section) {
      restart_ += list.items.front().number <= 1;
      go_on_ += list.items.front().number == before->items.back().number + 1;
    }
    before = &list;
  }
  counts_ = steps >= 20 && up * 20 >= steps * 19 && constant == 0;
}

/// Whether a list goes on with the numbers of the one before it.
bool NumberingReader::goes_on(const List& before, const List& list) const {
  const std::uint32_t first = list.items.front().number, last = before.items.back().number;
  if (before.section != list.section) return first > 1 && first == last + 1 && go_on_ * 5 >= (go_on_ + restart_) * 4;
  return first > 1;
}

std::vector<Numbering> NumberingReader::run() {
  read_lists();
  find_habits();
  std::vector<Numbering> all;
  std::map<std::uint32_t, std::pair<std::size_t, const List*>> last;  // by parent
  for (const List& list : lists_) {
    if (!list.told || list.items.empty()) continue;
    const auto [at, fresh] = last.try_emplace(list.parent, all.size(), &list);
    if (fresh || !goes_on(*at->second.second, list)) {
      at->second.first = all.size();
      all.emplace_back();
    }
    at->second.second = &list;
    auto& items = all[at->second.first].items_;
    items.insert(items.end(), list.items.begin(), list.items.end());
  }
  for (Numbering& numbering : all) numbering.settle(counts_);
  leave_put_first(all);
  begin_with_one(all);
  return all;
}

/// New items that are put first with a 1, while the others keep their numbers: `1. 1. 1. 2. 3.`
bool put_first(const std::vector<Numbering::Item>& items) {
  std::size_t ones = 0;
  while (ones < items.size() && items[ones].number == 1) ++ones;
  if (ones < 2 || ones == items.size()) return false;
  return std::is_sorted(items.begin() + static_cast<std::ptrdiff_t>(ones), items.end(),
                        [](const Numbering::Item& a, const Numbering::Item& b) { return a.number < b.number; });
}

/// Where several lists put new items first, that is how the list is kept.
void NumberingReader::leave_put_first(std::vector<Numbering>& all) {
  const auto first = [](const Numbering& one) { return put_first(one.items_); };
  const auto many = std::count_if(all.begin(), all.end(), first) >= 3;
  for (Numbering& numbering : all)
    if (first(numbering) && (many || numbering.way_ == Numbering::Way::constant)) numbering.way_ = Numbering::Way::none;
}

/// Where nearly all that count up begin with 1, the others should.
void NumberingReader::begin_with_one(std::vector<Numbering>& all) {
  const auto counts = [](const Numbering& one) { return one.way_ == Numbering::Way::up; };
  const auto begins = [&](const Numbering& one) { return counts(one) && one.start_ == 1; };
  const auto counting = std::count_if(all.begin(), all.end(), counts);
  const auto right = std::count_if(all.begin(), all.end(), begins);
  if (right < 5 || right * 10 < counting * 9) return;
  for (Numbering& numbering : all)
    if (counts(numbering) && numbering.start_ > 1) numbering.start_ = 1;
}

std::vector<Numbering> find_numberings(const Document& document) { return NumberingReader(document).run(); }

bool keeps_shape(const Document& document, std::uint32_t index, std::size_t digits) {
  const markdown::Item& item = document.blocks.items[index];
  if (item.marker.size() == digits + 1) return true;
  const Source& source = *document.source;
  const auto indent_of = [&](Span line) {
    std::uint32_t at = line.begin;
    while (at < line.end && source.text()[at] == ' ') ++at;
    return at - line.begin;
  };
  const std::uint32_t first = source.line_of(item.marker.begin);
  const Span line = source.line(first);
  const std::uint32_t before = item.marker.begin - line.begin;
  const std::uint32_t blanks = indent_of({item.marker.end, line.end});
  if (source.text({line.begin, item.marker.begin}).find_first_not_of(' ') != std::string_view::npos) return false;
  const auto width = static_cast<std::uint32_t>(digits + 1);
  const std::uint32_t old = before + item.marker.size() + blanks, now = before + width + blanks;
  bool lazy = true;  // still in the paragraph that the item begins with
  for (std::uint32_t i = first + 1; i < source.line_count() && source.line(i).begin < item.whole.end; ++i) {
    const Span next = source.line(i);
    const std::uint32_t indent = indent_of(next);
    if (next.begin + indent == next.end) {
      lazy = false;
      continue;
    }
    if (source.text()[next.begin + indent] == '\t') return false;
    if (lazy && indent < old) continue;
    lazy = false;
    if (indent < now || (indent >= now + 4 && indent < old + 4)) return false;
  }
  return true;
}

}  // namespace paperlint
