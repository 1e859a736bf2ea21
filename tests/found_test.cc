// tests/fuzz/found: what fuzzers and tests at random once found. Each text keeps the invariants since.
#include <gtest/gtest.h>

#include <filesystem>

#include "config/config.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

TEST(Found, StaysMended) {
  const Config config;
  const Choice choice = choose(config);
  std::size_t count = 0;
  for (const auto& found : fs::directory_iterator(fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "fuzz" / "found")) {
    for (const std::string& sentence : broken_invariants("found.md", read(found.path()), choice))
      ADD_FAILURE() << found.path().filename() << ": " << sentence;
    ++count;
  }
  EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace paperlint
