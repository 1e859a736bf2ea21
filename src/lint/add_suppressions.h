// Comments that silence what is left, written by paperlint.
#pragma once

#include "lint/fix.h"

namespace paperlint {

/// Writes a comment for each finding of `result.left` that is wanted (all, where nothing is in `wanted`), until none is
/// left but those of `unused-suppression` and those that no comment can silence, which are remarked. Each comment
/// stands where it silences least: in one that is there, at the end of its line, above it, or for the whole file. What
/// is read of the list but for the comments stays as it is, each block in its place; else the comment goes to the next
/// place. Nothing is written into what is generated. The comments go to `applied`, under the names of their rules.
[[nodiscard]] FixResult add_suppressions(FixResult result, const Selection&, const ReadOptions&,
                                         const Wanted& wanted = nullptr, const Prepare& prepare = nullptr);

}  // namespace paperlint
