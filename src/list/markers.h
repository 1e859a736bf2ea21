// Lines of a list whose marker is wrong, so that Markdown sees no item, or one too many.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "list/lines.h"

namespace paperlint {

struct MarkerSlip {
  enum class Kind : std::uint8_t {
    twice,    // `- - [Title](u)`
    glued,    // `-[Title](u)`
    foreign,  // `• [Title](u)`
    lost,     // `[Title](u)` among items
  };
  Kind kind;
  Span at;             // the marker; the whole line where it is lost
  Span line;           // its words
  std::string marker;  // the one that the list writes
  struct Mend {
    Span at;
    std::string with;
  };
  std::optional<Mend> mend;
  bool paper = false;  // mended, the line is read as an entry
  bool weak = false;   // lost before words that might be anything
  bool usual = false;  // the Document does so again and again: its own way, and no slip
};

/// The slips among the lines of one Document, in order.
[[nodiscard]] std::vector<MarkerSlip> marker_slips(const Document& document, const std::vector<Line>& lines);

}  // namespace paperlint
