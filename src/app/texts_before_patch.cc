// Old texts by undoing a patch.
#include <algorithm>
#include <unordered_map>

#include "app/files.h"
#include "app/old_texts.h"
#include "app/paths.h"
#include "app/repository.h"
#include "lint/patch.h"

namespace paperlint {
namespace {

class TextsBeforePatch final : public OldTexts {
 public:
  TextsBeforePatch(std::string shown, std::string text) : shown_(std::move(shown)), text_(std::move(text)) {}

  bool read(Remarks& remarks);
  std::optional<std::vector<std::optional<OldText>>> of(const LoadedList& loaded, Notes& notes) override;
  std::vector<OldText> gone(const std::function<bool(std::string_view)>& wanted) override;
  bool was_there(const std::string& identity) override;

 private:
  struct Part {
    const FilePatch* patch;
    std::string before, after;  // identities
  };
  bool place(Remarks& remarks);
  [[nodiscard]] std::string found(const std::string& path, const std::string& home, const std::string& other) const;
  std::optional<OldText> undone(std::string identity, std::string_view now, std::string& error) const;

  std::string shown_, text_;
  Patch patch_;
  std::vector<Part> parts_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_after_, left_;  // numbers of parts, by identity
};

bool TextsBeforePatch::read(Remarks& remarks) {
  patch_ = read_patch(text_);
  if (patch_.error.empty()) return place(remarks);
  remarks.problem({shown_, patch_.error});
  return false;
}

/// The identity of a path of the patch: in the one folder or, where it is there, in the other.
std::string TextsBeforePatch::found(const std::string& path, const std::string& home, const std::string& other) const {
  if (path.empty()) return {};
  const std::string usual = identity(path_of(home) / path_of(path));
  if (is_there(path_of(usual)) || other.empty()) return usual;
  const std::string unusual = identity(path_of(other) / path_of(path));
  return is_there(path_of(unusual)) ? unusual : usual;
}

/// Finds the files that the patch speaks of. A list that is not where it should be would be passed over in silence.
bool TextsBeforePatch::place(Remarks& remarks) {
  const std::string here = identity("."), top = repository_top(here);
  for (const FilePatch& file : patch_.files) {
    const bool from_top = file.git && !top.empty();
    const std::string& home = from_top ? top : here;
    const std::string& other = from_top ? here : top;
    Part part{&file, {}, found(file.after, home, other)};
    if (!file.before.empty()) part.before = file.before == file.after ? part.after : found(file.before, home, "");
    if (!file.after.empty()) by_after_[part.after].push_back(parts_.size());
    if (part.before != part.after && !part.before.empty()) left_[part.before].push_back(parts_.size());
    parts_.push_back(std::move(part));
  }
  for (const Part& part : parts_) {
    const std::string& name = part.patch->after;
    if (!is_markdown(name) || is_there(path_of(part.after)) || left_.count(part.after) != 0) continue;
    remarks.problem(
        {shown_, "speaks of '" + name + "', which is not there; expected a patch of this folder or repository"});
    return false;
  }
  return true;
}

/// Goes back through a patch that may hold several changes of one file, the last first.
std::optional<OldText> TextsBeforePatch::undone(std::string identity, std::string_view now, std::string& error) const {
  OldText old{std::string(now), std::move(identity)};
  std::size_t before = parts_.size();
  for (;;) {
    const auto at = by_after_.find(old.identity);
    if (at == by_after_.end()) return old;
    const auto next = std::lower_bound(at->second.begin(), at->second.end(), before);
    if (next == at->second.begin()) return old;
    const Part& part = parts_[before = *(next - 1)];
    if (part.before.empty()) return std::nullopt;
    if (part.patch->binary) {
      error =
          "the patch does not show what it changes here, for git takes it for a binary file; expected a patch of "
          "'git diff --text'";
      return std::nullopt;
    }
    Undone undone = undo(part.patch->hunks, old.text);
    if (!undone.error.empty()) {
      error = std::move(undone.error);
      return std::nullopt;
    }
    old.text = std::move(undone.text);
    old.identity = part.before;
  }
}

std::optional<std::vector<std::optional<OldText>>> TextsBeforePatch::of(const LoadedList& loaded, Notes& notes) {
  std::vector<std::optional<OldText>> all;
  for (std::size_t i = 0; i < loaded.files.size(); ++i) {
    std::string error;
    all.push_back(undone(loaded.files[i].identity, loaded.list.documents[i]->source->text(), error));
    if (error.empty()) continue;
    notes.problem({loaded.files[i].shown, shown_ + ": " + error});
    return std::nullopt;
  }
  return all;
}

std::vector<OldText> TextsBeforePatch::gone(const std::function<bool(std::string_view)>& wanted) {
  std::vector<OldText> all;
  for (const Part& part : parts_) {
    if (!part.patch->after.empty() || part.patch->binary || !wanted(part.before) || is_there(path_of(part.before)))
      continue;
    std::string error;
    const Undone whole = undo(part.patch->hunks, "");
    std::optional<OldText> old = whole.error.empty() ? undone(part.before, whole.text, error) : std::nullopt;
    if (old) all.push_back(std::move(*old));
  }
  return all;
}

bool TextsBeforePatch::was_there(const std::string& identity) {
  return std::any_of(left_.begin(), left_.end(), [&](const auto& left) {
    return left.first == identity || !path_below(identity, left.first).empty();
  });
}

}  // namespace

std::unique_ptr<OldTexts> texts_before_patch(const std::string& shown, std::string patch, Remarks& remarks) {
  auto texts = std::make_unique<TextsBeforePatch>(shown, std::move(patch));
  if (!texts->read(remarks)) return nullptr;
  return texts;
}

}  // namespace paperlint
