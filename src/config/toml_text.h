// What is seen in the text of a config itself: toml++ can't be given everything, nor explain
// everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paperlint {

/// A place, both counted from 1, the column in code points; and what is wrong there.
struct TomlProblem {
  std::uint32_t line = 1, column = 1;
  std::string text;
};

/// Why a text must be kept from toml++, which it would fell: it is too large; its tables lie so
/// deep that freeing them overflows the stack; a character that is not ASCII stands outside strings
/// and comments, or behind a backslash that joins lines (toml++ may run into undefined behaviour
/// when it asks whether that is a blank).
[[nodiscard]] std::optional<TomlProblem> unfit_for_toml(std::string_view text);

/// Whether a line (counted from 1) gives a key a bare word, as in `order = newest-first`. That is
/// the commonest slip, and of it toml++ speaks in riddles ("expected 'nan', saw 'ne'").
[[nodiscard]] bool lacks_quotes(std::string_view text, std::size_t line);

}  // namespace paperlint
