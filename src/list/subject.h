// What fingerprints know a text by, whether its entry could be read or not.
#pragma once

#include <string>

#include "list/list.h"

namespace paperlint {

/// The identifier of the first paper that a text links to; else the title of its entry, or the text as it is.
/// `entry` is the one whose own text it is, if any.
[[nodiscard]] std::string subject_of(const Document& document, const markdown::Leaf& leaf, const Entry* entry);

}  // namespace paperlint
