// What a git repository held at the point where the work on it began.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace paperlint {

/// The commit in which HEAD parted from another one: what a pull request is compared with (`git diff REV...`). Asks the
/// git program, which reads the repository only. All paths count from its top.
class GitBase {
 public:
  /// `top` is an identity. Where `error` is not empty, nothing else is known.
  GitBase(std::string top, const std::string& revision);
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] const std::string& top() const { return top_; }

  /// Whether a file or folder was there.
  [[nodiscard]] bool had(std::string_view path) const;
  /// The files that were there, with their blobs.
  [[nodiscard]] const std::unordered_map<std::string, std::string>& files() const { return files_; }
  /// Where a file of the work tree lay; nothing where it is new.
  [[nodiscard]] std::optional<std::string> former(const std::string& path) const;
  /// Whether a file that was there is as it was, by what git holds for a difference.
  [[nodiscard]] bool same(const std::string& path) const { return touched_.count(path) == 0; }
  /// The texts of blobs, in their order; none where git failed, and `error` says why.
  [[nodiscard]] std::vector<std::string> texts(const std::vector<std::string>& blobs, std::string& error) const;

 private:
  bool find_base(const std::string& revision);
  bool list_files();
  bool list_changes();
  [[nodiscard]] std::string complaint(const std::string& revision, const std::string& said) const;

  std::string top_, error_, base_;
  std::unordered_map<std::string, std::string> files_;
  std::unordered_map<std::string, std::string> touched_;  // of the work tree; the former path where it was renamed
  std::vector<std::string> sorted_;                       // the paths of `files_`
};

}  // namespace paperlint
