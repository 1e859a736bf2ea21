#include "app/actions.h"

#include <cstdlib>
#include <string_view>

namespace paperlint {
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

Actions github_actions() {
  Actions actions;
  actions.runs = variable("GITHUB_ACTIONS") == "true";
  if (actions.runs) actions.summary = variable("GITHUB_STEP_SUMMARY");
  return actions;
}

}  // namespace paperlint
