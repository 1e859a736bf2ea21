// What tells that a keeper lists a paper twice on purpose.
#pragma once

#include <string>

#include "list/list.h"
#include "rules/venues/venues.h"

namespace paperlint {

/// The name that an entry gives its work before the title, normalised: `**CMT**: "Title"`; in a table the first cell of
/// words that stands before the title's. Empty without one.
[[nodiscard]] std::string name_before(const Entry& entry);

/// Whether what `entry` says before its title and below its own text, `other` says too.
[[nodiscard]] bool said_around(const Entry& entry, const Entry& other);

/// Whether two rows of a table tell of different things that one paper brought: two data sets, say.
[[nodiscard]] bool rows_of_different_things(const Entry& a, const Entry& b);

/// A conference and a journal version, or a workshop's: a list may keep both.
[[nodiscard]] bool two_venues(const Entry& a, const Entry& b, const Venues& venues);

/// Whether the List repeats papers below the labels of one heading as a habit: five times or more, and as often as one
/// of twenty of the papers below labels. There labels are topics, and a paper may have several.
[[nodiscard]] bool repeats_below_labels(const List& list);

}  // namespace paperlint
