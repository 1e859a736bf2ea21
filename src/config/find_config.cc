#include "config/config.h"

namespace paperlint {
namespace {

bool leads_nowhere(const std::filesystem::path& link) {
  std::error_code error;
  return std::filesystem::is_symlink(link, error) && !std::filesystem::exists(link, error);
}

}  // namespace

std::optional<std::filesystem::path> find_config(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path here = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal();
  while (!error && !here.empty()) {
    for (const char* const name : {"paperlint.toml", ".paperlint.toml"})
      if (fs::is_regular_file(here / name, error) || leads_nowhere(here / name)) return here / name;
    if (fs::exists(here / ".git", error)) break;
    error.clear();  // a folder that can't be looked into holds no config
    fs::path above = here.parent_path();
    if (above == here) break;
    here = std::move(above);
  }
  return std::nullopt;
}

}  // namespace paperlint
