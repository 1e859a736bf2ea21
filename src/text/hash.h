// A hash of bytes that is the same on all machines.
#pragma once

#include <cstdint>
#include <string_view>

namespace paperlint {

/// FNV-1a of bytes behind others that gave `hash`.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return hash;
}

}  // namespace paperlint
