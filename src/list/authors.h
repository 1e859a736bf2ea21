// Persons that stand before a title.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "list/grammar.h"

namespace paperlint {

inline constexpr std::size_t kTelling = 3;  // words that a title has at least

/// Where the title begins behind three persons or more: `A. Name, B. Name, C. Name, Title`; the cursor's place where
/// there are fewer. `end`: where the text ends that may be a title.
[[nodiscard]] std::uint32_t behind_authors(const Cursor& cursor, std::uint32_t end);

/// How many persons a text names where it names nothing else: `A. Name, B. Name and C. Name, `; else 0.
[[nodiscard]] std::size_t only_persons(std::string_view text);

}  // namespace paperlint
