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

/// How the titles of a list write their words.
class TitleWords {
 public:
  /// Counts the words of a title that is not in capitals; the text has to stay.
  void add(std::string_view title);
  /// A title in capitals as these titles would write it, byte for byte as long; nothing where it holds more than words,
  /// such as maths or letters that are no ASCII. A word that none of them holds begins with a capital; the name before
  /// a colon stays as it is, as do words that hold a digit or no vowel.
  [[nodiscard]] std::optional<std::string> recased(std::string_view title) const;

 private:
  struct Word {
    std::unordered_map<std::string_view, std::uint32_t> inside, first;  // spellings within titles, and where one begins
  };
  [[nodiscard]] std::string spelt(std::string_view word, bool first) const;

  std::unordered_map<std::string, Word> words_;  // by their small letters
};

}  // namespace paperlint
