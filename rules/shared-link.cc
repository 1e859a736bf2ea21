// shared-link: one identifier belongs to one paper. See shared-link.md.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "list/copies.h"
#include "list/identifier.h"
#include "list/one_title.h"
#include "rules/rules.h"
#include "text/overlap.h"
#include "text/quote.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr double kRenamed = 0.3;  // of the telling words: what a paper keeps where its title changes

using Entries = std::vector<const Entry*>;
using Documents = std::vector<const Document*>;

class SharedLink final : public Sink {
 public:
  explicit SharedLink(const Context& context) : venues_(*context.facts.venues), report_(context.report) {}
  void end(const List&) override;

 private:
  /// An identifier of an entry.
  struct Use {
    std::uint32_t hash;   // told apart by it, ids need not be looked at
    std::uint32_t order;  // of the entries
    std::string_view id;
    const Entry* entry;
    [[nodiscard]] bool same(const Use& other) const { return hash == other.hash && id == other.id; }
    bool operator<(const Use& other) const {
      return std::tie(hash, id, order) < std::tie(other.hash, other.id, other.order);
    }
  };
  void find(const Documents& documents);
  void compare(std::span<const Use> uses);
  void find_copies(const Documents& documents);
  void check(std::string_view id, const Entry& first, const Entry& second);
  [[nodiscard]] bool told_elsewhere(const Entry& a, const Entry& b) const;
  [[nodiscard]] int doubt(std::string_view id, const Entry& entry) const;

  const Venues& venues_;
  Report& report_;
  std::map<std::string_view, Entries> shared_;              // identifiers of several titles: an entry of each
  std::unordered_map<std::string_view, Entries> by_title_;  // the entries of these titles
  std::unordered_map<const Entry*, const Paper*> papers_;   // of those that are listed more than once
  std::set<std::pair<const Entry*, const Entry*>> told_;    // two entries may share more than one identifier
};

/// `Finch: Small Jobs` and `Finch: A Scheduler`.
bool one_name(const Entry& a, const Entry& b) {
  const std::string name = normal_title(leading_name(a.text(a.title)));
  return !name.empty() && name == normal_title(leading_name(b.text(b.title)));
}

/// The address of an entry that holds the identifier, else the title.
Place address(const Entry& entry, std::string_view id) {
  for (const Link& link : entry.links)
    if (identifier(entry.text(link.address)) == id) return entry.at(link.address);
  return entry.place();
}

/// What other rules say of a paper that is listed twice.
bool SharedLink::told_elsewhere(const Entry& a, const Entry& b) const {
  const auto x = papers_.find(&a), y = papers_.find(&b);
  if (x == papers_.end() || y == papers_.end() || x->second != y->second) return false;
  const bool stale = (a.preprint() && published(b)) || (b.preprint() && published(a));
  return stale || a.section == b.section || contradicted(a, *x->second, venues_) != nullptr ||
         contradicted(b, *x->second, venues_) != nullptr;
}

/// How much speaks against this entry's link: its paper has another one elsewhere in the list, or the identifier tells
/// another year or title.
int SharedLink::doubt(std::string_view id, const Entry& entry) const {
  int doubt = 0;
  for (const Entry* copy : by_title_.at(entry.normal))
    if (copy != &entry) doubt += share_identifier(*copy, entry) ? -2 : 2;
  const std::optional<Month> month = announced(id);
  const std::optional<Proof> proof = published_at(address(entry, id).text());
  if (entry.preprint() && !month) ++doubt;
  const std::uint16_t year = published_year(entry);
  if (month && year != 0) doubt += entry.preprint() ? month->year != year : month->year > year;
  if (proof && published(entry)) doubt += proof->year != year ? 1 : -1;
  if (shared_words(normal_title(id), entry.normal) >= 0.5) doubt -= 2;  // CVF's bear the title
  return doubt;
}

void SharedLink::check(std::string_view id, const Entry& first, const Entry& second) {
  if (told_elsewhere(first, second) || !told_.emplace(&first, &second).second) return;
  const bool renamed = one_name(first, second) || shared_words(first.normal, second.normal) >= kRenamed;
  const bool doubted = !renamed && doubt(id, first) > doubt(id, second);
  const Entry &entry = doubted ? first : second, &other = doubted ? second : first;
  report_(address(entry, id),
          "this is also the link of " + in_quotes(other.text(other.title)) +
              (renamed ? ": was the paper renamed, or is one of the links wrong?"
                       : ": is it the wrong link, or was the paper renamed?"),
          std::string(id) + ' ' + std::string(entry.normal))
      .note(address(other, id), "the other paper");
}

template <class Do>
void each_paper(const Documents& documents, Do act) {
  for (const Document* document : documents)
    for (const Entry& entry : document->entries)
      if (entry.parent == nullptr) act(entry);
}

void SharedLink::find(const Documents& documents) {
  shared_.clear();
  by_title_.clear();
  std::vector<Use> uses;
  each_paper(documents, [&](const Entry& entry) {
    for (std::string_view id : entry.ids)
      uses.push_back({static_cast<std::uint32_t>(std::hash<std::string_view>()(id)),
                      static_cast<std::uint32_t>(uses.size()), id, &entry});
  });
  std::sort(uses.begin(), uses.end());
  for (auto first = uses.begin(); first != uses.end();) {
    const auto last = std::find_if(first, uses.end(), [first](const Use& use) { return !first->same(use); });
    if (last - first > 1) compare({first, last});
    first = last;
  }
}

/// Notes an identifier that has several titles.
void SharedLink::compare(std::span<const Use> uses) {
  Entries titles;
  for (const Use& use : uses) {
    const auto same = [&use](const Entry* other) { return one_title(*other, *use.entry); };
    if (titles.size() < 3 && telling(use.entry->normal) && std::none_of(titles.begin(), titles.end(), same))
      titles.push_back(use.entry);
  }
  if (titles.size() > 1) shared_.emplace(uses.front().id, std::move(titles));
}

void SharedLink::find_copies(const Documents& documents) {
  for (const auto& [id, titles] : shared_)
    for (const Entry* entry : titles) by_title_.try_emplace(entry->normal);
  each_paper(documents, [&](const Entry& entry) {
    if (const auto at = by_title_.find(entry.normal); at != by_title_.end()) at->second.push_back(&entry);
  });
}

void SharedLink::end(const List& list) {
  for (const Paper& paper : list.copies().papers)
    for (const Entry* entry : paper) papers_.emplace(entry, &paper);
  for (const Documents& part : list.copies().parts) {
    find(part);
    if (shared_.empty()) continue;
    find_copies(part);
    for (const auto& [id, titles] : shared_)
      if (titles.size() == 2) check(id, *titles[0], *titles[1]);
  }
}

}  // namespace

constinit const Rule rules::shared_link{.name = "shared-link",
                                        .summary = "one identifier belongs to one paper",
                                        .asks_copies = true,
                                        .make = make<SharedLink>};

}  // namespace paperlint
