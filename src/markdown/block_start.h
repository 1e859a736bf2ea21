// What blocks a line can begin in the midst of a table.
#pragma once

#include <cstdint>
#include <string_view>

namespace paperlint::markdown {

enum class BlockStart : std::uint8_t { none, heading, fence, html };

/// What the line begins, by CommonMark 4.2, 4.5 and 4.6; `line` has no blanks before it. Lists, quotes and thematic
/// breaks are not asked for.
[[nodiscard]] BlockStart block_start(std::string_view line);

}  // namespace paperlint::markdown
