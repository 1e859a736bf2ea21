// Writing the files of one List.
#pragma once

#include <string>
#include <vector>

#include "app/files.h"
#include "app/remarks.h"
#include "lint/fix.h"

namespace paperlint {

/// Puts the texts of a FixResult, where they differ, in the place of those before. Files that one fix changes are
/// written together or not at all: where one of them cannot be, the others keep their bytes, or get them back. Tells
/// what could not be done; `show_more` also what an earlier run had left. Gives for each file whether it holds its new
/// text.
[[nodiscard]] std::vector<bool> write_list(const std::vector<InputFile>&, const std::vector<std::string>& before,
                                           const FixResult&, Remarks&, bool show_more);

}  // namespace paperlint
