#include "app/files.h"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <unordered_set>

#include "app/paths.h"
#include "app/read.h"
#include "app/repository.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kConfigName = "paperlint.toml";  // also the end of the hidden one's name

bool ends_with(std::string_view name, std::string_view end) {
  return name.size() >= end.size() &&
         std::equal(end.begin(), end.end(), name.end() - static_cast<std::ptrdiff_t>(end.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

std::string joined(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == ".") return name;
  return folder.back() == '/' ? folder + name : folder + '/' + name;
}

/// One name in a folder.
struct Item {
  std::string name;
  bool is_folder, is_link;
};

/// What one folder holds, without the hidden names.
struct Listing {
  std::vector<Item> items;
  bool is_root = false, has_gitignore = false, has_config = false;
};

class Walk {
 public:
  Walk(const FindOptions& options, Found& found) : options_(options), found_(found) {}

  void file(const fs::path& path, const std::string& shown) { add({path, shown, identity(path), true, true}); }

  void root(const fs::path& path, const std::string& shown) {
    const std::string id = identity(path);
    matched_ = 0;
    const std::size_t problems = found_.problems.size();
    if (options_.excludes) excludes_ = options_.excludes(id);
    folder(path, shown, id, chain_above(id));
    if (matched_ == 0 && options_.expect_files && found_.problems.size() == problems)
      found_.problems.push_back({shown, "no Markdown file in this folder (hidden and ignored ones do not count)"});
  }

  /// What was found, sorted and each file once.
  void finish() {
    auto& files = found_.files;
    std::stable_sort(files.begin(), files.end(), [](const InputFile& a, const InputFile& b) {
      return std::tuple(!a.by_hand, a.link, std::string_view(a.shown)) <
             std::tuple(!b.by_hand, b.link, std::string_view(b.shown));
    });
    std::unordered_set<std::string_view> seen;
    std::vector<InputFile> once;
    for (InputFile& file : files)
      if (seen.insert(file.identity).second) once.push_back(file);
    std::sort(once.begin(), once.end(), [](const InputFile& a, const InputFile& b) { return a.shown < b.shown; });
    files = std::move(once);
  }

 private:
  void add(InputFile file) {
    ++matched_;
    found_.files.push_back(std::move(file));
  }

  void folder(const fs::path& path, const std::string& shown, const std::string& id, const IgnoreChain& above) {
    Listing listing;
    if (!list(path, shown, listing)) return;
    const ExcludeList* const outer = excludes_;
    if (listing.has_config && options_.excludes) excludes_ = options_.excludes(id);
    const IgnoreChain chain = enter_folder(above, id, listing.is_root, listing.has_gitignore);
    for (const Item& item : listing.items) visit(item, path, shown, id, chain);
    excludes_ = outer;
  }

  void visit(const Item& item, const fs::path& path, const std::string& shown, const std::string& id,
             const IgnoreChain& chain) {
    const std::string item_id = joined(id, item.name);
    const bool wanted = item.is_folder || (options_.wanted ? options_.wanted(item_id) : is_markdown(item.name));
    if (!wanted || is_ignored(chain, item_id, item.is_folder) || is_excluded(item_id, item.is_folder)) return;
    const fs::path item_path = path / path_of(item.name);
    const std::string item_shown = joined(shown, item.name);
    if (item.is_folder)
      folder(item_path, item_shown, item_id, chain);
    else
      add({item_path, item_shown, item.is_link ? identity(item_path) : item_id, false, true, item.is_link});
  }

  bool is_excluded(std::string_view id, bool is_folder) const {
    if (!excludes_) return false;
    const std::string_view below = path_below(excludes_->folder, id);
    return !below.empty() && excludes_->patterns(below, is_folder).value_or(false);
  }

  bool list(const fs::path& path, const std::string& shown, Listing& listing) {
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) take(*at, listing);
    if (error) found_.problems.push_back({shown, "the folder cannot be read: " + reason(error.value())});
    return !error;
  }

  static void take(const fs::directory_entry& entry, Listing& listing) {
    std::string name = text_of(entry.path().filename());
    listing.is_root = listing.is_root || name == ".git";
    listing.has_gitignore = listing.has_gitignore || name == ".gitignore";
    listing.has_config = listing.has_config || ends_with(name, kConfigName);
    if (name.front() == '.') return;
    std::error_code error;
    const bool is_link = entry.is_symlink(error);
    const bool is_folder = entry.is_directory(error);
    if (is_link && is_folder) return;  // followed, it could lead round in a circle
    if (is_folder || entry.is_regular_file(error)) listing.items.push_back({std::move(name), is_folder, is_link});
  }

  const FindOptions& options_;
  Found& found_;
  const ExcludeList* excludes_ = nullptr;
  std::size_t matched_ = 0;  // in the folder that was named
};

}  // namespace

bool is_markdown(std::string_view name) { return ends_with(name, ".md") || ends_with(name, ".markdown"); }

Found find_files(const std::vector<std::string>& paths, const FindOptions& options) {
  Found found;
  Walk walk(options, found);
  for (const std::string& typed : paths) {
    const fs::path path = path_of(typed);
    const std::string shown = shown_path(typed);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (typed.empty() || status.type() == fs::file_type::not_found)
      found.problems.push_back({shown, "no such file or folder"});
    else if (status.type() == fs::file_type::none)
      found.problems.push_back({shown, "cannot be read: " + reason(error.value())});
    else if (fs::is_directory(status))
      walk.root(path, shown);
    else
      walk.file(path, shown);
  }
  walk.finish();
  return found;
}

}  // namespace paperlint
