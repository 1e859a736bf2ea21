// A user's regular expression: searched in linear time, whatever it and the text are.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace paperlint {

/// What is wrong with a pattern, in a few words; nothing if it is one.
[[nodiscard]] std::optional<std::string> pattern_error(std::string_view pattern);

/// A pattern, compiled once. One that pattern_error complains of is found nowhere.
class Pattern {
 public:
  explicit Pattern(std::string_view pattern);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether any part of `text` matches; the empty pattern is found in every text.
  [[nodiscard]] bool found_in(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace paperlint
