#include "rules/venues/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "list/link_text.h"

namespace paperlint {
namespace {

bool names_paper(const Entry& entry, const Link& link) {
  return &link == entry.title_link() || paper_link_text(entry.text(link.text));
}

/// Whether the tag may stand where the proof leads. A volume of a journal may come out before or after its year.
bool agrees(const Named& tag, std::uint16_t year, const Proof& proof, const Venues& venues) {
  const Venue* const proved = venues.find(proof.venue);
  if (proved == nullptr) return true;
  const int apart = std::abs(year - proof.year);
  const bool journal = proved->kind == VenueKind::journal || proved->kind == VenueKind::proceedings;
  if (same_row(*tag.venue, *proved)) return apart == 0 || (apart == 1 && journal);
  return apart <= 1 && equivalent(*tag.venue, *proved, std::max(year, proof.year));
}

/// A journal version and a conference version of one paper are two publications, and a list may name the one and lead
/// to the other.
bool comparable(const Named& tag, const Proof& proof, const Venues& venues) {
  const Venue* const proved = venues.find(proof.venue);
  const auto journal = [](const Venue& venue) { return venue.kind == VenueKind::journal; };
  return proved != nullptr && journal(*tag.venue) == journal(*proved);
}

/// A short name in another letter case may be a word: `Log 2020`, `Fast 2019`.
bool is_meant(const Named& tag) { return tag.venue != nullptr && (tag.is_own || tag.text.size() > 4); }

/// A list may name what is announced: the next edition that is known, or else that of next year. Without an apostrophe,
/// two digits may be a volume (`FLAIRS-33`), and four after a name that nobody knows a number (`RFC 2046`).
bool is_ahead(const Piece& piece, const Tag& tag, const Named& named, const Date& today) {
  if (today.year == 0 || tag.year_value <= today.year + 1) return false;
  if (named.venue != nullptr && tag.year_value <= named.venue->next) return false;
  const bool quoted = piece.text(tag.joint).find_first_of("'`\xe2\xc2\xca") != std::string_view::npos;
  return quoted || (tag.year.size() == 4 && (named.venue != nullptr || tag.preprint));
}

}  // namespace

std::optional<Evidence> published_by_link(const Entry& entry) {
  for (const Link& link : entry.links)
    if (names_paper(entry, link))
      if (auto proof = published_at(entry.text(link.address))) return Evidence{&link, std::move(*proof)};
  return std::nullopt;
}

std::optional<Evidence> denied_by_link(const Entry& entry, const Named& tag, const Venues& venues, bool strict) {
  const bool publishes = tag.venue != nullptr && tag.venue->kind != VenueKind::preprint &&
                         tag.venue->kind != VenueKind::workshop && tag.venue->kind != VenueKind::other;
  if (!publishes || tag.part == Named::Part::workshop || tag.part == Named::Part::other) return std::nullopt;
  std::optional<Evidence> first;
  for (const Link& link : entry.links) {
    if (!names_paper(entry, link)) continue;
    auto proof = published_at(entry.text(link.address));
    if (!proof) continue;
    const bool findings = tag.part == Named::Part::findings;
    if (agrees(tag, entry.published()->year_value, *proof, venues) && !(strict && findings != proof->findings))
      return std::nullopt;
    if (!first && comparable(tag, *proof, venues)) first = Evidence{&link, std::move(*proof)};
  }
  return first;
}

YearFault year_fault(const Piece& piece, const Tag& tag, const Named& named, const Date& today) {
  if (is_ahead(piece, tag, named, today)) return YearFault::ahead;
  return is_meant(named) && !held(*named.venue, tag.year_value) ? YearFault::not_held : YearFault::none;
}

void Writing::count(std::string_view text, const Named& named) {
  if (named.venue == nullptr || !named.is_own) return;
  ++names_[named.venue].try_emplace(text, Name{named.part, named.until, 0}).first->second.count;
}

std::string Writing::of(const Proof& proof) const {
  const auto [at, fresh] = told_.try_emplace({proof.venue, proof.year, proof.findings});
  if (fresh) at->second = ask(proof);
  return at->second;
}

std::string Writing::ask(const Proof& proof) const {
  const Venue* const venue = venues_.find(proof.venue);
  const auto part = proof.findings ? Named::Part::findings : Named::Part::main;
  std::string best = proof.findings ? "" : proof.venue;
  if (venue == nullptr) return best;
  unsigned most = 0;
  for (const auto& [row, names] : names_) {
    const bool carried = venue->kind == VenueKind::proceedings && equivalent(*row, *venue, proof.year);
    if (!same_row(*row, *venue) && !carried) continue;
    for (const auto& [text, name] : names) {
      if (name.part != part || name.count <= most || (name.until != 0 && name.until < proof.year)) continue;
      most = name.count;
      best = text;
    }
  }
  return best;
}

}  // namespace paperlint
