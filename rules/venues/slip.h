// Names that are slips of the pen for others.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace paperlint {

/// Whether `written` is `meant` with two inner neighbours swapped, one letter lost or doubled, or `l` for `I`; letter
/// case apart. Other edits make other venues: AMAI is not AAAI.
[[nodiscard]] bool is_slip(std::string_view written, std::string_view meant);

/// The names that a slip may mean. Looks up in the time that the name's own length takes, however many there are.
class Slips {
 public:
  /// The text has to outlive this.
  void add(std::string_view meant);
  /// The one name of which `written` is a slip; empty where there is none, or more than one.
  [[nodiscard]] std::string_view of(std::string_view written) const;

 private:
  std::unordered_multimap<std::string, std::string_view> near_;  // by a name, and by it without each of its letters
};

}  // namespace paperlint
