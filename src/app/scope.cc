#include "app/scope.h"

#include <unordered_map>

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

void Scope::keep(CheckedList& checked) {
  std::vector<Diagnostic>& all = checked.result.diagnostics;
  const std::vector<bool> told = this->told(checked.list, all);
  known_.spend(all);
  checked.known.assign(checked.list.documents.size(), 0);
  std::unordered_map<const Source*, std::size_t> numbers;
  for (const auto& document : checked.list.documents) {
    numbers.emplace(document->source.get(), numbers.size());
    if (change_) checked.changed.push_back(change_->lines(*document->source));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!told[i])
      ++checked.known[numbers.at(all[i].at.source)];
    else if (kept++ != i)
      all[kept - 1] = std::move(all[i]);
  }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}

}  // namespace paperlint
