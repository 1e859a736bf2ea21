// stale-preprint: what was published is tagged so. See stale-preprint.md.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "list/copies.h"
#include "list/identifier.h"
#include "rules/rules.h"
#include "rules/venues/evidence.h"

namespace paperlint {
namespace {

class StalePreprint final : public Sink {
 public:
  explicit StalePreprint(const Context& context)
      : venues_(*context.facts.venues), report_(context.report), read_(venues_), writing_(venues_) {}
  void entry(const Entry& entry) override {
    if (entry.venue == nullptr || entry.preprint()) return;
    const std::string_view text = entry.text(entry.venue->venue);
    writing_.count(text, read_(text));
  }
  void end(const List& list) override;

 private:
  void copy(const Entry& preprint, const Paper& paper);
  void address(const Entry& entry);

  const Venues& venues_;
  Report& report_;
  VenueReader read_;
  Writing writing_;
};

/// The published copy that a reader would look at: one under the same heading, else the first.
const Entry* published_copy(const Entry& preprint, const Paper& paper, const Venues& venues) {
  const Entry* best = nullptr;
  for (const Entry* entry : paper) {
    if (!published(*entry) || at_workshop(*entry, venues)) continue;
    if (entry->section == preprint.section) return entry;
    if (best == nullptr) best = entry;
  }
  return best;
}

/// Whether the tag is the text of a link to a preprint: `[bioRxiv (2023)](https://www.biorxiv.org/…)`.
bool links_preprint(const Entry& entry) {
  return std::any_of(entry.links.begin(), entry.links.end(), [&](const Link& link) {
    return link.text.contains(entry.venue->inside) && names_preprint(identifier(entry.text(link.address)));
  });
}

void StalePreprint::copy(const Entry& preprint, const Paper& paper) {
  const Entry* const other = published_copy(preprint, paper, venues_);
  if (other == nullptr) return;
  auto finding = report_(preprint.place(),
                         shown_tag(preprint) + " has been published: " + shown_tag(*other) +
                             (other->section == preprint.section ? " under this heading" : " elsewhere in the list"),
                         preprint.subject());
  finding.note(other->place(), (other->venue == nullptr ? "under " : "tagged ") + shown_tag(*other) + " here");
  if (other->section == preprint.section || other->venue == nullptr || !preprint.venue->together() ||
      !other->venue->together())
    return;
  if (links_preprint(preprint) && !links_preprint(*other)) return;  // the link may not be called what it is not
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "write " + tag_text(*other),
               .edits = {{preprint.at(preprint.venue->inside), tag_text(*other)}}});
}

/// The tag that the address proves, in the form of the entry's own tag.
void StalePreprint::address(const Entry& entry) {
  const auto evidence = published_by_link(entry);
  if (!evidence || evidence->proof.workshop) return;
  const Proof& proof = evidence->proof;
  const Tag& tag = *entry.venue;
  const std::string year = std::to_string(proof.year);
  const std::string venue = writing_.of(proof);
  auto finding = report_(entry.place(),
                         shown_tag(entry) + " has been published: its address is one of " +
                             (proof.findings ? "Findings of " : "") + proof.venue + " " + year,
                         entry.subject());
  finding.note(entry.at(evidence->link->address), "this address");
  if (venue.empty() || !entry.whole.contains(tag.whole) || !tag.together()) return;
  const std::string now = venue + std::string(entry.text(tag.joint)) + (tag.year.size() == 2 ? year.substr(2) : year);
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "write " + now,
               .edits = {{entry.at({tag.venue.begin, tag.year.end}), now}}});
}

void StalePreprint::end(const List& list) {
  std::unordered_set<const Entry*> told;
  for (const Paper& paper : list.copies().papers)
    for (const Entry* entry : paper)
      if (entry->preprint() && published_copy(*entry, paper, venues_) != nullptr) {
        copy(*entry, paper);
        told.insert(entry);
      }
  for (const NearPair& pair : list.copies().near) {
    const bool first = pair.first->preprint() && published(*pair.second);
    const bool second = pair.second->preprint() && published(*pair.first);
    const Entry* const preprint = first ? pair.first : pair.second;
    if ((first || second) && told.insert(preprint).second) copy(*preprint, {first ? pair.second : pair.first});
  }
  for (const auto& document : list.documents)
    for (const Entry& entry : document->entries)
      if (entry.preprint() && told.count(&entry) == 0) address(entry);
}

}  // namespace

constinit const Rule rules::stale_preprint{.name = "stale-preprint",
                                           .summary = "a paper that was published is not tagged as a preprint",
                                           .fix = Safety::unsafe,
                                           .asks_copies = true,
                                           .make = make<StalePreprint>};

}  // namespace paperlint
