// What a comment for paperlint says: `<!-- paperlint-disable-line RULE, RULE: reason -->`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace paperlint {

struct Directive {
  enum class Kind : std::uint8_t { line, next_line, begin, end, file };
  struct Name {
    Span span;
    const Rule* rule = nullptr;
    bool ran = false;   // else nobody knows whether the name is of use
    bool used = false;  // it silences a finding, or ends a stretch that does
    bool ends = false;  // of an `enable`: it ends a stretch, of use or not
    [[nodiscard]] bool idle() const { return ran && !used; }
  };

  const Comment* comment = nullptr;
  Kind kind = Kind::line;
  Span word;                // `paperlint-disable-line`
  std::vector<Name> names;  // never empty; an `enable` that ends all has one without a rule

  [[nodiscard]] const Source& source() const { return *comment->document->source; }
  [[nodiscard]] Place at(Span span) const { return comment->at(span); }
  /// From the first name to the last.
  [[nodiscard]] Span list() const { return {names.front().span.begin, names.back().span.end}; }
};

/// Takes the idle names out of a comment, and the comment away where all are. Nothing where that would change what
/// readers see.
[[nodiscard]] std::optional<Edit> without_idle(const Directive&);

inline constexpr std::uint32_t kNoLine = UINT32_MAX;

/// For each line, and for the one past the last, it or the next line that holds more than blanks and comments for
/// paperlint: on it works a `disable-next-line` that ends on the line before. kNoLine where there is none.
[[nodiscard]] std::vector<std::uint32_t> next_lines(const Document&);

/// Reads comments.
class DirectiveReader {
 public:
  /// `complaints` hears of comments that can't be understood; may be null.
  DirectiveReader(const Selection&, Report* complaints);
  /// False where a comment can't be understood, or not all of it: it then does nothing.
  [[nodiscard]] bool read(const Comment&, Directive&);

 private:
  struct Known {
    const Rule* rule = nullptr;
    bool runs = false;
  };
  bool read_names(std::string_view text, Directive&);
  bool read_name(std::string_view text, Directive&);
  bool complain(const Comment&, Span, std::string message);
  [[nodiscard]] std::string_view nearest_rule(std::string_view word) const;

  std::map<std::string_view, Known> rules_;
  Report* complaints_;
};

}  // namespace paperlint
