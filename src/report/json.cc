// For programs: one object for a run, a line for each finding, fix and remark.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "lint/rule.h"
#include "report/json_fixes.h"
#include "report/json_text.h"
#include "report/reports.h"

namespace paperlint {
namespace {

using nlohmann::ordered_json;

void put_position(ordered_json& value, Place place) {
  const Position begin = place.source->position(place.span.begin);
  const Position end = place.source->position(std::max(place.span.begin, place.span.end));
  value["file"] = place.source->path();
  value["line"] = begin.line;
  value["column"] = begin.column;
  value["endLine"] = end.line;
  value["endColumn"] = end.column;
}

// An array that grows: an item a line.
class Array {
 public:
  Array(std::string& out, std::string_view key) : out_(out) { out_ += fmt::format("\"{}\": [", key); }
  void add(const ordered_json& item) {
    out_ += any_ ? ",\n  " : "\n  ";
    out_ += dump(item);
    any_ = true;
  }
  void close() { out_ += any_ ? "\n],\n" : "],\n"; }

 private:
  std::string& out_;
  bool any_ = false;
};

class JsonReport final : public Reporter {
 public:
  explicit JsonReport(std::ostream& out) : out_(out) {}
  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) diagnostics_.add(object(diagnostic));
    flush();
  }
  void end(const Totals& totals) override;

 private:
  [[nodiscard]] ordered_json object(const Diagnostic& diagnostic);
  void refer_to(const std::shared_ptr<const Fix>& fix, ordered_json& object);
  void flush() {
    out_ << text_;
    text_.clear();
  }

  std::ostream& out_;
  std::string text_ = "{\"version\": 1,\n";
  Array diagnostics_{text_, "diagnostics"};
  static constexpr std::size_t kNoId = SIZE_MAX;
  std::map<std::shared_ptr<const Fix>, std::size_t> ids_;  // kNoId: it cannot be held by JSON
  std::vector<std::shared_ptr<const Fix>> fixes_;
  std::uint32_t fixable_ = 0;
};

ordered_json JsonReport::object(const Diagnostic& diagnostic) {
  ordered_json object;
  object["rule"] = diagnostic.rule->name;
  object["severity"] = name(diagnostic.severity);
  object["message"] = diagnostic.message;
  put_position(object, diagnostic.at);
  object["begin"] = diagnostic.at.span.begin;
  object["end"] = diagnostic.at.span.end;
  object["fingerprint"] = fingerprint(diagnostic);
  object["related"] = ordered_json::array();
  for (const Note& note : diagnostic.notes) {
    ordered_json related;
    put_position(related, note.at);
    related["message"] = note.text;
    object["related"].push_back(std::move(related));
  }
  if (diagnostic.fix) refer_to(diagnostic.fix, object);
  return object;
}

void JsonReport::refer_to(const std::shared_ptr<const Fix>& fix, ordered_json& object) {
  const auto [known, is_new] = ids_.emplace(fix, kNoId);
  if (is_new && fits_json(*fix)) {
    known->second = fixes_.size();
    fixes_.push_back(fix);
  }
  if (known->second == kNoId) return;
  object["fix"] = known->second;
  ++fixable_;
}

ordered_json object_of(const Fix& fix, std::size_t id) {
  ordered_json object{{"id", id}, {"title", fix.title}, {"safety", name(fix.safety)}};
  object["edits"] = ordered_json::array();
  for (const Edit& edit : fix.edits)
    object["edits"].push_back(ordered_json{{"file", edit.at.source->path()},
                                           {"begin", edit.at.span.begin},
                                           {"end", edit.at.span.end},
                                           {"text", edit.with}});
  return object;
}

void JsonReport::end(const Totals& totals) {
  diagnostics_.close();
  Array fixes(text_, "fixes");
  for (std::size_t id = 0; id < fixes_.size(); ++id) fixes.add(object_of(*fixes_[id], id));
  fixes.close();
  Array remarks(text_, "remarks");
  for (const Remark& remark : totals.remarks)
    remarks.add(ordered_json{{"file", remark.file}, {"message", remark.message}});
  remarks.close();
  const ordered_json summary{{"files", totals.files},           {"entries", totals.entries}, {"errors", totals.errors},
                             {"warnings", totals.warnings},     {"notes", totals.notes},     {"fixable", fixable_},
                             {"suppressed", totals.suppressed}, {"known", totals.known}};
  text_ += fmt::format("\"summary\": {}}}\n", dump(summary));
  flush();
}

}  // namespace

std::unique_ptr<Reporter> json_report(std::ostream& out) { return std::make_unique<JsonReport>(out); }

}  // namespace paperlint
