// When are two titles one paper? Facts from bibliography tools and from what public lists hold.
#pragma once

#include <string>
#include <string_view>

namespace paperlint {

/// The title as titles are compared: NFKD without combining marks; LaTeX, HTML entities and tags,
/// Markdown emphasis, code marks, links and escapes undone; dashes, quotes and punctuation to a
/// blank; `&` to `and`; digits kept, and `+` or `#` right after a letter; case folded; blanks
/// collapsed. Letters of any script stay.
[[nodiscard]] std::string normal_title(std::string_view markdown);

/// Whether a normalised title is telling enough to compare: 12 characters and 3 words (a CJK
/// character counts as a word and as two characters).
[[nodiscard]] bool telling(std::string_view normal);

/// Whether two normalised titles carry the same numerals and part or version tokens, in order:
/// `part 1` and `part 2`, `flashattention 2` and `flashattention 3`, `i` and `ii` do not.
[[nodiscard]] bool same_numerals(std::string_view a, std::string_view b);

/// 1 for equal texts, 0 for texts that share nothing; below `least` any value below `least`.
[[nodiscard]] double similarity(std::string_view a, std::string_view b, double least);

/// Where the first character of Han, Kana and the like stands in a normalised title; npos where none does.
[[nodiscard]] std::size_t first_ideograph(std::string_view normal);
/// A normalised title without the translation that stands behind it: of `small jobs 小任务`, `small jobs`. As it is
/// where what stands before is not telling.
[[nodiscard]] std::string_view original_title(std::string_view normal);

/// Bytes of the name before a title's first colon (`Name: what it does`), as written; empty without one.
[[nodiscard]] std::string_view leading_name(std::string_view markdown);

}  // namespace paperlint
