// The small forms within entries that formats name: numbers, months, marks that look alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "list/format.h"

namespace paperlint {

/// The month that a word names, `Jun`, `Jun.` or `June`; 0 for none.
[[nodiscard]] std::uint8_t month_named(std::string_view word);
/// Whether digits, as many as the placeholder has, can be a year, a month or a day.
[[nodiscard]] bool number_fits(const FormatStep& step, std::string_view digits);
/// A year of four digits in two, one of two in four; "" where it is none.
[[nodiscard]] std::string other_year(std::string_view digits);
/// Bytes of the look-alike of an ASCII mark that begins at `at`: of an apostrophe, a quotation mark, a hyphen; else 0.
[[nodiscard]] std::size_t alike(std::string_view text, std::size_t at, char mark);
/// Bytes of a mark or blank that lists have been seen to write between venue and year; else 0.
[[nodiscard]] std::uint32_t joint_size(std::string_view text, std::size_t at);

}  // namespace paperlint
