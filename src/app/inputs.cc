#include "app/inputs.h"

#include <algorithm>

#include "app/lists.h"
#include "app/load.h"
#include "app/paths.h"
#include "report/words.h"

namespace paperlint {
namespace {

InputFile standard_input(const InputOptions& options) {
  const bool has_name = !options.stdin_filename.empty();
  const std::string name = has_name ? options.stdin_filename : "<stdin>";
  return {"-", has_name ? shown_path(name) : name, identity(path_of(name)), true, true};
}

}  // namespace

bool reads_input(const InputOptions& options) { return options.paths.size() == 1 && options.paths.front() == "-"; }

std::vector<PlannedList> plan(const InputOptions& options, Configs& configs, std::vector<Remark>& problems) {
  if (reads_input(options)) return plan_lists({standard_input(options)}, configs, problems);
  FindOptions find;
  find.excludes = [&](const std::string& folder) {
    const ExcludeList& exclude = configs.in(folder).exclude;
    return exclude.patterns.empty() ? nullptr : &exclude;
  };
  Found found = find_files(options.paths.empty() ? std::vector<std::string>{"."} : options.paths, find);
  problems = std::move(found.problems);
  return plan_lists(std::move(found.files), configs, problems);
}

void Readings::no_lists(const std::vector<InputFile>& files, const std::vector<Reading>& readings) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const InputFile& file = files[i];
    if (!file.asked) continue;
    const Reading reading = readings[i];
    if (reading == Reading::no_list)
      remarks_.remark({file.shown, "no paper list"}, options_.verbose || (file.by_hand && !options_.quiet));
    lists_ += reading != Reading::no_list;
    found_ += !file.by_hand;
  }
}

void Readings::unread(const std::vector<InputFile>& files, const std::vector<Remark>& unread) {
  const auto by_hand = [](const InputFile& file) { return file.by_hand; };
  const bool at_once = options_.verbose || std::any_of(files.begin(), files.end(), by_hand);
  for (const Remark& remark : unread) {
    remarks_.remark(remark, at_once && !options_.quiet);
    if (!at_once) unread_.push_back(remark);
  }
}

void Readings::end() {
  constexpr std::size_t kNamed = 3;
  if (options_.quiet) return;
  if (lists_ == 0 && found_ != 0 && remarks_.outcome() == Outcome::clean)
    complain(err_, "", "no paper list in " + counted(found_, "Markdown file"));
  if (unread_.size() > kNamed)
    complain(err_, "",
             "the entries of " + counted(unread_.size(), "list") +
                 " are written in a way that paperlint does not read yet; --verbose names them");
  else
    for (const Remark& remark : unread_) complain(err_, remark.file, remark.message);
}

}  // namespace paperlint
