// What is shown of a List's style: as tables with bars for people, as an object for programs.
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "lint/diagnostic.h"
#include "list/portrait.h"

namespace paperlint {

struct PortraitOptions {
  bool color = false;
  bool all = false;  // every section, year and venue
  int width = 80;
};

/// A List and its counts; the List is kept by others.
struct SeenList {
  const List* list;
  Portrait portrait;
};

/// Nothing where no paper was read.
void write_portrait(std::ostream&, const SeenList&, const PortraitOptions&);
/// One object for a run; see the README.
void write_portraits_as_json(std::ostream&, std::span<const SeenList>, std::span<const Remark>);

}  // namespace paperlint
