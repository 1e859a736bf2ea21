// `paperlint init`: a config that says what lists do, and what runs paperlint on each commit.
#pragma once

#include "app/command.h"
#include "app/inputs.h"

namespace paperlint {

/// The command line of `init`.
struct InitOptions : InputOptions {
  bool to_output = false;  // print, write nothing
  bool pre_commit = false, workflow = false;
};

[[nodiscard]] Outcome init(const InitOptions&, const Streams&);

}  // namespace paperlint
