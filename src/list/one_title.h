// Whether two entries that lead to one paper call it by one title.
#pragma once

#include "list/list.h"

namespace paperlint {

/// Whether two titles are one, however it is written: cut short, with a slip, in another language or with a translation
/// behind it, or told in a sentence (`**Finch** - a scheduler that …`).
[[nodiscard]] bool one_title(const Entry& a, const Entry& b);

}  // namespace paperlint
