// Signals that end a run, at a time that suits it.
#pragma once

namespace paperlint {

/// While one lives, the first signal that would end the run (an interrupt, a hang-up, a request to end) waits, and
/// comes through when it goes. The second one ends the run at once.
class SignalsWait {
 public:
  SignalsWait();
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  ~SignalsWait();
  /// Whether one is waiting.
  [[nodiscard]] bool any() const;
};

}  // namespace paperlint
