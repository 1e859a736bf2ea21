#include "app/checked.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace paperlint {
namespace {

/// Each file's findings; they stand together, for findings are sorted by file.
std::unordered_map<const Source*, std::span<const Diagnostic>> by_file(const std::vector<Diagnostic>& all) {
  std::unordered_map<const Source*, std::span<const Diagnostic>> files;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].at.source == all[begin].at.source) ++end;
    files.emplace(all[begin].at.source, std::span(all).subspan(begin, end - begin));
  }
  return files;
}

void count(const std::vector<Diagnostic>& all, Totals& totals) {
  std::unordered_set<const Fix*> fixes;
  for (const Diagnostic& finding : all) {
    if (finding.severity == Severity::error) ++totals.errors;
    if (finding.severity == Severity::warning) ++totals.warnings;
    if (finding.severity == Severity::note) ++totals.notes;
    if (finding.fix && fixes.insert(finding.fix.get()).second)
      ++(finding.fix->safety == Safety::safe ? totals.safe_fixes : totals.unsafe_fixes);
  }
}

}  // namespace

bool was_asked(const List& list, const std::vector<InputFile>& files, const Diagnostic& finding) {
  const auto asked = [&](const Place& place) {
    for (std::size_t i = 0; i < files.size(); ++i)
      if (list.documents[i]->source.get() == place.source) return files[i].asked;
    return false;
  };
  if (asked(finding.at)) return true;
  // What a program took from the file that was asked for is told there already.
  const auto home = std::find_if(list.documents.begin(), list.documents.end(),
                                 [&](const auto& document) { return document->source.get() == finding.at.source; });
  if (home != list.documents.end() && (*home)->origin == Origin::generated) return false;
  return std::any_of(finding.notes.begin(), finding.notes.end(), [&](const Note& note) { return asked(note.at); });
}

void CheckedList::forget_findings() {
  for (const Diagnostic& finding : result.diagnostics)
    for (std::size_t i = 0; i < known.size(); ++i)
      if (list.documents[i]->source.get() == finding.at.source) ++known[i];
  result.diagnostics.clear();
}

void keep_what_was_asked(CheckedList& checked) {
  if (std::all_of(checked.files.begin(), checked.files.end(), [](const InputFile& file) { return file.asked; })) return;
  const auto is_elsewhere = [&](const Diagnostic& finding) { return !was_asked(checked.list, checked.files, finding); };
  auto& all = checked.result.diagnostics;
  all.erase(std::remove_if(all.begin(), all.end(), is_elsewhere), all.end());
}

Totals tell(const std::vector<CheckedList>& lists, Outputs& outputs) {
  Totals totals;
  for (const CheckedList& checked : lists) {
    const auto findings = by_file(checked.result.diagnostics);
    for (std::size_t i = 0; i < checked.files.size(); ++i) {
      const Document& document = *checked.list.documents[i];
      const auto found = findings.find(document.source.get());
      if (!checked.files[i].asked && found == findings.end()) continue;
      // "0 papers, nothing to say" would be wrong of a list that cannot be read: a remark tells of
      // it.
      FileResult file{document.source.get(), document.papers(), document.reading == Reading::read, {}};
      if (!checked.changed.empty()) file.changed = &checked.changed[i];
      file.known = checked.known[i];
      if (found != findings.end()) file.diagnostics = found->second;
      outputs.file(file);
      if (!checked.files[i].asked || document.reading == Reading::no_list) continue;
      ++totals.files;
      totals.entries += file.entries;
      totals.known += file.known;
    }
    count(checked.result.diagnostics, totals);
    totals.suppressed += checked.result.suppressed;
  }
  return totals;
}

}  // namespace paperlint
