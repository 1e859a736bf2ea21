#include "app/parallel.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "text/threads.h"

namespace paperlint {
namespace {

using Work = std::function<void(std::size_t)>;

/// Works in order, done by several threads: that of the caller and those that help.
class Queue {
 public:
  Queue(std::size_t count, std::size_t ahead, const Work& work) : work_(work), ahead_(ahead), done_(count) {}
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;

  ~Queue() {
    {
      const std::lock_guard lock(mutex_);
      next_ = done_.size();
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  /// Where the system has no more threads, fewer help.
  void start(std::size_t threads) {
    threads_.reserve(threads);
    try {
      while (threads_.size() < threads) threads_.push_back(begin_thread([this] { help(); }));
    } catch (const std::system_error&) {
    }
  }

  /// Returns when a work is done; until then, does others. They have to be asked for in order.
  void wait(std::size_t index) {
    std::unique_lock lock(mutex_);
    while (done_[index] == 0) {
      if (may_begin())
        do_next(lock);
      else
        ready_.wait(lock);
    }
    taken_ = index + 1;
    room_.notify_one();
    if (const auto error = errors_.find(index); error != errors_.end()) std::rethrow_exception(error->second);
  }

 private:
  [[nodiscard]] bool may_begin() const { return next_ < done_.size() && next_ < taken_ + ahead_; }

  void help() {
    std::unique_lock lock(mutex_);
    while (next_ < done_.size()) {
      if (may_begin())
        do_next(lock);
      else
        room_.wait(lock);
    }
  }

  void do_next(std::unique_lock<std::mutex>& lock) {
    const std::size_t index = next_++;
    std::exception_ptr error;
    lock.unlock();
    try {
      work_(index);
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    done_[index] = 1;
    if (error) errors_.emplace(index, error);
    if (index == taken_) ready_.notify_one();
    if (next_ == done_.size()) room_.notify_all();
  }

  const Work& work_;
  const std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable ready_, room_;  // the work that is waited for is done; there may be another to begin
  std::vector<char> done_;
  std::map<std::size_t, std::exception_ptr> errors_;
  std::size_t next_ = 0, taken_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace

void in_order(std::size_t count, unsigned jobs, const Work& work, const Work& take) {
  constexpr std::size_t kAhead = 8;  // works for each thread
  const std::size_t threads = std::min<std::size_t>(jobs, count);
  if (threads < 2) {
    for (std::size_t i = 0; i < count; ++i) {
      work(i);
      take(i);
    }
    return;
  }
  Queue queue(count, threads * kAhead, work);
  queue.start(threads - 1);
  for (std::size_t i = 0; i < count; ++i) {
    queue.wait(i);
    take(i);
  }
}

unsigned available_jobs() { return std::max(std::thread::hardware_concurrency(), 1U); }

}  // namespace paperlint
