// What is said of an entry that fits no format.
#pragma once

#include <string>
#include <vector>

#include "list/format_match.h"

namespace paperlint {

/// One departure from the nearest format.
struct Departure {
  Span at;  // what to point at: never empty, a whole tag where it lies in one
  std::string message;
  std::vector<const FormatSlip*> slips;  // what mends it, in order; none where more than one reading is possible
  std::string with;                      // what then stands for all that changes
};

/// Finds the departures of entries from the formats of their file.
class Departures {
 public:
  /// Those of an entry that `departs`, by its own text: all slips where it fits but for a few, else the one place at
  /// which it leaves the format that it follows furthest. Good until the next call.
  [[nodiscard]] const std::vector<Departure>& of(const Text& text);

 private:
  void slips(const Text& text, const Format& format);
  void place(const Text& text);
  void marker(const Text& text);

  FormatMatcher matcher_;
  Fit fit_;
  std::vector<Departure> found_;
};

}  // namespace paperlint
