// Which titles share their rarer words: near titles do, so that only those need be compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// For each word, the titles that it brings together: those of which it is one of the rarest. Words are told apart by
/// 32 bits of hash; two that are taken for one bring together some titles more.
class RareWords {
 public:
  explicit RareWords(const std::vector<const Entry*>& entries);
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  /// Places in `entries`, in order; not more than kMost.
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t word) const {
    return std::span(titles_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
  }
  static constexpr std::size_t kMost = 40;  // words that more titles share tell nothing

 private:
  std::vector<std::uint32_t> titles_;  // those of one word after those of another
  std::vector<std::size_t> begins_;
};

}  // namespace paperlint
