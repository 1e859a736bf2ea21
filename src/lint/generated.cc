#include "lint/generated.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "list/copies.h"
#include "list/generated.h"
#include "text/title.h"

namespace paperlint {
namespace {

bool any_generated(const List& list) {
  return std::any_of(list.documents.begin(), list.documents.end(), [](const auto& document) {
    return document->origin == Origin::generated || !document->generated_parts.empty();
  });
}

class Sources {
 public:
  explicit Sources(const List& list) : list_(list) {
    for (const auto& document : list.documents) documents_.emplace(document->source.get(), document.get());
  }

  [[nodiscard]] bool generated(const Place& place) const {
    return is_generated(*documents_.at(place.source), place.span);
  }

  /// The entry of the same paper in a file that people write; one of an original before one of a mirror.
  [[nodiscard]] const Entry* source_of(const Place& place) {
    const Entry* const entry = at(place);
    if (entry == nullptr) return nullptr;
    if (entries_.empty()) index();
    for (std::string_view id : entry->ids)
      if (const auto found = entries_.find(id); found != entries_.end()) return found->second;
    const auto found = entries_.find(entry->normal);
    return found == entries_.end() ? nullptr : found->second;
  }

 private:
  /// The paper that a place lies in, not a sub-item.
  [[nodiscard]] const Entry* at(const Place& place) const {
    const auto& entries = documents_.at(place.source)->entries;
    auto next = std::upper_bound(entries.begin(), entries.end(), place.span.begin,
                                 [](std::uint32_t offset, const Entry& e) { return offset < e.whole.begin; });
    if (next == entries.begin()) return nullptr;
    const Entry* entry = &*--next;
    while (entry->parent != nullptr) entry = entry->parent;
    return place.span.begin < entry->whole.end ? entry : nullptr;
  }

  void index() {
    for (const auto& part : list_.copies().parts)  // the originals first
      for (const Document* document : part)
        for (const Entry& entry : document->entries) {
          if (entry.parent != nullptr || is_generated(*document, entry.whole)) continue;
          for (std::string_view id : entry.ids) entries_.try_emplace(id, &entry);
          if (telling(entry.normal)) entries_.try_emplace(entry.normal, &entry);
        }
  }

  const List& list_;
  std::unordered_map<const Source*, const Document*> documents_;
  std::unordered_map<std::string_view, const Entry*> entries_;
};

}  // namespace

void spare_generated(const List& list, std::vector<Diagnostic>& findings) {
  if (!any_generated(list)) return;
  Sources sources(list);
  for (Diagnostic& finding : findings) {
    const auto lost = [&](const Edit& edit) { return sources.generated(edit.at); };
    if (finding.fix && std::any_of(finding.fix->edits.begin(), finding.fix->edits.end(), lost)) finding.fix.reset();
    if (!sources.generated(finding.at)) continue;
    if (const Entry* const source = sources.source_of(finding.at))
      finding.notes.push_back({source->place(), "the file is generated; the paper is written by hand here"});
  }
}

}  // namespace paperlint
