// A run over a pull request: `--diff-base` and `--diff-file`.
#pragma once

#include <memory>
#include <mutex>

#include "app/check.h"
#include "app/lists.h"
#include "app/load.h"
#include "app/old_texts.h"
#include "app/remarks.h"
#include "lint/change.h"

namespace paperlint {

class PullRequest {
 public:
  PullRequest(const CheckOptions&, Remarks&);
  [[nodiscard]] bool is_one() const { return options_.pull_request; }
  /// Reads what the change is told by. False where it cannot be; a problem is told then.
  [[nodiscard]] bool open();
  /// How a List has changed. Where nobody can tell, a problem is told and nothing is given back: neither all nor none
  /// of its findings would be right. May be asked by several threads at once.
  [[nodiscard]] std::unique_ptr<const Change> change(const LoadedList&, const PlannedList&, Notes&);

 private:
  const CheckOptions& options_;
  Remarks& remarks_;
  std::mutex mutex_;  // of `old_`, which asks git and keeps the answers
  std::unique_ptr<OldTexts> old_;
  LinkedFiles links_;
};

}  // namespace paperlint
