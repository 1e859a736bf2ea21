// Findings that are known, so that an old list can start clean.
//
// A baseline is a text for people, too: a line for each finding, sorted, with tabs between its columns.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/diagnostic.h"

namespace paperlint {

/// Findings with one fingerprint in one file.
struct KnownFinding {
  std::string rule, file, fingerprint;
  std::string subject;  // for people; shown, it is never read
  std::uint32_t count = 0;
};

/// What a baseline says. The columns are escaped, so that no file can break a line or hide something in it.
[[nodiscard]] std::string baseline_text(std::vector<KnownFinding> findings);

/// Whether a text is a baseline, of whatever version.
[[nodiscard]] bool is_baseline(std::string_view text);

struct BaselineResult {
  std::vector<KnownFinding> findings;
  std::vector<std::string> errors;  // each begins with `path:line: `
};
[[nodiscard]] BaselineResult read_baseline(std::string_view path, std::string_view text);

/// Counts findings down as they are met again.
class Known {
 public:
  Known() = default;
  explicit Known(std::vector<KnownFinding> findings);
  /// For each finding whether it is new: its fingerprint was met as often as the baseline has it.
  [[nodiscard]] std::vector<bool> fresh(std::span<const Diagnostic> findings) const;
  /// Counts those that are known.
  void spend(std::span<const Diagnostic> findings);
  /// What was not met again, with the counts that are left.
  [[nodiscard]] std::vector<KnownFinding> left() const;

 private:
  std::vector<KnownFinding> findings_;
  std::unordered_map<std::string, std::uint32_t> counts_;  // by fingerprint
};

/// A text as it stands in a column.
[[nodiscard]] std::string baseline_column(std::string_view text);

}  // namespace paperlint
