// Lists when all has been done to them, and what is told of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/files.h"
#include "app/outputs.h"
#include "lint/changed_lines.h"
#include "lint/lint.h"

namespace paperlint {

/// The Sources of a List and which of its files they are, in the order of its documents.
using FileNumbers = std::unordered_map<const Source*, std::size_t>;
[[nodiscard]] FileNumbers file_numbers(const List&);

/// What of a List was asked for.
class AskedFiles {
 public:
  AskedFiles(const List&, const std::vector<InputFile>&);
  /// Whether a finding of such a List, or what one of its notes speaks of, lies in a file that was asked for.
  [[nodiscard]] bool operator()(const Diagnostic&) const;

 private:
  [[nodiscard]] bool asked(const Source*) const;
  FileNumbers numbers_;
  std::vector<bool> asked_, generated_;
  bool all_ = true;
};

/// One file of a List, and what reports tell of it beside its findings.
struct CheckedFile {
  std::unique_ptr<const Source> source;  // without its text where no finding speaks of it
  std::string identity;
  bool asked = true;
  Reading reading = Reading::no_list;
  std::uint32_t entries = 0;
  std::uint32_t known = 0;              // findings that are not told
  std::optional<ChangedLines> changed;  // in a pull request
};

/// Reports may hold what they are told to the end, so what findings speak of is kept; a file without findings takes
/// little room, however large it is.
struct CheckedList {
  std::vector<CheckedFile> files;
  std::vector<Diagnostic> findings;
  std::uint32_t suppressed = 0;

  /// Takes all findings for known.
  void forget_findings();
};

/// Keeps of a List what is told of it: the findings that have an end in one of the files that were asked for.
[[nodiscard]] CheckedList checked_list(List, LintResult, std::vector<InputFile>);

/// Tells the reports of each file that was asked for and of each that has findings; gives the
/// figures of all but for the remarks.
[[nodiscard]] Totals tell(const std::vector<CheckedList>&, Outputs&);

}  // namespace paperlint
