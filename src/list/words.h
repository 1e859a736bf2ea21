// Which parts of a text are words, for rules that look at how words are written.
#pragma once

#include <vector>

#include "list/list.h"

namespace paperlint {

/// What in a text is not read as words: code, comments, HTML, images, addresses and maths. In order, apart from each
/// other. Linear in the size of the text.
void wordless_parts(const Text& text, std::vector<Span>& parts);

/// Whether a text belongs to a paper, or, where entries can't be read, may well do so: an item, a table row or a
/// paragraph with an address, below a heading that holds papers.
[[nodiscard]] bool speaks_of_papers(const Text& text);

}  // namespace paperlint
