// The labels of link buttons: which of them are slips of the pen.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace paperlint {

/// A label in any case: how often it is used, and how it is spelt.
struct ButtonLabel {
  std::uint32_t uses = 0;
  std::map<std::string_view, std::uint32_t> spellings;
  [[nodiscard]] std::string_view spelling() const;  // the most frequent one
};

class Labels {
 public:
  /// Counts one use; the text has to stay.
  void add(std::string_view label);
  /// To be called when all are counted.
  void settle();
  /// The frequent label from which one that is used at most twice departs by a letter; nullptr without one. Not for a
  /// plural, a word that buttons bear, nor for a venue, which is in capitals or has a year.
  [[nodiscard]] const ButtonLabel* meant(std::string_view label) const;

 private:
  using Named = std::pair<const std::string, ButtonLabel>;
  std::unordered_map<std::string, ButtonLabel> labels_;  // by their lower case
  std::vector<const Named*> frequent_;                   // most uses first
};

}  // namespace paperlint
