// Which papers are surveys, by their own words.
#pragma once

#include <string_view>

#include "list/list.h"

namespace paperlint {

/// Whether a title says that it is a survey or a review of literature: the noun heads the title, or the part behind a
/// colon or a dash ("A Comprehensive Survey of Caches", "Caches: Survey"). A word that happens to stand there does not
/// count ("Review and Outlook", "Survey and Roofline Model Insights", "A Survey Propagation Algorithm", "Automating
/// Literature Review", "A Survey of Developers").
[[nodiscard]] bool says_survey(std::string_view title);

/// Whether a section, or one above it, is one of surveys.
[[nodiscard]] bool of_surveys(const Section* section);

}  // namespace paperlint
