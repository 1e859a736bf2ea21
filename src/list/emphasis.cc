// The delimiter algorithm of CommonMark 6.2, for asterisks alone: underscores and tildes seldom cross them. Links and
// table cells pair among themselves; code, HTML and addresses are no text.
#include "list/emphasis.h"

#include <algorithm>
#include <array>

#include "list/cells.h"
#include "list/tokens.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

/// Punctuation as GitHub counts it: ASCII, and the general and CJK punctuation of Unicode; no symbols.
bool is_punctuation(char32_t c) {
  if (c < 0x80)
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E && c != 0x2044 && c != 0x2052) ||
         (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F) ||
         (c >= 0xFF01 && c <= 0xFF0F && c != 0xFF04 && c != 0xFF0B) || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F ||
         c == 0xFF20 || c == 0xFF3B || c == 0xFF3D || c == 0xFF5B || c == 0xFF5D || c == 0xA1 || c == 0xA7 ||
         c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF;
}

char kind(char32_t c) {
  if (c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) return ' ';
  return is_punctuation(c) ? '.' : 'a';
}

char kind_after(std::string_view text, std::size_t at) {
  if (at >= text.size()) return ' ';
  const unicode::Point point = unicode::decode(text, at);
  return point.size == 0 ? 'a' : kind(point.value);
}

char kind_before(std::string_view text, std::size_t at, std::size_t least) {
  if (at <= least) return ' ';
  std::size_t begin = at - 1;
  while (begin > least && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return kind_after(text.substr(0, at), begin);
}

/// The ends of the stretches that pair among themselves: insides of links, or cells.
class Segments {
 public:
  Segments(const Text& text) {
    if (text.leaf->kind == markdown::Kind::row) {
      std::vector<Span> cells;
      split_cells(*text.document->source, text.content(), cells);
      for (const Span cell : cells) open(cell);
    }
    for (const Token& token : text.tokens)
      if (token.kind == Token::Kind::link && !token.inside.empty()) open(token.inside);
    std::stable_sort(spans_.begin(), spans_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }
  /// The number of the innermost stretch around `at`; `at` never falls.
  std::uint32_t at(std::uint32_t offset) {
    for (; next_ < spans_.size() && spans_[next_].begin <= offset; ++next_) around_.push_back(next_);
    while (!around_.empty() && spans_[around_.back()].end <= offset) around_.pop_back();
    return around_.empty() ? 0 : static_cast<std::uint32_t>(around_.back()) + 1;
  }

 private:
  void open(Span span) { spans_.push_back(span); }
  std::vector<Span> spans_;
  std::vector<std::size_t> around_;
  std::size_t next_ = 0;
};

Stars measure(std::string_view text, Span at, Span content, std::uint32_t segment) {
  Stars run{at, at.size(), false, false, ' ', ' ', segment};
  run.before = kind_before(text, at.begin, content.begin);
  run.after = kind_after(text.substr(0, content.end), at.end);
  run.can_open = run.after == 'a' || (run.after == '.' && run.before != 'a');
  run.can_close = run.before == 'a' || (run.before == '.' && run.after != 'a');
  return run;
}

/// Pairs the runs of one segment.
class Pairs {
 public:
  explicit Pairs(std::vector<Stars>& stars) : stars_(stars) {}
  void clear() {
    openers_.clear();
    bottom_.fill(0);
  }
  void take(std::size_t index) {
    Stars& run = stars_[index];
    if (run.can_close) close(run);
    if (run.left > 0 && run.can_open) openers_.push_back(index);
  }

 private:
  void close(Stars& closer);
  /// Runs that can both open and close pair only where their lengths do not sum up to a multiple of three.
  static bool fit(const Stars& opener, const Stars& closer) {
    const bool both = opener.can_close || closer.can_open;
    const std::uint32_t a = opener.at.size(), b = closer.at.size();
    return !both || (a + b) % 3 != 0 || (a % 3 == 0 && b % 3 == 0);
  }

  std::vector<Stars>& stars_;
  std::vector<std::size_t> openers_;
  std::array<std::size_t, 6> bottom_{};  // below it no opener fits a closer of this kind
};

void Pairs::close(Stars& closer) {
  std::size_t& bottom = bottom_[(closer.can_open ? 3U : 0U) + closer.at.size() % 3];
  while (closer.left > 0) {
    std::size_t top = openers_.size();
    while (top > bottom && !fit(stars_[openers_[top - 1]], closer)) --top;
    if (top <= bottom) {
      bottom = openers_.size();
      return;
    }
    Stars& opener = stars_[openers_[top - 1]];
    const std::uint32_t used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
    opener.left -= used;
    closer.left -= used;
    openers_.resize(opener.left > 0 ? top : top - 1);
    for (std::size_t& one : bottom_) one = std::min(one, openers_.size());
  }
}

}  // namespace

void pair_stars(const Text& text, std::span<const Span> parts, std::vector<Stars>& stars) {
  stars.clear();
  const Span content = text.content();
  const std::string_view all = text.document->source->text();
  Segments segments(text);
  auto part = parts.begin();
  for (std::uint32_t at = content.begin;;) {
    const std::size_t found = all.substr(0, content.end).find('*', at);
    if (found == std::string_view::npos) break;
    const auto begin = static_cast<std::uint32_t>(found);
    while (part != parts.end() && part->end <= begin) ++part;
    if (part != parts.end() && part->begin <= begin) {
      at = part->end;
      continue;
    }
    std::uint32_t end = begin;
    while (end < content.end && all[end] == '*') ++end;
    const bool escaped = begin > content.begin && all[begin - 1] == '\\';
    const Span run{escaped ? begin + 1 : begin, end};
    if (!run.empty()) stars.push_back(measure(all, run, content, segments.at(run.begin)));
    at = end;
  }
  std::vector<std::size_t> order(stars.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return stars[a].segment < stars[b].segment; });
  Pairs pairs(stars);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || stars[order[i]].segment != stars[order[i - 1]].segment) pairs.clear();
    pairs.take(order[i]);
  }
}

}  // namespace paperlint
