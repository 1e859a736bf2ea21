// What the text of a link promises.
#pragma once

#include <string_view>

namespace paperlint {

/// Whether a link's text says what it is (`arxiv version`, `code`, `slides`) and is no title.
[[nodiscard]] bool generic_link_text(std::string_view text);
/// Whether such a text promises the paper itself (`pdf`, `arxiv`), not its code or talk.
[[nodiscard]] bool paper_link_text(std::string_view text);
/// Whether the last word of a text may end a title: `Models`, not `code`.
[[nodiscard]] bool ends_title(std::string_view title);
/// Whether what stands for an address is the text of a link, no path and no anchor: `paper`, `arXiv:2301.01234`, some
/// words.
[[nodiscard]] bool stands_for_text(std::string_view address);

}  // namespace paperlint
