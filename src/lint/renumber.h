// Headings numbered anew, with all that refers to them.
#pragma once

#include <memory>

#include "lint/diagnostic.h"
#include "list/numbers.h"

namespace paperlint {

/// One fix that gives the headings of a Document the numbers that `numbers` wants, and with them the contents, the
/// links to their anchors in all files of the List and the references by number; nullptr where a heading that keeps its
/// number would get another anchor.
[[nodiscard]] std::shared_ptr<const Fix> renumbering(const List& list, const Document& document,
                                                     const Numbers& numbers);

}  // namespace paperlint
