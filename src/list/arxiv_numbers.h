// The numbers that arXiv gives its papers.
#pragma once

#include <string_view>

namespace paperlint {

/// Whether a text is such a number without version: `2301.08984`, from 0704 on, with four digits to 1412 and five
/// since.
[[nodiscard]] bool is_new_arxiv(std::string_view id);
/// Whether it is one without archive, as they were from 9107 to 0703: `9811006`.
[[nodiscard]] bool is_old_arxiv(std::string_view digits);
/// Drops the `v2` behind a number.
[[nodiscard]] std::string_view without_version(std::string_view id);

}  // namespace paperlint
