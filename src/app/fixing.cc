#include "app/fixing.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "app/checked.h"
#include "app/write_list.h"
#include "lint/add_suppressions.h"
#include "lint/read_again.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace {

bool is_input(const List& list, const std::vector<InputFile>& files, const Source* source) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (list.documents[i]->source.get() == source) return files[i].path == "-";
  return false;
}

/// Whether a fix stays within the files that may be written: standard input stands for one file alone.
bool within_input(const List& list, const std::vector<InputFile>& files, const Fix& fix) {
  return std::all_of(fix.edits.begin(), fix.edits.end(),
                     [&](const Edit& edit) { return is_input(list, files, edit.at.source); });
}

FixResult unmended(List list, const Selection& selection) {
  FixResult result;
  result.texts = texts_of(list);
  result.left = lint(list, selection);
  result.list = std::move(list);
  return result;
}

FixedList fixed(FixResult result) {
  return {std::move(result.list), std::move(result.left), std::move(result.applied), false};
}

/// A patch as a terminal can show it: nothing in the file acts on it. Others get the bytes as they
/// are.
void print_for_people(std::ostream& out, std::string_view patch, bool color) {
  const Paint paint(color);
  while (!patch.empty()) {
    const std::size_t end = std::min(patch.find('\n'), patch.size());
    std::string_view line = patch.substr(0, end);
    patch.remove_prefix(std::min(end + 1, patch.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    Ink ink = Ink::plain;
    if (line.substr(0, 4) == "--- " || line.substr(0, 4) == "+++ ")
      ink = Ink::bold;
    else if (line.substr(0, 1) == "-")
      ink = Ink::removed;
    else if (line.substr(0, 1) == "+")
      ink = Ink::added;
    else if (line.substr(0, 2) == "@@")
      ink = Ink::faint;
    out << paint(ink, printable(line)) << '\n';
  }
}

}  // namespace

MendedList mend(LoadedList& loaded, const UsedConfig& used, const Scope& scope, const CheckOptions& options,
                Notes& notes) {
  const std::vector<InputFile>& files = loaded.files;
  const bool input = std::any_of(files.begin(), files.end(), [](const InputFile& file) { return file.path == "-"; });
  const bool fixes = options.fix || !options.add_suppressions;
  const auto wanted = [&](const List& list, std::span<const Diagnostic> findings, auto within) {
    const AskedFiles asked(list, files);
    std::vector<bool> all = scope.told(list, findings);
    for (std::size_t i = 0; i < findings.size(); ++i)
      all[i] = all[i] && asked(findings[i]) && within(list, findings[i]);
    return all;
  };
  const auto to_mend = [&](const List& list, std::span<const Diagnostic> findings) {
    return wanted(list, findings, [&](const List& of, const Diagnostic& finding) {
      return finding.fix && (!input || within_input(of, files, *finding.fix));
    });
  };
  const auto to_silence = [&](const List& list, std::span<const Diagnostic> findings) {
    return wanted(list, findings, [&](const List& of, const Diagnostic& finding) {
      return !input || is_input(of, files, finding.at.source);
    });
  };
  const auto prepare = [&](List& list) { scope.prepare(list); };
  MendedList made{texts_of(loaded.list), {}};
  if (fixes)
    made.result = fix_all(std::move(loaded.list), scope.selection(), used.read,
                          options.unsafe_fixes ? Safety::unsafe : Safety::safe, to_mend, prepare);
  else
    made.result = unmended(std::move(loaded.list), scope.selection());
  if (options.add_suppressions)
    made.result = add_suppressions(std::move(made.result), scope.selection(), used.read, to_silence, prepare);
  for (Remark& remark : made.result.remarks) notes.remark(std::move(remark), !options.quiet);
  return made;
}

FixedList write_files(MendedList mended, const std::vector<InputFile>& files, const UsedConfig& used,
                      const Scope& scope, Remarks& remarks, bool show_more) {
  std::vector<std::string>& texts = mended.before;
  const std::vector<bool> written = write_list(files, texts, mended.result, remarks, show_more);
  bool all_written = true;
  std::unordered_set<std::string_view> in;  // files that hold their fixes
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i] == mended.result.texts[i]) continue;
    all_written = all_written && written[i];
    if (!written[i]) continue;
    in.insert(files[i].shown);
    texts[i] = std::move(mended.result.texts[i]);
  }
  FixedList made = fixed(std::move(mended.result));
  if (all_written) return made;
  const auto lost = [&](const AppliedFix& fix) {
    return !std::all_of(fix.files.begin(), fix.files.end(),
                        [&](const std::string& file) { return in.count(file) != 0; });
  };
  made.applied.erase(std::remove_if(made.applied.begin(), made.applied.end(), lost), made.applied.end());
  made.list = read_texts(files, std::move(texts), used);
  scope.prepare(made.list);
  made.left = lint(made.list, scope.selection());
  made.unwritten = true;
  return made;
}

FixedList print_input(MendedList mended, const std::vector<InputFile>& files, std::ostream& out) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].path == "-") out << mended.result.texts[i];
  return fixed(std::move(mended.result));
}

FixedList print_patch(MendedList mended, const std::vector<InputFile>& files, const Terminal& terminal,
                      std::ostream& out, std::ostream& people) {
  bool differs = false;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string patch = unified_diff(files[i].shown, mended.before[i], mended.result.texts[i]);
    differs = differs || !patch.empty();
    if (terminal.is_terminal || terminal.color)
      print_for_people(people, patch, terminal.color);
    else
      out << patch;
  }
  FixedList made = fixed(std::move(mended.result));
  made.differs = differs;
  return made;
}

}  // namespace paperlint
