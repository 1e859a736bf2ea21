// What a List looks like: counts of what was read of it, for people and for configs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "list/list.h"
#include "list/style.h"

namespace paperlint {

/// How many entries stand in each direction's longest ordered runs.
struct OrderVotes {
  std::uint32_t newest = 0, oldest = 0, cases = 0;
};

/// Counts of the papers of all Documents that are read.
struct Portrait {
  struct Form {
    Carrier carrier;
    TitleForm title;
    std::uint32_t papers;
  };
  struct Field {
    std::string_view name;
    std::uint32_t papers;
  };
  struct Part {
    const Section* section;
    std::uint32_t papers;  // with those of the sections below
  };
  std::uint32_t papers = 0;
  std::vector<Form> forms;  // most papers first
  /// Of the config: each with the papers that fit it, in order, and those that should and do not. None without any.
  std::vector<std::pair<std::string, std::uint32_t>> formats;
  std::uint32_t departing = 0;
  std::vector<Field> fields;                                   // that any paper has, in the order of reading
  std::vector<Part> parts;                                     // sections with papers, in order
  std::vector<std::pair<std::uint16_t, std::uint32_t>> years;  // the newest first; published, else posted
  std::vector<std::pair<std::string, std::uint32_t>> venues;   // as written, most papers first
  OrderVotes order;
};

[[nodiscard]] Portrait portray(const List& list);

/// A habit that is not the List's own everywhere: the sections that have it, in order.
using OwnHabits = std::vector<std::pair<std::string, std::vector<const Section*>>>;
[[nodiscard]] OwnHabits own_habits(const List& list, const Habit& habit);
/// The same of directions.
[[nodiscard]] OwnHabits own_orders(const List& list);

/// Why a List has no habit, in a few words; "" where it has one.
[[nodiscard]] std::string_view why_none(const Habit& habit);
[[nodiscard]] std::string_view why_none(const Style& style, const OrderVotes& votes);

/// What a reader calls a section.
[[nodiscard]] std::string_view name(const Section& section);
/// "newest-first", "oldest-first"; "" for unknown.
[[nodiscard]] std::string_view name(Direction direction);
[[nodiscard]] std::string_view name(Carrier carrier);
[[nodiscard]] std::string_view name(TitleForm form);

}  // namespace paperlint
