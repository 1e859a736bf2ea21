// Texts that md4c would take too long to parse.
#pragma once

#include <string>

#include "text/source.h"

namespace paperlint::markdown {

/// Why a Source is not parsed, in words for people; empty for all that people write. md4c 0.4.8, which many systems
/// have, takes time with the lines of a paragraph times its brackets, and with the rows of a table times its columns.
[[nodiscard]] std::string too_much(const Source& source);

}  // namespace paperlint::markdown
