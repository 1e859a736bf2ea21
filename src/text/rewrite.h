// New text for a piece of a file.
#pragma once

#include <string>
#include <string_view>

#include "text/source.h"

namespace paperlint {

/// What a span becomes.
struct Rewrite {
  Span at;
  std::string with;
};

/// The least that turns the text of a span into another: without what both begin and end with. Never splits a code
/// point.
[[nodiscard]] Rewrite least_rewrite(const Source& source, Span at, std::string_view now);

}  // namespace paperlint
