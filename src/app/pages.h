#pragma once

#include <cstddef>
#include <string_view>

namespace paperlint {

/// The page of one rule, as it stands in rules/<name>.md; made at build time, sorted by name.
struct RulePage {
  std::string_view name;
  std::string_view text;
};

extern const RulePage rule_pages[];
extern const std::size_t rule_page_count;

/// The text of a rule's page; empty where there is no such rule.
[[nodiscard]] std::string_view page_of(std::string_view rule);

}  // namespace paperlint
