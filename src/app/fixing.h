// What --fix and --diff do to one List. Only what is told is mended.
#pragma once

#include <ostream>

#include "app/check.h"
#include "app/load.h"
#include "app/scope.h"
#include "lint/fix.h"

namespace paperlint {

/// A List as it stands after the fixes, and what is left to say of it.
struct FixedList {
  List list;
  LintResult left;
  std::vector<AppliedFix> applied;  // those that are in the files now, or would be
  bool differs = false;             // a patch was printed
};

/// Fixes and writes what changed, also in files of the List that were not asked for: a fix may need
/// them, and goes in whole. A file that cannot be written keeps its bytes, and its findings.
[[nodiscard]] FixedList fix_files(LoadedList&, const UsedConfig&, const Scope&, const CheckOptions&, Remarks&);
/// Fixes what came from standard input and prints all of it.
[[nodiscard]] FixedList fix_input(LoadedList&, const UsedConfig&, const Scope&, const CheckOptions&, Remarks&,
                                  std::ostream& out);
/// Prints the patch of what `fix_files` would do.
[[nodiscard]] FixedList print_patch(LoadedList&, const UsedConfig&, const Scope&, const CheckOptions&, Remarks&,
                                    std::ostream& out);

}  // namespace paperlint
