// Brackets, parentheses and quotation marks of a text that have no partner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "list/buttons.h"
#include "list/list.h"

namespace paperlint {

struct Unpaired {
  enum class Kind : std::uint8_t {
    unclosed,    // `[` or `(` that nothing closes
    unopened,    // `]` or `)` that nothing opens
    mismatched,  // `(` that `]` closes, a curly quotation mark and a straight one
    quote,       // `"`, a curly quotation mark or a backtick
  };
  Kind kind;
  Span at;             // the mark; of two that do not match, the second
  Span partner = {};   // of two that do not match, the first
  Span beside = {};    // the link right behind a `[` or `(`, or right before a `]` or `)`; the code behind a `(`
  Span label = {};     // the text of the link
  bool title = false;  // the link is an entry's title
};

/// What is unbalanced in a text. Silent where a link of the text is broken, which says it better; where a mark may be
/// part of a sentence, of mathematics, of an enumeration or a smiley; and on parentheses of two widths.
[[nodiscard]] std::vector<Unpaired> unpaired(const Text& text);

/// What is wrong, in words: "']' closes nothing".
[[nodiscard]] std::string complaint(const Source& source, const Unpaired& one);

/// The one change that balances it, in a list whose buttons take `form`; nothing where there are several.
[[nodiscard]] std::optional<std::pair<Span, std::string>> balance(const Source& source, const Unpaired& one,
                                                                  std::optional<Button::Form> form);

}  // namespace paperlint
