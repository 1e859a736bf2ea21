// From what stands for the placeholders of a format to the fields of an entry.
#pragma once

#include <span>

#include "list/format_match.h"
#include "list/grammar.h"

namespace paperlint {

/// Reads a body that fits a format. What it leaves open, such as a venue in {text}, is looked for as in other lists.
void read_fit(const Source& source, Span body, std::span<const Token> tokens, const Fit& fit, Draft& draft);

/// Whether what was filled in tells more than title and address, so that it is a paper.
[[nodiscard]] bool tells_more(const Fit& fit);

}  // namespace paperlint
