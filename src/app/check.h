// `paperlint check`: from paths to findings, fixed files or a patch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/command.h"
#include "list/list.h"

namespace paperlint {

/// `--output-format FORMAT[=FILE]`.
struct OutputOption {
  enum class Format : std::uint8_t { text, concise, json };
  Format format = Format::text;
  std::string file;  // empty: standard output
};

/// The command line of `check`, each value a good one but for the names of rules.
struct CheckOptions {
  enum class FailOn : std::uint8_t { never, warning, error };

  std::vector<std::string> paths;  // empty: the current folder; "-": standard input, alone
  bool fix = false, unsafe_fixes = false, diff = false;
  std::vector<std::string> select, ignore;  // names of rules
  std::string config;                       // empty: the nearest one of each file
  bool isolated = false;
  std::string stdin_filename;
  std::vector<OutputOption> outputs;  // empty: text
  bool statistics = false, all = false, quiet = false, verbose = false;
  FailOn fail_on = FailOn::error;
  std::uintmax_t max_file_size = 256'000'000;
  Date today;                         // of the clock, or as it was told
  std::string program = "paperlint";  // as the user calls it
  Terminal terminal;                  // standard output
};

[[nodiscard]] Outcome check(const CheckOptions&, const Streams&);

}  // namespace paperlint
