// Entries that tell no year in a list in which nearly all do.
#pragma once

#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

struct UntoldYears {
  std::vector<const Entry*> entries;  // that tell none
  std::size_t all = 0;                // entries of the Document that might
};
/// Empty where fewer than 98 % of at least 20 entries tell their year, by tag, date, heading or in any words, though
/// one may always lack it; sub-items and what bears no mark of a paper count as neither. `latest`: the last year that
/// two digits may stand for.
[[nodiscard]] UntoldYears untold_years(const Document& document, std::uint16_t latest);

}  // namespace paperlint
