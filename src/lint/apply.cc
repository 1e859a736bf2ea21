// Puts fixes into texts; fix.cc tells how this is used.
#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lint/fix.h"

namespace paperlint {
namespace {

using Fixes = std::vector<const Fix*>;

/// An edit and the number of its file in the List.
struct Put {
  std::size_t file;
  const Edit* edit;
  [[nodiscard]] Span span() const { return edit->at.span; }
};

bool by_place(const Put& a, const Put& b) {
  return a.file != b.file ? a.file < b.file : a.span().begin < b.span().begin;
}

using Files = std::unordered_map<const Source*, std::size_t>;

Files number_files(const List& list) {
  Files files;
  for (const auto& document : list.documents) files.emplace(document->source.get(), files.size());
  return files;
}

/// The edits of one fix by place; nothing if one is out of its file, or if two overlap.
std::vector<Put> put(const Fix& fix, const Files& files) {
  std::vector<Put> puts;
  for (const Edit& edit : fix.edits) {
    const auto file = files.find(edit.at.source);
    const Span span = edit.at.span;
    if (file == files.end() || span.begin > span.end || span.end > edit.at.source->size()) return {};
    puts.push_back({file->second, &edit});
  }
  std::stable_sort(puts.begin(), puts.end(), by_place);
  const Put* last = nullptr;  // of those that replace
  for (const Put& next : puts) {
    const bool within = last != nullptr && last->file == next.file && next.span().begin < last->span().end;
    const bool at_begin = within && next.span().empty() && next.span().begin == last->span().begin;
    if (within && !at_begin) return {};
    if (!next.span().empty()) last = &next;
  }
  return puts;
}

/// The bytes that are taken.
class Taken {
 public:
  /// Whether an edit overlaps or touches what is taken.
  [[nodiscard]] bool meets(const Put& put) const {
    const auto after = ends_.upper_bound({put.file, put.span().end});
    if (after == ends_.begin()) return false;
    const auto& [key, end] = *std::prev(after);
    return key.first == put.file && end >= put.span().begin;
  }

  /// Takes the edits of a fix, which are in order.
  void take(const std::vector<Put>& puts) {
    for (const Put& put : puts) {
      const auto [at, added] = ends_.try_emplace({put.file, put.span().begin}, put.span().end);
      if (!added) at->second = std::max(at->second, put.span().end);
    }
  }

 private:
  std::map<std::pair<std::size_t, std::uint32_t>, std::uint32_t> ends_;  // file and begin: end
};

std::string edited(const Source& source, std::vector<Put>::const_iterator first,
                   std::vector<Put>::const_iterator last) {
  std::string text;
  std::size_t size = source.size();
  for (auto at = first; at != last; ++at) size = size - at->span().size() + at->edit->with.size();
  text.reserve(size);
  std::uint32_t done = 0;
  for (; first != last; ++first) {
    const Span span = first->span();
    text += source.text({done, std::max(done, span.begin)});
    text += first->edit->with;
    done = std::max(done, span.end);
  }
  text += source.text({done, source.size()});
  assert(text.size() == size);
  return text;
}

}  // namespace

std::vector<std::string> apply(const List& list, const Fixes& fixes, Fixes& taken) {
  const Files files = number_files(list);
  std::vector<std::pair<const Fix*, std::vector<Put>>> ordered;
  for (const Fix* fix : fixes)
    if (std::vector<Put> puts = put(*fix, files); !puts.empty()) ordered.emplace_back(fix, std::move(puts));
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return by_place(a.second.front(), b.second.front()); });
  Taken bytes;
  std::vector<Put> all;
  taken.clear();
  for (const auto& [fix, puts] : ordered) {
    if (std::any_of(puts.begin(), puts.end(), [&](const Put& one) { return bytes.meets(one); })) continue;
    bytes.take(puts);
    taken.push_back(fix);
    all.insert(all.end(), puts.begin(), puts.end());
  }
  std::stable_sort(all.begin(), all.end(), by_place);
  std::vector<std::string> texts;
  auto at = all.cbegin();
  for (std::size_t i = 0; i < list.documents.size(); ++i) {
    const auto end = std::find_if(at, all.cend(), [&](const Put& one) { return one.file != i; });
    texts.push_back(edited(*list.documents[i]->source, at, end));
    at = end;
  }
  return texts;
}

}  // namespace paperlint
