// SARIF 2.1.0 (OASIS). GitHub code scanning shows it, and most editors do.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lint/rule.h"
#include "report/json_fixes.h"
#include "report/json_text.h"
#include "report/reports.h"

namespace paperlint {
namespace {

using nlohmann::ordered_json;

std::string_view level(Severity severity) { return severity == Severity::off ? "none" : name(severity); }

ordered_json text(std::string_view words) { return ordered_json{{"text", words}}; }

class SarifReport final : public Reporter {
 public:
  SarifReport(std::ostream& out, Whereabouts where, std::function<std::string_view(std::string_view)> page)
      : out_(out), where_(std::move(where)), page_(std::move(page)) {}
  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) add(result_of(diagnostic));
    out_ << text_;
    text_.clear();
  }
  void end(const Totals& totals) override;

 private:
  void add(const ordered_json& result) {
    text_ += any_ ? ",\n  " : "\n  ";
    text_ += dump(result);
    any_ = true;
  }
  [[nodiscard]] ordered_json region(Place place);
  [[nodiscard]] ordered_json artifact(const Source& source) const {
    return ordered_json{{"uri", uri_of(repository_path(where_, source.path()))}};
  }
  [[nodiscard]] ordered_json location(Place place);
  [[nodiscard]] ordered_json fix_of(const Fix& fix);
  [[nodiscard]] ordered_json result_of(const Diagnostic& diagnostic);
  [[nodiscard]] ordered_json rule_of(const Rule& rule) const;
  std::size_t number_of(const Rule* rule);

  std::ostream& out_;
  const Whereabouts where_;
  const std::function<std::string_view(std::string_view)> page_;
  Utf16Positions positions_;
  std::vector<const Rule*> rules_;  // those that found something, in order of their first finding
  std::unordered_map<const Rule*, std::size_t> numbers_;
  std::unordered_set<std::shared_ptr<const Fix>> told_;
  std::string text_ =
      "{\"version\": \"2.1.0\",\n\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
      "\"runs\": [{\"columnKind\": \"utf16CodeUnits\",\n\"results\": [";
  bool any_ = false;
};

ordered_json SarifReport::region(Place place) {
  const Position begin = positions_(*place.source, place.span.begin);
  const Position end = positions_(*place.source, std::max(place.span.begin, place.span.end));
  return ordered_json{
      {"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

ordered_json SarifReport::location(Place place) {
  return ordered_json{{"physicalLocation", {{"artifactLocation", artifact(*place.source)}, {"region", region(place)}}}};
}

ordered_json SarifReport::fix_of(const Fix& fix) {
  std::vector<std::pair<const Source*, ordered_json>> files;  // in order of the edits
  for (const Edit& edit : fix.edits) {
    auto at = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == edit.at.source; });
    if (at == files.end()) at = files.insert(at, {edit.at.source, ordered_json::array()});
    ordered_json replacement{{"deletedRegion", region(edit.at)}};
    if (!edit.with.empty()) replacement["insertedContent"] = text(edit.with);
    at->second.push_back(std::move(replacement));
  }
  ordered_json changes = ordered_json::array();
  for (auto& [source, replacements] : files)
    changes.push_back({{"artifactLocation", artifact(*source)}, {"replacements", std::move(replacements)}});
  return ordered_json{{"description", text(fix.title)}, {"artifactChanges", std::move(changes)}};
}

ordered_json SarifReport::result_of(const Diagnostic& diagnostic) {
  ordered_json result{{"ruleId", diagnostic.rule->name},
                      {"ruleIndex", number_of(diagnostic.rule)},
                      {"level", level(diagnostic.severity)},
                      {"message", text(diagnostic.message)},
                      {"locations", ordered_json::array({location(diagnostic.at)})},
                      {"partialFingerprints", {{"paperlint/v1", fingerprint(diagnostic)}}}};
  for (std::size_t i = 0; i < diagnostic.notes.size(); ++i) {
    ordered_json related{{"id", i + 1}};
    related.update(location(diagnostic.notes[i].at));
    related["message"] = text(diagnostic.notes[i].text);
    result["relatedLocations"].push_back(std::move(related));
  }
  // A fix that many findings share stands with the first: with each, a report would grow by their square.
  if (diagnostic.fix && told_.insert(diagnostic.fix).second && !diagnostic.fix->edits.empty() &&
      fits_json(*diagnostic.fix))
    result["fixes"] = ordered_json::array({fix_of(*diagnostic.fix)});
  return result;
}

std::size_t SarifReport::number_of(const Rule* rule) {
  const auto [at, is_new] = numbers_.try_emplace(rule, rules_.size());
  if (is_new) rules_.push_back(rule);
  return at->second;
}

ordered_json SarifReport::rule_of(const Rule& rule) const {
  const std::string_view page = page_ ? page_(rule.name) : std::string_view();
  ordered_json object{{"id", rule.name},
                      {"shortDescription", text(rule.summary)},
                      {"fullDescription", text(rule.summary)},
                      {"defaultConfiguration", {{"level", level(rule.severity)}}}};
  if (!page.empty()) object["help"] = ordered_json{{"text", page}, {"markdown", page}};
  return object;
}

void SarifReport::end(const Totals& totals) {
  text_ += any_ ? "\n],\n" : "],\n";
  ordered_json rules = ordered_json::array(), notifications = ordered_json::array();
  for (const Rule* rule : rules_) rules.push_back(rule_of(*rule));
  for (const Remark& remark : totals.remarks)
    notifications.push_back(
        {{"level", "note"},
         {"message", text(remark.file.empty() ? remark.message : remark.file + ": " + remark.message)}});
  const ordered_json tool{
      {"driver", {{"name", "paperlint"}, {"version", PAPERLINT_VERSION}, {"rules", std::move(rules)}}}};
  const ordered_json invocations = ordered_json::array(
      {{{"executionSuccessful", !totals.failed}, {"toolExecutionNotifications", std::move(notifications)}}});
  text_ += fmt::format("\"tool\": {},\n\"invocations\": {}}}]}}\n", dump(tool), dump(invocations));
  out_ << text_;
  text_.clear();
}

}  // namespace

std::unique_ptr<Reporter> sarif_report(std::ostream& out, Whereabouts where,
                                       std::function<std::string_view(std::string_view)> page) {
  return std::make_unique<SarifReport>(out, std::move(where), std::move(page));
}

}  // namespace paperlint
