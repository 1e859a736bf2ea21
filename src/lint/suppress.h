// Comments that silence findings: `<!-- paperlint-disable-line RULE, RULE: reason -->`.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/lint.h"

namespace paperlint {

/// Takes out the findings that comments of the List silence, and tells how many. Where
/// `unused-suppression` is selected, puts in its findings (at the end, not sorted): comments that
/// silence nothing, with a fix that removes them, and comments that can't be understood.
///
/// `disable-line` works on the line on which it stands, `disable-next-line` on the next one that
/// holds something else, `disable` from its line up to that of an `enable` of the same rule (one
/// without names ends all) or to the end of the file, `disable-file` in all of its file. What counts
/// is the line on which a finding begins. Where several comments would silence a finding it is put
/// down to the narrowest, of two `disable` to the latter: what is left idle may go without harm.
/// A fix that would mend a silenced finding together with others is no longer offered with these.
[[nodiscard]] std::uint32_t suppress(const List&, const Selection&, std::vector<Diagnostic>& findings);

}  // namespace paperlint
