// Writing files without ever leaving half of one.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/beside.h"

namespace paperlint {

/// New bytes for a file that holds `before`. They go to a file beside it, and take its place in one step: whoever opens
/// the file sees all of the old bytes or all of the new ones. Mode and owner stay; of a symbolic link the target is
/// replaced. Where anything goes wrong the old bytes stay, and nothing is left beside them.
class Replacement {
 public:
  /// Writes all of it but the last step. Both texts have to live as long as this.
  Replacement(const std::filesystem::path& path, std::string_view before, std::string_view after);
  /// What went wrong, empty if all is well.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  /// Whether an earlier run was killed while it wrote this file.
  [[nodiscard]] bool found_leftover() const { return found_leftover_; }
  /// The last step, where there is no trouble; gives what went wrong.
  [[nodiscard]] std::string place();

 private:
  std::string prepare(const std::filesystem::path& path, std::string_view after);
  std::filesystem::path target_;
  std::string_view before_;
  std::unique_ptr<Beside> beside_;
  bool found_leftover_ = false;
  std::string trouble_;
};

/// All steps at once. Gives back what went wrong, empty if all is well.
[[nodiscard]] std::string replace_file(const std::filesystem::path& path, std::string_view before,
                                       std::string_view after);

/// Writes a new file, and the folders above it, in one step; a file of that name that is there stays as it is. Gives
/// back what went wrong, empty if all is well.
[[nodiscard]] std::string create_file(const std::filesystem::path& path, std::string_view text);

}  // namespace paperlint
