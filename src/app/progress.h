// The line that tells whoever waits how far a run has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>

namespace paperlint {

/// `checked 1,234 of 100,000 files`, written over in place from the second second of a run on. All else that goes to
/// the terminal has to be preceded by `clear`.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// Time runs from here. Writes nothing where it is not `on`.
  Progress(std::ostream& err, bool on, std::function<Clock::time_point()> now = Clock::now)
      : err_(err), on_(on), now_(std::move(now)), next_(now_() + kPatience) {}
  void show(std::size_t done, std::size_t all);
  /// Erases the line, if there is one.
  void clear();

 private:
  static constexpr std::chrono::milliseconds kPatience{1000}, kPause{100};
  std::ostream& err_;
  const bool on_;
  std::function<Clock::time_point()> now_;
  Clock::time_point next_;  // when the line may be written
  std::size_t width_ = 0;   // of the line that stands there
};

}  // namespace paperlint
