// Markup that may stand in a title: where a piece of it ends, and what a LaTeX command stands for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace paperlint::markup {

inline constexpr std::size_t kNone = std::string_view::npos;

inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
inline bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Bytes of a text as it is with line feeds alone, so that no limit falls elsewhere where lines end in CR LF.
[[nodiscard]] inline std::size_t unix_size(std::string_view text) {
  std::size_t size = text.size();
  for (const char c : text) size -= c == '\r' ? 1 : 0;
  return size;
}

/// The byte at `at`, a blank past the end.
inline char at_or_blank(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

/// Past the `:name:` that begins at `at`, or kNone. A colon in a word, a ratio or a time begins none.
[[nodiscard]] std::size_t shortcode_end(std::string_view text, std::size_t at);
/// Past the `(address "title")` that begins at `at`, or kNone.
[[nodiscard]] std::size_t destination_end(std::string_view text, std::size_t at);
/// Past the `[text](address)` that begins at `at`, or kNone.
[[nodiscard]] std::size_t link_end(std::string_view text, std::size_t at);

/// The name of the HTML tag that begins at `at`, with its `/`; "!" for a comment or declaration; "" for none.
[[nodiscard]] std::string_view tag_name(std::string_view text, std::size_t at);
/// Whether a tag does not part words, as `<sub>` does not and `<br>` does.
[[nodiscard]] bool inside_words(std::string_view tag);

/// The character that a LaTeX command stands for, folded: a blank for most symbols, 0 for a font or an
/// accent. Nothing for a command that is not known.
[[nodiscard]] std::optional<char32_t> latex(std::string_view command);

}  // namespace paperlint::markup
