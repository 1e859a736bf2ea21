#include "list/button.h"

#include <algorithm>

#include "list/addresses.h"
#include "list/link_text.h"

namespace paperlint {

std::string button_word(std::string_view link_text) {
  constexpr std::string_view kMarks = " \t\r\n[]`*_\\:.";
  constexpr std::size_t kLongest = 40;
  const std::size_t begin = link_text.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return {};
  const std::string_view word = link_text.substr(begin, link_text.find_last_not_of(kMarks) + 1 - begin);
  return word.size() > kLongest ? std::string() : in_lower_case(word);
}

const Buttons::Button* Buttons::add(std::string_view text, std::string_view address, Span at) {
  constexpr std::size_t kMost = 16;  // no entry has more, and a text that has is not looked through
  if (buttons_.size() == kMost || address.empty()) return nullptr;
  const auto differs = [&](const Button& button) {
    if (button.address != address) return false;
    const std::string mine = button_word(text), other = button_word(button.text);
    if (mine.empty() || other.empty()) return false;  // an image, or a title
    return generic_link_text(mine) && generic_link_text(other) && paper_link_text(mine) != paper_link_text(other);
  };
  const auto other = std::find_if(buttons_.begin(), buttons_.end(), differs);
  const auto index = other - buttons_.begin();
  buttons_.push_back({text, address, at});
  return static_cast<std::size_t>(index) + 1 == buttons_.size() ? nullptr : &buttons_[static_cast<std::size_t>(index)];
}

}  // namespace paperlint
