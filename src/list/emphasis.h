// Where `*` and `**` mark emphasis, and where they stand as they are written.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// A run of asterisks.
struct Stars {
  Span at;
  std::uint32_t left = 0;  // how many of them are shown as they are
  bool can_open = false, can_close = false;
  char before = ' ', after = ' ';  // what stands beside it: a space, `.` for any punctuation, else `a`
  std::uint32_t segment = 0;       // runs of one number can pair: the others stand in a link or a cell of their own
};

/// All runs of asterisks of a text, in order, paired as CommonMark does. `parts` are the text's wordless parts. Linear.
void pair_stars(const Text& text, std::span<const Span> parts, std::vector<Stars>& stars);

}  // namespace paperlint
