// What --verbose tells.
#pragma once

#include <ostream>

#include "app/load.h"

namespace paperlint {

/// For each file of a List that was asked for: its config, and how it was understood.
void tell_more(std::ostream& err, const LoadedList&, const UsedConfig&);

}  // namespace paperlint
