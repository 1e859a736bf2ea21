// Old texts from git. What git says is as it was is not asked for: its old text is the one that was read.
#include <map>

#include "app/git_base.h"
#include "app/links.h"
#include "app/old_texts.h"
#include "app/paths.h"
#include "app/repository.h"

namespace paperlint {
namespace {

std::string below(const std::string& top, std::string_view identity) { return std::string(path_below(top, identity)); }

class TextsAtBase final : public OldTexts {
 public:
  explicit TextsAtBase(std::string revision) : revision_(std::move(revision)) {}

  std::optional<std::vector<std::optional<OldText>>> of(const LoadedList& loaded, Notes& notes) override;
  std::vector<OldText> gone(const std::function<bool(std::string_view)>& wanted) override;
  bool was_there(const std::string& identity) override;

 private:
  struct Ask {
    std::size_t file;
    std::string former;
  };
  const std::string& top_of(const std::string& file);
  GitBase* base_of(const std::string& file);
  bool take(const LoadedList& loaded, std::size_t i, std::vector<std::optional<OldText>>& all,
            std::map<const GitBase*, std::vector<Ask>>& asks, Notes& notes);

  std::string revision_;
  std::map<std::string, std::string> tops_;  // by folder; empty outside of repositories
  std::map<std::string, std::unique_ptr<GitBase>> by_top_;
};

/// Where a file was found: a link in the folder that holds it.
std::string home_of(const InputFile& file) {
  if (!file.link) return file.identity;
  return identity(file.path.parent_path() / ".") + '/' + text_of(file.path.filename());
}

/// Empty outside of repositories.
const std::string& TextsAtBase::top_of(const std::string& file) {
  const std::string folder = text_of(path_of(file).parent_path());
  const auto [at, fresh] = tops_.try_emplace(folder);
  if (fresh) at->second = repository_top(folder);
  return at->second;
}

/// nullptr outside of repositories.
GitBase* TextsAtBase::base_of(const std::string& file) {
  const std::string& top = top_of(file);
  if (top.empty()) return nullptr;
  std::unique_ptr<GitBase>& base = by_top_[top];
  if (!base) base = std::make_unique<GitBase>(top, revision_);
  return base.get();
}

/// The old text of one file, or what git is to be asked for; false where it cannot be told.
bool TextsAtBase::take(const LoadedList& loaded, std::size_t i, std::vector<std::optional<OldText>>& all,
                       std::map<const GitBase*, std::vector<Ask>>& asks, Notes& notes) {
  const InputFile& file = loaded.files[i];
  const std::string home = home_of(file);
  const GitBase* const base = base_of(home);
  if (base == nullptr) {
    notes.problem({file.shown,
                   "lies in no git repository, so --diff-base cannot tell what is new in it; expected a "
                   "list in a repository, or --diff-file"});
    return false;
  }
  if (!base->error().empty()) {
    notes.problem({"", "--diff-base '" + revision_ + "': " + base->error()});
    return false;
  }
  const auto unchanged = [&] { return OldText{std::string(loaded.list.documents[i]->source->text()), home}; };
  if (top_of(file.identity) != top_of(home)) {
    all[i] = unchanged();
    notes.remark({file.shown, "leads out of the git repository, so nothing in it counts as new"}, true);
    return true;
  }
  const std::string path = below(base->top(), file.identity);
  const std::optional<std::string> former = base->former(path);
  if (!former) return true;
  if (*former == path && base->same(path) && file.path != "-")
    all[i] = unchanged();
  else
    asks[base].push_back({i, *former});
  return true;
}

std::optional<std::vector<std::optional<OldText>>> TextsAtBase::of(const LoadedList& loaded, Notes& notes) {
  std::vector<std::optional<OldText>> all(loaded.files.size());
  std::map<const GitBase*, std::vector<Ask>> asks;
  for (std::size_t i = 0; i < loaded.files.size(); ++i)
    if (!take(loaded, i, all, asks, notes)) return std::nullopt;
  for (const auto& [base, wanted] : asks) {
    std::vector<std::string> blobs;
    for (const Ask& ask : wanted) blobs.push_back(base->files().at(ask.former));
    std::string error;
    std::vector<std::string> texts = base->texts(blobs, error);
    if (!error.empty()) {
      notes.problem({loaded.files[wanted.front().file].shown, "its old text cannot be read: " + error});
      return std::nullopt;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
      all[wanted[i].file] = OldText{std::move(texts[i]), base->top() + '/' + wanted[i].former};
  }
  return all;
}

std::vector<OldText> TextsAtBase::gone(const std::function<bool(std::string_view)>& wanted) {
  std::vector<OldText> all;
  for (const auto& [top, base] : by_top_) {
    std::map<std::string, std::string> blobs;  // in an order that is always the same
    for (const auto& [path, blob] : base->files())
      if (const std::string identity = top + '/' + path; wanted(identity) && !is_there(path_of(identity)))
        blobs.emplace(identity, blob);
    std::vector<std::string> ids;
    for (const auto& [identity, blob] : blobs) ids.push_back(blob);
    std::string error;  // what is gone only votes
    std::vector<std::string> texts = base->texts(ids, error);
    std::size_t i = 0;
    for (const auto& [identity, blob] : blobs)
      if (i < texts.size()) all.push_back({std::move(texts[i++]), identity});
  }
  return all;
}

bool TextsAtBase::was_there(const std::string& identity) {
  const GitBase* const base = base_of(identity);
  return base != nullptr && base->error().empty() && base->had(below(base->top(), identity));
}

}  // namespace

std::unique_ptr<OldTexts> texts_at_base(std::string revision) {
  return std::make_unique<TextsAtBase>(std::move(revision));
}

}  // namespace paperlint
