// What readers see of a text: its blocks, as md4c renders them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"

namespace paperlint {

/// A block that holds text: the blocks that it stands in, and its text without markup.
struct ShownBlock {
  std::string path, text;
  std::string addresses;  // of its links and images, in order
  Span lines;             // the whole lines from its first to its last byte that is shown
};

/// In order. Comments and other HTML are shown as they are written.
[[nodiscard]] std::vector<ShownBlock> shown_blocks(const Source& source);

/// The same without comments for paperlint, the blanks before them, and what holds nothing else: a line for each block.
[[nodiscard]] std::string shown_to_readers(const Source& source);

/// What a fix of one file changes beside the blocks on whose lines it edits: a sentence; empty where it changes nothing
/// else. `after` is the text that the fix makes.
[[nodiscard]] std::string changes_elsewhere(const Source& before, const std::string& after, const Fix& fix);

}  // namespace paperlint
