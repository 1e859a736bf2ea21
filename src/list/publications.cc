// Where and when papers were published, compared: what copies.h promises of two entries.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "list/addresses.h"
#include "list/copies.h"
#include "rules/venues/slip.h"
#include "text/markup.h"

namespace paperlint {
namespace {

Named named(const Entry& entry, const Venues& venues) { return venues.read(entry.text(entry.published()->venue)); }

/// `CVPRW`, `NeurIPSW`.
bool names_workshop(std::string_view venue) {
  return venue.size() >= 5 && venue.back() == 'W' &&
         std::all_of(venue.end() - 5, venue.end(), [](char c) { return markup::is_letter(c); });
}

/// `ICML 2023 Workshop ES-FoMo`, of which the tag is but the beginning.
bool workshop_follows(const Entry& entry) {
  if (entry.venue == nullptr) return false;  // a heading is read whole
  const std::uint32_t begin = std::min(entry.venue->whole.end, entry.body.end);
  const std::string after = in_lower_case(entry.text(Span{begin, std::min(begin + 12, entry.body.end)}));
  return std::string_view(after).substr(std::min(after.find_first_not_of(" *_`"), after.size())).rfind("workshop", 0) ==
         0;
}

bool at_workshop(const Entry& entry, const Named& name) {
  static constexpr std::string_view kWords[] = {"@",    "workshop", " ws",       "poster",   "tutorial",
                                                "demo", "abstract", "companion", "doctoral", "work in progress"};
  const Tag& tag_of = *entry.published();
  const std::string tag = in_lower_case(entry.text(tag_of.inside));
  return name.part == Named::Part::workshop || names_workshop(entry.text(tag_of.venue)) || workshop_follows(entry) ||
         std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return tag.find(word) != std::string::npos; });
}

/// Workshops are known by all that their tags say, others by their venue, were it misspelt.
bool same_venue(const Entry& a, const Named& x, const Entry& b, const Named& y) {
  const bool workshops = x.part == Named::Part::workshop || y.part == Named::Part::workshop;
  const auto meant = [](const Named& name) { return name.venue != nullptr ? name.venue : misspelt(name.text); };
  const Venue *const one = meant(x), *const other = meant(y);
  if (one != nullptr && other != nullptr && !workshops) return same_row(*one, *other);
  if (one == nullptr && other != nullptr && is_slip(x.text, y.text)) return true;
  if (other == nullptr && one != nullptr && is_slip(y.text, x.text)) return true;
  const auto key = [](const Entry& entry) {
    const std::string_view venue = entry.text(entry.published()->venue);
    return venue_key(venue.substr(0, venue.find('(', 1)));  // `CVPR (DVD)`
  };
  return key(a) == key(b);
}

/// Whether both are known, and one paper may bear both names, in years that are one apart at most.
bool equivalent(const Entry& a, const Named& x, const Entry& b, const Named& y) {
  return x.venue != nullptr && y.venue != nullptr && std::abs(published_year(a) - published_year(b)) <= 1 &&
         equivalent(*x.venue, *y.venue, std::max(published_year(a), published_year(b)));
}

/// The workshop's, the conference's and the journal's version of a paper are publications of their own, and each may be
/// meant.
bool two_kinds(const Named& x, const Named& y) {
  const auto kind = [](const Named& name) {
    if (name.venue == nullptr || name.venue->kind == VenueKind::proceedings) return VenueKind::conference;
    return name.venue->kind == VenueKind::several ? VenueKind::journal : name.venue->kind;
  };
  return kind(x) != kind(y);
}

/// Whether two entries ought to agree: one venue; or one identifier, of which neither is a workshop's.
bool comparable(const Entry& a, const Entry& b, const Venues& venues) {
  if (a.published() == nullptr || b.published() == nullptr || a.preprint() != b.preprint()) return false;
  const Named x = named(a, venues), y = named(b, venues);
  if (same_venue(a, x, b, y)) return true;
  // Two names of which one is in no table may be those of one venue: `IEEE LCOMM`, `IEEE COMML`.
  const bool known = x.venue != nullptr && y.venue != nullptr;
  return !a.preprint() && share_publication(a, b) && (known || published_year(a) != published_year(b)) &&
         !at_workshop(a, x) && !at_workshop(b, y) && !two_kinds(x, y) && !equivalent(a, x, b, y);
}

}  // namespace

bool published(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag != nullptr && !tag->preprint;
}

std::uint16_t published_year(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::uint16_t{0} : tag->year_value;
}

bool at_workshop(const Entry& entry, const Venues& venues) { return at_workshop(entry, named(entry, venues)); }

bool same_venue(const Entry& a, const Entry& b, const Venues& venues) {
  return same_venue(a, named(a, venues), b, named(b, venues));
}

bool one_publication(const Entry& a, const Entry& b, const Venues& venues) {
  const Named x = named(a, venues), y = named(b, venues);
  return same_venue(a, x, b, y) || equivalent(a, x, b, y);
}

bool share_identifier(const Entry& a, const Entry& b) {
  return std::any_of(a.ids.begin(), a.ids.end(),
                     [&](std::string_view id) { return std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end(); });
}

bool names_preprint(std::string_view id) {
  constexpr std::string_view kServers[] = {
      "arxiv:", "openreview:", "eprint:", "doi:10.1101/"};  // the last is bioRxiv's
  return std::any_of(std::begin(kServers), std::end(kServers), [&](std::string_view s) { return id.starts_with(s); });
}

bool share_publication(const Entry& a, const Entry& b) {
  return std::any_of(a.ids.begin(), a.ids.end(), [&](std::string_view id) {
    return !names_preprint(id) && std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end();
  });
}

const Entry* contradicted(const Entry& entry, const Paper& paper, const Venues& venues) {
  const auto ought = [&](const Entry* other) { return comparable(*other, entry, venues); };
  const auto other = std::find_if(paper.begin(), paper.end(), ought);
  const bool differs =
      other != paper.end() && (published_year(**other) != published_year(entry) || !same_venue(**other, entry, venues));
  return differs ? *other : nullptr;
}

std::string tag_text(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::string() : std::string(entry.text(tag->inside));
}

std::string shown_tag(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::string() : std::string(entry.text(tag->whole));
}

}  // namespace paperlint
