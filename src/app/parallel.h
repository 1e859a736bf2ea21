// Work on many things at once.
#pragma once

#include <cstddef>
#include <functional>

namespace paperlint {

/// Runs `work(i)` for each i below `count`, up to `jobs` of them at once, and `take(i)` on the calling thread, in
/// order. What `work` throws is thrown where its result would have been taken. Works are begun in order and only so
/// far ahead of what was taken that few results wait. With one job, or one thing to do, no thread is started.
void in_order(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work,
              const std::function<void(std::size_t)>& take);

/// How many works the machine can run at once, at least 1.
[[nodiscard]] unsigned available_jobs();

}  // namespace paperlint
