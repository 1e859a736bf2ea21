// Which findings of a List are told: all of them, or what a baseline does not know and a change has brought.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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
  /// Leaves what is told and counts, for each document, what is not. To be called once, when all has been done to the
  /// List, and for one List after the other.
  [[nodiscard]] std::vector<std::uint32_t> keep(const List&, std::vector<Diagnostic>&);
  /// The lines that are told of in a pull request; nothing elsewhere.
  [[nodiscard]] std::optional<ChangedLines> lines(const Source&) const;

 private:
  std::unique_ptr<const Change> change_;
  Known& known_;
  Selection selection_;
};

}  // namespace paperlint
