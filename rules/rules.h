// Every rule, in the order of the README and of `paperlint rules`. A new rule adds its name twice.
#pragma once

#include "lint/rule.h"

namespace paperlint::rules {

extern const Rule venue_tag, year_order, section_number, survey_prefix, also_in, stale_preprint, copies_differ,
    duplicate_paper, anchor, toc, item_number, table_shape, unused_suppression;

inline constexpr const Rule* all[] = {&venue_tag,      &year_order,    &section_number,    &survey_prefix, &also_in,
                                      &stale_preprint, &copies_differ, &duplicate_paper,   &anchor,        &toc,
                                      &item_number,    &table_shape,   &unused_suppression};

/// The rule of that name, or nullptr.
[[nodiscard]] const Rule* find(std::string_view name);
/// The name nearest to a misspelt one, or "" where none is near.
[[nodiscard]] std::string_view nearest(std::string_view name);

}  // namespace paperlint::rules
