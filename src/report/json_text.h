// JSON that may be shown in a log or a terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace paperlint {

/// One line; controls and invisible characters are escaped, what is no UTF-8 is replaced.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& value);

}  // namespace paperlint
