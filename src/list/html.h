// What HTML in a list names and leads to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace paperlint {

/// The value of an attribute: of `name` and `id`, which links lead to, or of `href`, which leads somewhere.
struct HtmlValue {
  std::size_t begin, end;
  bool address;
};

/// The values in one piece of HTML, outside of comments. `in_comment` tells whether the piece begins within one, and
/// after the call, whether it ends there.
[[nodiscard]] std::vector<HtmlValue> html_values(std::string_view piece, bool& in_comment);

/// The texts of the headings `<h1>` to `<h6>` that begin before `limit`, as they are shown. A heading that is not
/// closed is none.
[[nodiscard]] std::vector<std::string> html_headings(std::string_view text, std::size_t limit);

/// A span of `text` without the comments and blanks at its end.
[[nodiscard]] Span without_comments(std::string_view text, Span span);

/// Whether a comment may stand at the end of what an HTML block holds up to there: not within a tag, another comment or
/// text that browsers take as it is, as in `<script>`.
[[nodiscard]] bool html_is_text(std::string_view html);

}  // namespace paperlint
