#include "lint/change.h"

#include <utility>

#include "list/style.h"

namespace paperlint {

Change::Change(List before, const Selection& selection) : before_{std::move(before), {}} {
  const LintResult result = lint(before_.list, selection, &before_.checks);
  for (const Diagnostic& finding : result.diagnostics) ++known_[fingerprint(finding)];
  for (const auto& document : before_.list.documents) {
    sources_.emplace(document->source->path(), document->source.get());
    has_papers_ = has_papers_ || (document->reading == Reading::read && document->papers() > 0);
  }
}

void Change::adopt_habits(List& now) const {
  if (has_papers_) now.style = std::make_unique<const Style>(carried_over(before_.list, now));
}

Selection Change::with_habits(const Selection& selection) const {
  Selection with = selection;
  if (has_papers_) with.former = &before_;
  return with;
}

ChangedLines Change::lines(const Source& now) const {
  const auto before = sources_.find(now.path());
  if (before == sources_.end()) return all_lines(now);
  return before->second->text() == now.text() ? ChangedLines{} : changed_lines(*before->second, now);
}

std::vector<bool> Change::told(const List& now, std::span<const Diagnostic> findings) const {
  std::unordered_map<const Source*, LineSet> changed;
  for (const auto& document : now.documents) changed.emplace(document->source.get(), lines(*document->source).lines);
  std::vector<bool> told(findings.size());
  std::vector<std::string> prints;
  std::unordered_map<std::string, std::int64_t> fresh;  // more than there were, and not told yet
  prints.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    told[i] = touches(changed.at(findings[i].at.source), findings[i].at);
    prints.push_back(fingerprint(findings[i]));
    const auto [count, is_first] = fresh.try_emplace(prints.back());
    const auto known = is_first ? known_.find(prints.back()) : known_.end();
    if (known != known_.end()) count->second -= known->second;
    count->second += told[i] ? 0 : 1;
  }
  // What stands on a changed line is told already, and counts among the new ones.
  for (std::size_t i = findings.size(); i-- > 0;)
    if (!told[i] && fresh[prints[i]]-- > 0) told[i] = true;
  return told;
}

}  // namespace paperlint
