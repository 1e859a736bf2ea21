// Holds entries against formats.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "list/format.h"
#include "list/tokens.h"

namespace paperlint {

/// What stands for a placeholder.
struct Filled {
  const FormatStep* step;
  Span span;
};

/// A place where an entry all but fits, and what the format has there.
struct FormatSlip {
  enum class Kind : std::uint8_t { blank, mark, joint, year };
  Kind kind;
  Span at;
  std::string with;
  std::uint16_t in_format;  // where the format says so
};

/// How an entry fits a format.
struct Fit {
  std::vector<Filled> filled;     // in order
  std::vector<FormatSlip> slips;  // in order; none where it fits
};

/// Where an entry departs from a format: what it has read of both.
struct Miss {
  std::uint32_t at = 0;
  std::uint16_t in_format = 0;
};

/// Matches the text of one block. A placeholder takes as little as it can, and brackets, links and code only as a
/// whole, so that it never goes past what closes around it; links only {text}, {authors}, {links} and {url}. Time and
/// memory are linear in the text for each format.
class FormatMatcher {
 public:
  static constexpr std::uint32_t kLongest = 16 * 1024;  // bytes; longer texts fit nothing

  /// The text of a block, with its tokens; comments at its end do not count.
  void take(const Source& source, Span body, std::span<const Token> tokens, Carrier carrier);
  /// Whether it fits, with at most that many slips; `fit` is good where it does, else `miss` for none.
  [[nodiscard]] bool match(const Format& format, unsigned slips, Fit& fit);
  [[nodiscard]] const Miss& miss() const { return miss_; }
  [[nodiscard]] Span body() const { return body_; }

 private:
  /// A way that was not taken yet.
  struct Way {
    std::uint16_t step;
    bool inside;  // of what stands for a placeholder that takes any text
    bool linked;  // and a link is in it
    std::uint8_t slips;
    std::uint32_t at, begin;  // begin: of what it takes
    std::uint32_t filled, slipped;
  };
  bool run(Way way);
  bool step(Way& way);
  bool byte(Way& way, const FormatStep& step);
  bool free(Way& way, const FormatStep& step);
  bool fixed(Way& way, const FormatStep& step);
  bool digits(Way& way, const FormatStep& step, std::uint32_t end);
  bool joint(Way& way);
  bool lost_blank(Way& way);
  bool bar(Way& way);
  bool line_end(Way& way);
  bool slip(Way& way, FormatSlip::Kind kind, std::uint32_t end, std::string with);
  bool fail(const Way& way);
  void note_miss(std::uint32_t at, std::uint16_t in_format);
  bool skip(Way& way, const FormatStep& step);
  [[nodiscard]] bool may_follow(const Way& way) const;
  bool fresh(const Way& way, std::uint16_t place);
  void fill(Way& way, std::uint32_t end);
  [[nodiscard]] bool ends(const Way& way, const FormatStep& step) const;
  [[nodiscard]] std::uint32_t taken(const Way& way, const FormatStep& step) const;
  [[nodiscard]] std::uint32_t unit(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t wrap(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t blanks(std::uint32_t at) const;
  [[nodiscard]] bool counts(const Source& source, const Token& token) const;
  [[nodiscard]] bool holds_links(const Token& group) const;

  std::string_view text_;
  Span body_;
  bool row_ = false;
  std::vector<std::uint32_t> next_;  // by byte of the body: where what begins there ends; 0 where something is closed
  std::vector<std::uint32_t> line_end_;  // by byte: where its line ends
  std::vector<bool> link_;               // whether a link begins there, or brackets around nothing else
  std::vector<bool> apart_;              // whether a link or comment begins there, or what holds a link
  std::vector<std::uint32_t> links_;     // how many stand before a token
  const Format* format_ = nullptr;
  unsigned most_ = 0;  // slips
  std::vector<bool> seen_;
  std::vector<Way> ways_;
  Fit fit_;
  Miss miss_;
};

}  // namespace paperlint
