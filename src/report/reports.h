// The formats: one function each.
#pragma once

#include "report/reporter.h"

namespace paperlint {

struct TextOptions {
  bool color = false;
  bool quiet = false;         // findings only: no "nothing to say", no closing counts
  bool overview = false;      // the summary of a first run where there are more than 30 findings
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

/// Text from a file, fit for a terminal or a log: control characters, bidirectional overrides and
/// invalid UTF-8 are shown as escapes such as `\x1b` or `\u{202e}`; tabs and all else stay.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace paperlint
