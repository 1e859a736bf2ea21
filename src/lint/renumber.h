// Headings numbered anew, with all that refers to them.
#pragma once

#include <memory>

#include "lint/diagnostic.h"
#include "list/numbers.h"

namespace paperlint {

/// One fix that gives the headings the numbers that `numbers` wants, and with them the contents, the links to their
/// anchors and the references by number; nullptr where something would be left that names an old anchor.
[[nodiscard]] std::shared_ptr<const Fix> renumbering(const Document& document, const Numbers& numbers);

}  // namespace paperlint
