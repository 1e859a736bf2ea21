// Which bracket groups of a text are tags.
#pragma once

#include "list/list.h"
#include "list/tokens.h"

namespace paperlint {

/// Whether a token of a text is a group that tells a year, as `[OSDI'24]` and `(2024)` do, and is not too long for a
/// tag. What the reader took for a tag of the text's entry is not read again.
[[nodiscard]] bool is_tag_group(const Text& text, const Token& token);

}  // namespace paperlint
