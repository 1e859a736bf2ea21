#include "list/claims.h"

#include <cstdlib>
#include <string>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/copies.h"

namespace paperlint {
namespace {

/// Servers other than arXiv: their dates are not those of an arXiv identifier.
bool of_other_server(std::string_view venue) {
  if (venue.size() == 5 && starts_with(venue, "arxiv")) return false;  // as most are
  const std::string name = in_lower_case(venue);
  for (const std::string_view server : {"biorxiv", "medrxiv", "techrxiv", "ssrn", "eprint"})
    if (name.find(server) != std::string::npos) return true;
  return false;
}

}  // namespace

std::optional<PostingClaim> posting_claim(const Entry& entry) {
  if (!entry.preprint() || of_other_server(entry.text(entry.venue->venue))) return std::nullopt;
  const Tag& tag = *entry.venue;
  return PostingClaim{{tag.year_value, 0, 0}, tag.whole.contains(tag.year) ? tag.whole : tag.year, tag.year};
}

std::optional<Announcement> announcement(std::span<const std::string_view> identifiers) {
  std::optional<Announcement> found;
  for (const std::string_view id : identifiers) {
    const std::optional<Month> month = announced(id);
    if (!month) continue;
    if (found && found->month.year != month->year) return std::nullopt;
    if (!found) found = Announcement{*month, id};
  }
  return found;
}

std::uint16_t posting_year(const Entry& entry) { return entry.posted ? entry.posted->date.year : entry.announced.year; }

bool denies(Date announced, Date claimed) {
  const int years = announced.year - claimed.year;
  if (claimed.month == 0) return years != 0 && !(years == 1 && announced.month == 1);
  return std::abs(years * 12 + announced.month - claimed.month) > 1;
}

std::optional<bool> date_denied(const Entry& entry) {
  if (entry.announced.year == 0) return std::nullopt;
  const std::optional<PostingClaim> claim = posting_claim(entry);
  return claim ? std::optional(denies(entry.announced, claim->date)) : std::nullopt;
}

std::optional<bool> posting_denied(const Entry& entry) {
  if (!entry.posted || entry.parent != nullptr || entry.posted->date.day != 0) return std::nullopt;
  return entry.announced.year == 0 ? std::nullopt : std::optional(denies(entry.announced, entry.posted->date));
}

bool posting_surely_denied(const Entry& entry) {
  if (!posting_denied(entry).value_or(false)) return false;
  const Date truth = entry.announced;
  const Date& date = entry.posted->date;
  if (date.month == 0) return truth.year > date.year && !published(entry);
  const int later = (truth.year - date.year) * 12 + truth.month - date.month;
  return std::abs(later) >= 12 || (later > 0 && !published(entry));
}

}  // namespace paperlint
