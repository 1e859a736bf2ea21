// The Lists that a command looks at without checking them.
#pragma once

#include <vector>

#include "app/configs.h"
#include "app/inputs.h"
#include "app/load.h"

namespace paperlint {

struct SeenLists {
  std::vector<LoadedList> lists;      // those of which a file is read, in the order of the run
  std::vector<std::string> governed;  // files that were left out, for a config has them
  Outcome outcome = Outcome::clean;
};

/// Reads what the paths mean. What is no list, is not read or cannot be is told. `without_config`:
/// Lists that a config governs are left out.
[[nodiscard]] SeenLists see_lists(const InputOptions&, const Streams&, Remarks&, bool without_config = false);

}  // namespace paperlint
