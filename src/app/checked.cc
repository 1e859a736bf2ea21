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

/// The Sources that a report of the findings looks into.
std::unordered_set<const Source*> sources_of(const std::vector<Diagnostic>& findings) {
  std::unordered_set<const Source*> sources;
  std::unordered_set<const Fix*> fixes;
  for (const Diagnostic& finding : findings) {
    sources.insert(finding.at.source);
    for (const Note& note : finding.notes) sources.insert(note.at.source);
    if (finding.fix && fixes.insert(finding.fix.get()).second)
      for (const Edit& edit : finding.fix->edits) sources.insert(edit.at.source);
  }
  return sources;
}

}  // namespace

FileNumbers file_numbers(const List& list) {
  FileNumbers numbers;
  for (const auto& document : list.documents) numbers.emplace(document->source.get(), numbers.size());
  return numbers;
}

AskedFiles::AskedFiles(const List& list, const std::vector<InputFile>& files) {
  all_ = std::all_of(files.begin(), files.end(), [](const InputFile& file) { return file.asked; });
  if (all_) return;
  numbers_ = file_numbers(list);
  for (const InputFile& file : files) asked_.push_back(file.asked);
  for (const auto& document : list.documents) generated_.push_back(document->origin == Origin::generated);
}

bool AskedFiles::asked(const Source* source) const {
  const auto number = numbers_.find(source);
  return number != numbers_.end() && asked_[number->second];
}

bool AskedFiles::operator()(const Diagnostic& finding) const {
  if (all_ || asked(finding.at.source)) return true;
  // What a program took from the file that was asked for is told there already.
  const auto home = numbers_.find(finding.at.source);
  if (home != numbers_.end() && generated_[home->second]) return false;
  return std::any_of(finding.notes.begin(), finding.notes.end(),
                     [&](const Note& note) { return asked(note.at.source); });
}

void CheckedList::forget_findings() {
  std::unordered_map<const Source*, std::uint32_t> counts;
  for (const Diagnostic& finding : findings) ++counts[finding.at.source];
  for (CheckedFile& file : files)
    if (const auto count = counts.find(file.source.get()); count != counts.end()) file.known += count->second;
  findings.clear();
}

CheckedList checked_list(List list, LintResult result, std::vector<InputFile> files) {
  CheckedList checked{{}, std::move(result.diagnostics), result.suppressed};
  const AskedFiles asked(list, files);
  const auto is_elsewhere = [&](const Diagnostic& finding) { return !asked(finding); };
  auto& all = checked.findings;
  all.erase(std::remove_if(all.begin(), all.end(), is_elsewhere), all.end());
  const std::unordered_set<const Source*> spoken_of = sources_of(all);
  for (std::size_t i = 0; i < files.size(); ++i) {
    Document& document = *list.documents[i];
    CheckedFile file;
    file.entries = document.papers();
    file.reading = document.reading;
    file.identity = std::move(files[i].identity);
    file.asked = files[i].asked;
    file.source = spoken_of.count(document.source.get()) != 0
                      ? std::move(document.source)
                      : std::make_unique<const Source>(document.source->path(), std::string());
    checked.files.push_back(std::move(file));
  }
  return checked;
}

Totals tell(const std::vector<CheckedList>& lists, Outputs& outputs) {
  Totals totals;
  for (const CheckedList& checked : lists) {
    const auto findings = by_file(checked.findings);
    for (const CheckedFile& kept : checked.files) {
      const auto found = findings.find(kept.source.get());
      if (!kept.asked && found == findings.end()) continue;
      // "0 papers, nothing to say" would be wrong of a list that cannot be read: a remark tells of
      // it.
      FileResult file{kept.source.get(), kept.entries, kept.reading == Reading::read, {}};
      if (kept.changed) file.changed = &*kept.changed;
      file.known = kept.known;
      if (found != findings.end()) file.diagnostics = found->second;
      outputs.file(file);
      if (!kept.asked || kept.reading == Reading::no_list) continue;
      ++totals.files;
      totals.entries += file.entries;
      totals.known += file.known;
    }
    count(checked.findings, totals);
    totals.suppressed += checked.suppressed;
  }
  return totals;
}

}  // namespace paperlint
