// The user's text within a message.
#pragma once

#include <string>
#include <string_view>

namespace paperlint {

/// The text in single quotes and in one line; one that is longer than a message can bear is cut, with `…` for the rest.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace paperlint
