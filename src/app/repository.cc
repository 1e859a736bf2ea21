#include "app/repository.h"

#include <system_error>
#include <vector>

#include "app/paths.h"
#include "app/read.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMostPatterns = 16'000'000;  // bytes; no .gitignore is that long

std::string first_line_after(std::string_view text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return {};
  text.remove_prefix(prefix.size());
  return std::string(text.substr(0, text.find_first_of("\r\n")));
}

/// Where a repository keeps info/exclude. In a work tree and in a submodule `.git` is a file that
/// tells; work trees share the folder of the main one.
fs::path git_folder(const fs::path& root) {
  fs::path folder = root / ".git";
  std::error_code error;
  if (fs::is_directory(folder, error)) return folder;
  folder = root / path_of(first_line_after(read_bytes(folder, kMostPatterns).bytes, "gitdir: "));
  const std::string common = first_line_after(read_bytes(folder / "commondir", kMostPatterns).bytes, "");
  return common.empty() ? folder : folder / path_of(common);
}

IgnoreChain with_patterns(IgnoreChain above, const std::string& folder, const fs::path& file) {
  IgnoreList patterns(read_bytes(file, kMostPatterns).bytes);
  if (patterns.empty()) return above;
  return std::make_shared<const IgnoreLevel>(IgnoreLevel{std::move(above), folder, std::move(patterns)});
}

}  // namespace

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::string repository_top(const std::string& folder) {
  for (fs::path at = path_of(folder);;) {
    if (is_there(at / ".git")) return text_of(at);
    const fs::path parent = at.parent_path();
    if (parent == at || parent.empty()) return {};
    at = parent;
  }
}

IgnoreChain enter_folder(IgnoreChain above, const std::string& folder, bool is_root, bool has_gitignore) {
  const fs::path path = path_of(folder);
  if (is_root) above = with_patterns(nullptr, folder, git_folder(path) / "info" / "exclude");
  return has_gitignore ? with_patterns(std::move(above), folder, path / ".gitignore") : above;
}

IgnoreChain chain_above(const std::string& folder) {
  std::vector<fs::path> outwards;
  fs::path at = path_of(folder);
  while (!is_there(at / ".git")) {
    const fs::path parent = at.parent_path();
    if (parent == at || parent.empty()) return nullptr;
    outwards.push_back(at = parent);
  }
  IgnoreChain chain;
  for (auto level = outwards.rbegin(); level != outwards.rend(); ++level)
    chain =
        enter_folder(std::move(chain), text_of(*level), level == outwards.rbegin(), is_there(*level / ".gitignore"));
  return chain;
}

bool is_ignored(const IgnoreChain& chain, std::string_view identity, bool is_folder) {
  for (const IgnoreLevel* level = chain.get(); level; level = level->above.get())
    if (const auto ignored = level->patterns(path_below(level->folder, identity), is_folder)) return *ignored;
  return false;
}

}  // namespace paperlint
