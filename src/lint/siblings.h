// The items or rows among which entries move, the blank lines between them, and the numbers that they bear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// An item of a list, or a row of a table; a paper or not.
struct Sibling {
  Span whole;                            // its lines
  Span number;                           // the digits that go with its place; empty where there are none
  std::uint32_t item = markdown::kNone;  // in Blocks::items
};

/// All items of one list, or all rows of one table below its header, in order.
struct Siblings {
  std::vector<Sibling> all;
  std::string_view blank;  // the blank lines between each two of them; empty where these are not all the same
  Span header;             // of a table
};

/// The numbers of the places of a list, which entries bear that stand there; none where it has none.
class PlaceNumbers {
 public:
  PlaceNumbers(const Source& source, const Siblings& list);
  /// Digits; of places behind the last one too.
  [[nodiscard]] std::string operator()(std::size_t place) const;
  /// Whether no other list would have to follow if this had a place more or less, and all numbers of it could.
  [[nodiscard]] bool may_change_length() const;

 private:
  [[nodiscard]] bool numbered() const { return !all_.empty() && !all_.front().number.empty(); }
  [[nodiscard]] long value(std::size_t place) const;

  const Source& source_;
  const std::vector<Sibling>& all_;
  long step_ = 1;
};

/// Lists and tables, each looked at once.
class SiblingLists {
 public:
  /// Those of an entry that is an item or a row; nothing in it where the place of one of them is not known. Numbers are
  /// those of items, and the first cells of rows that count up or down by one. Good as long as this object.
  const Siblings& of(const Entry& entry);

 private:
  using Key = std::tuple<const Document*, bool, std::uint32_t>;  // a row?, number of its table or list
  std::map<Key, Siblings> known_;
};

}  // namespace paperlint
