#include "app/signals.h"

#if defined(_WIN32) || defined(__EMSCRIPTEN__)

namespace paperlint {

SignalsWait::SignalsWait() = default;
SignalsWait::~SignalsWait() = default;
bool SignalsWait::any() const { return false; }

}  // namespace paperlint

#else

#include <csignal>
#include <cstddef>
#include <iterator>

namespace paperlint {
namespace {

constexpr int kSignals[] = {SIGHUP, SIGINT, SIGTERM};

// A handler sees nothing else. Only the thread that writes files makes anybody wait.
volatile std::sig_atomic_t waiting = 0;
int depth = 0;
struct sigaction before[std::size(kSignals)];

void note(int signal) { waiting = signal; }

}  // namespace

SignalsWait::SignalsWait() {
  if (depth++ > 0) return;
  waiting = 0;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  for (std::size_t i = 0; i < std::size(kSignals); ++i) {
    ::sigaction(kSignals[i], nullptr, &before[i]);
    if (before[i].sa_handler == SIG_DFL) ::sigaction(kSignals[i], &action, nullptr);  // else somebody else wants it
  }
}

SignalsWait::~SignalsWait() {
  if (--depth > 0) return;
  for (std::size_t i = 0; i < std::size(kSignals); ++i)
    if (before[i].sa_handler == SIG_DFL) ::sigaction(kSignals[i], &before[i], nullptr);
  if (waiting != 0) ::raise(waiting);
}

bool SignalsWait::any() const { return waiting != 0; }

}  // namespace paperlint

#endif
