// For programs: what was inferred of the Lists of a run, one object; a line for each List and remark.
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "list/copies.h"
#include "report/file_words.h"
#include "report/json_text.h"
#include "report/portraits.h"

namespace paperlint {
namespace {

using nlohmann::ordered_json;

ordered_json object_of(const Section& section) {
  const Source& source = *section.document->source;
  return {{"file", source.path()},
          {"line", section.level == 0 ? 1 : source.line_of(section.whole.begin) + 1},
          {"level", section.level},
          {"number", section.number ? ordered_json(section.text(section.number->digits)) : ordered_json()},
          {"title", section.text(section.title)}};
}

/// The sections that have a habit of their own.
ordered_json array_of(const OwnHabits& own) {
  ordered_json all = ordered_json::array();
  for (const auto& [form, sections] : own)
    for (const Section* section : sections) {
      ordered_json one = object_of(*section);
      one["habit"] = form;
      all.push_back(std::move(one));
    }
  return all;
}

ordered_json object_of(const List& list, const NamedHabit& named) {
  const Habit& habit = (*list.style).*named.habit;
  ordered_json object{{"name", named.name}, {"rule", named.rule}, {"option", named.option}};
  object["habit"] = habit.forms();
  object["votes"] = ordered_json::array();
  for (const auto& [form, count] : habit.votes()) object["votes"].push_back({{"form", form}, {"count", count}});
  object["sections"] = array_of(own_habits(list, habit));
  return object;
}

ordered_json order_of(const SeenList& seen) {
  const Style& style = *seen.list->style;
  const OrderVotes& votes = seen.portrait.order;
  ordered_json object;
  object["habit"] = style.order == Direction::unknown ? ordered_json() : ordered_json(name(style.order));
  object["newestFirst"] = votes.newest;
  object["oldestFirst"] = votes.oldest;
  object["cases"] = votes.cases;
  object["byMonth"] = style.by_month;
  object["sections"] = array_of(own_orders(*seen.list));
  return object;
}

ordered_json files_of(const List& list) {
  ordered_json all = ordered_json::array();
  std::unordered_map<const Document*, const Mirror*> mirrors;
  for (const Mirror& mirror : list.copies().mirrors) mirrors.emplace(mirror.document, &mirror);
  for (const auto& document : list.documents) {
    if (document->reading != Reading::read) continue;
    ordered_json file{{"file", document->source->path()}, {"papers", document->papers()}};
    if (document->origin == Origin::generated) file["generated"] = document->generated_by;
    if (const auto at = mirrors.find(document.get()); at != mirrors.end())
      file["mirrors"] = {{"file", at->second->original->source->path()},
                         {"as", name(at->second->kind)},
                         {"papers", at->second->shared}};
    all.push_back(std::move(file));
  }
  return all;
}

ordered_json object_of(const SeenList& seen) {
  const Portrait& portrait = seen.portrait;
  ordered_json object{{"files", files_of(*seen.list)}, {"papers", portrait.papers}};
  for (const char* const key : {"forms", "fields", "habits"}) object[key] = ordered_json::array();
  for (const Portrait::Form& form : portrait.forms)
    object["forms"].push_back({{"carrier", name(form.carrier)}, {"title", name(form.title)}, {"papers", form.papers}});
  if (!portrait.formats.empty()) {
    object["formats"] = ordered_json::array();
    for (const auto& [format, papers] : portrait.formats)
      object["formats"].push_back({{"format", format}, {"papers", papers}});
    object["departing"] = portrait.departing;
  }
  for (const Portrait::Field& field : portrait.fields)
    object["fields"].push_back({{"field", field.name}, {"papers", field.papers}});
  for (const NamedHabit& named : kHabits) object["habits"].push_back(object_of(*seen.list, named));
  object["order"] = order_of(seen);
  for (const char* const key : {"sections", "years", "venues"}) object[key] = ordered_json::array();
  for (const Portrait::Part& part : portrait.parts) {
    ordered_json section = object_of(*part.section);
    section["papers"] = part.papers;
    object["sections"].push_back(std::move(section));
  }
  for (const auto& [year, papers] : portrait.years) object["years"].push_back({{"year", year}, {"papers", papers}});
  for (const auto& [venue, papers] : portrait.venues)
    object["venues"].push_back({{"venue", venue}, {"papers", papers}});
  return object;
}

/// An item a line.
void write_array(std::ostream& out, const char* key, const std::vector<ordered_json>& items) {
  out << '"' << key << "\": [";
  for (std::size_t i = 0; i < items.size(); ++i) out << (i > 0 ? ",\n  " : "\n  ") << dump(items[i]);
  out << (items.empty() ? "]" : "\n]");
}

}  // namespace

void write_portraits_as_json(std::ostream& out, std::span<const SeenList> lists, std::span<const Remark> remarks) {
  std::vector<ordered_json> all, told;
  for (const SeenList& seen : lists) all.push_back(object_of(seen));
  for (const Remark& remark : remarks) told.push_back(ordered_json{{"file", remark.file}, {"message", remark.message}});
  out << "{\"version\": 1,\n";
  write_array(out, "lists", all);
  out << ",\n";
  write_array(out, "remarks", told);
  out << "}\n";
}

}  // namespace paperlint
