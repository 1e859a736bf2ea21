// Whether what a relative link names is there.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/source.h"

namespace paperlint {

/// Answers for one run, also to several threads at once. A link is judged where its list lies in a git repository, and
/// by the files that are there: what is above the repository's top, in a submodule or not fetched cannot be told.
class LinkedFiles {
 public:
  /// `path` as a link has it, without fragment and query, percent-encoded or not; one that begins with `/` counts from
  /// the top of the repository, others from the folder of the Source. Nothing where nobody can tell.
  [[nodiscard]] std::optional<bool> operator()(const Source& source, std::string_view path);
  /// The same of a link in a folder (an identity). `target` becomes the identity of what it names.
  [[nodiscard]] std::optional<bool> operator()(const std::string& folder, std::string_view path, std::string& target);

 private:
  const std::string& top_of(const std::string& folder);
  std::mutex mutex_;                                   // of `tops_`
  std::unordered_map<std::string, std::string> tops_;  // of repositories, by folder; empty outside
};

}  // namespace paperlint
