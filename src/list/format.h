// How entries look, where the config says it: `- [{venue}'{yy}] [{title}]({url})`, compiled to a small reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// What a format names in braces.
enum class Placeholder : std::uint8_t {
  title,
  url,
  venue,
  yy,
  yyyy,
  mm,
  month,
  dd,
  authors,
  name,
  survey,
  links,
  text
};
[[nodiscard]] std::string_view name(Placeholder);

/// One thing that has to stand next.
struct FormatStep {
  enum class Kind : std::uint8_t {
    byte,         // this very byte
    bar,          // `|` between cells, with any blanks around it
    line_end,     // a line break, with any blanks around it
    placeholder,  //
    fork,         // an optional part: what it holds, else what stands at `past`
    end,
  };
  Kind kind = Kind::end;
  char byte = 0;
  Placeholder placeholder = Placeholder::text;
  bool posted = false;      // a year that belongs to a month: when a paper was posted, not where it was published
  std::uint16_t at = 0;     // where it stands in the format
  std::uint16_t past = 0;   // of a fork; of a byte between venue and year: the step of the year; else 0
  std::uint16_t place = 0;  // number among the steps that are met on more than one way
  [[nodiscard]] bool is(Placeholder which) const { return kind == Kind::placeholder && placeholder == which; }
  /// Whether it takes any text, so that what follows says where it ends.
  [[nodiscard]] bool is_free() const;
  [[nodiscard]] bool is_digits() const;
  [[nodiscard]] bool is_year() const { return is(Placeholder::yy) || is(Placeholder::yyyy); }
};

/// One shape of entries.
struct Format {
  std::string text;  // as the config has it
  Carrier carrier = Carrier::paragraph;
  char marker = 0;         // of an item: `-`, `*`, `+`; `.` or `)` behind a number
  std::uint8_t level = 0;  // of a heading
  bool lines = false;      // says where the lines break
  std::vector<FormatStep> steps;
  std::uint16_t places = 0;
};

/// What is wrong with a format, at a byte of it.
struct FormatProblem {
  std::size_t at = 0;
  std::string text;
};

/// A format, or all that is wrong with it.
struct FormatResult {
  Format format;
  std::vector<FormatProblem> problems;
};
[[nodiscard]] FormatResult compile_format(std::string_view text);

/// All formats of a config: an entry fits the first that it fits.
struct Formats {
  static constexpr std::size_t kMost = 20;
  std::vector<Format> all;
  /// Whether any speaks of blocks of this kind; entries in other blocks are nobody's concern.
  [[nodiscard]] bool hold(Carrier carrier) const;
};

/// Whether an entry should fit a format, and fits none.
[[nodiscard]] bool departs(const Entry& entry);

}  // namespace paperlint
