// What GitHub Actions tells the programs that it runs.
#pragma once

#include <string>

namespace paperlint {

struct Actions {
  bool runs = false;    // this run is a step of a workflow
  std::string summary;  // the file that takes the step's summary; empty where there is none
};

/// By the environment: GITHUB_ACTIONS and GITHUB_STEP_SUMMARY.
[[nodiscard]] Actions github_actions();

}  // namespace paperlint
