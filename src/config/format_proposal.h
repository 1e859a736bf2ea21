// From how a list writes its entries to the formats that say so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "list/list.h"

namespace paperlint {

struct FormatProposal {
  std::vector<std::string> formats;
  std::uint32_t fits = 0, papers = 0;  // of those that the formats speak of
};

/// The fewest formats, three at most, that at least 95 % of at least 20 papers fit; none where there are no such.
[[nodiscard]] FormatProposal propose_formats(const std::vector<const List*>& lists);

}  // namespace paperlint
