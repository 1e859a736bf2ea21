// GitLab's code quality report, a subset of Code Climate's: an array with an object for each finding.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <unordered_map>

#include "lint/rule.h"
#include "report/json_text.h"
#include "report/reports.h"

namespace paperlint {
namespace {

std::string_view severity_of(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

class GitlabReport final : public Reporter {
 public:
  GitlabReport(std::ostream& out, Whereabouts where) : out_(out), where_(std::move(where)) {}

  void file(const FileResult& result) override {
    const std::string path = repository_path(where_, result.source->path());
    for (const Diagnostic& diagnostic : result.diagnostics) {
      const Source& source = *diagnostic.at.source;
      const std::uint32_t begin = source.position(diagnostic.at.span.begin).line;
      const std::uint32_t end = last_line(diagnostic.at);
      const nlohmann::ordered_json object{{"description", diagnostic.message},
                                          {"check_name", diagnostic.rule->name},
                                          {"fingerprint", unique(fingerprint(diagnostic))},
                                          {"severity", severity_of(diagnostic.severity)},
                                          {"location", {{"path", path}, {"lines", {{"begin", begin}, {"end", end}}}}}};
      text_ += any_ ? ",\n  " : "\n  ";
      text_ += dump(object);
      any_ = true;
    }
    out_ << text_;
    text_.clear();
  }

  void end(const Totals&) override { out_ << text_ << (any_ ? "\n]\n" : "]\n"); }

 private:
  /// GitLab shows one finding of each fingerprint, so that those that share one get a number.
  std::string unique(std::string print) {
    const std::size_t before = seen_[print]++;
    return before == 0 ? print : fmt::format("{}-{}", print, before + 1);
  }

  std::ostream& out_;
  const Whereabouts where_;
  std::unordered_map<std::string, std::size_t> seen_;
  std::string text_ = "[";
  bool any_ = false;
};

}  // namespace

std::unique_ptr<Reporter> gitlab_report(std::ostream& out, Whereabouts where) {
  return std::make_unique<GitlabReport>(out, std::move(where));
}

}  // namespace paperlint
