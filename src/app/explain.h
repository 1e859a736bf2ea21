// `paperlint explain` and `paperlint rules`.
#pragma once

#include <string_view>

#include "app/command.h"

namespace paperlint {

/// Prints the page of a rule: as it is, or without marks for a terminal.
[[nodiscard]] Outcome explain(std::string_view rule, const Streams&, const Terminal&);
/// Prints name, severity, fix and summary of each rule.
[[nodiscard]] Outcome list_rules(const Streams&, const Terminal&);

}  // namespace paperlint
