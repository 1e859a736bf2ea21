// Which files make up one List.
#pragma once

#include <vector>

#include "app/configs.h"
#include "app/files.h"

namespace paperlint {

/// The files of one List, in the order in which it is read, and the config of all of them.
struct PlannedList {
  const UsedConfig* config = nullptr;
  bool joined = false;  // by the config's `include`
  std::vector<InputFile> files;
};

/// Puts together what the `include` of a config joins, adding the files of such a List that were
/// not asked for; all others are Lists of their own. `problems` gets what an `include` names in
/// vain.
[[nodiscard]] std::vector<PlannedList> plan_lists(std::vector<InputFile> asked, Configs&,
                                                  std::vector<Remark>& problems);

/// Whether a file (an identity) is one of those that the `include` of a config joins.
[[nodiscard]] bool joins(const UsedConfig&, std::string_view identity);

}  // namespace paperlint
