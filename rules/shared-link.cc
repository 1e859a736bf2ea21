// shared-link: one identifier belongs to one paper. See shared-link.md.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

class SharedLink final : public Sink {
 public:
  explicit SharedLink(const Context& context) : venues_(*context.facts.venues), report_(context.report) {}
  void end(const List&) override;

 private:
  using Entries = std::vector<const Entry*>;
  [[nodiscard]] static Entries titles_of(const SharedIdentifier& shared);
  void check(std::string_view id, const Entry& first, const Entry& second);
  [[nodiscard]] bool told_elsewhere(const Entry& a, const Entry& b) const;
  [[nodiscard]] const Link* link_elsewhere(std::string_view id, const Entry& entry) const;
  [[nodiscard]] int doubt(std::string_view id, const Entry& entry) const;

  const Venues& venues_;
  Report& report_;
  std::unordered_map<const Entry*, const Paper*> papers_;  // of those that are listed more than once
  std::unordered_set<std::string_view> shared_;            // identifiers under several titles
  std::set<std::pair<const Entry*, const Entry*>> told_;   // two entries may share more than one identifier
};

/// `Finch: Small Jobs` and `Finch: A Scheduler`.
bool one_name(const Entry& a, const Entry& b) {
  const std::string name = normal_title(leading_name(a.text(a.title)));
  return !name.empty() && name == normal_title(leading_name(b.text(b.title)));
}

/// The link of an entry whose address holds the identifier; nullptr where it is none of its own.
const Link* link_to(std::string_view id, const Entry& entry) {
  const auto link = std::find_if(entry.links.begin(), entry.links.end(),
                                 [&](const Link& l) { return identifier(entry.text(l.address)) == id; });
  return link == entry.links.end() ? nullptr : &*link;
}

/// The address of that link, else the title.
Place address(const Entry& entry, const Link* link) {
  return link == nullptr ? entry.place() : entry.at(link->address);
}

/// What other rules say of a paper that is listed twice.
bool SharedLink::told_elsewhere(const Entry& a, const Entry& b) const {
  const auto x = papers_.find(&a), y = papers_.find(&b);
  if (x == papers_.end() || y == papers_.end() || x->second != y->second) return false;
  const bool stale = (a.preprint() && published(b)) || (b.preprint() && published(a));
  return stale || a.section == b.section || contradicted(a, *x->second, venues_) != nullptr ||
         contradicted(b, *x->second, venues_) != nullptr;
}

/// The link of an entry to another paper of the same server, where it has one that no other entry has: one of the two
/// is wrong.
const Link* SharedLink::link_elsewhere(std::string_view id, const Entry& entry) const {
  constexpr std::size_t kMost = 8;  // no paper has more
  const std::string_view server = id.substr(0, id.find(':') + 1);
  const auto ids = entry.ids.first(std::min(kMost, entry.ids.size()));
  const auto other = std::find_if(
      ids.begin(), ids.end(), [&](std::string_view own) { return own.starts_with(server) && shared_.count(own) == 0; });
  return other == ids.end() ? nullptr : link_to(*other, entry);
}

/// How much speaks against this entry's link: its paper has another one elsewhere in the list, or the identifier tells
/// another year or title.
int SharedLink::doubt(std::string_view id, const Entry& entry) const {
  int doubt = 0;
  if (const auto paper = papers_.find(&entry); paper != papers_.end())
    for (const Entry* copy : *paper->second)
      if (copy != &entry && copy->normal == entry.normal) doubt += share_identifier(*copy, entry) ? -2 : 2;
  const std::optional<Month> month = announced(id);
  const std::optional<Proof> proof = published_at(address(entry, link_to(id, entry)).text());
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
  const Link *const of_first = link_elsewhere(id, first), *const of_second = link_elsewhere(id, second);
  const bool one_tells = (of_first == nullptr) != (of_second == nullptr);  // that its own links disagree
  const bool doubted = one_tells ? of_first != nullptr : !renamed && doubt(id, first) > doubt(id, second);
  const Entry &entry = doubted ? first : second, &other = doubted ? second : first;
  const Link* const wrong = link_to(id, entry);
  const Link* const own = one_tells ? (doubted ? of_first : of_second) : nullptr;
  const bool by_title = own != nullptr && own == entry.title_link();
  auto finding = report_(address(entry, wrong),
                         "this is also the link of " + in_quotes(other.text(other.title)) +
                             (by_title         ? "; the title links another paper"
                              : own != nullptr ? "; another link here leads to another paper"
                              : renamed        ? ": was the paper renamed, or is one of the links wrong?"
                                               : ": is it the wrong link, or was the paper renamed?"),
                         std::string(id) + ' ' + std::string(entry.normal))
                     .note(address(other, link_to(id, other)), "the other paper");
  const auto bare = [&](const Link* link) {  // not in angle brackets
    return link != nullptr && entry.document->source->text()[link->address.begin - 1] != '<';
  };
  if (bare(own) && bare(wrong))
    finding.fix({.safety = Safety::unsafe,
                 .effect = Effect::field,
                 .title = by_title ? "lead to the paper that the title links" : "lead where the other link does",
                 .edits = {{entry.at(wrong->address), std::string(entry.text(own->address))}}});
}

/// An entry of each title; of three at most.
SharedLink::Entries SharedLink::titles_of(const SharedIdentifier& shared) {
  Entries titles;
  for (const Entry* entry : shared.entries) {
    const auto same = [entry](const Entry* other) { return one_title(*other, *entry); };
    if (titles.size() < 3 && std::none_of(titles.begin(), titles.end(), same)) titles.push_back(entry);
  }
  return titles;
}

void SharedLink::end(const List& list) {
  for (const Paper& paper : list.copies().papers)
    for (const Entry* entry : paper) papers_.emplace(entry, &paper);
  std::vector<std::pair<std::string_view, Entries>> several;
  for (const SharedIdentifier& shared : list.copies().shared)
    if (Entries titles = titles_of(shared); titles.size() > 1) several.emplace_back(shared.id, std::move(titles));
  for (const auto& [id, titles] : several) shared_.insert(id);
  for (const auto& [id, titles] : several)
    if (titles.size() == 2) check(id, *titles[0], *titles[1]);
}

}  // namespace

constinit const Rule rules::shared_link{.name = "shared-link",
                                        .summary = "one identifier belongs to one paper",
                                        .fix = Safety::unsafe,
                                        .asks_copies = true,
                                        .make = make<SharedLink>};

}  // namespace paperlint
