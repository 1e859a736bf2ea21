// Entries that stand on one line, for want of the line break between them.
#pragma once

#include <optional>

#include "list/list.h"

namespace paperlint {

/// Where in the text of an item another entry begins: behind the marker that the next item would bear, as this one
/// does.
struct RunOn {
  Span gap;     // between the two, the marker and the blanks beside it included
  Span second;  // what the other entry begins with
  bool glued;   // no blank stands before the marker: nobody means that
};
/// A bullet without a blank before it, or the next number, tells where what follows opens as the entry does
/// (`[[code](u)]- [Title](v)`); a bullet with one only where a venue tag and a linked title follow.
[[nodiscard]] std::optional<RunOn> run_on(const Text& text);

}  // namespace paperlint
