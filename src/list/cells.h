// The cells of a table row.
#pragma once

#include <vector>

#include "text/source.h"

namespace paperlint {

/// The cells of one row without the blanks around them, split as GitHub does: at each `|` that has no backslash before
/// it, also in code; the outer bars are none. `row` is the row's content, without its line ending.
void split_cells(const Source& source, Span row, std::vector<Span>& cells);

}  // namespace paperlint
