// JUnit's XML, which most CI servers show: a suite for each file, a failed case for each finding. A file without
// findings has one case that passes.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "lint/rule.h"
#include "report/printable.h"
#include "report/reports.h"

namespace paperlint {
namespace {

/// Text as XML 1.0 may hold it. `printable` leaves no control characters but tabs, which an attribute would lose.
std::string xml(std::string_view text) {
  const std::string shown = printable(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size();) {
    const auto [code, bytes] = code_point(shown, at);
    if (code == '&')
      out += "&amp;";
    else if (code == '<')
      out += "&lt;";
    else if (code == '>')
      out += "&gt;";
    else if (code == '"')
      out += "&quot;";
    else if (code == '\t')
      out += "&#9;";
    else if (code == '[')  // the log of GitHub Actions takes `##[` for a command
      out += "&#91;";
    else if (code == 0xFFFE || code == 0xFFFF)  // no characters of XML
      out += fmt::format("\\u{{{:x}}}", code);
    else
      out.append(shown, at, bytes);
    at += bytes;
  }
  return out;
}

std::string at_line(Place place) {
  const auto [line, column] = place.source->position(place.span.begin);
  return fmt::format("{}:{}:{}", place.source->path(), line, column);
}

class JunitReport final : public Reporter {
 public:
  explicit JunitReport(std::ostream& out) : out_(out) {}

  void file(const FileResult& result) override {
    const std::string path = xml(result.source->path());
    const std::size_t findings = result.diagnostics.size();
    failures_ += findings;
    tests_ += std::max<std::size_t>(findings, 1);
    suites_ +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n",
                    path, std::max<std::size_t>(findings, 1), findings);
    if (findings == 0)
      suites_ += fmt::format("    <testcase name=\"no findings\" classname=\"{}\" time=\"0\"/>\n", path);
    for (const Diagnostic& diagnostic : result.diagnostics) add(diagnostic, path);
    suites_ += "  </testsuite>\n";
  }

  void end(const Totals&) override {
    out_ << fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"paperlint\" tests=\"{}\" failures=\"{}\" "
        "errors=\"0\" time=\"0\">\n{}</testsuites>\n",
        tests_, failures_, suites_);
  }

 private:
  void add(const Diagnostic& diagnostic, const std::string& path) {
    const std::string place = at_line(diagnostic.at);
    suites_ += fmt::format("    <testcase name=\"{} ({})\" classname=\"{}\" time=\"0\">\n", diagnostic.rule->name,
                           xml(place), path);
    suites_ += fmt::format("      <failure type=\"{}\" message=\"{}\">{}", name(diagnostic.severity),
                           xml(diagnostic.message), xml(place + ": " + diagnostic.message));
    for (const Note& note : diagnostic.notes) suites_ += "\nnote: " + xml(at_line(note.at) + ": " + note.text);
    suites_ += "</failure>\n    </testcase>\n";
  }

  std::ostream& out_;
  std::string suites_;
  std::size_t tests_ = 0, failures_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> junit_report(std::ostream& out) { return std::make_unique<JunitReport>(out); }

}  // namespace paperlint
