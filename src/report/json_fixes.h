// Fixes in formats that can hold only UTF-8.
#pragma once

#include <string_view>

#include "lint/diagnostic.h"

namespace paperlint {

[[nodiscard]] bool is_utf8(std::string_view text);

/// Whether all that a fix writes is UTF-8. One that writes other bytes (it moves a line that has them) would damage the
/// file if it were applied from such a report.
[[nodiscard]] bool fits_json(const Fix&);

}  // namespace paperlint
