// Which entries of a List are one paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "list/list.h"
#include "list/mirrors.h"
#include "rules/venues/venues.h"

namespace paperlint {

/// Entries of one paper, in file order: they share an identifier and most of their title, or the title.
using Paper = std::vector<const Entry*>;

/// Two entries that are likely one paper: near titles, or titles that differ by a leading name.
struct NearPair {
  const Entry* first;
  const Entry* second;
  bool renamed;  // the titles differ by what stands before the colon
};

/// An identifier that several entries bear.
struct SharedIdentifier {
  std::string_view id;
  std::vector<const Entry*> entries;  // in file order
};

struct Copies {
  std::vector<Mirror> mirrors;  // files that hold the papers of others once more
  /// The files among which a paper stands once: all that are no mirrors, in the List's order, then each mirror alone.
  std::vector<std::vector<const Document*>> parts;
  std::vector<Paper> papers;             // those listed at least twice in one part
  std::vector<NearPair> near;            // of different papers, in one part
  std::vector<SharedIdentifier> shared;  // in one part; those of a part sorted
  /// What a file is of another; nullptr where it is no mirror.
  [[nodiscard]] const Mirror* mirror(const Document* document) const;
};

/// Sub-items are left out: they are their parent's other titles. Near-linear in the entries.
[[nodiscard]] Copies find_copies(const List& list);

/// Whether it bears the tag of a venue that publishes, or stands under the heading of one. What follows asks headings
/// too.
[[nodiscard]] bool published(const Entry& entry);
/// The year of that tag or heading; 0 without one.
[[nodiscard]] std::uint16_t published_year(const Entry& entry);
/// Whether its tag is that of a workshop, a poster or the like, where papers are shown before or after they are
/// published.
[[nodiscard]] bool at_workshop(const Entry& entry, const Venues& venues);
/// Whether the tags of both name one venue, under whatever names: `ATC` and `USENIX ATC`.
[[nodiscard]] bool same_venue(const Entry& a, const Entry& b, const Venues& venues);
/// Whether one publication may bear both tags: one venue, or `VLDB'24` and `PVLDB'23`.
[[nodiscard]] bool one_publication(const Entry& a, const Entry& b, const Venues& venues);
[[nodiscard]] bool share_identifier(const Entry& a, const Entry& b);
/// Whether an identifier is that of a preprint, which is kept by all that becomes of it, under other titles too.
[[nodiscard]] bool names_preprint(std::string_view id);
/// Whether they share an identifier of one publication.
[[nodiscard]] bool share_publication(const Entry& a, const Entry& b);
/// The first of a paper's entries, where `entry` ought to agree with it on venue and year, and does not; else nullptr.
[[nodiscard]] const Entry* contradicted(const Entry& entry, const Paper& paper, const Venues& venues);

/// What the venue tag says, without and with its brackets: `OSDI'25`, `[OSDI'25]`; empty without one.
[[nodiscard]] std::string tag_text(const Entry& entry);
[[nodiscard]] std::string shown_tag(const Entry& entry);

}  // namespace paperlint
