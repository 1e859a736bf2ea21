// The formats: one function each.
#pragma once

#include <functional>

#include "report/places.h"
#include "report/reporter.h"

namespace paperlint {

struct TextOptions {
  bool color = false;
  bool quiet = false;         // findings only: no "nothing to say", no closing counts
  bool overview = false;      // the summary of a first run where there are more than 30 findings
  bool in_part = false;       // a baseline or a pull request leaves some out
  bool unsafe_fixes = false;  // the user asked for unsafe fixes too (for the hints)
  std::string program = "paperlint";
  std::string paths;  // as the user wrote them, for the commands that are suggested; may be empty
  int width = 100;    // columns of the terminal
};

/// `file:line:column: severity: message [rule]`, the line with a caret, notes, the fix as a small diff.
[[nodiscard]] std::unique_ptr<Reporter> text_report(std::ostream&, const TextOptions&);
/// One line a finding, no excerpts.
[[nodiscard]] std::unique_ptr<Reporter> concise_report(std::ostream&);
/// One object for the run; see the README.
[[nodiscard]] std::unique_ptr<Reporter> json_report(std::ostream&);

/// SARIF 2.1.0, for GitHub code scanning and editors. `page` gives the page of a rule, for its help.
[[nodiscard]] std::unique_ptr<Reporter> sarif_report(std::ostream&, Whereabouts,
                                                     std::function<std::string_view(std::string_view rule)> page);
/// Workflow commands that GitHub Actions shows beside the lines: at most as many as it takes of each severity, those on
/// lines of the pull request first; the last one tells how many more there are.
[[nodiscard]] std::unique_ptr<Reporter> github_report(std::ostream&, Whereabouts);
/// Markdown for the summary of a step of GitHub Actions, of at most `most` bytes. `arguments` say what was checked and
/// how, for the command that mends it.
[[nodiscard]] std::unique_ptr<Reporter> summary_report(std::ostream&, Whereabouts, std::size_t most,
                                                       std::string_view arguments = {});
/// GitLab's code quality report.
[[nodiscard]] std::unique_ptr<Reporter> gitlab_report(std::ostream&, Whereabouts);
/// Reviewdog's diagnostics, an object a line. In a pull request a fix is suggested where the diff shows all its lines.
[[nodiscard]] std::unique_ptr<Reporter> rdjsonl_report(std::ostream&);
/// JUnit's XML: a suite for each file, a failed case for each finding.
[[nodiscard]] std::unique_ptr<Reporter> junit_report(std::ostream&);

/// Text from a file, fit for a terminal or a log: control characters, bidirectional overrides and
/// invalid UTF-8 are shown as escapes such as `\x1b` or `\u{202e}`; tabs and all else stay.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace paperlint
