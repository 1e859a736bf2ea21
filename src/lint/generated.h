// What is found in generated files is told, and mended where they are made of.
#pragma once

#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"

namespace paperlint {

/// Takes away each fix that would change what is generated, and notes where the same paper stands in a file that people
/// write, if it does.
void spare_generated(const List& list, std::vector<Diagnostic>& findings);

}  // namespace paperlint
