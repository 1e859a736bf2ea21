// Any bytes as a list: they are read, linted and mended, and the invariants hold.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "config/config.h"
#include "support/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 64 * 1024;
  static const paperlint::Config config;
  static const paperlint::Choice choice = paperlint::choose(config);
  const std::string text(reinterpret_cast<const char*>(data), std::min(size, kMost));
  const auto broken = paperlint::broken_invariants("fuzz.md", text, choice, paperlint::Refusals::some);
  for (const std::string& sentence : broken) std::fprintf(stderr, "%s\n", sentence.c_str());
  if (!broken.empty()) std::abort();
  return 0;
}
