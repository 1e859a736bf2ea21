#include "text/threads.h"

#include <utility>

#ifdef __linux__
#include <pthread.h>
#include <sched.h>
#endif

namespace paperlint {
namespace {

#ifdef __linux__
/// The processor on which a new thread is made, and the others. Whatever fails, the thread stays where it is.
class Maker {
 public:
  Maker() : at_(sched_getcpu()) {
    if (at_ < 0 || at_ >= CPU_SETSIZE || pthread_getaffinity_np(pthread_self(), sizeof allowed_, &allowed_) != 0)
      return;
    others_ = allowed_;
    CPU_CLR(at_, &others_);
    has_others_ = CPU_COUNT(&others_) != 0;
  }
  void send_off(std::thread& thread) const { send_off(thread.native_handle()); }
  /// For the new thread, which may have begun in the place of its maker.
  void leave() const {
    if (sched_getcpu() == at_) send_off(pthread_self());
  }

 private:
  void send_off(pthread_t thread) const {
    if (!has_others_) return;
    pthread_setaffinity_np(thread, sizeof others_, &others_);
    pthread_setaffinity_np(thread, sizeof allowed_, &allowed_);
  }

  int at_;
  bool has_others_ = false;
  cpu_set_t allowed_, others_;
};
#else
class Maker {
 public:
  void send_off(std::thread& /*thread*/) const {}
  void leave() const {}
};
#endif

}  // namespace

std::thread begin_thread(std::function<void()> work) {
  const Maker maker;
  std::thread thread([maker, work = std::move(work)] {
    maker.leave();
    work();
  });
  maker.send_off(thread);
  return thread;
}

}  // namespace paperlint
