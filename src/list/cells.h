// The cells of a table row.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace paperlint {

/// The cells of one row without the blanks around them and the comments behind their text, split as GitHub does: at
/// each `|` that has no backslash before it, also in code; the outer bars are none. `row` is the row's content, without
/// its line ending.
void split_cells(const Source& source, Span row, std::vector<Span>& cells);

/// Whether a cell holds text: more than comments, in HTML or as `[//]: # (…)`.
[[nodiscard]] bool holds_text(std::string_view cell);

/// The bars of a row that stand in code, in maths or in a link: they part cells, though they are meant as text.
[[nodiscard]] std::vector<std::uint32_t> bars_in_text(const Source& source, Span row);

}  // namespace paperlint
