// What an entry says of its preprint, to be held against the preprint's identifier.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "list/identifier.h"
#include "list/list.h"

namespace paperlint {

/// When an entry says that its preprint was posted: a year, perhaps with a month. `at` is where it says so.
struct PostingClaim {
  Date date;
  Span at;
  Span year;  // the digits of the year
};
/// Nothing where the entry does not say so; a venue that publishes says when it was published, not posted.
[[nodiscard]] std::optional<PostingClaim> posting_claim(const Entry& entry);

/// The month that the arXiv identifiers among these tell; nothing where there are none, or some of different years.
struct Announcement {
  Month month;
  std::string_view identifier;
};
[[nodiscard]] std::optional<Announcement> announcement(std::span<const std::string_view> identifiers);

/// The year in which an entry was posted, by its own words or its identifier; 0 for unknown.
[[nodiscard]] std::uint16_t posting_year(const Entry& entry);

/// Whether an identifier denies the date: a year alone by any other year, a month by more than one month. arXiv counts
/// by announcement: what was submitted on the last days of December bears a number of January.
[[nodiscard]] bool denies(Date announced, Date claimed);
/// Whether the identifier of an entry denies what it claims, so that nobody knows its year; nothing where one of them
/// is missing.
[[nodiscard]] std::optional<bool> date_denied(const Entry& entry);

/// Whether an identifier denies the posting date that stands beside a title; nothing where one of them is missing, or
/// where it tells the day: that is arXiv's own, which may have kept a paper waiting for its number.
[[nodiscard]] std::optional<bool> posting_denied(const Entry& entry);
/// Whether nothing but a mistake explains it. A date some months after the identifier's may be that of a later version;
/// one before it, where a paper was published, that of another server.
[[nodiscard]] bool posting_surely_denied(const Entry& entry);

}  // namespace paperlint
