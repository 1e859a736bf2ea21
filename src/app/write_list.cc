#include "app/write_list.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "app/signals.h"
#include "app/write.h"

namespace paperlint {
namespace {

/// Which files hang together by the fixes that change several.
class Groups {
 public:
  Groups(const std::vector<InputFile>& files, const std::vector<AppliedFix>& fixes) : first_(files.size()) {
    std::iota(first_.begin(), first_.end(), std::size_t{0});
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < files.size(); ++i) numbers.emplace(files[i].shown, i);
    for (const AppliedFix& fix : fixes)
      for (std::size_t i = 1; i < fix.files.size(); ++i) join(numbers.at(fix.files[0]), numbers.at(fix.files[i]));
  }

  /// The same for all files of a group.
  std::size_t operator()(std::size_t file) {
    while (first_[file] != file) file = first_[file] = first_[first_[file]];
    return file;
  }

 private:
  void join(std::size_t a, std::size_t b) {
    a = (*this)(a), b = (*this)(b);
    first_[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::size_t> first_;  // towards the first file of its group
};

class Writing {
 public:
  Writing(const std::vector<InputFile>& files, const std::vector<std::string>& before, const FixResult& result,
          Remarks& remarks, bool show_more)
      : files_(files),
        before_(before),
        after_(result.texts),
        remarks_(remarks),
        show_more_(show_more),
        written_(files.size()) {}

  /// All steps but the last for all files, then the last.
  void operator()(const std::vector<std::size_t>& group) {
    const SignalsWait wait;
    std::vector<std::unique_ptr<Replacement>> replacements;
    bool ready = true;
    for (const std::size_t file : group) {
      replacements.push_back(std::make_unique<Replacement>(files_[file].path, before_[file], after_[file]));
      Replacement& made = *replacements.back();
      if (made.found_leftover())
        remarks_.remark({files_[file].shown, "an earlier run was cut off while it wrote this file"}, show_more_);
      if (!made.trouble().empty()) fail(file, made.trouble());
      ready = ready && made.trouble().empty();
    }
    for (std::size_t i = 0; i < group.size() && ready; ++i) {
      const std::string trouble = replacements[i]->place();
      ready = trouble.empty();
      written_[group[i]] = ready;
      if (!ready) fail(group[i], trouble);
    }
    if (!ready) undo(group);
  }

  [[nodiscard]] std::vector<bool> written() && { return std::move(written_); }

 private:
  void fail(std::size_t file, std::string trouble) {
    failed_.push_back(file);
    remarks_.problem({files_[file].shown, std::move(trouble)});
  }

  /// Gives those that were written before one failed their bytes back.
  void undo(const std::vector<std::size_t>& group) {
    const std::string& other = files_[failed_.front()].shown;
    for (const std::size_t file : group) {
      if (std::find(failed_.begin(), failed_.end(), file) != failed_.end()) continue;
      if (written_[file]) written_[file] = !replace_file(files_[file].path, after_[file], before_[file]).empty();
      remarks_.problem({files_[file].shown,
                        written_[file]
                            ? "was written, but '" + other + "' was not, and fixes change both: they are half done"
                            : "was not written, for '" + other + "' was not, and fixes change both"});
    }
    failed_.clear();
  }

  const std::vector<InputFile>& files_;
  const std::vector<std::string>&before_, &after_;
  Remarks& remarks_;
  const bool show_more_;
  std::vector<bool> written_;
  std::vector<std::size_t> failed_;  // of the group
};

}  // namespace

std::vector<bool> write_list(const std::vector<InputFile>& files, const std::vector<std::string>& before,
                             const FixResult& result, Remarks& remarks, bool show_more) {
  Groups group_of(files, result.applied);
  std::vector<std::vector<std::size_t>> groups(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    if (before[i] != result.texts[i]) groups[group_of(i)].push_back(i);
  Writing write(files, before, result, remarks, show_more);
  for (const std::vector<std::size_t>& group : groups)
    if (!group.empty()) write(group);
  return std::move(write).written();
}

}  // namespace paperlint
