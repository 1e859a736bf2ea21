// Texts that go on in the next line.
#pragma once

#include <vector>

#include "text/rewrite.h"

namespace paperlint {

/// How a link's text is broken over lines.
struct LineBreaks {
  bool at_end = false;          // one stands before the first or behind the last word
  bool meant = false;           // by a backslash, or in a quote, where the next line begins with its mark
  std::vector<Rewrite> joined;  // what makes it one line
};
[[nodiscard]] LineBreaks line_breaks(const Source& source, Span text);

}  // namespace paperlint
