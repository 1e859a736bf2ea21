// Which files a run is about.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gitignore.h"
#include "lint/diagnostic.h"

namespace paperlint {

/// One file to be read.
struct InputFile {
  std::filesystem::path path;  // by which it is opened; "-" is standard input
  std::string shown;           // as reports show it
  std::string identity;        // the same for all ways to the file
  bool by_hand = false;        // named by the user, not found in a folder
  bool asked = true;           // false where it is only read because its List needs it
  bool link = false;           // found as a symbolic link
};

/// Patterns and the folder that they count from (an identity).
struct ExcludeList {
  std::string folder;
  IgnoreList patterns;
};

struct FindOptions {
  /// What the config that is in force in `folder` (an identity) excludes, or nullptr. Asked for the
  /// first folder and for each that holds a config of its own.
  std::function<const ExcludeList*(const std::string& folder)> excludes;
  /// Whether a file that a folder holds is meant, by its identity; Markdown files where this is
  /// empty.
  std::function<bool(std::string_view identity)> wanted;
  /// Whether a named folder in which nothing is found is a problem.
  bool expect_files = true;
};

struct Found {
  std::vector<InputFile> files;  // sorted as they are shown, each once
  std::vector<Remark> problems;  // what could not be looked at
};

/// The files that `paths` name, and the Markdown files in the folders that they name. A file named
/// by hand is taken as it is. In folders, what is hidden, what git ignores and what a config
/// excludes is left out; links to folders are not followed.
[[nodiscard]] Found find_files(const std::vector<std::string>& paths, const FindOptions& options);

/// Whether the name ends as those of Markdown files do.
[[nodiscard]] bool is_markdown(std::string_view name);

}  // namespace paperlint
