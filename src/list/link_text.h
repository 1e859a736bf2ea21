// What the text of a link promises.
#pragma once

#include <string_view>

namespace paperlint {

/// Whether a link's text says what it is (`arxiv version`, `code`, `slides`) and is no title.
[[nodiscard]] bool generic_link_text(std::string_view text);
/// Whether such a text promises the paper itself (`pdf`, `arxiv`), not its code or talk.
[[nodiscard]] bool paper_link_text(std::string_view text);

}  // namespace paperlint
