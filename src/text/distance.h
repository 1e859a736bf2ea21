// How near two texts are.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace paperlint {

/// Edits (insertions, deletions, substitutions, swaps of neighbours) between two byte strings, or
/// `most + 1` where there are more than `most`. Time grows with most x length.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// The name nearest to a misspelt one, as compilers suggest it, or "" where none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace paperlint
