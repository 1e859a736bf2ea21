// What standard output is.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/command.h"

namespace paperlint {

enum class ColorChoice : std::uint8_t { automatic, always, never };

/// What the environment says of colours; nullptr where a variable is not set.
struct ColorEnvironment {
  const char* no_color;
  const char* force;  // CLICOLOR_FORCE
  const char* term;
};

[[nodiscard]] bool wants_color(ColorChoice, bool is_terminal, const ColorEnvironment&);

/// Whether somebody looks at standard error, in a terminal where a line can be written over.
[[nodiscard]] bool error_is_watched();

/// Asks the system and the environment about standard output.
[[nodiscard]] Terminal standard_output(ColorChoice);

}  // namespace paperlint
