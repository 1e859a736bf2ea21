// Looks at all bytes of a text at once: the cheap proof that it holds nothing worth a closer look.
#pragma once

#include <cstddef>
#include <string_view>

namespace paperlint {

/// Whether `test(before, byte)` holds for a byte and the one before it; before the first stands `first`. A test that
/// does not branch (`|` rather than `||`) is made of a block of bytes in a few vector instructions.
template <class Test>
bool any_pair(std::string_view text, char first, Test test) {
  constexpr std::size_t kBlock = 32;
  const auto holds = [test](char before, char byte) {
    return static_cast<unsigned char>(test(static_cast<unsigned char>(before), static_cast<unsigned char>(byte)));
  };
  if (text.empty()) return false;
  if (holds(first, text.front()) != 0) return true;
  // Of the bytes behind `begin`; free of branches, so that it is vectorised.
  const auto block = [&](std::size_t begin) {
    const char* const bytes = text.data() + begin;
    unsigned char found = 0;
    for (std::size_t i = 0; i < kBlock; ++i) found |= holds(bytes[i], bytes[i + 1]);
    return found != 0;
  };
  std::size_t at = 0;
  for (; at + kBlock < text.size(); at += kBlock)
    if (block(at)) return true;
  if (text.size() > kBlock) return block(text.size() - 1 - kBlock);  // the last one overlaps the one before it
  for (; at + 1 < text.size(); ++at)
    if (holds(text[at], text[at + 1]) != 0) return true;
  return false;
}

/// Whether `test(byte)` holds for a byte of the text.
template <class Test>
bool any_byte(std::string_view text, Test test) {
  return any_pair(text, 0, [test](unsigned char, unsigned char byte) { return test(byte); });
}

}  // namespace paperlint
