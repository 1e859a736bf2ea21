// What the findings of a run add up to.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "report/excerpt.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {

/// Counts findings as they are reported.
class Census {
 public:
  struct Row {
    Severity severity;
    const Rule* rule;
    std::uint32_t count;
  };
  void add(const FileResult&);
  [[nodiscard]] const Tally& tally() const { return tally_; }
  [[nodiscard]] std::uint32_t files() const { return files_; }  // files with findings
  [[nodiscard]] std::uint32_t safe() const { return safe_; }    // findings with a safe fix
  [[nodiscard]] std::uint32_t unsafe() const { return unsafe_; }
  /// What readers lose first: by severity, then by count, then by name.
  [[nodiscard]] std::vector<Row> rows() const;

 private:
  std::vector<Row> rows_;
  Tally tally_;
  std::uint32_t files_ = 0, safe_ = 0, unsafe_ = 0;
};

/// `paperlint --fix README.md`
[[nodiscard]] std::string command(const TextOptions&, std::string_view flags);
/// The lines that close a report.
[[nodiscard]] std::string closing(const Census&, const Totals&, const TextOptions&, const Look&);

}  // namespace paperlint
