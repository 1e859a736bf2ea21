#include "app/git_base.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/process.h"

namespace paperlint {
namespace {

constexpr std::string_view kDeepen =
    "the clone is shallow; get its history by 'git fetch --unshallow' (in GitHub Actions: 'fetch-depth: 0' for "
    "actions/checkout)";

/// git in a repository, its index left alone.
std::vector<std::string> git(const std::string& top, std::vector<std::string> words) {
  std::vector<std::string> command{"git", "--no-optional-locks", "-C", top};
  command.insert(command.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  return command;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find_first_of("\r\n"))); }

std::string in_words(const Finished& ran) {
  if (!ran.error.empty()) return "git cannot be run: " + ran.error;
  const std::string said = first_line(ran.err);
  return said.empty() ? fmt::format("git failed with exit code {}", ran.code) : "git says '" + said + "'";
}

/// The pieces of an output of `-z`, one after the other.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::string_view take() {
    const std::string_view piece = rest_.substr(0, rest_.find('\0'));
    rest_.remove_prefix(std::min(piece.size() + 1, rest_.size()));
    return piece;
  }

 private:
  std::string_view rest_;
};

}  // namespace

GitBase::GitBase(std::string top, const std::string& revision) : top_(std::move(top)) {
  (void)(find_base(revision) && list_files() && list_changes());
}

bool GitBase::find_base(const std::string& revision) {
  const Finished found = run_program(git(top_, {"merge-base", revision, "HEAD"}));
  base_ = first_line(found.out);
  if (found.error.empty() && found.code == 0 && !base_.empty()) return true;
  error_ = found.error.empty() ? complaint(revision, found.err) : in_words(found);
  return false;
}

std::string GitBase::complaint(const std::string& revision, const std::string& said) const {
  const bool shallow = first_line(run_program(git(top_, {"rev-parse", "--is-shallow-repository"})).out) == "true";
  std::string text;
  if (said.find("dubious ownership") != std::string::npos)
    return "the repository belongs to another user, so git does not read it; `git config --global --add "
           "safe.directory " +
           top_ + "` lets it";
  if (run_program(git(top_, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"})).code != 0)
    text = first_line(said).empty() ? "the repository has no commit yet"
                                    : "HEAD is no commit: git says '" + first_line(said) + "'";
  else if (run_program(git(top_, {"rev-parse", "--verify", "--quiet", revision + "^{commit}"})).code != 0)
    text = fmt::format("there is no commit '{}' here; expected a branch, tag or commit that was fetched", revision);
  else
    text = fmt::format("'{}' and HEAD have no commit in common", revision);
  return shallow ? text + ": " + std::string(kDeepen) : text;
}

bool GitBase::list_files() {
  const Finished listed = run_program(git(top_, {"ls-tree", "-r", "-z", "--full-tree", base_}));
  if (!listed.error.empty() || listed.code != 0) {
    error_ = in_words(listed);
    return false;
  }
  for (Pieces pieces(listed.out); !pieces.at_end();) {  // "100644 blob ID\tPATH"
    const std::string_view piece = pieces.take();
    const std::size_t tab = piece.find('\t');
    if (tab == piece.npos || tab < 13) continue;
    sorted_.emplace_back(piece.substr(tab + 1));
    if (piece.substr(0, 2) == "10") files_.emplace(sorted_.back(), piece.substr(12, tab - 12));  // no link, no module
  }
  std::sort(sorted_.begin(), sorted_.end());
  return true;
}

bool GitBase::list_changes() {
  const Finished listed = run_program(
      git(top_, {"diff", "--raw", "-z", "-M", "--no-ext-diff", "--no-relative", "--ignore-submodules=all", base_}));
  if (!listed.error.empty() || listed.code != 0) {
    error_ = in_words(listed);
    return false;
  }
  for (Pieces pieces(listed.out); !pieces.at_end();) {  // ":MODE MODE ID ID R100", PATH, PATH
    const std::string_view what = pieces.take();
    const std::string_view status = what.substr(what.rfind(' ') + 1);
    const std::string first(pieces.take());
    const char kind = status.empty() ? ' ' : status.front();
    if (kind == 'R' || kind == 'C')
      touched_.emplace(pieces.take(), kind == 'R' ? first : "");
    else
      touched_.emplace(first, "");
  }
  return true;
}

bool GitBase::had(std::string_view path) const {
  if (path.empty()) return true;
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), path);
  if (at != sorted_.end() && *at == path) return true;
  const std::string folder = std::string(path) + '/';
  const auto in = std::lower_bound(sorted_.begin(), sorted_.end(), folder);
  return in != sorted_.end() && in->compare(0, folder.size(), folder) == 0;
}

std::optional<std::string> GitBase::former(const std::string& path) const {
  if (files_.count(path) != 0) return path;
  const auto renamed = touched_.find(path);
  if (renamed == touched_.end() || files_.count(renamed->second) == 0) return std::nullopt;
  return renamed->second;
}

std::vector<std::string> GitBase::texts(const std::vector<std::string>& blobs, std::string& error) const {
  std::vector<std::string> all;
  if (blobs.empty()) return all;
  std::string wanted;
  for (const std::string& blob : blobs) wanted += blob + '\n';
  const Finished read = run_program(git(top_, {"cat-file", "--batch"}), wanted);
  std::string_view rest = read.out;
  while (all.size() < blobs.size()) {  // "ID blob SIZE\n", so many bytes, "\n"
    const std::string_view head = rest.substr(0, rest.find('\n'));
    const std::size_t blank = head.rfind(' ');
    std::size_t size = 0;
    bool is_number = blank != head.npos && head.find(" blob ") != head.npos;
    for (const char c : head.substr(is_number ? blank + 1 : head.size())) {
      is_number = is_number && c >= '0' && c <= '9' && size <= rest.size();
      size = size * 10 + static_cast<std::size_t>(c - '0');
    }
    if (!read.error.empty() || !is_number || rest.size() < head.size() + 1 + size) {
      error = read.error.empty() && read.code == 0 ? "git does not have all of the old text" : in_words(read);
      return {};
    }
    all.emplace_back(rest.substr(head.size() + 1, size));
    rest.remove_prefix(std::min(head.size() + size + 2, rest.size()));
  }
  return all;
}

}  // namespace paperlint
