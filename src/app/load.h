// From the files of a List to the List.
#pragma once

#include <vector>

#include "app/lists.h"
#include "app/remarks.h"
#include "list/list.h"

namespace paperlint {

struct LoadedList {
  List list;
  std::vector<InputFile> files;  // those that could be read, in the order of the documents
  bool complete = true;          // all could be read
  [[nodiscard]] std::vector<Reading> readings() const;
};

/// Reads the files of a List. Each that cannot be read is told as a problem, and the others are
/// read. Up to `jobs` files are read at once.
[[nodiscard]] LoadedList load_list(const PlannedList&, const InputOptions&, Notes&, unsigned jobs = 1);

/// The same List with these texts in place of those that it was read from.
[[nodiscard]] List read_texts(const std::vector<InputFile>&, std::vector<std::string> texts, const UsedConfig&);

}  // namespace paperlint
