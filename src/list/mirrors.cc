#include "list/mirrors.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "list/addresses.h"
#include "text/markup.h"
#include "text/title.h"

namespace paperlint {
namespace {

using Index = std::uint32_t;
constexpr std::size_t kHolders = 8;  // of one paper, that are counted each for itself

constexpr std::string_view kLanguages[] = {"zh", "cn", "zhcn", "chinese",  "chs", "cht",    "hans", "hant",   "tw",
                                           "hk", "ja", "jp",   "japanese", "ko",  "kr",     "kor",  "korean", "es",
                                           "fr", "de", "pt",   "br",       "ru",  "it",     "tr",   "tu",     "vi",
                                           "ar", "fa", "hi",   "en",       "eng", "english"};
constexpr std::string_view kOld[] = {"old",    "archive",  "archived", "backup",     "bak",
                                     "legacy", "previous", "outdated", "deprecated", "copy"};

template <std::size_t size>
bool among(const std::string& word, const std::string_view (&words)[size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What a path says by itself.
struct Name {
  std::string language;  // "zh"; empty where none is named
  std::string rest;      // the other words
  bool old = false;      // the words of its age are not among the rest
};

Name read_name(std::string_view path) {
  Name name;
  std::string file = in_lower_case(path);
  const std::size_t dot = file.rfind('.'), slash = file.rfind('/');
  if (dot != std::string::npos && (slash == std::string::npos || dot > slash)) file.resize(dot);
  std::string word, digits;
  bool begins = true;  // no other word of this folder or file stands before
  const auto end = [&] {
    const bool number = !word.empty() && std::all_of(word.begin(), word.end(), markup::is_digit);
    if (word.empty()) return;
    if (number && !begins)
      digits += word;
    else if (among(word, kLanguages))
      name.language += (name.language.empty() ? "" : " ") + word;
    else if (among(word, kOld))
      name.old = true;
    else
      name.rest += (name.rest.empty() ? "" : " ") + word;
    word.clear();
    begins = false;
  };
  for (const char c : file) {
    if (markup::is_alnum(c) || (static_cast<unsigned char>(c) & 0x80U) != 0)
      word += c;
    else
      end();
    begins = begins || c == '/';
  }
  end();
  if (digits.size() >= 4 && (digits.substr(0, 2) == "20" || digits.substr(0, 2) == "19"))
    name.old = true;  // `README-2024-10`
  else if (!digits.empty())
    name.rest += ' ' + digits;
  return name;
}

/// A file of the List and what is counted of it.
struct File {
  const Document* document = nullptr;
  Name name;
  Index papers = 0;
};

class Finder {
 public:
  explicit Finder(const std::vector<std::unique_ptr<Document>>& documents);
  std::vector<Mirror> run();

 private:
  void judge(Index file);
  void keep(Index file);
  template <class Do>
  void each_key(const Entry& entry, Do act) const;

  std::vector<File> files_;
  std::unordered_map<std::string_view, std::vector<Index>> holders_;  // of an identifier or title: files that are none
  std::vector<Mirror> mirrors_;
};

Finder::Finder(const std::vector<std::unique_ptr<Document>>& documents) {
  for (const auto& document : documents)
    if (const Index papers = document->papers(); papers != 0)
      files_.push_back({document.get(), read_name(document->source->path()), papers});
  std::stable_sort(files_.begin(), files_.end(), [](const File& a, const File& b) {
    const auto rank = [](const File& file) {
      return std::tuple(file.document->origin == Origin::generated, file.name.old, !file.name.language.empty());
    };
    return std::pair(rank(a), b.papers) < std::pair(rank(b), a.papers);
  });
}

template <class Do>
void Finder::each_key(const Entry& entry, Do act) const {
  for (std::string_view id : entry.ids) act(id);
  if (telling(entry.normal)) act(entry.normal);
}

void Finder::keep(Index file) {
  for (const Entry& entry : files_[file].document->entries) {
    if (entry.parent != nullptr) continue;
    each_key(entry, [&](std::string_view key) {
      std::vector<Index>& holders = holders_[key];
      if (holders.size() < kHolders && (holders.empty() || holders.back() != file)) holders.push_back(file);
    });
  }
}

void Finder::judge(Index index) {
  const File& file = files_[index];
  Index shared = 0;
  std::unordered_map<Index, Index> with;  // papers, by the file that has them too
  std::vector<Index> found;
  for (const Entry& entry : file.document->entries) {
    if (entry.parent != nullptr) continue;
    found.clear();
    each_key(entry, [&](std::string_view key) {
      const auto at = holders_.find(key);
      if (at == holders_.end()) return;
      for (const Index other : at->second)
        if (std::find(found.begin(), found.end(), other) == found.end()) found.push_back(other);
    });
    shared += !found.empty();
    for (const Index other : found) ++with[other];
  }
  const auto most = std::max_element(with.begin(), with.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second, b.first) < std::pair(b.second, a.first);
  });
  if (most == with.end()) return keep(index);
  const File& original = files_[most->first];
  const bool translated = file.name.language != original.name.language;
  const bool old = file.name.old && file.name.rest == original.name.rest;
  const auto enough = [&](Index part, Index whole) {
    return translated || old ? whole >= 3 && part * 2 >= whole : whole >= 10 && part * 5 >= whole * 4;
  };
  if (!enough(shared, file.papers) && !enough(most->second, std::min(file.papers, original.papers))) return keep(index);
  const auto kind = translated ? Mirror::Kind::translation : old ? Mirror::Kind::old_copy : Mirror::Kind::view;
  mirrors_.push_back({kind, file.document, original.document, shared});
}

std::vector<Mirror> Finder::run() {
  if (files_.size() < 2) return {};
  for (Index file = 0; file < files_.size(); ++file) judge(file);
  return std::move(mirrors_);
}

}  // namespace

std::vector<Mirror> find_mirrors(const std::vector<std::unique_ptr<Document>>& documents) {
  return Finder(documents).run();
}

bool named_as_copy(std::string_view path) {
  const Name name = read_name(path);
  return name.old || !name.language.empty();
}

std::string_view name(Mirror::Kind kind) {
  switch (kind) {
    case Mirror::Kind::translation:
      return "translation";
    case Mirror::Kind::old_copy:
      return "old copy";
    default:
      return "view";
  }
}

}  // namespace paperlint
