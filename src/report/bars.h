// Rows of a label, a number, a share and a bar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/excerpt.h"

namespace paperlint {

struct BarRow {
  std::string label;  // of a file; made fit for a terminal here
  std::uint32_t count = 0;
};

struct BarStyle {
  std::uint32_t whole = 0;  // what a full bar stands for
  bool shares = false;      // with per cents of `whole`
  int indent = 2;
};

/// `96 %`; a share that is not all of it is never 100.
[[nodiscard]] std::string percent(std::uint32_t part, std::uint32_t whole);

/// Appends the rows, each at most as wide as the look.
void append_bars(std::string& out, const std::vector<BarRow>& rows, const BarStyle& style, const Look& look);

}  // namespace paperlint
