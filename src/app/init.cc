#include "app/init.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/links.h"
#include "app/paths.h"
#include "app/repository.h"
#include "app/seen.h"
#include "app/write.h"
#include "config/config.h"
#include "config/proposal.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPreCommit = R"(repos:
  - repo: local
    hooks:
      - id: paperlint
        name: paperlint
        entry: paperlint --fail-on warning   # of a hook that passes, nothing is shown
        language: system   # paperlint has to be on the PATH
        types: [markdown]
        require_serial: true
)";

constexpr std::string_view kWorkflow = R"(name: paperlint
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  paperlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      # Before this step, put paperlint on the PATH: its README tells how to build it.
      - run: paperlint
)";

/// The folder that all paths lie in; of a file the folder around it.
std::string common_folder(const std::vector<std::string>& paths) {
  std::string common;
  for (const std::string& typed : paths.empty() ? std::vector<std::string>{"."} : paths) {
    fs::path path = path_of(identity(path_of(typed)));
    std::error_code error;
    if (!fs::is_directory(path, error)) path = path.parent_path();
    const std::string folder = text_of(path);
    if (common.empty()) common = folder;
    while (common != folder && path_below(common, folder).empty()) {
      const fs::path above = path_of(common).parent_path();
      if (text_of(above) == common) break;
      common = text_of(above);
    }
  }
  return common;
}

/// A file to be written, and what it will hold.
struct NewFile {
  fs::path path;
  std::string text, note;
};

class Init {
 public:
  Init(const InitOptions& options, const Streams& streams)
      : options_(options), streams_(streams), remarks_(streams.err), folder_(common_folder(options.paths)) {}

  Outcome operator()() {
    const bool writes_config = options_.to_output || may_write_config();
    if (!writes_config && !options_.pre_commit && !options_.workflow) return Outcome::failed;
    Outcome outcome = Outcome::clean;
    if (writes_config) outcome = add_config();
    if (outcome == Outcome::failed) return outcome;
    const std::string top = repository_top(folder_);
    const fs::path root = path_of(top.empty() ? folder_ : top);
    if (options_.pre_commit) add(root / ".pre-commit-config.yaml", std::string(kPreCommit));
    if (options_.workflow) add(root / ".github" / "workflows" / "paperlint.yml", std::string(kWorkflow));
    for (const NewFile& file : files_) options_.to_output ? print(file) : write(file);
    return std::max(outcome, remarks_.outcome());
  }

 private:
  /// A config that is there is not touched, nor hidden by a new one below it.
  bool may_write_config() {
    const auto there = find_config(path_of(folder_));
    if (!there) return true;
    const bool same = there->parent_path() == path_of(folder_);
    remarks_.problem(
        {from_here(*there), same ? "is there already, so no config is written; --stdout prints it"
                                 : "is in force here, and a config below would hide it; --stdout prints it"});
    return false;
  }

  Outcome add_config();
  [[nodiscard]] std::vector<std::string> files_of(const SeenLists& seen) const;
  void add(fs::path path, std::string text, std::string note = "") {
    files_.push_back({std::move(path), std::move(text), std::move(note)});
  }
  void print(const NewFile& file) {
    if (files_.size() > 1) streams_.out << "# " << printable(from_here(file.path)) << '\n';
    streams_.out << file.text;
    if (&file != &files_.back()) streams_.out << '\n';
  }
  void write(const NewFile& file) {
    const std::string shown = from_here(file.path);
    if (std::string trouble = create_file(file.path, file.text); !trouble.empty())
      remarks_.problem({shown, std::move(trouble)});
    else if (!options_.quiet)
      streams_.out << printable(shown) << ": written" << file.note << '\n';
  }

  const InitOptions& options_;
  const Streams& streams_;
  Remarks remarks_;
  const std::string folder_;
  std::vector<NewFile> files_;
};

/// Files that are read as lists, as a pattern of `include` names them.
std::vector<std::string> Init::files_of(const SeenLists& seen) const {
  std::vector<std::string> files;
  for (const LoadedList& loaded : seen.lists)
    for (const InputFile& file : loaded.files)
      if (const std::string_view below = path_below(folder_, file.identity); !below.empty()) files.emplace_back(below);
  return files;
}

Outcome Init::add_config() {
  InputOptions inputs = options_;
  inputs.isolated = options_.to_output;
  const SeenLists seen = see_lists(inputs, streams_, remarks_, true);
  if (seen.outcome == Outcome::failed || remarks_.outcome() == Outcome::failed) return Outcome::failed;
  for (const std::string& file : seen.governed)
    remarks_.remark({file, "has a config of its own, which stays in force"}, !options_.quiet);
  std::vector<NamedList> lists;
  std::uint32_t papers = 0;
  for (const LoadedList& loaded : seen.lists) {
    const std::string_view below = path_below(folder_, loaded.files.front().identity);
    lists.push_back({&loaded.list, below.empty() ? loaded.files.front().shown : std::string(below)});
    for (const auto& document : loaded.list.documents) papers += document->papers();
  }
  if (lists.empty()) {
    remarks_.problem({"", "no list was read, so there is nothing to write down"});
    return Outcome::failed;
  }
  LinkedFiles links;
  Facts facts;
  facts.today = options_.today;
  facts.exists = [&](const Source& source, std::string_view link) { return links(source, link); };
  const Proposal proposal = propose_config(lists, files_of(seen), facts);
  add(path_of(folder_) / "paperlint.toml", proposal.text,
      fmt::format(" from {} in {}: {} set, {} left to the list", counted(papers, "paper"),
                  counted(lists.size(), "list"), counted(proposal.set, "option"), grouped(proposal.left)));
  return Outcome::clean;
}

}  // namespace

Outcome init(const InitOptions& options, const Streams& streams) { return Init(options, streams)(); }

}  // namespace paperlint
