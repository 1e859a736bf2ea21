// Which findings of a List are told: all of them, or what a baseline does not know and a change has brought.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/checked.h"
#include "lint/baseline.h"
#include "lint/change.h"

namespace paperlint {

class Scope {
 public:
  /// `change` may be nullptr: then the lines do not matter.
  Scope(std::unique_ptr<const Change> change, Known& known, const Selection& selection)
      : change_(std::move(change)), known_(known), selection_(change_ ? change_->with_habits(selection) : selection) {}

  /// The rules that run.
  [[nodiscard]] const Selection& selection() const { return selection_; }

  /// What a List needs before it is linted, each time that it was read.
  void prepare(List& list) const;
  /// For each finding whether it is told.
  [[nodiscard]] std::vector<bool> told(const List&, std::span<const Diagnostic>) const;
  /// Leaves what is told, and counts what is not. To be called once, when all has been done to the List.
  void keep(CheckedList&);

 private:
  std::unique_ptr<const Change> change_;
  Known& known_;
  Selection selection_;
};

}  // namespace paperlint
