// Where in the text of a config a byte of a string's value stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace paperlint {

/// Line and column of a config's text, both counted from 1, the column in code points.
struct TomlPlace {
  std::uint32_t line = 1, column = 1;
};

/// The place that byte `at` of a string's `value` is written at, escapes counted; the string begins with its quotes at
/// `begin`. Where the text does not spell `value` there, `begin` itself.
[[nodiscard]] TomlPlace place_in_string(std::string_view text, TomlPlace begin, std::string_view value, std::size_t at);

}  // namespace paperlint
