// `paperlint check`: from paths to findings, fixed files or a patch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/inputs.h"

namespace paperlint {

/// `--output-format FORMAT[=FILE]`.
struct OutputOption {
  enum class Format : std::uint8_t { text, concise, json };
  Format format = Format::text;
  std::string file;  // empty: standard output
};

/// The command line of `check`.
struct CheckOptions : InputOptions {
  enum class FailOn : std::uint8_t { never, warning, error };

  bool fix = false, unsafe_fixes = false, diff = false;
  std::vector<OutputOption> outputs;  // empty: text
  bool statistics = false, all = false;
  FailOn fail_on = FailOn::error;
  std::string program = "paperlint";  // as the user calls it
  Terminal terminal;                  // standard output
};

[[nodiscard]] Outcome check(const CheckOptions&, const Streams&);

}  // namespace paperlint
