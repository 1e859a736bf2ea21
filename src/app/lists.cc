#include "app/lists.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "app/paths.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

std::string folder_of(const std::string& identity) { return text_of(path_of(identity).parent_path()); }

bool is_included(const UsedConfig& used, std::string_view identity) {
  const std::string_view below = path_below(used.folder, identity);
  return !below.empty() && used.include(below, false).value_or(false);
}

/// A file is out where it, or a folder that it lies in, is excluded.
bool is_excluded(const UsedConfig& used, std::string_view identity) {
  const std::string_view below = path_below(used.folder, identity);
  for (std::size_t slash = below.find('/'); slash != std::string_view::npos; slash = below.find('/', slash + 1))
    if (used.exclude.patterns(below.substr(0, slash), true).value_or(false)) return true;
  return !below.empty() && used.exclude.patterns(below, false).value_or(false);
}

/// The files that one pattern of `include` means. A name without wildcards means what it says, even
/// where git ignores it.
std::vector<InputFile> files_of(const UsedConfig& used, const IgnorePattern& pattern, std::vector<Remark>& problems) {
  const fs::path start = path_of(used.folder) / path_of(pattern.literal_prefix());
  FindOptions options;
  options.expect_files = false;
  options.wanted = [&](std::string_view identity) { return is_included(used, identity); };
  options.excludes = [&](const std::string&) { return &used.exclude; };
  Found found = find_files({text_of(start)}, options);
  for (Remark& problem : found.problems)
    problems.push_back({from_here(path_of(problem.file)), problem.message + "; " + used.config.path + " includes it"});
  return std::move(found.files);
}

/// The members of one List as they are found: those that were asked for among others.
class Members {
 public:
  Members(const UsedConfig& used, std::vector<InputFile> asked) : used_(used), asked_(std::move(asked)) {
    for (InputFile& file : asked_) left_.emplace(file.identity, &file);
  }

  void take(InputFile found) {
    if (!is_included(used_, found.identity) || !taken_.insert(found.identity).second) return;
    if (const auto asked = left_.find(found.identity); asked != left_.end()) {
      all_.push_back(*asked->second);
      left_.erase(asked);
    } else if (!is_excluded(used_, found.identity)) {
      // It is shown in the way of those that were asked for.
      const bool absolute = path_of(asked_.front().shown).is_absolute();
      found.shown = absolute ? found.identity : from_here(path_of(found.identity));
      found.by_hand = found.asked = false;
      all_.push_back(std::move(found));
    }
  }

  std::vector<InputFile> finish() {
    for (InputFile& file : asked_)
      if (left_.count(file.identity) != 0) all_.push_back(file);
    return std::move(all_);
  }

 private:
  const UsedConfig& used_;
  std::vector<InputFile> asked_, all_;
  std::unordered_map<std::string_view, InputFile*> left_;
  std::unordered_set<std::string> taken_;
};

/// The files of the List that a config makes, in the order of its patterns: the config says which file comes first.
std::vector<InputFile> members_of(const UsedConfig& used, std::vector<Remark>& problems) {
  std::vector<InputFile> all;
  for (const IgnorePattern& pattern : used.include.patterns()) {
    if (pattern.negated()) continue;
    const std::size_t known = problems.size();
    std::vector<InputFile> files = files_of(used, pattern, problems);
    const auto other = [&](const InputFile& file) { return !is_included(used, file.identity); };
    files.erase(std::remove_if(files.begin(), files.end(), other), files.end());
    if (files.empty() && problems.size() == known)
      problems.push_back({used.config.path, "include '" + pattern.text() + "' names no file"});
    all.insert(all.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
  }
  return all;
}

}  // namespace

bool joins(const UsedConfig& used, std::string_view identity) {
  return is_included(used, identity) && !is_excluded(used, identity);
}

std::vector<PlannedList> plan_lists(std::vector<InputFile> asked, Configs& configs, std::vector<Remark>& problems) {
  std::vector<PlannedList> lists;
  std::unordered_map<const UsedConfig*, std::size_t> joined;
  std::vector<const UsedConfig*> with_include;
  for (InputFile& file : asked) {
    const UsedConfig& used = configs.in(folder_of(file.identity));
    if (!used.include.empty() && std::find(with_include.begin(), with_include.end(), &used) == with_include.end())
      with_include.push_back(&used);
    const bool is_joined = is_included(used, file.identity);
    const std::size_t index = is_joined ? joined.emplace(&used, lists.size()).first->second : lists.size();
    if (index == lists.size()) lists.push_back({&used, is_joined, {}});
    lists[index].files.push_back(std::move(file));
  }
  for (const UsedConfig* used : with_include) {
    std::vector<InputFile> found = members_of(*used, problems);
    const auto list = joined.find(used);
    if (list == joined.end()) continue;
    Members members(*used, std::move(lists[list->second].files));
    for (InputFile& file : found) members.take(std::move(file));
    lists[list->second].files = members.finish();
  }
  return lists;
}

}  // namespace paperlint
