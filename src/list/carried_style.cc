// The habits of a List for a later state of it.
#include "list/style.h"

namespace paperlint {
namespace {

template <class Value>
std::unordered_map<const Section*, Value> carried(const std::unordered_map<const Section*, Value>& values,
                                                  const SectionMap& sections) {
  std::unordered_map<const Section*, Value> all;
  for (const auto& [section, value] : values)
    if (const auto at = sections.find(section); at != sections.end()) all.emplace(at->second, value);
  return all;
}

}  // namespace

SectionMap same_sections(const List& before, const List& now) {
  std::map<std::pair<std::string_view, std::string_view>, const Section*> by_anchor;
  for (const auto& document : now.documents)
    for (const Section& section : document->sections) by_anchor[{document->source->path(), section.slug}] = &section;
  SectionMap sections;
  for (const auto& document : before.documents)
    for (const Section& section : document->sections)
      if (const auto at = by_anchor.find({document->source->path(), section.slug}); at != by_anchor.end())
        sections.emplace(&section, at->second);
  return sections;
}

Habit Habit::carried_over(const SectionMap& sections) const {
  Habit habit;
  habit.all_ = all_;
  habit.votes_ = votes_;
  habit.forms_ = forms_;
  habit.own_ = carried(own_, sections);
  return habit;
}

Style carried_over(const List& before, const List& now) {
  const SectionMap sections = same_sections(before, now);
  const Style& style = *before.style;
  Style other;
  for (Habit Style::*const habit : kAllHabits) other.*habit = (style.*habit).carried_over(sections);
  other.order = style.order;
  other.section_order = carried(style.section_order, sections);
  other.by_month = style.by_month;
  return other;
}

}  // namespace paperlint
