// `paperlint check`: from paths to findings, fixed files or a patch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/command.h"
#include "app/inputs.h"

namespace paperlint {

/// `--output-format FORMAT[=FILE]`.
struct OutputOption {
  enum class Format : std::uint8_t { text, concise, json, sarif, github, gitlab, rdjsonl, junit };
  Format format = Format::text;
  std::string file;  // empty: standard output
};

/// The command line of `check`.
struct CheckOptions : InputOptions {
  enum class FailOn : std::uint8_t { never, warning, error };

  bool fix = false, unsafe_fixes = false, diff = false, add_suppressions = false;
  std::vector<OutputOption> outputs;  // empty: text
  bool statistics = false, all = false;
  std::string diff_base, diff_file;      // at most one; empty: all findings are told
  std::string baseline, write_baseline;  // at most one
  FailOn fail_on = FailOn::error;
  unsigned jobs = 0;                  // threads; 0: as many as the machine has cores
  std::string program = "paperlint";  // as the user calls it
  Terminal terminal;                  // standard output
  bool progress = false;              // somebody looks at standard error: how far the run is may be told there
  Actions actions;

  /// Whether files, or what comes from standard input, are to be changed.
  [[nodiscard]] bool writes() const { return fix || add_suppressions; }
};

[[nodiscard]] Outcome check(const CheckOptions&, const Streams&);

}  // namespace paperlint
