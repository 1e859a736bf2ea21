// What git ignores: the patterns in force in one folder of a repository.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/gitignore.h"

namespace paperlint {

/// The patterns of one folder and, through `above`, of those above it.
struct IgnoreLevel {
  std::shared_ptr<const IgnoreLevel> above;
  std::string folder;  // an identity
  IgnoreList patterns;
};
using IgnoreChain = std::shared_ptr<const IgnoreLevel>;

/// The chain with what `folder` itself adds: its .gitignore, and .git/info/exclude where it is the
/// root of a repository (nothing above a root counts below it).
[[nodiscard]] IgnoreChain enter_folder(IgnoreChain above, const std::string& folder, bool is_root, bool has_gitignore);

/// The chain in force in `folder` before its own patterns, from the root of its repository down;
/// empty outside of repositories.
[[nodiscard]] IgnoreChain chain_above(const std::string& folder);

/// The top of the repository that a folder (an identity) lies in; empty outside of repositories.
[[nodiscard]] std::string repository_top(const std::string& folder);

[[nodiscard]] bool is_there(const std::filesystem::path&);

/// Whether the file or folder is ignored, its parents being none of them ignored.
[[nodiscard]] bool is_ignored(const IgnoreChain&, std::string_view identity, bool is_folder);

}  // namespace paperlint
