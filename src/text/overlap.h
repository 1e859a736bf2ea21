// What two titles have in common, word by word.
#pragma once

#include <string_view>

namespace paperlint {

/// Which part of the words that tell something the title with fewer of them shares with the other: 1 for all, 0 for
/// none. Both are normalised.
[[nodiscard]] double shared_words(std::string_view a, std::string_view b);

/// Whether one title is a run of words of the other: a title and its short form.
[[nodiscard]] bool holds_words(std::string_view longer, std::string_view shorter);

}  // namespace paperlint
