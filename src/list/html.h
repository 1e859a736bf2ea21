// What HTML in a list names and leads to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace paperlint
