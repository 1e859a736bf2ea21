#include "text/threads.h"

#include <utility>

#ifdef __linux__
#include <pthread.h>
#include <sched.h>
#endif

namespace paperlint {
namespace {

#ifdef __linux__
/// Whatever fails, the thread stays where it is.
void move_off(std::thread& thread) {
  cpu_set_t allowed;
  if (pthread_getaffinity_np(pthread_self(), sizeof allowed, &allowed) != 0) return;
  cpu_set_t others = allowed;
  const int here = sched_getcpu();
  if (here < 0 || here >= CPU_SETSIZE) return;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) == 0) return;
  pthread_setaffinity_np(thread.native_handle(), sizeof others, &others);
  pthread_setaffinity_np(thread.native_handle(), sizeof allowed, &allowed);
}
#else
void move_off(std::thread& /*thread*/) {}
#endif

}  // namespace

std::thread begin_thread(std::function<void()> work) {
  std::thread thread(std::move(work));
  move_off(thread);
  return thread;
}

}  // namespace paperlint
