// What stands before the tag of an entry in a list whose entries begin with their tags.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// `x ` of `x [OSDI'24] [Title](u)`.
struct Stray : Piece {
  Span before;  // up to the tag
  Span tag;
  std::string words;         // without the blanks behind them
  bool punctuation = false;  // nothing else: dropping it says the same
};

class Strays {
 public:
  void hear(const Entry& entry);
  /// Hears of an item that is no entry, for want of its tag.
  void hear(const Text& text);
  /// Those of a list of which nearly all entries begin with a tag. The same words before several tags are a mark.
  [[nodiscard]] std::vector<Stray> all() const;

 private:
  std::vector<Stray> heard_;
  std::map<std::string, std::size_t> words_;  // how often
  std::size_t entries_ = 0, tagged_ = 0;
};

}  // namespace paperlint
