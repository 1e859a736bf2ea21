// Headings and labels that name years.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "list/list.h"

namespace paperlint {

/// The years that a heading speaks of, the last one included.
struct Years {
  std::uint16_t first = 0, last = 9999;
  [[nodiscard]] bool holds(std::uint16_t year) const { return first <= year && year <= last; }
  bool operator==(const Years&) const = default;
};

/// What a heading's text says where it names years and nothing else: `2024`, `Year 2024`, `~2019`, `Before 2024`,
/// `2020-2021`, `2024 and before`. Nothing for `ICML 2024` and `2024.05`.
[[nodiscard]] std::optional<Years> read_years(std::string_view text);

/// The label or heading whose years count for what stands below.
struct YearHeading {
  Years years;
  const Section* section = nullptr;
  const Label* label = nullptr;  // where it is one, in that section
};

/// The nearest one around the entries of a section and label; nothing where none names years.
[[nodiscard]] std::optional<YearHeading> year_heading(const Section* section, const Label* label);

}  // namespace paperlint
