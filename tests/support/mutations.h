// Texts that nobody wrote: real ones with small faults, and Markdown at random. The same seed gives the same text on
// any system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperlint {

/// Random numbers: splitmix64, by Sebastiano Vigna.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// From 0 to `below` - 1; `below` is not 0.
  [[nodiscard]] std::size_t operator()(std::size_t below) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((value ^ (value >> 31U)) % below);
  }

 private:
  std::uint64_t state_;
};

/// The text with one to four faults of the kind that people and programs make: lines lost, doubled, moved, joined, cut
/// or indented, brackets and marks lost or put in.
[[nodiscard]] std::string mutated(std::string_view text, Dice&);

/// Some sections with papers in items, tables and paragraphs, in all spellings, and other Markdown between and within
/// them.
[[nodiscard]] std::string random_list(Dice&);

}  // namespace paperlint
