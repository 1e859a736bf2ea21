// Links whose text says what they lead to, and is no title: `[[code](u)]`, [`[pdf]`](u).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace paperlint {

/// What a button says, in lower case and without the brackets, blanks, code and emphasis marks around it: "code" of
/// `[Code]`. Empty where the text is too long for a button.
[[nodiscard]] std::string button_word(std::string_view link_text);

/// The links of one text.
class Buttons {
 public:
  struct Button {
    std::string_view text, address;
    Span at;
  };
  void clear() { buttons_.clear(); }
  /// Adds one; returns an earlier one that promises another thing at the same address, a paper where this promises code
  /// or the other way round, else nullptr. Good until the next call.
  const Button* add(std::string_view text, std::string_view address, Span at);

 private:
  std::vector<Button> buttons_;
};

}  // namespace paperlint
