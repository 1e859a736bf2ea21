#include "app/pull_request.h"

#include <cstdio>
#include <unordered_map>
#include <unordered_set>

#include "app/paths.h"
#include "app/read.h"

namespace paperlint {
namespace {

std::string folder_of(const std::string& identity) { return text_of(path_of(identity).parent_path()); }

/// A List as it was, and the folders in which its files lay then, by the paths under which they are known now.
struct OldList {
  std::vector<std::unique_ptr<Document>> documents;
  std::unordered_map<std::string, std::string> folders;

  void add(std::string path, OldText old, const ReadOptions& read) {
    folders.emplace(path, folder_of(old.identity));
    documents.push_back(read_document(std::make_unique<const Source>(std::move(path), std::move(old.text)), read));
  }
};

}  // namespace

PullRequest::PullRequest(const CheckOptions& options, Remarks& remarks) : options_(options), remarks_(remarks) {}

bool PullRequest::open() {
  if (!options_.diff_base.empty()) old_ = texts_at_base(options_.diff_base);
  if (options_.diff_file.empty()) return true;
  const bool input = options_.diff_file == "-";
  const std::string shown = input ? "<stdin>" : shown_path(options_.diff_file);
  Bytes patch = input ? read_bytes(stdin, options_.max_file_size)
                      : read_bytes(path_of(options_.diff_file), options_.max_file_size);
  if (!patch.error.empty()) {
    remarks_.problem({shown, patch.error});
    return false;
  }
  if (patch.bytes.find_first_not_of(" \t\r\n") == std::string::npos)
    remarks_.remark({shown, "the patch is empty: nothing is new, or the command that was to make it has failed"}, true);
  old_ = texts_before_patch(shown, std::move(patch.bytes), remarks_);
  return old_ != nullptr;
}

std::unique_ptr<const Change> PullRequest::change(const LoadedList& loaded, const PlannedList& planned, Notes& notes) {
  std::unique_lock lock(mutex_);
  auto texts = old_->of(loaded, notes);
  lock.unlock();
  if (!texts) return nullptr;
  OldList before;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    if (!(*texts)[i]) continue;
    taken.insert((*texts)[i]->identity);
    before.add(loaded.files[i].shown, std::move(*(*texts)[i]), planned.config->read);
  }
  const auto left = [&](std::string_view identity) {
    return taken.count(std::string(identity)) == 0 && joins(*planned.config, identity);
  };
  if (planned.joined) {
    lock.lock();
    std::vector<OldText> gone = old_->gone(left);
    lock.unlock();
    for (OldText& old : gone) {
      const std::string path = from_here(path_of(old.identity));
      before.add(path, std::move(old), planned.config->read);
    }
  }

  Selection selection = planned.config->selection;
  selection.facts.exists = [&](const Source& source, std::string_view link) -> std::optional<bool> {
    std::string target;
    const std::optional<bool> is_there = links_(before.folders.at(source.path()), link, target);
    if (!is_there.has_value() || *is_there) return is_there;
    const std::lock_guard asking(mutex_);
    return old_->was_there(target);
  };
  return std::make_unique<const Change>(make_list(std::move(before.documents)), selection);
}

}  // namespace paperlint
