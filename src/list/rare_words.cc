#include "list/rare_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <string_view>
#include <utility>

namespace paperlint {
namespace {

using Index = std::uint32_t;
constexpr Index kNone = 0xFFFFFFFF;
constexpr std::size_t kRarest = 4;  // of a title's words bring it together with others
using Rarest = std::array<Index, kRarest>;

std::uint64_t mix(std::uint64_t x) {
  x *= 0x9E3779B97F4A7C15;
  return x ^ (x >> 32);
}

constexpr std::uint64_t kOnes = 0x0101010101010101, kBlanks = kOnes * ' ', kTops = kOnes << 7;

/// Eight bytes of a text, the first one lowest; blanks behind its end.
std::uint64_t eight_of(std::string_view text) {
  std::uint64_t bytes = kBlanks;
  if (text.size() >= sizeof bytes)
    std::memcpy(&bytes, text.data(), sizeof bytes);
  else
    std::memcpy(&bytes, text.data(), text.size());
  if constexpr (std::endian::native == std::endian::big)
    std::reverse(reinterpret_cast<char*>(&bytes), reinterpret_cast<char*>(&bytes + 1));
  return bytes;
}

/// Tells the hash of each word, eight bytes at a time, for no processor foresees where words end.
template <class Action>
void each_word(std::string_view title, Action act) {
  std::uint64_t hash = 0;  // of the word so far
  bool begun = false;
  while (!title.empty()) {
    const std::uint64_t bytes = eight_of(title), others = bytes ^ kBlanks;
    const std::uint64_t blanks = (others - kOnes) & ~others & kTops;                    // the lowest is right
    const std::size_t length = static_cast<std::size_t>(std::countr_zero(blanks)) / 8;  // 8 without one
    if (length > 0) {
      hash = mix(hash ^ (bytes & (~std::uint64_t{0} >> (64 - 8 * length))));
      begun = true;
    }
    if (begun && (length < 8 || title.size() <= 8)) {
      act(static_cast<std::uint32_t>(mix(hash)));
      hash = 0;
      begun = false;
    }
    title.remove_prefix(std::min<std::size_t>(title.size(), length < 8 ? length + 1 : 8));
  }
}

/// Numbers for hashes: 0, 1, 2, … in the order in which they are met.
class Numbers {
 public:
  explicit Numbers(std::size_t expected) : slots_(std::bit_ceil(std::max<std::size_t>(16, 2 * expected))) {}

  Index number(std::uint32_t hash) {
    if (2 * std::size_t{count_} >= slots_.size()) grow();
    Slot& slot = slots_[find(hash)];
    if (slot.number == kNone) slot = {hash, count_++};
    return slot.number;
  }
  [[nodiscard]] Index count() const { return count_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Index number = kNone;
  };

  [[nodiscard]] std::size_t find(std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != kNone && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != kNone) slots_[find(slot.hash)] = slot;
  }

  std::vector<Slot> slots_;  // a power of two, half of them free at least
  Index count_ = 0;
};

/// The rarest words that other titles have too, the rarest first. A word that stands in more than kMost titles brings
/// nobody together.
Rarest rarest(std::span<const Index> words, const std::vector<Index>& counts) {
  Rarest best;
  best.fill(kNone);
  const auto rarer = [&](Index a, Index b) { return b == kNone || std::pair(counts[a], a) < std::pair(counts[b], b); };
  for (Index word : words) {
    if (counts[word] < 2 || counts[word] > RareWords::kMost) continue;
    if (std::find(best.begin(), best.end(), word) != best.end()) continue;
    for (Index& place : best)
      if (rarer(word, place)) std::swap(word, place);
    // What fell out at the end is `word` now.
  }
  return best;
}

/// The words of all titles as numbers.
struct Words {
  explicit Words(const std::vector<const Entry*>& entries);
  std::vector<Index> words;       // of one title after those of another
  std::vector<std::size_t> ends;  // of each title
  std::vector<Index> counts;      // of each word
};

Words::Words(const std::vector<const Entry*>& entries) {
  Numbers known(entries.size());
  constexpr std::size_t kWord = 7;  // bytes of a word and its blank, or more
  std::size_t bytes = 0;
  for (const Entry* entry : entries) bytes += entry->normal.size();
  words.reserve(bytes / kWord);
  ends.reserve(entries.size());
  for (const Entry* entry : entries) {
    each_word(entry->normal, [&](std::uint32_t hash) {
      const Index number = known.number(hash);
      if (number == counts.size()) counts.push_back(0);
      ++counts[number];
      words.push_back(number);
    });
    ends.push_back(words.size());
  }
}

}  // namespace

RareWords::RareWords(const std::vector<const Entry*>& entries) {
  const Words titles(entries);
  std::vector<Rarest> chosen;
  chosen.reserve(entries.size());
  begins_.resize(titles.counts.size() + 1);
  for (std::size_t i = 0, at = 0; i < entries.size(); at = titles.ends[i++]) {
    chosen.push_back(rarest(std::span(titles.words).subspan(at, titles.ends[i] - at), titles.counts));
    for (const Index word : chosen.back())
      if (word != kNone) ++begins_[word + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  titles_.resize(begins_.back());
  std::vector<std::size_t> next = begins_;
  for (Index i = 0; i < entries.size(); ++i)
    for (const Index word : chosen[i])
      if (word != kNone) titles_[next[word]++] = i;
}

}  // namespace paperlint
