// Counts, plurals and colours for the reports that people read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/diagnostic.h"

namespace paperlint {

/// `1,777`
[[nodiscard]] std::string grouped(std::uint64_t number);
/// `1 paper`, `1,777 papers`: the plural takes an s.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);

/// How many findings there are of each severity.
struct Tally {
  std::uint32_t errors = 0, warnings = 0, notes = 0;
  void add(Severity);
  [[nodiscard]] std::uint32_t total() const { return errors + warnings + notes; }
};
/// `3 errors, 9 warnings and 1 note`; "nothing" where there are none.
[[nodiscard]] std::string in_words(const Tally&);
/// What is told of a file without findings, but for so many that are known.
[[nodiscard]] std::string nothing_to_say(std::uint32_t known);

enum class Ink : std::uint8_t { plain, bold, faint, error, warning, note, removed, added, cut_out, put_in };
[[nodiscard]] Ink ink_of(Severity);

/// Colours text by ANSI escapes, or leaves it as it is.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool on_;
};

}  // namespace paperlint
