#include "list/numbers.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace paperlint {
namespace {

bool follows(const Parts& before, const Parts& number, std::uint32_t step = 1) {
  if (before.size() != number.size()) return false;
  return std::equal(before.begin(), before.end() - 1, number.begin()) && number.back() == before.back() + step;
}

bool begins_with(const Parts& number, const Parts& prefix) {
  return number.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), number.begin());
}

}  // namespace

Numbers::Numbers(const Document& document)
    : document_(document), before_(document.sections.size()), previous_(document.sections.size()) {
  std::unordered_map<const Section*, std::array<const Section*, 7>> last;
  std::array<const Section*, 7> latest{};
  find_depths();
  for (const Section& section : document.sections) {
    if (!section.number || odd(section)) continue;
    const auto depth = static_cast<std::size_t>(section.level);
    before_[section.index] = std::exchange(last[section.parent][depth], &section);
    previous_[section.index] = std::exchange(latest[depth], &section);
    NumberedLevel& level = levels_[depth];
    ++level.numbers;
    if (section.number->final_dot) ++level.dots;
    const Section* const above = before_[section.index];
    if (above != nullptr ? goes_on(section) : may_begin(section)) ++level.right;
  }
}

void Numbers::find_depths() {
  std::array<std::map<std::size_t, int>, 7> counts;
  for (const Section& section : document_.sections)
    if (section.number) ++counts[static_cast<std::size_t>(section.level)][section.number->parts.size()];
  for (std::size_t level = 0; level < counts.size(); ++level) {
    const auto most = std::max_element(counts[level].begin(), counts[level].end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != counts[level].end()) depths_[level] = most->first;
  }
}

/// Whether the first number under a heading is right: 1 or 0, after its parent's number where it
/// is nested, or the count of the whole level going on.
bool Numbers::may_begin(const Section& section) const {
  const Parts& parts = section.number->parts;
  const Section* const previous = previous_[section.index];
  if (parts.size() == 1 && previous != nullptr && follows(previous->number->parts, parts)) return true;
  if (odd(*section.parent)) return true;
  if (parts.back() > 1) return false;
  const Section& parent = *section.parent;
  return parts.size() == 1 || !parent.number ||
         (begins_with(parts, parent.number->parts) && parts.size() == parent.number->parts.size() + 1);
}

/// Whether a number follows the one before; or, where just that one is wrong, the one before that.
bool Numbers::goes_on(const Section& section) const {
  const Parts& parts = section.number->parts;
  const Section* const above = before_[section.index];
  if (follows(above->number->parts, parts)) return true;
  const Section* const higher = before_[above->index];
  return higher != nullptr && !follows(higher->number->parts, above->number->parts) &&
         follows(higher->number->parts, parts, 2);
}

Parts Numbers::expected(const Section& section) const {
  const Parts& parts = section.number->parts;
  const Section* const above = before_[section.index];
  if (!level(section).counts() || odd(section)) return {};
  if (above == nullptr) {
    if (may_begin(section)) return {};
    Parts right = parts.size() > 1 && section.parent->number ? section.parent->number->parts : Parts{};
    if (parts.size() > 1 && right.empty()) right.assign(parts.begin(), parts.end() - 1);
    right.push_back(1);
    return right == parts ? Parts{} : right;
  }
  if (goes_on(section)) return {};
  Parts right = above->number->parts;
  ++right.back();
  return right;
}

std::vector<Parts> Numbers::renumbered() const {
  std::vector<Parts> now(document_.sections.size());
  for (const Section& section : document_.sections) {
    if (!section.number) continue;
    const Parts& old = section.number->parts;
    const Section* const parent = section.parent;
    Parts& parts = now[section.index];
    parts = old;
    const bool below = parent->number && begins_with(old, parent->number->parts);
    if (below) std::copy(now[parent->index].begin(), now[parent->index].end(), parts.begin());
    if (!level(section).counts() || odd(section)) continue;
    if (const Section* const above = before_[section.index]) {
      parts = now[above->index];
      ++parts.back();
    } else if (!may_begin(section)) {
      if (parent->number && old.size() > 1) {
        parts = now[parent->index];
        parts.push_back(1);
      } else {
        parts.back() = 1;
      }
    } else if (const Section* const previous = previous_[section.index];
               previous != nullptr && old.size() == 1 && old.back() > 1) {
      parts.back() = now[previous->index].back() + 1;
    }
  }
  return now;
}

}  // namespace paperlint
