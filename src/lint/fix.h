// Applying fixes: whole, without conflicts, to a fixed point, and never to a file's harm.
#pragma once

#include <functional>
#include <span>

#include "lint/lint.h"

namespace paperlint {

/// A fix that was applied.
struct AppliedFix {
  std::string file;
  std::uint32_t line = 0;  // in the text before the pass that applied it
  const Rule* rule = nullptr;
  std::string title;
  std::vector<std::string> files;  // that it changes
  bool silences = false;           // mends nothing: a comment that add_suppressions has written
};

struct FixResult {
  std::vector<std::string> texts;  // the new bytes of each document of the List, in its order
  std::vector<AppliedFix> applied;
  std::vector<Remark> remarks;  // fixes that were given up: what happened and which rule
  List list;                    // the texts, read
  LintResult left;              // what `lint` says of it
};

/// Puts in those of `fixes` that conflict with none before them (in order of their first edit;
/// touching is conflict) and tells which. The bytes of each document, in the List's order.
[[nodiscard]] std::vector<std::string> apply(const List&, const std::vector<const Fix*>& fixes,
                                             std::vector<const Fix*>& taken);

/// For each finding of the List as it is then, whether it may be mended; all, where there is nothing in it.
using Wanted = std::function<std::vector<bool>(const List&, std::span<const Diagnostic>)>;
/// What is done to a List that was read again, before it is linted.
using Prepare = std::function<void(List&)>;

/// Applies the fixes of at least this safety that `lint` offers for wanted findings, reads and lints again, until
/// nothing is left. A fix that does not do what it declares is taken back and its rule named; so is
/// all where the passes run in a circle.
[[nodiscard]] FixResult fix_all(List list, const Selection&, const ReadOptions&, Safety least,
                                const Wanted& wanted = nullptr, const Prepare& prepare = nullptr);

/// A unified diff that `git apply` takes, with three lines of context; empty if nothing differs.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace paperlint
