// The bytes of one file and how places in it are told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperlint {

/// Bytes [begin, end) of one Source. Line and column exist only in reports.
struct Span {
  std::uint32_t begin = 0, end = 0;
  auto operator<=>(const Span&) const = default;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
};

/// Line and column of one byte: both count from 1, the column in code points.
struct Position {
  std::uint32_t line = 1, column = 1;
};

/// The bytes of one file. Never changes and never moves: spans, views and `Source*` stay good as
/// long as it lives. 64 newlines stand past the end, so that a parser may look ahead.
class Source {
 public:
  static constexpr std::size_t kPadding = 64;
  static constexpr std::size_t kMaxSize = 0x7fffffff;

  /// Takes over `bytes`, at most kMaxSize of them; `path` is what reports show.
  Source(std::string path, std::string bytes);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::string_view text(Span span) const { return {bytes_.data() + span.begin, span.size()}; }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// Where the Markdown begins: 3 after a byte order mark, else 0.
  [[nodiscard]] std::uint32_t start() const { return start_; }
  /// The span of a view into this very buffer; asserts that it is one.
  [[nodiscard]] Span span(std::string_view inside) const;

  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(lines_.size()); }
  /// The line, counted from 0, that holds `offset` (its line ending belongs to it).
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  /// The same; quicker where that is `near` or one of the first lines below it.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset, std::uint32_t near) const;
  /// The line without its ending (LF, CRLF or CR).
  [[nodiscard]] Span line(std::uint32_t index) const;
  /// The line with its ending.
  [[nodiscard]] Span whole_line(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t offset) const { return lines_[line_of(offset)]; }
  /// Where the text of its line begins: not before `start`.
  [[nodiscard]] std::uint32_t text_begin(std::uint32_t offset) const { return text_begin_of_line(line_of(offset)); }
  [[nodiscard]] std::uint32_t text_begin_of_line(std::uint32_t index) const {
    return lines_[index] < start_ ? start_ : lines_[index];
  }
  /// Not for several threads at once: what it counts is kept.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// What ends most lines here: "\n" or "\r\n".
  [[nodiscard]] std::string_view newline() const;

 private:
  [[nodiscard]] std::uint32_t points_before(std::uint32_t offset) const;

  std::string path_, bytes_;
  std::uint32_t size_ = 0, start_ = 0;
  std::vector<std::uint32_t> lines_;
  mutable std::vector<std::uint32_t> points_;  // code points before each stretch; made on first use
};

/// A Span and its file.
struct Place {
  const Source* source = nullptr;
  Span span;
  [[nodiscard]] std::string_view text() const { return source->text(span); }
  bool operator==(const Place&) const = default;
};

}  // namespace paperlint
