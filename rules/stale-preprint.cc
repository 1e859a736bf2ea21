// stale-preprint: what was published is tagged so. See stale-preprint.md.
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "list/copies.h"
#include "list/identifier.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class StalePreprint final : public Sink {
 public:
  explicit StalePreprint(const Context& context) : report_(context.report) {}
  void entry(const Entry& entry) override {
    if (published(entry)) ++venues_[entry.text(entry.venue->venue)];
  }
  void end(const List& list) override;

 private:
  void copy(const Entry& preprint, const Paper& paper);
  void address(const Entry& entry);
  std::string written(const std::string& venue) const;

  Report& report_;
  std::map<std::string_view, int> venues_;  // how often the list names each
};

/// The published copy that a reader would look at: one under the same heading, else the first.
const Entry* published_copy(const Entry& preprint, const Paper& paper) {
  const Entry* best = nullptr;
  for (const Entry* entry : paper) {
    if (!published(*entry) || at_workshop(*entry)) continue;
    if (entry->section == preprint.section) return entry;
    if (best == nullptr) best = entry;
  }
  return best;
}

void StalePreprint::copy(const Entry& preprint, const Paper& paper) {
  const Entry* const other = published_copy(preprint, paper);
  if (other == nullptr) return;
  auto finding = report_(preprint.place(),
                         shown_tag(preprint) + " has been published: " + shown_tag(*other) + " elsewhere in the list",
                         preprint.subject());
  finding.note(other->place(), "tagged " + shown_tag(*other) + " here");
  if (other->section == preprint.section || !preprint.venue->together() || !other->venue->together()) return;
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "write " + tag_text(*other),
               .edits = {{preprint.at(preprint.venue->inside), tag_text(*other)}}});
}

/// The venue as the list writes it, where it does: `VLDB` or `PVLDB`, `ATC` or `USENIX ATC`.
std::string StalePreprint::written(const std::string& venue) const {
  static constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"PVLDB", "VLDB"}, {"ATC", "USENIX ATC"}, {"NeurIPS", "NIPS"}, {"FAST", "USENIX FAST"}};
  std::string best = venue;
  for (const auto& [name, other] : kSame) {
    const auto count = [&](std::string_view text) {
      const auto at = venues_.find(text);
      return at == venues_.end() ? 0 : at->second;
    };
    if (name == venue && count(other) > count(name)) best = other;
  }
  return best;
}

/// The tag that the address proves, in the form of the entry's own tag.
void StalePreprint::address(const Entry& entry) {
  if (entry.title_link == nullptr) return;
  const std::optional<Proof> proof = published_at(entry.text(entry.title_link->address));
  if (!proof || proof->workshop || proof->year == 0) return;
  const Tag& tag = *entry.venue;
  const std::string year = std::to_string(proof->year);
  const std::string now =
      written(proof->venue) + std::string(entry.text(tag.joint)) + (tag.year.size() == 2 ? year.substr(2) : year);
  auto finding = report_(entry.place(),
                         shown_tag(entry) + " has been published: its address is one of " + proof->venue + " " + year,
                         entry.subject());
  finding.note(entry.at(entry.title_link->address), "this address");
  if (tag.together())
    finding.fix({.safety = Safety::unsafe,
                 .effect = Effect::field,
                 .title = "write " + now,
                 .edits = {{entry.at({tag.venue.begin, tag.year.end}), now}}});
}

void StalePreprint::end(const List& list) {
  std::unordered_set<const Entry*> told;
  for (const Paper& paper : list.copies->papers)
    for (const Entry* entry : paper)
      if (entry->preprint() && published_copy(*entry, paper) != nullptr) {
        copy(*entry, paper);
        told.insert(entry);
      }
  for (const NearPair& pair : list.copies->near) {
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
                                           .make = make<StalePreprint>};

}  // namespace paperlint
