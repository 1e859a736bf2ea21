// Where a comment that silences rules may stand in a file, without changing what readers see.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/directive.h"

namespace paperlint {

/// How far a comment is from what it silences. From one to the next it silences more, and fits in more places.
enum class Reach : std::uint8_t {
  there,   // its name goes into a comment that works on the line
  line,    // `disable-line`, at the end of the line
  above,   // `disable-next-line`, on a line of its own above
  before,  // the same at the end of the line above
  file,    // `disable-file`, at the top of the file, or at its end below front matter
  none,    // no comment helps
};

using RuleNames = std::set<std::string_view>;

/// Some bytes to be put in before byte `at`.
struct Insertion {
  std::uint32_t at = 0;
  std::string text;
  Span comment;  // in `text`; empty where it only adds names to a comment
};

/// Looks for places in one Document, which has to live as long.
class CommentPlaces {
 public:
  CommentPlaces(const Document&, const Selection&);

  /// A comment for these rules on line `line`, counted from 0; nothing where there is no place of this kind.
  [[nodiscard]] std::optional<Insertion> find(std::uint32_t line, Reach, const RuleNames&) const;

 private:
  /// A comment to which names can be added: one that gives no reason, which would not be theirs.
  struct Open {
    std::uint32_t line = kNoLine;  // on which it works; none where that is the file
    std::uint32_t end = 0;         // of its last name
  };

  void keep(const Directive&, const std::vector<std::uint32_t>& next);
  [[nodiscard]] std::optional<Insertion> there(std::uint32_t line, const RuleNames&) const;
  [[nodiscard]] std::optional<Insertion> at_end(std::uint32_t line, std::string_view word, const RuleNames&) const;
  [[nodiscard]] std::optional<Insertion> in_last_cell(Span row, std::size_t columns, std::string_view word,
                                                      const RuleNames&) const;
  [[nodiscard]] std::optional<Insertion> above(std::uint32_t line, const RuleNames&) const;
  [[nodiscard]] Insertion whole_file(const RuleNames&) const;
  [[nodiscard]] const markdown::Leaf* leaf(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t begin(std::uint32_t line) const;
  [[nodiscard]] bool is_front_matter() const;

  const Document& document_;
  const Source& source_;
  std::vector<Open> open_;
  std::unordered_map<std::uint32_t, std::size_t> columns_;  // by number of the table
};

}  // namespace paperlint
