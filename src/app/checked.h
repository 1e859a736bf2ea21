// Lists when all has been done to them, and what is told of them.
#pragma once

#include <vector>

#include "app/files.h"
#include "app/outputs.h"
#include "lint/changed_lines.h"
#include "lint/lint.h"

namespace paperlint {

/// Reports may hold what they are told to the end, so Lists are kept whole.
struct CheckedList {
  List list;
  LintResult result;
  std::vector<InputFile> files;            // in the order of the documents
  std::vector<ChangedLines> changed = {};  // of each document, in a pull request; empty elsewhere
  std::vector<std::uint32_t> known = {};   // findings of each document that are not told

  /// Takes all findings for known.
  void forget_findings();
};

/// Whether a finding, or what one of its notes speaks of, lies in a file that was asked for.
[[nodiscard]] bool was_asked(const List&, const std::vector<InputFile>&, const Diagnostic&);

/// Of a List of which only some files were asked for, leaves what has an end in one of them.
void keep_what_was_asked(CheckedList&);

/// Tells the reports of each file that was asked for and of each that has findings; gives the
/// figures of all but for the remarks.
[[nodiscard]] Totals tell(const std::vector<CheckedList>&, Outputs&);

}  // namespace paperlint
