// What --verbose tells.
#pragma once

#include "app/load.h"

namespace paperlint {

/// For each file of a List that was asked for: its config, and how it was understood.
void tell_more(const LoadedList&, const UsedConfig&, Notes&);

}  // namespace paperlint
