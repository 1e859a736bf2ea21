// `paperlint style`: what was inferred of lists.
#pragma once

#include "app/command.h"
#include "app/inputs.h"

namespace paperlint {

/// The command line of `style`.
struct StyleOptions : InputOptions {
  bool json = false, all = false;
  Terminal terminal;  // standard output
};

[[nodiscard]] Outcome style(const StyleOptions&, const Streams&);

}  // namespace paperlint
