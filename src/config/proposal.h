// From what Lists do to the text of a config that says it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace paperlint {

/// A List, and what its keeper calls it.
struct NamedList {
  const List* list;
  std::string name;
};

struct Proposal {
  std::string text;
  std::uint32_t set = 0, left = 0;  // options that are written, and those that stand in comments
};

/// A config, commented. An option is set where all Lists, read without a config, have the same findings with it as
/// without; else it stands in a comment. `files` are what `include` could name, as patterns.
[[nodiscard]] Proposal propose_config(std::span<const NamedList> lists, const std::vector<std::string>& files,
                                      const Facts& facts);

}  // namespace paperlint
