// Notes on what a paper is for a while: to appear, under review.
#pragma once

#include <string_view>

namespace paperlint {

/// Whether the inside of a note, or what follows a tag's year, says of a paper what ends one day: `to appear`,
/// `Under review at ICLR`, `accepted`. Not of its code; nor where it names the venue that accepted it.
[[nodiscard]] bool is_state_note(std::string_view inside);

}  // namespace paperlint
