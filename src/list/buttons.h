// Link buttons: short links that say what they lead to, `[[pdf](u)]` or `[[code]](u)`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "list/list.h"

namespace paperlint {

struct Button {
  enum class Form : std::uint8_t {
    around,   // [[pdf](u)]
    inside,   // [[pdf]](u)
    bare,     // [pdf](u)
    paren,    // ([pdf](u))
    escaped,  // \[[pdf](u)\]
  };
  Form form;
  Span whole;    // with its brackets
  Span link;     // of `whole`, the link
  Span label;    // `pdf`
  Span address;  // `u`
  bool free;     // stands behind a title or another button and before another or the end, not in a sentence
};

/// How a form is written: "[[label](address)]".
[[nodiscard]] std::string_view written(Button::Form form);
/// The form that is written so, if one is.
[[nodiscard]] std::optional<Button::Form> button_form(std::string_view written);

/// The buttons of a text, in order. A link that has no brackets around it or its label is one where its text is generic
/// (`pdf`, `code`). Links to anchors, images and what stands in other brackets are none.
void find_buttons(const Text& text, std::vector<Button>& buttons);

/// What has to be replaced by what, so that a button takes the form `around` or `inside`.
[[nodiscard]] std::vector<std::pair<Span, std::string>> rewrite(const Button& button, Button::Form form);

}  // namespace paperlint
