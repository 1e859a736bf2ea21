// What --fix, --diff and --add-suppressions do to one List. Only what is told is mended or silenced.
#pragma once

#include <ostream>

#include "app/check.h"
#include "app/load.h"
#include "app/scope.h"
#include "lint/fix.h"

namespace paperlint {

/// What fixes and comments make of a List, before any of it is written.
struct MendedList {
  std::vector<std::string> before;  // the texts as they were read
  FixResult result;
};

/// Mends a List. Reads and writes nothing, so that Lists may be mended side by side.
[[nodiscard]] MendedList mend(LoadedList&, const UsedConfig&, const Scope&, const CheckOptions&, Notes&);

/// A List as it stands after the fixes, and what is left to say of it.
struct FixedList {
  List list;
  LintResult left;
  std::vector<AppliedFix> applied;  // those that are in the files now, or would be
  bool differs = false;             // a patch was printed
  bool unwritten = false;           // not all fixes could be put into the files
};

/// Writes what changed, also in files of the List that were not asked for: a fix may need them, and goes in whole. A
/// file that cannot be written keeps its bytes, and its findings. `show_more` tells what an earlier run had left.
[[nodiscard]] FixedList write_files(MendedList, const std::vector<InputFile>&, const UsedConfig&, const Scope&,
                                    Remarks&, bool show_more);
/// Prints all of what came from standard input.
[[nodiscard]] FixedList print_input(MendedList, const std::vector<InputFile>&, std::ostream& out);
/// Prints the patch of what `write_files` would do: to `people` where it is shown in colours or on a terminal.
[[nodiscard]] FixedList print_patch(MendedList, const std::vector<InputFile>&, const Terminal&, std::ostream& out,
                                    std::ostream& people);

}  // namespace paperlint
