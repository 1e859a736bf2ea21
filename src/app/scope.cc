#include "app/scope.h"

#include <algorithm>

namespace paperlint {

void Scope::prepare(List& list) const {
  if (change_) change_->adopt_habits(list);
}

std::vector<bool> Scope::told(const List& list, std::span<const Diagnostic> findings) const {
  std::vector<bool> told = known_.fresh(findings);
  if (!change_) return told;
  const std::vector<bool> changed = change_->told(list, findings);
  for (std::size_t i = 0; i < told.size(); ++i) told[i] = told[i] && changed[i];
  return told;
}

std::vector<std::uint32_t> Scope::keep(const List& list, std::vector<Diagnostic>& all) {
  std::vector<std::uint32_t> untold(list.documents.size(), 0);
  const std::vector<bool> told = this->told(list, all);
  known_.spend(all);
  if (std::find(told.begin(), told.end(), false) == told.end()) return untold;
  const FileNumbers numbers = file_numbers(list);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!told[i])
      ++untold[numbers.at(all[i].at.source)];
    else if (kept++ != i)
      all[kept - 1] = std::move(all[i]);
  }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
  return untold;
}

std::optional<ChangedLines> Scope::lines(const Source& now) const {
  return change_ ? std::optional(change_->lines(now)) : std::nullopt;
}

}  // namespace paperlint
