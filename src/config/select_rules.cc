// Which rules run, and how severe what they find is.
#include <algorithm>
#include <map>

#include "config/config.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

bool is_named(const std::vector<std::string_view>& names, const Rule& rule) {
  return std::find(names.begin(), names.end(), rule.name) != names.end();
}

// The settings of rules that no config speaks of; they outlive every Selection.
const Settings& defaults(const Rule& rule) {
  static const auto all = [] {
    std::map<const Rule*, Settings> made;
    for (const Rule* one : rules::all) made.emplace(one, Settings(*one));
    return made;
  }();
  return all.at(&rule);
}

// The severity of a rule that was asked for by name is never off.
Severity severity_for(const Rule& rule, std::optional<Severity> set, bool selected) {
  const Severity wanted = set.value_or(rule.severity);
  if (!selected || wanted != Severity::off) return wanted;
  return rule.severity == Severity::off ? Severity::warning : rule.severity;
}

}  // namespace

Selection select_rules(const Config& config, const std::vector<std::string_view>& select,
                       const std::vector<std::string_view>& ignore) {
  Selection selection;
  selection.facts.venues = &config.venues;
  selection.facts.renderer = config.renderer;
  for (const Rule* rule : rules::all) {
    const bool selected = is_named(select, *rule);
    if ((!select.empty() && !selected) || is_named(ignore, *rule)) continue;
    const auto mine = config.rules.find(rule->name);
    const bool known = mine != config.rules.end();
    const Severity severity = severity_for(*rule, known ? mine->second.severity : std::nullopt, selected);
    if (severity == Severity::off) continue;
    selection.choices.push_back({rule, severity, known ? &mine->second.settings : &defaults(*rule)});
  }
  return selection;
}

}  // namespace paperlint
