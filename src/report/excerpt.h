// The line that a finding speaks of, with a caret under the place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/words.h"
#include "text/source.h"

namespace paperlint {

/// How a report looks: colours and the columns there are.
struct Look {
  Paint paint;
  int width;
};

/// How far from a place a line is looked at, in bytes: no line is too long to be shown in no time.
constexpr std::uint32_t kReach = 2000;
/// `offset` moved by at most three bytes to where a character begins.
[[nodiscard]] std::uint32_t character_begin(const Source&, std::uint32_t offset);

/// Columns of the line numbers of one file.
[[nodiscard]] int number_width(const Source&);
/// `   96 |`: a line number (none for 0) and the sign after it.
[[nodiscard]] std::string gutter(int number_width, std::uint32_t line, char sign);

/// Appends the line that `place` begins on and a line of carets below it.
void append_excerpt(std::string& out, Place place, Ink ink, const Look& look);

}  // namespace paperlint
