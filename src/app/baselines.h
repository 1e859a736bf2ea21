// The files of `--baseline` and `--write-baseline`.
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/check.h"
#include "app/checked.h"
#include "app/remarks.h"
#include "lint/baseline.h"

namespace paperlint {

class Baselines {
 public:
  Baselines(const CheckOptions& options, Remarks& remarks) : options_(options), remarks_(remarks) {}
  /// Reads what is known. False where that cannot be done; what is wrong is told then.
  [[nodiscard]] bool open(std::ostream& err);
  [[nodiscard]] Known& known() { return known_; }
  /// Hears of each List, with the rules that ran over it.
  void took(const CheckedList&, const Selection&);
  /// Tells what is known and no longer there, so that the file can shrink: of files that were checked or are gone.
  void tell_gone();
  /// Writes all findings in one step, and takes them out of what is reported.
  void write(std::vector<CheckedList>&);

 private:
  [[nodiscard]] std::string column_of(const std::string& identity, const std::string& baseline) const;

  const CheckOptions& options_;
  Remarks& remarks_;
  Known known_;
  std::set<std::string> checked_;     // files, as the baseline has them
  std::set<std::string_view> rules_;  // that ran
};

}  // namespace paperlint
