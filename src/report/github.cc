// Workflow commands of GitHub Actions: `::warning file=README.md,line=12,title=venue-tag::message`.
//
// A step may give ten annotations of each severity; what is over is dropped without a word. So the report is held back
// to its end, and what is left out is told by the last annotation of its severity.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "lint/rule.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace {

constexpr std::size_t kMost = 10;

/// What the runner decodes again, as the toolkit of GitHub encodes it. `printable` leaves no line ends.
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '%')
      out += "%25";
    else if (is_property && c == ':')
      out += "%3A";
    else if (is_property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string_view command_of(Severity severity) { return severity == Severity::note ? "notice" : name(severity); }

class GithubReport final : public Reporter {
 public:
  GithubReport(std::ostream& out, Whereabouts where) : out_(out), where_(std::move(where)) {}

  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) {
      Group& group = groups_[static_cast<std::size_t>(diagnostic.severity)];
      const bool shown = result.changed == nullptr || touches(result.changed->hunks, diagnostic.at);
      ++group.count;
      // Only so many are ever printed, so no more are kept.
      std::vector<std::string>& lines = shown ? group.lines : group.elsewhere;
      if (lines.size() < kMost) lines.push_back(line(diagnostic));
    }
  }

  void end(const Totals&) override {
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
      out_ << text_of(severity, groups_[static_cast<std::size_t>(severity)]);
  }

 private:
  struct Group {
    std::vector<std::string> lines, elsewhere;  // on lines that the diff shows, and on others
    std::size_t count = 0;
  };

  /// A column is taken only together with the end of the same line.
  std::string line(const Diagnostic& diagnostic) {
    const Position begin = positions_(*diagnostic.at.source, diagnostic.at.span.begin);
    const Position end = positions_(*diagnostic.at.source, std::max(diagnostic.at.span.begin, diagnostic.at.span.end));
    const std::uint32_t last = last_line(diagnostic.at);
    std::string text =
        fmt::format("::{} file={},line={},endLine={}", command_of(diagnostic.severity),
                    escaped(repository_path(where_, diagnostic.at.source->path()), true), begin.line, last);
    if (begin.line == end.line) text += fmt::format(",col={},endColumn={}", begin.column, end.column);
    text += fmt::format(",title={}::{}", escaped(diagnostic.rule->name, true), escaped(diagnostic.message, false));
    if (diagnostic.notes.empty()) return text + '\n';
    const Note& note = diagnostic.notes.front();
    const Position at = note.at.source->position(note.at.span.begin);
    return text +
           fmt::format("%0A{}:{}: {}\n", escaped(note.at.source->path(), false), at.line, escaped(note.text, false));
  }

  static std::string text_of(Severity severity, const Group& group) {
    std::vector<std::string> lines = group.lines;
    lines.insert(lines.end(), group.elsewhere.begin(), group.elsewhere.end());
    const bool all = group.count <= kMost;
    if (!all) lines.resize(kMost - 1);
    std::string text = fmt::format("{}", fmt::join(lines, ""));
    if (!all)
      text +=
          fmt::format("::{} title=paperlint::{} not shown here; the log of this step has all\n", command_of(severity),
                      counted(group.count - lines.size(), "more " + std::string(name(severity))));
    return text;
  }

  std::ostream& out_;
  const Whereabouts where_;
  Utf16Positions positions_;
  Group groups_[4];  // by severity
};

}  // namespace

std::unique_ptr<Reporter> github_report(std::ostream& out, Whereabouts where) {
  return std::make_unique<GithubReport>(out, std::move(where));
}

}  // namespace paperlint
