#include "app/paths.h"

#include <algorithm>
#include <system_error>

namespace paperlint {
namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
#if defined(_WIN32)
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
#else
  return path.native();
#endif
}

fs::path path_of(std::string_view text) {
#if defined(_WIN32)
  return fs::path(std::u8string(text.begin(), text.end()));
#else
  return fs::path(text);
#endif
}

std::string shown_path(std::string_view typed) {
  const fs::path path = path_of(typed);
  // `link/..` need not be the folder that `link` stands in, so such a path stays as it is.
  fs::path shown = std::find(path.begin(), path.end(), "..") == path.end() ? path.lexically_normal() : path;
  if (shown.has_relative_path() && !shown.has_filename()) shown = shown.parent_path();
  return text_of(shown);
}

std::string identity(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  if (!error) return text_of(whole.is_absolute() ? whole : fs::absolute(whole, error).lexically_normal());
  return text_of(fs::absolute(path, error).lexically_normal());
}

std::string from_here(const fs::path& absolute) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const std::string whole = text_of(absolute);
  if (error) return whole;
  const std::string relative = text_of(absolute.lexically_relative(here));
  return relative.empty() || relative.size() > whole.size() ? whole : relative;
}

std::string_view path_below(std::string_view folder, std::string_view path) {
  if (!folder.empty() && folder.back() == '/') folder.remove_suffix(1);
  if (path.size() <= folder.size() + 1 || path.substr(0, folder.size()) != folder || path[folder.size()] != '/')
    return {};
  return path.substr(folder.size() + 1);
}

}  // namespace paperlint
