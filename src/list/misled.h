// Lines of a table of contents that lead elsewhere than they say, or say the same twice.
#pragma once

#include <vector>

#include "list/contents.h"

namespace paperlint {

struct Misled {
  const ContentsLine* line;
  const Section* meant;  // the heading that its text names
};

/// Lines whose text is the title of one heading that no line leads to, and not of the one that they lead to; or the
/// title of both, where the line stands below another part. Short words for a title are the keeper's.
[[nodiscard]] std::vector<Misled> misled_lines(const Document& document, const Contents& contents);

struct Repeated {
  const ContentsLine* line;
  const ContentsLine* first;
  bool sure;  // no other heading bears the name, which the line might mean
};

/// Lines that say and lead to the same as one before them; none where a tenth of all do so, then it is on purpose.
[[nodiscard]] std::vector<Repeated> repeated_lines(const Document& document, const Contents& contents,
                                                   const std::vector<Misled>& misled);

}  // namespace paperlint
