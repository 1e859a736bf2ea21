// Link definitions: `[name]: address "title"`.
#pragma once

#include <vector>

#include "list/list.h"

namespace paperlint {

/// The addresses of the link definitions of a Document, in order (CommonMark 0.31, 4.7). One whose address stands on
/// the line below its name is left out.
[[nodiscard]] std::vector<Span> definition_addresses(const Document& document);

}  // namespace paperlint
