// Two things at once.
#pragma once

#include <future>
#include <system_error>
#include <utility>

namespace paperlint {

/// Does both, the second in a thread of its own where `beside` is true and the system has one. What they throw is
/// thrown when both have ended; of two, that of the first.
template <class First, class Second>
void both(bool beside, First first, Second second) {
  std::future<void> other;
  if (beside) {
    try {
      other = std::async(std::launch::async, second);
    } catch (const std::system_error&) {
      beside = false;
    }
  }
  first();  // where it throws, the future waits
  if (beside)
    other.get();
  else
    second();
}

}  // namespace paperlint
