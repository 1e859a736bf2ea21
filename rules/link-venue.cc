// link-venue: the address of a paper leads to the venue and year of its tag. See link-venue.md.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/rules.h"
#include "rules/venues/evidence.h"

namespace paperlint {
namespace {

constexpr std::string_view kFindingsWords[] = {"as-conference", "strict"};
constexpr Option kFindings{.name = "findings",
                           .value = "as-conference",
                           .help = "whether papers of Findings may bear the tag of their conference",
                           .words = kFindingsWords};
constexpr const Option* kOptions[] = {&kFindings};

class LinkVenue final : public Sink {
 public:
  explicit LinkVenue(const Context& context)
      : venues_(*context.facts.venues),
        report_(context.report),
        strict_(context.settings[kFindings] == "strict"),
        read_(venues_),
        writing_(venues_) {}

  void entry(const Entry& entry) override {
    const Tag* const said = entry.published();
    if (said == nullptr || said->preprint) return;
    const std::string_view text = entry.text(said->venue);
    const Named tag = read_(text);
    if (said == entry.venue) writing_.count(text, tag);
    if (auto evidence = denied_by_link(entry, tag, venues_, strict_)) denied_.push_back({&entry, std::move(*evidence)});
  }

  void end(const List&) override {
    for (const auto& [entry, evidence] : denied_) complain(*entry, evidence);
  }

 private:
  void complain(const Entry& entry, const Evidence& evidence);
  std::optional<Fix> fix(const Entry& entry, const Proof& proof);

  const Venues& venues_;
  Report& report_;
  const bool strict_;
  VenueReader read_;
  Writing writing_;
  std::vector<std::pair<const Entry*, Evidence>> denied_;
};

std::string shown(const Proof& proof) {
  const std::string venue = proof.findings   ? "Findings of " + proof.venue
                            : proof.workshop ? "a workshop of " + proof.venue
                                             : proof.venue;
  return venue + " " + std::to_string(proof.year);
}

/// Whether the tag is the entry's own; that of a heading speaks of other papers too.
bool bears(const Entry& entry) {
  return entry.venue != nullptr && entry.whole.contains(entry.venue->whole) && !entry.venue->year.empty();
}

/// Venue and year as the address has them, each only where it differs. No fix where the list has no word for the venue.
std::optional<Fix> LinkVenue::fix(const Entry& entry, const Proof& proof) {
  if (!bears(entry)) return std::nullopt;
  const Tag& tag = *entry.venue;
  const Venue* const proved = venues_.find(proof.venue);
  const Named named = read_(entry.text(tag.venue));
  const bool same = proved != nullptr && same_row(*named.venue, *proved) &&
                    (!strict_ || (named.part == Named::Part::findings) == proof.findings);
  const std::string venue = same ? std::string(entry.text(tag.venue)) : writing_.of(proof);
  const std::string digits = std::to_string(proof.year);
  const std::string year = tag.year.size() == 2 ? digits.substr(2) : digits;
  if (proof.workshop || venue.empty()) return std::nullopt;
  const std::string joint(entry.text(tag.joint));
  Fix fix{.safety = Safety::unsafe,
          .effect = Effect::field,
          .title = "write " + (tag.year.begin < tag.venue.begin ? year + joint + venue : venue + joint + year),
          .edits = {}};
  if (entry.text(tag.venue) != venue) fix.edits.push_back({entry.at(tag.venue), venue});
  if (entry.text(tag.year) != year) fix.edits.push_back({entry.at(tag.year), year});
  if (fix.edits.empty()) return std::nullopt;
  return fix;
}

void LinkVenue::complain(const Entry& entry, const Evidence& evidence) {
  const std::string tag(entry.text(entry.published()->whole));
  auto finding = report_(
      bears(entry) ? entry.at(entry.venue->whole) : entry.place(),
      (entry.venue == nullptr ? "a paper under '" + tag + "'" : tag) + " leads to a paper of " + shown(evidence.proof),
      entry.subject());
  finding.note(entry.at(evidence.link->address), "this address");
  if (auto mended = fix(entry, evidence.proof)) finding.fix(std::move(*mended));
}

}  // namespace

constinit const Rule rules::link_venue{.name = "link-venue",
                                       .summary = "no address leads to another venue or year than the tag says",
                                       .fix = Safety::unsafe,
                                       .options = kOptions,
                                       .make = make<LinkVenue>};

}  // namespace paperlint
