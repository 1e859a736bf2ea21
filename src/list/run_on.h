// Entries that stand on one line, for want of the line break between them.
#pragma once

#include <optional>

#include "list/list.h"

namespace paperlint {

/// Where in the text of an item another entry begins as this one does: with a venue tag and a linked title, or, where
/// entries have no tags, with a linked title right behind a glued marker: `[[code](u)]- [Title](v)`.
struct RunOn {
  Span gap;     // between the two, with the marker where one stands there
  Span second;  // from its tag to the end of its title
};
[[nodiscard]] std::optional<RunOn> run_on(const Text& text);

}  // namespace paperlint
