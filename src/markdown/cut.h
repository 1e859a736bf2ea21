// Where a text can be parsed in two parts, each by itself.
#pragma once

#include <cstdint>

#include "text/source.h"

namespace paperlint::markdown {

/// Near the middle of `part`, the begin of a heading that ends all that stands above it: at the margin, below a blank
/// line (CommonMark 4.2). Only code and HTML that are not closed would go on. The end of `part` where there is none, or
/// where the text may hold a link definition, which is good everywhere.
[[nodiscard]] std::uint32_t where_to_cut(const Source& source, Span part);

}  // namespace paperlint::markdown
