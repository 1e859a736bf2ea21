// How paths are shown and compared.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace paperlint {

/// UTF-8 with forward slashes.
[[nodiscard]] std::string text_of(const std::filesystem::path&);
/// The path of a UTF-8 text.
[[nodiscard]] std::filesystem::path path_of(std::string_view text);
/// As the user would type it: `README.md` for `./README.md`, `.` for `./`.
[[nodiscard]] std::string shown_path(std::string_view typed);
/// One text per file, whatever way leads to it: absolute, links followed as far as the path exists.
[[nodiscard]] std::string identity(const std::filesystem::path&);
/// The path from the current folder, or the absolute one where that is shorter.
[[nodiscard]] std::string from_here(const std::filesystem::path& absolute);
/// `path` without `folder` in front, or "" where it does not lie in it; both are identities.
[[nodiscard]] std::string_view path_below(std::string_view folder, std::string_view path);

}  // namespace paperlint
