// Headings: their numbers, and which of them hold no papers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// The number at the begin of a heading's text and where its title begins: `2.10 Title`, `11. Title`,
/// `2.12-Title`. Years, letters and Roman numerals are no numbers; nor is `3D`.
struct NumberedTitle {
  std::optional<Number> number;
  std::uint32_t title_begin = 0;
};
[[nodiscard]] NumberedTitle read_number(std::string_view text, std::uint32_t offset);

/// Whether a heading announces no papers: news, contents, citation, contributing and the like, in
/// English and Chinese, and what `more` names (any case).
[[nodiscard]] bool holds_no_papers(std::string_view rendered, const std::vector<std::string>& more);

/// Whether a heading is that of the contents. What stands on its own lines is no list; headings that an author put
/// below it by their level are sections all the same.
[[nodiscard]] bool heads_contents(std::string_view rendered);

/// Venue and year where a heading names nothing else: `ICLR 2024`, `[MLSys 2025](url)`, `CVPR-2023-Papers`.
[[nodiscard]] std::optional<Tag> heading_venue(const Source& source, Span title);

/// What a heading or label says of venue or year alone: `2024`, `arXiv papers`, `ICCV`.
[[nodiscard]] Loose heading_loose(const Source& source, Span title);

/// Whether a heading announces software, talks, books and the like, among which papers may stand.
[[nodiscard]] bool holds_resources(std::string_view rendered);

/// "2.10"
[[nodiscard]] std::string to_string(const std::vector<std::uint32_t>& parts);
[[nodiscard]] std::string to_string(const Number& number);

/// What a link to a section calls it: its heading as written where that can stand in a link's text, else as it is
/// shown.
[[nodiscard]] std::string link_text(const Section& section);

}  // namespace paperlint
