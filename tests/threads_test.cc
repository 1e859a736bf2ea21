// Two things at once.
#include "text/threads.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>

namespace paperlint {
namespace {

TEST(Threads, BothAreDoneTheSecondBesideTheFirstOrAfterIt) {
  for (const bool beside : {false, true}) {
    int first = 0, second = 0;
    std::thread::id of_first, of_second;
    both(
        beside,
        [&] {
          first = 1;
          of_first = std::this_thread::get_id();
        },
        [&] {
          second = 1;
          of_second = std::this_thread::get_id();
        });
    EXPECT_EQ(first + second, 2);
    EXPECT_EQ(of_first, std::this_thread::get_id());
    EXPECT_EQ(of_first == of_second, !beside);
  }
}

std::string thrown(bool beside, bool by_first, bool by_second, int& done) {
  const auto work = [&done](const char* name, bool throws) {
    return [&done, name, throws] {
      if (throws) throw std::runtime_error(name);
      ++done;
    };
  };
  try {
    both(beside, work("first", by_first), work("second", by_second));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Threads, WhatOneThrowsIsThrownWhenBothHaveEnded) {
  for (const bool beside : {false, true}) {
    int done = 0;
    EXPECT_EQ(thrown(beside, true, false, done), "first");
    EXPECT_EQ(done, 1);
    EXPECT_EQ(thrown(beside, false, true, done), "second");
    EXPECT_EQ(done, 2);
    EXPECT_EQ(thrown(beside, true, true, done), "first");
    EXPECT_EQ(done, 2);
    EXPECT_EQ(thrown(beside, false, false, done), "");
    EXPECT_EQ(done, 4);
  }
}

TEST(Threads, AThreadDoesItsWork) {
  for (int i = 0; i < 50; ++i) {
    int done = 0;
    begin_thread([&] { done = 1; }).join();
    EXPECT_EQ(done, 1);
  }
}

}  // namespace
}  // namespace paperlint
