#include "list/portrait.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "list/format.h"

namespace paperlint {
namespace {

struct FieldTest {
  std::string_view name;
  bool (*has)(const Entry&, const Edition&);
};

constexpr FieldTest kFields[] = {
    {"title", [](const Entry& e, const Edition&) { return !e.title.empty(); }},
    {"title with a link", [](const Entry& e, const Edition&) { return e.title_link() != nullptr; }},
    {"venue", [](const Entry&, const Edition& e) { return !e.venue.empty() && !e.preprint; }},
    {"preprint server", [](const Entry&, const Edition& e) { return !e.venue.empty() && e.preprint; }},
    {"year", [](const Entry&, const Edition& e) { return e.year != 0; }},
    {"posting date", [](const Entry& e, const Edition&) { return e.posted_date().month != 0; }},
    {"survey mark", [](const Entry& e, const Edition&) { return e.survey.has_value(); }},
    {"any link", [](const Entry& e, const Edition&) { return !e.links.empty(); }},
    {"more links", [](const Entry& e, const Edition&) { return e.links.size() > 1; }},
    {"identifier", [](const Entry& e, const Edition&) { return !e.ids.empty(); }},
    {"cross reference", [](const Entry& e, const Edition&) { return !e.references.empty(); }},
    {"sub-items", [](const Entry& e, const Edition&) { return e.children != 0; }},
};

template <class Rows>
void most_first(Rows& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

/// Counts one paper after the other.
class Counter {
 public:
  void add(const Entry& entry) {
    ++portrait_.papers;
    ++forms_[{entry.carrier, entry.form}];
    if (entry.format != 0) ++portrait_.formats[entry.format - 1u].second;
    if (departs(entry)) ++portrait_.departing;
    const Edition edition = entry.edition();
    for (std::size_t i = 0; i < std::size(kFields); ++i) fields_[i] += kFields[i].has(entry, edition) ? 1U : 0U;
    const std::uint16_t year = edition.year != 0 ? edition.year : entry.posted_date().year;
    if (year != 0) ++years_[year];
    if (!edition.venue.empty()) ++venues_[std::string(edition.venue)];
    for (const Section* at = entry.section; at != nullptr; at = at->parent)
      if (at->level != 0 || at == entry.section) ++sections_[at];
  }

  void add_formats(const Document& document) {
    if (document.formats == nullptr || !portrait_.formats.empty()) return;
    for (const Format& format : document.formats->all) portrait_.formats.emplace_back(format.text, 0);
  }

  void add_parts(const Document& document) {
    for (const Section& section : document.sections)
      if (const auto found = sections_.find(&section); found != sections_.end())
        portrait_.parts.push_back({&section, found->second});
  }

  Portrait finish() {
    std::vector<std::pair<std::pair<Carrier, TitleForm>, std::uint32_t>> forms(forms_.begin(), forms_.end());
    most_first(forms);
    for (const auto& [form, papers] : forms) portrait_.forms.push_back({form.first, form.second, papers});
    for (std::size_t i = 0; i < std::size(kFields); ++i)
      if (fields_[i] != 0) portrait_.fields.push_back({kFields[i].name, fields_[i]});
    portrait_.years.assign(years_.rbegin(), years_.rend());
    portrait_.venues.assign(venues_.begin(), venues_.end());
    most_first(portrait_.venues);
    return std::move(portrait_);
  }

 private:
  Portrait portrait_;
  std::map<std::pair<Carrier, TitleForm>, std::uint32_t> forms_;
  std::uint32_t fields_[std::size(kFields)] = {};
  std::map<std::uint16_t, std::uint32_t> years_;
  std::map<std::string, std::uint32_t> venues_;
  std::unordered_map<const Section*, std::uint32_t> sections_;
};

OrderVotes votes_of_order(const List& list) {
  OrderVotes votes;
  for (const Group& group : dated_groups(list)) {
    if (group.table()) continue;
    votes.cases += static_cast<std::uint32_t>(group.entries.size());
    const std::vector<int> years = years_of(group);
    votes.newest += static_cast<std::uint32_t>(size_of_run(years, Direction::newest_first));
    votes.oldest += static_cast<std::uint32_t>(size_of_run(years, Direction::oldest_first));
  }
  return votes;
}

/// Puts sections together that `own` gives the same text, "" being none.
template <class Own>
OwnHabits gathered(const List& list, Own own) {
  OwnHabits all;
  for (const auto& document : list.documents)
    for (const Section& section : document->sections) {
      const std::string form(own(&section));
      if (form.empty()) continue;
      auto same = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == form; });
      if (same == all.end()) same = all.emplace(all.end(), form, std::vector<const Section*>{});
      same->second.push_back(&section);
    }
  return all;
}

}  // namespace

Portrait portray(const List& list) {
  Counter counter;
  for (const auto& document : list.documents) {
    if (document->reading != Reading::read) continue;
    counter.add_formats(*document);
    for (const Entry& entry : document->entries)
      if (entry.parent == nullptr) counter.add(entry);
    counter.add_parts(*document);
  }
  Portrait portrait = counter.finish();
  portrait.order = votes_of_order(list);
  return portrait;
}

OwnHabits own_habits(const List& list, const Habit& habit) {
  return gathered(list, [&](const Section* section) -> std::string_view {
    const auto own = habit.own().find(section);
    return own == habit.own().end() ? "" : std::string_view(own->second.front());
  });
}

OwnHabits own_orders(const List& list) {
  return gathered(list, [&](const Section* section) -> std::string_view {
    const auto own = list.style->section_order.find(section);
    return own == list.style->section_order.end() || own->second == list.style->order ? "" : name(own->second);
  });
}

std::string_view why_none(const Habit& habit) {
  if (!habit.forms().empty()) return "";
  std::uint32_t cases = 0;
  for (const auto& vote : habit.votes()) cases += vote.second;
  return cases < 20 ? "too few cases" : "no three forms make up 95 %";
}

std::string_view why_none(const Style& style, const OrderVotes& votes) {
  if (style.by_month) return "papers run by when they were posted";
  if (style.order != Direction::unknown) return "";
  if (votes.cases < 20) return "too few cases";
  const bool newest = votes.newest * 20 >= votes.cases * 19, oldest = votes.oldest * 20 >= votes.cases * 19;
  return newest && oldest ? "both ways fit" : "neither way fits 95 %";
}

std::string_view name(const Section& section) {
  return section.level == 0 ? "(above the first heading)" : std::string_view(section.rendered);
}

std::string_view name(Direction direction) {
  if (direction == Direction::unknown) return "";
  return direction == Direction::newest_first ? "newest-first" : "oldest-first";
}

std::string_view name(Carrier carrier) {
  constexpr std::string_view kNames[] = {"list item", "table row", "paragraph", "heading"};
  return kNames[static_cast<std::size_t>(carrier)];
}

std::string_view name(TitleForm form) {
  constexpr std::string_view kNames[] = {"no", "linked", "bold", "quoted", "plain"};
  return kNames[static_cast<std::size_t>(form)];
}

}  // namespace paperlint
