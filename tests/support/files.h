// Files that tests read.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace paperlint {

/// The bytes of a file; empty where it cannot be read.
inline std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All `.md` files below a folder, sorted.
inline std::vector<std::filesystem::path> lists_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> all;
  for (const auto& found : std::filesystem::recursive_directory_iterator(folder))
    if (found.is_regular_file() && found.path().extension() == ".md") all.push_back(found.path());
  std::sort(all.begin(), all.end());
  return all;
}

/// The folder of real lists, PAPERLINT_CORPUS; empty where none is named.
inline std::filesystem::path corpus_folder() {
  const char* const folder = std::getenv("PAPERLINT_CORPUS");
  return folder == nullptr ? "" : folder;
}

}  // namespace paperlint
