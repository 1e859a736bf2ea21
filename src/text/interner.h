// Numbers for texts, so that texts that are met again are compared and counted as numbers.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace paperlint {

/// Gives equal texts one number: 0, 1, 2, … in the order in which they are met. Keeps views only, so the texts must
/// outlive it.
class Interner {
 public:
  using Number = std::uint32_t;

  /// `expected` different texts need no growing.
  explicit Interner(std::size_t expected = 0) {
    std::size_t slots = 16;
    while (slots < 2 * expected) slots *= 2;
    slots_.resize(slots);
    texts_.reserve(expected);
  }

  /// The number of a text; of a new one that is size() before the call.
  Number intern(std::string_view text) {
    if (2 * texts_.size() >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[find(text, hash)];
    if (slot.number == kFree) {
      slot = {hash, static_cast<Number>(texts_.size())};
      texts_.push_back(text);
    }
    return slot.number;
  }

  /// The number of a text, if it has been met.
  [[nodiscard]] std::optional<Number> number(std::string_view text) const {
    const Number found = slots_[find(text, hash_of(text))].number;
    return found == kFree ? std::nullopt : std::optional(found);
  }

  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  static constexpr Number kFree = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t hash = 0;
    Number number = kFree;
  };

  template <class Whole>
  static std::uint64_t load(const char* bytes) {
    Whole whole = 0;
    std::memcpy(&whole, bytes, sizeof whole);
    return whole;
  }

  /// Takes many bytes at a time, for most words are short; the last ones may be taken twice.
  static std::uint32_t hash_of(std::string_view text) {
    const auto mix = [](std::uint64_t x) {
      x *= 0x9E3779B97F4A7C15;
      return x ^ (x >> 32);
    };
    const char* at = text.data();
    const std::size_t size = text.size();
    const char* const end = at + size;
    std::uint64_t hash = size;
    if (size >= 8) {
      for (; end - at > 8; at += 8) hash = mix(hash ^ load<std::uint64_t>(at));
      hash = mix(hash ^ load<std::uint64_t>(end - 8));
    } else if (size >= 4) {
      hash = mix(hash ^ (load<std::uint32_t>(at) << 32 | load<std::uint32_t>(end - 4)));
    } else {
      for (; at != end; ++at) hash = mix(hash ^ static_cast<unsigned char>(*at));
    }
    return static_cast<std::uint32_t>(hash);
  }

  /// The slot of a text, or the free one that it is to have.
  [[nodiscard]] std::size_t find(std::string_view text, std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != kFree && (slots_[at].hash != hash || texts_[slots_[at].number] != text))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].number != kFree) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two, half of them free at least
  std::vector<std::string_view> texts_;
};

}  // namespace paperlint
