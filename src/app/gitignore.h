// Patterns of files, by the rules of .gitignore; also those of `exclude` and `include` in a config.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paperlint {

/// One line of a .gitignore.
class IgnorePattern {
 public:
  /// Nothing where the line is blank or a comment.
  [[nodiscard]] static std::optional<IgnorePattern> parse(std::string_view line);
  /// `names` are the parts of a path, counted from the folder that the pattern belongs to.
  [[nodiscard]] bool matches(std::span<const std::string_view> names, bool is_folder) const;
  [[nodiscard]] bool negated() const { return negated_; }
  /// The names before the first one with a wildcard, joined: where matches can stand at all.
  [[nodiscard]] std::string literal_prefix() const;
  /// As it was written, without marks before and behind it.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::string> parts_;  // of the pattern, between slashes
  bool negated_ = false, folders_only_ = false;
  bool anywhere_ = false;  // without a slash: matches the last name, however deep it stands
};

/// The patterns of one folder. The last one that matches decides.
class IgnoreList {
 public:
  IgnoreList() = default;
  /// The text of a .gitignore.
  explicit IgnoreList(std::string_view text);
  void add(std::string_view line);
  /// Adds a pattern that counts from the folder even where it has no slash.
  void add_anchored(std::string_view line);

  [[nodiscard]] bool empty() const { return patterns_.empty(); }
  [[nodiscard]] const std::vector<IgnorePattern>& patterns() const { return patterns_; }
  /// Whether the path (from the folder of the patterns, with forward slashes) is ignored; nothing
  /// where no pattern speaks of it. Of the folders above the path the caller has asked before.
  [[nodiscard]] std::optional<bool> operator()(std::string_view path, bool is_folder) const;

 private:
  std::vector<IgnorePattern> patterns_;
};

}  // namespace paperlint
