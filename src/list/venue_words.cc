// Which words can be the name of a venue.
#include <algorithm>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/grammar.h"
#include "rules/venues/venues.h"

namespace paperlint {
namespace {

/// Words that begin a venue without being acronyms.
constexpr std::string_view kNames[] = {
    "advances", "annual",         "arxiv",        "asplos",   "bioinformatics", "biorxiv",  "cell",    "chemrxiv",
    "computer", "conext",         "conference",   "cvprw",    "eurosys",        "findings", "infocom", "interspeech",
    "journal",  "medrxiv",        "middleware",   "mlsys",    "mobicom",        "mobisys",  "nature",  "neural",
    "neurips",  "neurocomputing", "openreview",   "preprint", "proceedings",    "science",  "sigcomm", "sigmod",
    "socc",     "techrxiv",       "transactions", "workshop"};

}  // namespace

bool may_be_venue(std::string_view venue) {
  venue = trim(venue);
  if (venue.size() < 2 || venue.size() > 70) return false;
  const std::string first = in_lower_case(venue.substr(0, venue.find_first_of(" .,-")));
  if (month_of(first) != 0 && first.size() <= 9 && venue.find(' ') == std::string_view::npos) return false;
  if (std::find(std::begin(kNames), std::end(kNames), first) != std::end(kNames)) return true;
  std::size_t words = 0, small = 0;
  bool acronym = false;
  for (std::size_t at = 0; at < venue.size();) {
    const std::size_t end = std::min(venue.find_first_of(" \t\n", at), venue.size());
    const std::string_view word = venue.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
    if (capitals >= 2) acronym = true;
    if (capitals == 0 && is_letter(word.front())) ++small;
  }
  if (!acronym || venue.find("et al") != std::string_view::npos || venue.find("ranked") != std::string_view::npos)
    return false;
  const std::string_view opening = venue.substr(0, venue.find(' '));
  if (words > 1 && std::all_of(opening.begin(), opening.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;  // `and AIME`, `submitted to NREE`
  return words <= 8 && small <= 3 && small * 2 <= words + 1;
}

bool names_venue(std::string_view text) {
  if (text.size() < 3 || !(is_upper(text.front()) || starts_with(text, "arxiv") || starts_with(text, "bio")))
    return false;
  const Named named = Venues::known().read(text);
  if (named.venue == nullptr || named.part == Named::Part::workshop) return false;
  switch (named.venue->kind) {
    case VenueKind::several:
    case VenueKind::other:
      return false;
    case VenueKind::journal:
    case VenueKind::preprint:
    case VenueKind::proceedings:
      return true;
    default:  // rare ones share their letters with the names of systems
      return named.is_own && !named.venue->years.empty();
  }
}

}  // namespace paperlint
