// A List before and after a change, as in a pull request: which findings the change is to be told of.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/changed_lines.h"
#include "lint/lint.h"

namespace paperlint {

class Change {
 public:
  /// `before` is the List as it was, its documents under the paths that they have now; `selection` has the facts of
  /// that time. Both are asked here only.
  Change(List before, const Selection& selection);

  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;

  /// Gives a List that was read after the change the habits that it had before it: no change outvotes a list. One that
  /// held no papers before keeps its own.
  void adopt_habits(List& now) const;
  /// The rules that run over such a List, by the same habits. Good as long as this is.
  [[nodiscard]] Selection with_habits(const Selection& selection) const;
  /// For each finding whether it is told: it touches a changed line, or there are more with its fingerprint than the
  /// old text had. Which of them are the new ones nobody can say; the last are taken for it.
  [[nodiscard]] std::vector<bool> told(const List& now, std::span<const Diagnostic> findings) const;
  [[nodiscard]] ChangedLines lines(const Source& now) const;

 private:
  Former before_;
  std::unordered_map<std::string_view, const Source*> sources_;  // by path
  std::unordered_map<std::string, std::uint32_t> known_;         // findings by fingerprint
  bool has_papers_ = false;
};

}  // namespace paperlint
