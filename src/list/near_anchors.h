// What an anchor that leads nowhere most likely means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// The targets of one Document, as they are mistaken for one another.
class NearAnchors {
 public:
  explicit NearAnchors(const Document& document) : document_(document) {}

  struct Near {
    std::string_view anchor;
    const Section* section = nullptr;  // where it is a heading
  };
  /// The one target that fragment and text of a link come near to: the same letters, but for a section number; the same
  /// first words; a slip of the pen. Nothing where several come into question.
  [[nodiscard]] std::optional<Near> operator()(std::string_view fragment, std::string_view text);
  /// So many questions are to come. Where letters cannot be compared for all of them they are for none: if only the
  /// first got an answer, each pass of fixes would bring the next few.
  void expect(std::size_t questions) { expected_ = questions; }

 private:
  using Index = std::unordered_map<std::string, std::uint32_t>;
  void read();
  void add(std::string_view anchor, const Section* section);
  void enter(Index& index, const std::string& key, std::uint32_t target);
  [[nodiscard]] std::uint32_t by_words(const std::string& words) const;
  [[nodiscard]] std::uint32_t by_slip(const std::string& letters, std::size_t most);
  [[nodiscard]] bool may_compare();

  const Document& document_;
  bool read_ = false;  // on the first question
  std::vector<Near> targets_;
  std::vector<std::string> letters_;   // by target
  Index exact_, unnumbered_;           // by the letters of an anchor
  Index names_, unnumbered_names_;     // by those of a title
  Index numbers_;                      // by the number of a section
  std::vector<std::uint32_t> sorted_;  // targets by their anchors
  std::size_t expected_ = 0, compared_ = 0;
};

}  // namespace paperlint
