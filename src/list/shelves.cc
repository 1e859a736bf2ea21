#include "list/shelves.h"

#include <algorithm>

namespace paperlint {

std::string Shelf::name() const {
  std::string shown;
  bool tag = false;
  for (const char c : place().text()) {
    tag = tag || c == '<';
    if (!tag) shown += c;
    if (c == '>') tag = false;
  }
  return shown;
}

Place Shelf::place() const {
  return heading.label != nullptr ? heading.label->at(heading.label->span)
                                  : heading.section->at(heading.section->heading);
}

Shelves::Shelves(const List& list) {
  for (const auto& document : list.documents)
    for (const Entry& entry : document->entries) {
      if (entry.parent != nullptr) continue;
      const auto [shelf, group] = group_of(entry);
      if (shelf != nullptr) shelf->groups[group].entries.push_back(&entry);
    }
}

const void* Shelves::parent(const Shelf& shelf) {
  return shelf.heading.label != nullptr ? shelf.heading.section : shelf.heading.section->parent;
}

/// The shelf of an entry, made on first use, and which of its groups the entry belongs to.
std::pair<Shelf*, std::size_t> Shelves::group_of(const Entry& entry) {
  const auto [at, fresh] = known_.try_emplace({entry.section, entry.label}, nullptr, 0);
  if (!fresh) return at->second;
  const std::optional<YearHeading> heading = year_heading(entry.section, entry.label);
  if (!heading) return at->second;
  const void* const place = heading->label != nullptr ? static_cast<const void*>(heading->label) : heading->section;
  Shelf*& shelf = by_heading_[place];
  if (shelf == nullptr) {
    shelf = &shelves_.emplace_back(Shelf{*heading, {}});
    Row& row = rows_[parent(*shelf)];
    row.shelves.push_back(shelf);
    row.first = std::min(row.first, heading->years.first);
    row.last = std::max(row.last, heading->years.last);
  }
  shelf->groups.push_back({entry.section, entry.label, {}});
  return at->second = {shelf, shelf->groups.size() - 1};
}

const Shelf* Shelves::right(const Shelf& beside, std::uint16_t year) {
  Row& row = rows_.at(parent(beside));
  const auto [at, fresh] = row.right.try_emplace(year, nullptr);
  if (!fresh) return at->second;
  std::vector<const Shelf*> alone, range;
  for (const Shelf* shelf : row.shelves) {
    const Years& years = shelf->heading.years;
    if (years.holds(year)) (years.first == years.last ? alone : range).push_back(shelf);
  }
  const auto& best = alone.empty() ? range : alone;
  return at->second = best.size() == 1 ? best.front() : nullptr;
}

bool Shelves::beyond(const Shelf& shelf, std::uint16_t year) const {
  const Row& row = rows_.at(parent(shelf));
  const Years& years = shelf.heading.years;
  return year < row.first ? years.first == row.first : year > row.last && years.last == row.last;
}

}  // namespace paperlint
