// The numbers of a file's headings: where they break, and what they should be.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// The parts of a number: 2.10 is 2 and 10.
using Parts = std::vector<std::uint32_t>;

/// What the numbers of one heading level do.
struct NumberedLevel {
  std::uint32_t numbers = 0, right = 0, dots = 0, repeats = 0;
  /// Four of five are right; or three of four, where the other one stands twice: a chapter came between three.
  [[nodiscard]] bool counts() const {
    return numbers >= 3 && (right * 5 >= numbers * 4 || (numbers == 4 && right == 3 && repeats == 1));
  }
  /// The dot after the number: 1 wanted, 0 unwanted, -1 undecided.
  [[nodiscard]] int dot() const {
    if (numbers < 5 || !counts()) return -1;
    return dots * 5 >= numbers * 4 ? 1 : dots * 5 <= numbers ? 0 : -1;
  }
};

/// Judges a level of headings where at least three are numbered and four of five count up by one.
class Numbers {
 public:
  explicit Numbers(const Document& document);
  /// The number that should stand here, as `renumbered` has it; empty where what stands is right, or is wrong only
  /// because the number before or above is.
  [[nodiscard]] Parts expected(const Section& section) const;
  /// Headings that bear the next number in a way that is none (`1,3 Title`), or on another level; they are counted.
  [[nodiscard]] const std::vector<const Section*>& hidden() const { return hidden_; }
  [[nodiscard]] const Section* before(const Section& section) const { return before_[section.index]; }
  [[nodiscard]] const NumberedLevel& level(const Section& section) const {
    return levels_[static_cast<std::size_t>(section.level)];
  }
  /// All headings numbered anew, in order; empty where a heading has no number.
  [[nodiscard]] const std::vector<Parts>& renumbered() const { return now_; }

  /// Whether the number has another depth than those of its level: then the heading is on the wrong
  /// level, and its number tells nothing about the others.
  [[nodiscard]] bool odd(const Section& section) const {
    return section.number && section.number->parts.size() != depths_[static_cast<std::size_t>(section.level)];
  }

 private:
  void find_hidden(const Section& section);
  void renumber();
  [[nodiscard]] std::uint32_t step(const Section& section) const { return 1 + steps_[section.index]; }
  [[nodiscard]] bool may_begin(const Section& section) const;
  [[nodiscard]] bool goes_on(const Section& section) const;
  [[nodiscard]] bool lacks_parent(const Section& section) const;
  void find_depths();

  const Document& document_;
  std::array<std::size_t, 7> depths_{};  // how many parts most numbers of a level have
  std::array<NumberedLevel, 7> levels_{};
  std::vector<const Section*> before_;    // the numbered heading before, under the same parent
  std::vector<const Section*> previous_;  // the same, whatever its parent
  std::vector<const Section*> hidden_;
  std::vector<std::uint32_t> steps_;   // how many hidden headings stand right before
  std::vector<std::uint32_t> places_;  // among the numbered headings of one parent, from 1
  std::vector<Parts> now_;
};

}  // namespace paperlint
