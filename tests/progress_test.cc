// The line that tells how far a run has come.
#include "app/progress.h"

#include <gtest/gtest.h>

#include <sstream>

namespace paperlint {
namespace {

using std::chrono::milliseconds;

class ProgressTest : public ::testing::Test {
 protected:
  std::string told() {
    std::string text = err.str();
    err.str("");
    return text;
  }
  std::ostringstream err;
  Progress::Clock::time_point time;
  Progress progress{err, true, [this] { return time; }};
};

TEST_F(ProgressTest, BeginsAfterASecondAndIsWrittenOverInPlace) {
  progress.show(5, 100'000);
  time += milliseconds(999);
  progress.show(900, 100'000);
  progress.clear();
  EXPECT_EQ(told(), "");
  time += milliseconds(1);
  progress.show(1234, 100'000);
  EXPECT_EQ(told(), "\rchecked 1,234 of 100,000 files");
  time += milliseconds(50);
  progress.show(1300, 100'000);
  EXPECT_EQ(told(), "");
  time += milliseconds(50);
  progress.show(2345, 100'000);
  EXPECT_EQ(told(), "\rchecked 2,345 of 100,000 files");
  progress.clear();
  EXPECT_EQ(told(), "\r" + std::string(30, ' ') + "\r");
  progress.clear();
  EXPECT_EQ(told(), "");
}

TEST_F(ProgressTest, SaysNothingWhenAllIsDone) {
  time += milliseconds(5000);
  progress.show(3, 3);
  EXPECT_EQ(told(), "");
}

TEST_F(ProgressTest, IsOffWhereNobodyLooks) {
  Progress off(err, false, [this] { return time; });
  time += milliseconds(5000);
  off.show(1, 3);
  off.clear();
  EXPECT_EQ(told(), "");
}

}  // namespace
}  // namespace paperlint
