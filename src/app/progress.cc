#include "app/progress.h"

#include <string>

#include "report/words.h"

namespace paperlint {

void Progress::show(std::size_t done, std::size_t all) {
  if (!on_ || done >= all) return;
  const Clock::time_point now = now_();
  if (now < next_) return;
  next_ = now + kPause;
  const std::string line = "checked " + grouped(done) + " of " + counted(all, "file");
  err_ << '\r' << line << std::flush;  // never shorter than the one before
  width_ = line.size();
}

void Progress::clear() {
  if (width_ == 0) return;
  err_ << '\r' << std::string(width_, ' ') << '\r' << std::flush;
  width_ = 0;
}

}  // namespace paperlint
