// Where the lines of a text end, and whether they are shown as lines.
#pragma once

#include <string_view>

namespace paperlint {

/// What breaks a line at its end, with the blanks before it: `\`, `<br>` in any form, two blanks; empty without one.
[[nodiscard]] std::string_view hard_break(std::string_view line);

/// Whether a line is whole where it ends, and not a sentence or a row of names that goes on: another field begins on
/// the next line, or this one ends as a field does. Both without blanks around them.
[[nodiscard]] bool ends_field(std::string_view line, std::string_view next);

}  // namespace paperlint
