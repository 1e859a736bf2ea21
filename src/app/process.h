// Running another program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperlint {

struct Finished {
  std::string error;  // why it could not be run: "no such file or directory"; empty if it ran
  int code = -1;      // its exit code; -1 where a signal ended it
  std::string out, err;
};

/// Runs a program that is looked for on the PATH, without a shell, and waits for its end. `input` is its standard
/// input.
[[nodiscard]] Finished run_program(const std::vector<std::string>& command, std::string_view input = {});

}  // namespace paperlint
