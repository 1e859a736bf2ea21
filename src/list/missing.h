// Headings that a table of contents lacks, and headings that it names.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "list/contents.h"

namespace paperlint {

/// The letters of a heading or of the text of a link, by which they are compared.
[[nodiscard]] std::string name_of(std::string_view text);
/// The same without a section number in front.
[[nodiscard]] std::string unnumbered_name_of(std::string_view text);

/// By section: whether any link above it leads to it, or a table of contents above it bears its name.
[[nodiscard]] std::vector<bool> listed_headings(const Document& document, const std::vector<Contents>& all,
                                                const Anchors& anchors);

/// The headings below a table of contents and inside its depth that are not listed, in order: nearly all headings
/// beside them are. Headings without anything below them are not missed, nor are news, citation and the like.
[[nodiscard]] std::vector<const Section*> missing_headings(const Document& document, const Contents& contents,
                                                           const std::vector<bool>& listed);

/// Whether a section stands below another one, or is it.
[[nodiscard]] bool is_below(const Section* section, const Section* top);

}  // namespace paperlint
