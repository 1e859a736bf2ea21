// Threads for work that takes milliseconds.
#pragma once

#include <exception>
#include <functional>
#include <system_error>
#include <thread>

namespace paperlint {

/// A thread that works on another processor than the caller's, where it may use several: some schedulers leave a new
/// thread behind its maker, or its maker behind it, until their next tick, which is longer than a list takes. Throws
/// std::system_error where the system has no thread left.
[[nodiscard]] std::thread begin_thread(std::function<void()> work);

/// Does both, the second in a thread of its own where `beside` is true and the system has one. What they throw is
/// thrown when both have ended; of two, that of the first.
template <class First, class Second>
void both(bool beside, First first, Second second) {
  const auto caught = [](auto& work) -> std::exception_ptr {
    try {
      work();
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  };
  std::exception_ptr of_first, of_second;
  std::thread other;
  if (beside) {
    try {
      other = begin_thread([&] { of_second = caught(second); });
    } catch (const std::system_error&) {
      beside = false;
    }
  }
  of_first = caught(first);
  if (beside)
    other.join();
  else
    of_second = caught(second);
  if (of_first) std::rethrow_exception(of_first);
  if (of_second) std::rethrow_exception(of_second);
}

}  // namespace paperlint
