// What all commands share.
#pragma once

#include <cstdint>
#include <ostream>

namespace paperlint {

/// What a command came to, in rising order: the worst of all files counts.
enum class Outcome : std::uint8_t {
  clean,
  findings,  // errors remain, or a patch was printed
  failed,    // it could not do its work
};

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

/// Where and how a report is read.
struct Terminal {
  bool is_terminal = false;
  bool color = false;
  int width = 100;
};

}  // namespace paperlint
