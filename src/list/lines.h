// The lines of a Document's texts, each with what it begins with: items and what stands between them.
#pragma once

#include <cstdint>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// What a line of a paper begins with, after its marker.
enum class Opening : std::uint8_t {
  plain,
  link,   // [Title](u)
  tag,    // [OSDI'24], (OSDI'24), [2024/05]
  key,    // 24_OSDI_
  bold,   // **Title**
  quote,  // "Title"
};
inline constexpr std::size_t kOpenings = 6;

/// A marker without a blank after it (`-[`, `12.[`), or a bullet that Markdown does not know (`• `).
struct Glued {
  std::uint8_t size = 0;             // bytes of the marker; 0 without one
  bool foreign = false;              // a bullet that Markdown does not know
  Opening opening = Opening::plain;  // of what follows it
};

/// What is small stands together: a Document has as many as lines.
struct Line {
  Span text;                             // without its indentation and what follows its last word
  const markdown::Item* item = nullptr;  // that begins here
  const Section* section = nullptr;
  std::uint32_t indent = 0;
  bool inner = false;      // the item around `item` begins here too
  bool continues = false;  // goes on from the line above, in one text
  bool in_item = false;    // stands in an item
  bool paper = false;      // its item is an entry
  bool link = false;       // holds one that leads out of the file
  Opening opening = Opening::plain;
  Glued glued;  // where it is no item
};

/// What follows the marker that a line glues to its text.
[[nodiscard]] Span behind_glued(const Source& source, const Line& line);

/// Adds the lines of one text. Headings and table rows have none.
void add_lines(const Text& text, std::vector<Line>& lines);

/// The item above (`step` -1) or below (+1) line `index` that is its sibling by indentation, in the same section and
/// not far away; nullptr without one.
[[nodiscard]] const Line* sibling(const std::vector<Line>& lines, std::size_t index, int step);

}  // namespace paperlint
