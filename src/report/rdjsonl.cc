// Reviewdog's diagnostic format, an object a line. Columns count bytes from 1.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "lint/rule.h"
#include "report/json_fixes.h"
#include "report/json_text.h"
#include "report/reports.h"

namespace paperlint {
namespace {

using nlohmann::ordered_json;

std::string_view severity_of(Severity severity) {
  return severity == Severity::error ? "ERROR" : severity == Severity::warning ? "WARNING" : "INFO";
}

ordered_json position(const Source& source, std::uint32_t offset) {
  const std::uint32_t line = source.line_of(offset);
  const std::uint32_t begin = line == 0 ? std::min(source.start(), offset) : source.line(line).begin;
  return ordered_json{{"line", line + 1}, {"column", offset - begin + 1}};
}

ordered_json range(const Source& source, Span span) {
  return ordered_json{{"start", position(source, span.begin)},
                      {"end", position(source, std::max(span.begin, span.end))}};
}

ordered_json location(Place place) {
  return ordered_json{{"path", place.source->path()}, {"range", range(*place.source, place.span)}};
}

/// A fix as the one replacement that reviewers are offered: from its first edit to its last. Nothing where it changes
/// other files as well, or lines that the diff does not show: a review could not hold it.
std::optional<std::pair<Span, std::string>> suggestion(const Diagnostic& diagnostic, const ChangedLines* changed) {
  if (diagnostic.fix->edits.empty() || !fits_json(*diagnostic.fix)) return std::nullopt;
  const Source& source = *diagnostic.at.source;
  std::vector<const Edit*> edits;
  for (const Edit& edit : diagnostic.fix->edits) {
    if (edit.at.source != &source) return std::nullopt;
    edits.push_back(&edit);
  }
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit* a, const Edit* b) { return a->at.span.begin < b->at.span.begin; });
  const Span all{edits.front()->at.span.begin, std::max(edits.back()->at.span.begin, edits.back()->at.span.end)};
  const std::uint32_t last = all.empty() ? all.begin : all.end - 1;
  if (changed != nullptr && !changed->hunks.holds(source.line_of(all.begin), source.line_of(last))) return std::nullopt;
  std::string text;
  std::uint32_t at = all.begin;
  for (const Edit* edit : edits) {
    text.append(source.text({at, edit->at.span.begin})).append(edit->with);
    at = std::max(at, edit->at.span.end);
  }
  if (!is_utf8(text)) return std::nullopt;
  return std::pair(all, std::move(text));
}

class RdjsonlReport final : public Reporter {
 public:
  explicit RdjsonlReport(std::ostream& out) : out_(out) {}

  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) {
      ordered_json object{{"message", diagnostic.message},
                          {"location", location(diagnostic.at)},
                          {"severity", severity_of(diagnostic.severity)},
                          {"source", {{"name", "paperlint"}}},
                          {"code", {{"value", diagnostic.rule->name}}}};
      for (const Note& note : diagnostic.notes)
        object["related_locations"].push_back({{"message", note.text}, {"location", location(note.at)}});
      // What many findings share is suggested once: with each, a report would grow by their square.
      const bool is_new = diagnostic.fix && tried_.emplace(diagnostic.fix, result.source).second;
      if (const auto offer = is_new ? suggestion(diagnostic, result.changed) : std::nullopt)
        object["suggestions"].push_back({{"range", range(*result.source, offer->first)}, {"text", offer->second}});
      out_ << dump(object) << '\n';
    }
  }

 private:
  std::ostream& out_;
  std::set<std::pair<std::shared_ptr<const Fix>, const Source*>> tried_;
};

}  // namespace

std::unique_ptr<Reporter> rdjsonl_report(std::ostream& out) { return std::make_unique<RdjsonlReport>(out); }

}  // namespace paperlint
