// Titles in capitals, and how their words are written elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paperlint {

/// Whether a title is set in capitals: `OPENHANDS: AN OPEN PLATFORM FOR DEVELOPERS`. It has three words of four letters
/// or more that are, and hardly a letter else; acronyms and names alone are none.
[[nodiscard]] bool in_capitals(std::string_view title);

/// How the titles of a list write the words of those that are in capitals.
class TitleWords {
 public:
  /// Asks for the words of a title in capitals.
  void want(std::string_view title);
  /// Counts the words that are wanted in a title that is not; the text has to stay.
  void add(std::string_view title);
  /// A title in capitals as the others would write it, byte for byte as long; nothing where it holds more than words,
  /// such as maths or letters that are no ASCII. A word that none of them holds begins with a capital; the name before
  /// a colon stays as it is, as do words that hold a digit or no vowel.
  [[nodiscard]] std::optional<std::string> recased(std::string_view title) const;

 private:
  using Spellings = std::unordered_map<std::string_view, std::uint32_t>;  // how often each is used
  struct Word {
    Spellings inside, first;  // within titles, and where one begins
    [[nodiscard]] bool known() const { return !inside.empty() || !first.empty(); }
  };
  [[nodiscard]] const Word& word(std::string_view text) const;
  [[nodiscard]] std::string spelt(std::string_view word, bool first) const;

  std::unordered_map<std::string, Word> words_;  // by their small letters
};

}  // namespace paperlint
