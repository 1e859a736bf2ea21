// A fix as a small diff.
#pragma once

#include <string>

#include "lint/diagnostic.h"
#include "report/excerpt.h"

namespace paperlint {

/// Appends what a fix changes: of each changed line the part that changes, old above new. `home` is
/// the file of the finding; other files are named.
void append_patch(std::string& out, const Fix& fix, const Source* home, const Look& look);

}  // namespace paperlint
