// Whether the placeholders of a format make sense together.
#pragma once

#include <vector>

#include "list/format.h"

namespace paperlint {

/// Adds what is wrong with steps that were read well; tells the steps what they have to know of their neighbours.
void check_format(Format& format, std::vector<FormatProblem>& problems);

}  // namespace paperlint
