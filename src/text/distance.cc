#include "text/distance.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace paperlint {
namespace {

constexpr std::size_t kNear = 15;  // up to so many edits need no memory from the heap

// Three rows of the table of distances, each only as wide as the band around the diagonal that can
// matter: cell `k` of row `i` is the distance of the first `i` bytes of `a` from the first `i + k -
// reach` bytes of `b`.
class Band {
 public:
  Band(std::string_view a, std::string_view b, std::size_t reach)
      : a_(a), b_(b), reach_(reach), width_(2 * reach + 1), far_(reach + 1) {
    if (reach > kNear) many_.resize(3 * width_);
    std::size_t* const cells = reach > kNear ? many_.data() : few_.data();
    row_ = cells;
    above_ = cells + width_;
    over_above_ = cells + 2 * width_;
    std::fill(cells, cells + 3 * width_, far_);
  }

  // The distance of both texts, or any number above `reach`.
  std::size_t distance() {
    std::size_t least_above = 0;
    for (std::size_t i = 0; i <= a_.size(); ++i) {
      next_row();
      std::size_t least = far_;
      for (std::size_t k = 0; k < width_; ++k) {
        row_[k] = i + k < reach_ || i + k - reach_ > b_.size() ? far_ : cell(i, k);
        least = std::min(least, row_[k]);
      }
      if (std::min(least, least_above) > reach_) return far_;  // what follows two such rows is no nearer
      least_above = least;
    }
    return row_[b_.size() + reach_ - a_.size()];
  }

 private:
  void next_row() {
    std::swap(over_above_, above_);
    std::swap(above_, row_);
  }

  std::size_t cell(std::size_t i, std::size_t k) const {
    const std::size_t j = i + k - reach_;
    if (i == 0) return j;
    std::size_t least = far_;
    if (k + 1 < width_) least = std::min(least, above_[k + 1] + 1);
    if (k > 0) least = std::min(least, row_[k - 1] + 1);
    if (j == 0) return least;
    least = std::min(least, above_[k] + (a_[i - 1] == b_[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a_[i - 1] == b_[j - 2] && a_[i - 2] == b_[j - 1]) least = std::min(least, over_above_[k] + 1);
    return least;
  }

  std::string_view a_, b_;
  std::size_t reach_, width_, far_;
  std::array<std::size_t, 3 * (2 * kNear + 1)> few_;
  std::vector<std::size_t> many_;
  std::size_t *row_ = nullptr, *above_ = nullptr, *over_above_ = nullptr;
};

void drop_common_ends(std::string_view& a, std::string_view& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(front.first - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(front.second - b.begin()));
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  a.remove_suffix(static_cast<std::size_t>(back.first - a.rbegin()));
  b.remove_suffix(static_cast<std::size_t>(back.second - b.rbegin()));
}

// Small letters, and one sign between words.
std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_' || c == ' ') c = '-';
  }
  return out;
}

std::vector<std::string_view> parts_of(std::string_view word) {
  std::vector<std::string_view> parts;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('-'), word.size());
    if (end > 0) parts.push_back(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return parts;
}

bool begins_like(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  return size >= 3 && a.substr(0, size) == b.substr(0, size);
}

// How many parts of the one have a like in the other, if all parts of the one or of the other have;
// else 0.
std::size_t parts_in_common(std::string_view word, std::string_view name) {
  const auto ours = parts_of(word), theirs = parts_of(name);
  const auto likes = [](const auto& some, const auto& others) {
    return static_cast<std::size_t>(std::count_if(some.begin(), some.end(), [&](std::string_view part) {
      return std::any_of(others.begin(), others.end(),
                         [&](std::string_view other) { return begins_like(part, other); });
    }));
  };
  const std::size_t in_theirs = likes(ours, theirs), in_ours = likes(theirs, ours);
  return in_theirs == ours.size() || in_ours == theirs.size() ? std::min(in_theirs, in_ours) : 0;
}

std::string_view nearest_by_letters(std::string_view word, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view name : names) {
    if (least == 0) break;
    const std::size_t distance = edit_distance(word, folded(name), least - 1);
    if (distance >= std::min({least, word.size(), name.size()})) continue;  // nothing in common is not near
    best = name;
    least = distance;
  }
  return best;
}

// A part that several names share tells nothing.
std::string_view nearest_by_parts(std::string_view word, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t most = 0;
  for (const std::string_view name : names) {
    const std::size_t common = parts_in_common(word, folded(name));
    if (common == 0 || common < most) continue;
    best = common > most ? name : std::string_view{};
    most = common;
  }
  return best;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  drop_common_ends(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return most + 1;
  if (a.empty()) return b.size();
  const std::size_t distance = Band(a, b, std::min(most, b.size())).distance();
  return distance > most ? most + 1 : distance;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  const std::string plain = folded(word);
  const std::string_view by_letters = nearest_by_letters(plain, names);
  return by_letters.empty() ? nearest_by_parts(plain, names) : by_letters;
}

}  // namespace paperlint
