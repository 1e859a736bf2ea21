// Shows findings in one format. Never filters, never sorts, never changes a file.
#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/changed_lines.h"
#include "lint/diagnostic.h"

namespace paperlint {

/// One file of a run, as a reporter hears of it.
struct FileResult {
  const Source* source;
  std::uint32_t entries = 0;
  bool is_list = true;
  std::span<const Diagnostic> diagnostics;  // those whose `at` lies in this file, in order
  const ChangedLines* changed = nullptr;    // in a pull request
  std::uint32_t known = 0;                  // findings that are not told, by a baseline or a pull request
};

/// The figures of a whole run.
struct Totals {
  std::uint32_t files = 0, entries = 0, errors = 0, warnings = 0, notes = 0;
  std::uint32_t safe_fixes = 0, unsafe_fixes = 0;  // distinct fixes on offer
  std::uint32_t suppressed = 0;
  std::uint32_t known = 0;
  bool unwritten = false;  // fixes were asked for, and could not be put into a file
  bool failed = false;     // something could not be done; a remark says what
  std::vector<Remark> remarks;
};

class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void file(const FileResult&) = 0;
  virtual void end(const Totals&) {}
};

}  // namespace paperlint
