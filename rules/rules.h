// Every rule, in the order of the README and of `paperlint rules`. A new rule adds its name twice.
#pragma once

#include "lint/rule.h"

namespace paperlint::rules {

extern const Rule venue_tag, venue_name, venue_year, missing_year, year_order, year_heading, section_number, toc,
    anchor, survey_prefix, also_in, stale_preprint, copies_differ, duplicate_paper, shared_link, link_venue, arxiv_date,
    link_form, empty_link, link_text, link_style, entry_form, list_marker, item_number, table_shape, button_form,
    line_break, stale_note, title_text, title_case, spacing, unused_suppression;

inline constexpr const Rule* all[] = {
    &venue_tag,   &venue_name,  &venue_year,    &missing_year,      &year_order,     &year_heading,  &section_number,
    &toc,         &anchor,      &survey_prefix, &also_in,           &stale_preprint, &copies_differ, &duplicate_paper,
    &shared_link, &link_venue,  &arxiv_date,    &link_form,         &empty_link,     &link_text,     &link_style,
    &entry_form,  &list_marker, &item_number,   &table_shape,       &button_form,    &line_break,    &stale_note,
    &title_text,  &title_case,  &spacing,       &unused_suppression};

/// The rule of that name, or nullptr.
[[nodiscard]] const Rule* find(std::string_view name);
/// The name nearest to a misspelt one, or "" where none is near.
[[nodiscard]] std::string_view nearest(std::string_view name);

}  // namespace paperlint::rules
