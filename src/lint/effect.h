// Did fixes do what they declare, and nothing else?
#pragma once

#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"

namespace paperlint {

/// Holds what was read before some fixes against what was read after them. Returns "" if they
/// differ by just what the fixes declare (see Effect), else what differs, for a remark. An entry
/// that no edit touches has to stay as it is, whatever is declared; so has the number of headings.
[[nodiscard]] std::string_view departure(const List& before, const List& after, const std::vector<const Fix*>& fixes);

}  // namespace paperlint
