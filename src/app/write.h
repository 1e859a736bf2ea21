// Writing files without ever leaving half of one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace paperlint {

/// Puts `after` in the place of a file that holds `before`, in one step: whoever opens the file
/// sees all of the old bytes or all of the new ones. Mode and owner stay; of a symbolic link the
/// target is replaced. Gives back what went wrong, empty if all is well; then the old bytes stay.
[[nodiscard]] std::string replace_file(const std::filesystem::path& path, std::string_view before,
                                       std::string_view after);

/// Writes a new file, and the folders above it, in one step; a file of that name that is there stays as it is. Gives
/// back what went wrong, empty if all is well.
[[nodiscard]] std::string create_file(const std::filesystem::path& path, std::string_view text);

}  // namespace paperlint
