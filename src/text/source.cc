#include "text/source.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <functional>

namespace paperlint {
namespace {

constexpr std::uint32_t kStretch = 4096;

/// The code points of a text.
std::uint32_t points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

Source::Source(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {
  assert(bytes_.size() <= kMaxSize);
  size_ = static_cast<std::uint32_t>(bytes_.size());
  bytes_.append(kPadding, '\n');
  if (text().substr(0, 3) == "\xEF\xBB\xBF") start_ = 3;
  const bool carriage_returns = text().find('\r') != std::string_view::npos;
  lines_.reserve(size_ / 64 + 1);
  lines_.push_back(0);
  const char* const base = bytes_.data();
  if (!carriage_returns) {
    for (const char* at = base; (at = static_cast<const char*>(
                                     std::memchr(at, '\n', static_cast<std::size_t>(base + size_ - at)))) != nullptr;)
      lines_.push_back(static_cast<std::uint32_t>(++at - base));
    return;
  }
  for (std::uint32_t i = 0; i < size_; ++i)
    if (base[i] == '\n' || (base[i] == '\r' && !(i + 1 < size_ && base[i + 1] == '\n'))) lines_.push_back(i + 1);
}

Span Source::span(std::string_view inside) const {
  const char* const base = bytes_.data();
  assert(!std::less<>{}(inside.data(), base) && !std::less<>{}(base + bytes_.size(), inside.data() + inside.size()));
  const auto begin = static_cast<std::uint32_t>(inside.data() - base);
  return {begin, begin + static_cast<std::uint32_t>(inside.size())};
}

std::uint32_t Source::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return static_cast<std::uint32_t>(after - lines_.begin()) - 1;
}

std::uint32_t Source::line_of(std::uint32_t offset, std::uint32_t near) const {
  constexpr std::uint32_t kFew = 4;
  if (offset < lines_[near]) return line_of(offset);
  for (std::uint32_t line = near; line < near + kFew; ++line)
    if (line + 1 == lines_.size() || offset < lines_[line + 1]) return line;
  return line_of(offset);
}

Span Source::whole_line(std::uint32_t index) const {
  return {lines_[index], index + 1 < lines_.size() ? lines_[index + 1] : size_};
}

Span Source::line(std::uint32_t index) const {
  Span span = whole_line(index);
  if (!span.empty() && bytes_[span.end - 1] == '\n') --span.end;
  if (!span.empty() && bytes_[span.end - 1] == '\r') --span.end;
  return span;
}

/// Code points in [0, offset). Counted once a stretch, so that a file of one endless line costs no more
/// than any other.
std::uint32_t Source::points_before(std::uint32_t offset) const {
  if (points_.empty()) {
    points_.reserve(size_ / kStretch + 1);
    points_.push_back(0);
    for (std::uint32_t at = 0; at + kStretch <= size_; at += kStretch)
      points_.push_back(points_.back() + points(text({at, at + kStretch})));
  }
  const std::uint32_t stretch = offset / kStretch;
  return points_[stretch] + points(text({stretch * kStretch, offset}));
}

Position Source::position(std::uint32_t offset) const {
  const std::uint32_t index = line_of(offset);
  const std::uint32_t begin = index == 0 ? std::min(start_, offset) : lines_[index];
  const bool near = offset - begin <= kStretch;
  return {index + 1, (near ? points(text({begin, offset})) : points_before(offset) - points_before(begin)) + 1};
}

std::string_view Source::newline() const {
  const Span first = whole_line(0);
  return first.size() >= 2 && bytes_[first.end - 2] == '\r' ? "\r\n" : "\n";
}

}  // namespace paperlint
