#include "list/numbers.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/markup.h"

namespace paperlint {
namespace {

bool follows(const Parts& before, const Parts& number, std::uint32_t step = 1) {
  if (before.size() != number.size()) return false;
  return std::equal(before.begin(), before.end() - 1, number.begin()) && number.back() == before.back() + step;
}

/// 2.1 or 2.0 after 1.4: the count of a section whose own heading is missing.
bool opens_next(const Parts& before, const Parts& number) {
  if (before.size() != number.size() || number.size() < 2 || number.back() > 1) return false;
  return follows({before.begin(), before.end() - 1}, {number.begin(), number.end() - 1});
}

bool begins_with(const Parts& number, const Parts& prefix) {
  return number.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), number.begin());
}

/// The number that a heading means, however it is written: `1,3 Title`, `1.3Title`.
Parts meant(const Section& section) {
  if (section.number) return section.number->parts;
  const std::string_view text = section.text(section.heading);
  Parts parts;
  for (std::size_t at = 0; parts.size() < 4;) {
    std::uint32_t part = 0;
    const std::size_t begin = at;
    while (at < text.size() && at - begin < 3 && text[at] >= '0' && text[at] <= '9')
      part = part * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    if (at == begin) break;
    parts.push_back(part);
    const bool in_word =
        at < text.size() && (markup::is_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
    if (parts.size() == 1 && in_word) return {};  // `3D`
    if (at >= text.size() || std::string_view(".,:;-").find(text[at]) == std::string_view::npos) break;
    ++at;
  }
  return parts;
}

}  // namespace

Numbers::Numbers(const Document& document)
    : document_(document),
      before_(document.sections.size()),
      previous_(document.sections.size()),
      steps_(document.sections.size()),
      places_(document.sections.size()) {
  std::unordered_map<const Section*, std::array<const Section*, 7>> last;
  std::array<const Section*, 7> latest{};
  find_depths();
  for (const Section& section : document.sections) {
    if (!section.number || odd(section)) continue;
    const auto depth = static_cast<std::size_t>(section.level);
    before_[section.index] = std::exchange(last[section.parent][depth], &section);
    previous_[section.index] = std::exchange(latest[depth], &section);
    if (lacks_parent(section)) before_[section.index] = nullptr;
    NumberedLevel& level = levels_[depth];
    ++level.numbers;
    if (section.number->final_dot) ++level.dots;
    find_hidden(section);
    const Section* const above = before_[section.index];
    places_[section.index] = above == nullptr ? 1 : places_[above->index] + step(section);
    if (above != nullptr && above->number->parts == section.number->parts) ++level.repeats;
    const bool in_place = section.number->parts.back() == places_[section.index];
    if (above != nullptr ? in_place || goes_on(section) : may_begin(section)) ++level.right;
  }
  renumber();
}

/// Looks between a numbered heading and the one before for those that bear the numbers between.
void Numbers::find_hidden(const Section& section) {
  const Section* above = before_[section.index];
  if (above == nullptr && odd(*section.parent)) above = previous_[section.index];
  if (above == nullptr || follows(above->number->parts, section.number->parts)) return;
  std::uint32_t& steps = steps_[section.index];
  for (std::uint32_t i = above->index + 1; i < section.index; ++i) {
    const Section& other = document_.sections[i];
    const bool regular = other.number && other.level == section.level && !odd(other);
    if (regular || !follows(above->number->parts, meant(other), steps + 1)) continue;
    hidden_.push_back(&other);
    ++steps;
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

/// Whether a heading between this one and the one before is none to Markdown (`#2 Title`): this one begins anew.
bool Numbers::lacks_parent(const Section& section) const {
  const Section* const previous = previous_[section.index];
  return previous != nullptr && previous->parent == section.parent &&
         opens_next(previous->number->parts, section.number->parts);
}

/// Whether the first number under a heading is right: 1 or 0, after its parent's number where it
/// is nested, or the count of the whole level going on.
bool Numbers::may_begin(const Section& section) const {
  const Parts& parts = section.number->parts;
  const Section* const previous = previous_[section.index];
  if (parts.size() == 1 && previous != nullptr && follows(previous->number->parts, parts)) return true;
  if (odd(*section.parent) || lacks_parent(section)) return true;
  if (parts.back() > 1) return false;
  const Section& parent = *section.parent;
  return parts.size() == 1 || !parent.number ||
         (begins_with(parts, parent.number->parts) && parts.size() == parent.number->parts.size() + 1);
}

/// Whether a number follows the one before; or, where just that one is wrong, the one before that.
bool Numbers::goes_on(const Section& section) const {
  const Parts& parts = section.number->parts;
  const Section* const above = before_[section.index];
  if (follows(above->number->parts, parts, step(section))) return true;
  const Section* const higher = before_[above->index];
  return higher != nullptr && !follows(higher->number->parts, above->number->parts) &&
         follows(higher->number->parts, parts, 2);
}

Parts Numbers::expected(const Section& section) const {
  const Parts &old = section.number->parts, &now = now_[section.index];
  if (!level(section).counts() || odd(section) || old == now) return {};
  const Section* const above = before_[section.index];
  const Section* const leader = above != nullptr ? above : section.parent;
  if (above == nullptr) {  // goes with its parent?
    const bool below = leader->number && begins_with(old, leader->number->parts);
    return below && old.size() == now.size() && old.back() == now.back() ? Parts{} : now;
  }
  const Parts &leads = above->number->parts, &led = now_[above->index];
  const bool together = old.size() == leads.size() && std::equal(old.begin(), old.end() - 1, leads.begin()) &&
                        now.back() - old.back() == led.back() - leads.back();
  return together ? Parts{} : now;
}

void Numbers::renumber() {
  now_.resize(document_.sections.size());
  for (const Section& section : document_.sections) {
    if (!section.number) continue;
    const Parts& old = section.number->parts;
    const Section* const parent = section.parent;
    Parts& parts = now_[section.index];
    parts = old;
    const bool below = parent->number && begins_with(old, parent->number->parts);
    if (below) std::copy(now_[parent->index].begin(), now_[parent->index].end(), parts.begin());
    if (!level(section).counts() || odd(section)) continue;
    if (const Section* const above = before_[section.index]) {
      parts = now_[above->index];
      parts.back() += step(section);
    } else if (!may_begin(section)) {
      if (parent->number && old.size() > 1) {
        parts = now_[parent->index];
        parts.push_back(1);
      } else {
        parts.back() = 1;
      }
    } else if (const Section* const previous = previous_[section.index];
               previous != nullptr && old.size() == 1 && old.back() > 1) {
      parts.back() = now_[previous->index].back() + 1;
    }
  }
}

}  // namespace paperlint
