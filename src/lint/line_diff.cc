// How two texts are compared.
//
// Lines are numbered by what they say. What both texts begin and end with is set aside. A short middle is compared by
// Myers' algorithm, which finds the fewest changes but takes time and memory by their square. A long one is first cut
// at its anchors: lines that occur once on either side, in the longest run of them that is in order on both. What
// neither can do in bounded time is shown as all old lines followed by all new ones, which is no less right.
#include "lint/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace paperlint {
namespace {

constexpr std::size_t kMostChanges = 256;  // that Myers may look for
constexpr int kMostDepth = 24;             // of anchors between anchors

/// Tells which lines go and which come.
class Comparison {
 public:
  Comparison(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after)
      : a_(numbers(before)), b_(numbers(after)), goes_(a_.size()), comes_(b_.size()), counts_(known_.size()) {
    compare({0, a_.size(), 0, b_.size()}, 0);
  }

  /// The changed places, in order: lines of the old text that give way to lines of the new one.
  [[nodiscard]] std::vector<LineRange> changes() const;

 private:
  struct Count {
    std::uint32_t in_a = 0, in_b = 0;
    std::size_t at_b = 0;
  };
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;  // equal lines of both texts

  std::vector<std::uint32_t> numbers(const std::vector<std::string_view>& lines);
  void compare(LineRange range, int depth);
  void trim(LineRange& range) const;
  Pairs anchors(const LineRange& range);
  static Pairs longest_run(const Pairs& pairs);
  bool myers(const LineRange& range);
  std::ptrdiff_t reach(const std::vector<std::ptrdiff_t>& best, std::ptrdiff_t d, std::ptrdiff_t k,
                       const LineRange& range) const;
  void walk_back(const std::vector<std::vector<std::ptrdiff_t>>& rounds, const LineRange& range);

  std::unordered_map<std::string_view, std::uint32_t> known_;
  std::vector<std::uint32_t> a_, b_;
  std::vector<bool> goes_, comes_;
  std::vector<Count> counts_;
};

std::vector<std::uint32_t> Comparison::numbers(const std::vector<std::string_view>& lines) {
  std::vector<std::uint32_t> all;
  all.reserve(lines.size());
  for (const std::string_view line : lines)
    all.push_back(known_.try_emplace(line, static_cast<std::uint32_t>(known_.size())).first->second);
  return all;
}

void Comparison::trim(LineRange& range) const {
  for (; range.a < range.a_end && range.b < range.b_end && a_[range.a] == b_[range.b]; ++range.a) ++range.b;
  for (; range.a < range.a_end && range.b < range.b_end && a_[range.a_end - 1] == b_[range.b_end - 1]; --range.a_end)
    --range.b_end;
}

void Comparison::compare(LineRange range, int depth) {
  trim(range);
  const bool one_sided = range.a == range.a_end || range.b == range.b_end;
  if (!one_sided && range.size() > kMostChanges && depth < kMostDepth) {
    if (const Pairs pairs = anchors(range); !pairs.empty()) {
      LineRange between = range;
      for (const auto& [a, b] : pairs) {
        compare({between.a, a, between.b, b}, depth + 1);
        between.a = a + 1;
        between.b = b + 1;
      }
      return compare(between, depth + 1);
    }
  }
  if (!one_sided && myers(range)) return;
  std::fill(goes_.begin() + static_cast<std::ptrdiff_t>(range.a),
            goes_.begin() + static_cast<std::ptrdiff_t>(range.a_end), true);
  std::fill(comes_.begin() + static_cast<std::ptrdiff_t>(range.b),
            comes_.begin() + static_cast<std::ptrdiff_t>(range.b_end), true);
}

Comparison::Pairs Comparison::anchors(const LineRange& range) {
  for (std::size_t i = range.a; i < range.a_end; ++i) ++counts_[a_[i]].in_a;
  for (std::size_t i = range.b; i < range.b_end; ++i) {
    ++counts_[b_[i]].in_b;
    counts_[b_[i]].at_b = i;
  }
  Pairs pairs;
  for (std::size_t i = range.a; i < range.a_end; ++i)
    if (const Count& count = counts_[a_[i]]; count.in_a == 1 && count.in_b == 1) pairs.emplace_back(i, count.at_b);
  for (std::size_t i = range.a; i < range.a_end; ++i) counts_[a_[i]] = {};
  for (std::size_t i = range.b; i < range.b_end; ++i) counts_[b_[i]] = {};
  return longest_run(pairs);
}

/// The most pairs that are in order on both sides (they are on the first).
Comparison::Pairs Comparison::longest_run(const Pairs& pairs) {
  std::vector<std::size_t> ends;  // by length of a run: the last pair of the one that ends first
  std::vector<std::size_t> before(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto at = std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                                     [&](std::size_t pair, std::size_t b) { return pairs[pair].second < b; });
    before[i] = at == ends.begin() ? i : *(at - 1);
    if (at == ends.end())
      ends.push_back(i);
    else
      *at = i;
  }
  Pairs run(ends.size());
  std::size_t pair = ends.empty() ? 0 : ends.back();
  for (std::size_t i = run.size(); i-- > 0; pair = before[pair]) run[i] = pairs[pair];
  return run;
}

/// How far into the old text one gets on diagonal `k` with `d` changes.
std::ptrdiff_t Comparison::reach(const std::vector<std::ptrdiff_t>& best, std::ptrdiff_t d, std::ptrdiff_t k,
                                 const LineRange& range) const {
  const auto at = [&](std::ptrdiff_t diagonal) { return best[static_cast<std::size_t>(diagonal + d)]; };
  std::ptrdiff_t x = 0;
  if (d > 0) x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
  const auto in_a = static_cast<std::ptrdiff_t>(range.a_end - range.a),
             in_b = static_cast<std::ptrdiff_t>(range.b_end - range.b);
  const std::uint32_t *const a = a_.data() + range.a, *const b = b_.data() + range.b;
  while (x < in_a && x - k >= 0 && x - k < in_b && a[x] == b[x - k]) ++x;
  return x;
}

/// False if there are more changes than it may look for.
bool Comparison::myers(const LineRange& range) {
  const auto in_a = static_cast<std::ptrdiff_t>(range.a_end - range.a),
             in_b = static_cast<std::ptrdiff_t>(range.b_end - range.b);
  std::vector<std::vector<std::ptrdiff_t>>
      rounds;  // by number of changes: how far each diagonal gets, two more to spare
  std::vector<std::ptrdiff_t> best;
  for (std::ptrdiff_t d = 0; d <= static_cast<std::ptrdiff_t>(kMostChanges); ++d) {
    std::vector<std::ptrdiff_t> next(static_cast<std::size_t>(2 * d + 3), -1);  // diagonal k at k + d + 1
    bool arrived = false;
    for (std::ptrdiff_t k = -d; k <= d && !arrived; k += 2) {
      const std::ptrdiff_t x = reach(best, d, k, range);
      next[static_cast<std::size_t>(k + d + 1)] = x;
      arrived = x >= in_a && x - k >= in_b;
    }
    best = next;
    rounds.push_back(std::move(next));
    if (!arrived) continue;
    walk_back(rounds, range);
    return true;
  }
  return false;
}

void Comparison::walk_back(const std::vector<std::vector<std::ptrdiff_t>>& rounds, const LineRange& range) {
  auto x = static_cast<std::ptrdiff_t>(range.a_end - range.a), y = static_cast<std::ptrdiff_t>(range.b_end - range.b);
  for (auto d = static_cast<std::ptrdiff_t>(rounds.size()) - 1; d > 0; --d) {
    const auto at = [&](std::ptrdiff_t k) {
      return rounds[static_cast<std::size_t>(d - 1)][static_cast<std::size_t>(k + d)];
    };
    const std::ptrdiff_t k = x - y;
    const bool comes = k == -d || (k != d && at(k - 1) < at(k + 1));
    x = at(comes ? k + 1 : k - 1);
    y = x - (comes ? k + 1 : k - 1);
    if (comes)
      comes_[range.b + static_cast<std::size_t>(y)] = true;
    else
      goes_[range.a + static_cast<std::size_t>(x)] = true;
  }
}

std::vector<LineRange> Comparison::changes() const {
  std::vector<LineRange> all;
  std::size_t a = 0, b = 0;
  while (a < a_.size() || b < b_.size()) {
    LineRange change{a, a, b, b};
    while (change.a_end < a_.size() && goes_[change.a_end]) ++change.a_end;
    while (change.b_end < b_.size() && comes_[change.b_end]) ++change.b_end;
    if (change.size() > 0) all.push_back(change);
    a = change.a_end + 1;
    b = change.b_end + 1;
  }
  return all;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

std::vector<LineRange> line_changes(const std::vector<std::string_view>& before,
                                    const std::vector<std::string_view>& after) {
  return Comparison(before, after).changes();
}

}  // namespace paperlint
