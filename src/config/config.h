// paperlint.toml: to a Config, or to all its errors.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace paperlint {

struct ConfigResult {
  Config config;
  /// "paperlint.toml:4:1: [rules.year-order] has no option 'ordr'; did you mean 'order'?"; empty if all is well.
  std::vector<std::string> errors;
};

/// Reads the text of a config; `path` is what errors show. Errors of TOML end the reading, all
/// others are told at once. Columns count code points from 1.
[[nodiscard]] ConfigResult read_config(const std::string& path, std::string_view text);

/// The nearest `paperlint.toml` or `.paperlint.toml` from `folder` upwards. A link that leads nowhere is one too, for a
/// config that is meant and cannot be read has to be told.
[[nodiscard]] std::optional<std::filesystem::path> find_config(const std::filesystem::path& folder);

/// The rules that run under a config, `--select` and `--ignore` (lists of names, already checked).
/// A selected rule runs even where the config turns it off, at its own severity.
[[nodiscard]] Selection select_rules(const Config&, const std::vector<std::string_view>& select,
                                     const std::vector<std::string_view>& ignore);

}  // namespace paperlint
