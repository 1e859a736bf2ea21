#include "app/links.h"

#include <filesystem>
#include <system_error>

#include "app/paths.h"
#include "app/repository.h"
#include "text/slug.h"

namespace paperlint {
namespace fs = std::filesystem;

const std::string& LinkedFiles::top_of(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  const auto [at, fresh] = tops_.try_emplace(folder);
  if (fresh) at->second = repository_top(folder);
  return at->second;
}

std::optional<bool> LinkedFiles::operator()(const Source& source, std::string_view path) {
  const fs::path folder = path_of(source.path()).parent_path();
  std::string target;
  return (*this)(identity(folder.empty() ? "." : folder), path, target);
}

std::optional<bool> LinkedFiles::operator()(const std::string& home, std::string_view path, std::string& target) {
  const std::string& top = top_of(home);
  if (top.empty() || path.empty()) return std::nullopt;
  const bool from_top = path.front() == '/';
  const fs::path wanted = path_of(from_top ? top : home) / path_of(decode_fragment(from_top ? path.substr(1) : path));
  std::string& normal = target = text_of(wanted.lexically_normal());
  if (normal.size() > 1 && normal.back() == '/') normal.pop_back();           // of `topics/..`
  if (normal != top && path_below(top, normal).empty()) return std::nullopt;  // `../../issues`
  std::error_code error;
  const fs::file_status status = fs::status(path_of(normal), error);
  if (fs::exists(status)) return true;
  if (status.type() != fs::file_type::not_found || is_there(path_of(top) / ".gitmodules")) return std::nullopt;
  return false;
}

}  // namespace paperlint
