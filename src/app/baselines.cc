#include "app/baselines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "app/paths.h"
#include "app/read.h"
#include "app/repository.h"
#include "app/write.h"
#include "lint/rule.h"
#include "report/reports.h"
#include "report/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::uintmax_t kLargest = 256'000'000;

std::string folder_of(const std::string& file) { return text_of(path_of(identity(path_of(file))).parent_path()); }

/// Puts a baseline in the place of an older one, or where there was nothing; what is wrong, empty if all is well.
std::string put(const std::string& file, const std::string& text) {
  const auto path = path_of(file);
  if (!is_there(path)) return create_file(path, text);
  const Bytes old = read_bytes(path, kLargest);
  if (!old.error.empty()) return old.error;
  if (old.bytes == text) return {};
  if (!old.bytes.empty() && !is_baseline(old.bytes))
    return "is there already and no baseline, so it was not written over";
  return replace_file(path, old.bytes, text);
}

}  // namespace

bool Baselines::open(std::ostream& err) {
  if (options_.baseline.empty()) return true;
  const std::string shown = shown_path(options_.baseline);
  const Bytes text = read_bytes(path_of(options_.baseline), kLargest);
  if (!text.error.empty()) {
    complain(err, shown, text.error + "; --write-baseline " + shown + " makes one");
    return false;
  }
  BaselineResult read = read_baseline(shown, text.bytes);
  for (const std::string& error : read.errors) err << printable(error) << '\n';
  if (!read.errors.empty()) return false;
  known_ = Known(std::move(read.findings));
  return true;
}

/// The path of a file from the folder of the baseline, so that it does not matter where paperlint runs.
std::string Baselines::column_of(const std::string& identity, const std::string& baseline) const {
  const std::string folder = folder_of(baseline);
  const std::string_view below = path_below(folder, identity);
  if (!below.empty()) return baseline_column(below);
  const std::string relative = text_of(path_of(identity).lexically_relative(path_of(folder)));
  return baseline_column(relative.empty() ? identity : relative);
}

void Baselines::took(const CheckedList& checked, const Selection& selection) {
  if (options_.baseline.empty()) return;
  for (const CheckedFile& file : checked.files) checked_.insert(column_of(file.identity, options_.baseline));
  for (const auto& choice : selection.choices) rules_.insert(choice.rule->name);
}

void Baselines::tell_gone() {
  constexpr std::size_t kNamed = 10;
  if (options_.baseline.empty()) return;
  const std::string folder = folder_of(options_.baseline), shown = shown_path(options_.baseline);
  std::size_t gone = 0;
  for (const KnownFinding& one : known_.left()) {
    const bool was_checked = checked_.count(one.file) != 0 || !is_there(path_of(folder) / path_of(one.file));
    const bool rule_ran = rules_.count(one.rule) != 0 || !rules::find(one.rule);
    if (!was_checked || !rule_ran || ++gone > kNamed) continue;
    remarks_.remark({shown, fmt::format("{} of {} on '{}' in {} {} gone; the baseline can do without",
                                        one.count == 1 ? "a finding" : counted(one.count, "finding"), one.rule,
                                        one.subject, one.file, one.count == 1 ? "is" : "are")},
                    !options_.quiet);
  }
  if (gone > kNamed)
    remarks_.remark(
        {shown, fmt::format("{} more lines are of findings that are gone; --write-baseline {} writes it anew",
                            grouped(gone - kNamed), shown)},
        !options_.quiet);
}

void Baselines::write(std::vector<CheckedList>& lists) {
  const std::string& file = options_.write_baseline;
  if (file.empty()) return;
  const std::string shown = shown_path(file);
  if (remarks_.outcome() == Outcome::failed)
    return remarks_.problem({shown, "was not written, for not all could be checked"});
  std::map<std::pair<std::string, std::string>, KnownFinding> rows;  // by file and fingerprint
  std::size_t count = 0;
  for (const CheckedList& checked : lists) {
    const Source* source = nullptr;  // of the finding above: findings are sorted by file
    std::string column;
    for (const Diagnostic& finding : checked.findings) {
      if (finding.at.source != source) {
        source = finding.at.source;
        const auto here = [&](const CheckedFile& checked_file) { return checked_file.source.get() == source; };
        column = column_of(std::find_if(checked.files.begin(), checked.files.end(), here)->identity, file);
      }
      std::string print = fingerprint(finding);
      KnownFinding& row = rows[{column, print}];
      row = {std::string(finding.rule->name), column, print, baseline_column(printable(finding.subject)),
             row.count + 1};
      ++count;
    }
  }
  std::vector<KnownFinding> all;
  for (auto& [key, row] : rows) all.push_back(std::move(row));
  if (const std::string trouble = put(file, baseline_text(std::move(all))); !trouble.empty())
    return remarks_.problem({shown, trouble});
  remarks_.remark({shown, "written, with " + counted(count, "finding")}, !options_.quiet);
  for (CheckedList& checked : lists) checked.forget_findings();
}

}  // namespace paperlint
