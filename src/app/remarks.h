// What a run has to say beside its findings.
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "lint/diagnostic.h"

namespace paperlint {

/// `paperlint: README.md: message`, a line on its own, fit for a terminal.
void complain(std::ostream& err, const std::string& file, const std::string& message);

/// Prints remarks, each once, and keeps them for the reports that hold them.
class Remarks {
 public:
  explicit Remarks(std::ostream& err) : err_(err) {}
  /// Something that was to be done and could not be.
  void problem(Remark);
  /// Something to know.
  void remark(Remark, bool show);

  [[nodiscard]] Outcome outcome() const { return outcome_; }
  [[nodiscard]] const std::vector<Remark>& all() const { return all_; }

 private:
  void keep(Remark, bool show);
  std::ostream& err_;
  std::vector<Remark> all_;
  std::set<std::pair<std::string, std::string>> said_;
  Outcome outcome_ = Outcome::clean;
};

}  // namespace paperlint
