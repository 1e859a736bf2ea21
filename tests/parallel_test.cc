// Work on many things at once.
#include "app/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace paperlint {
namespace {

TEST(Parallel, ResultsAreTakenInOrderEachAfterItsWork) {
  for (const unsigned jobs : {1U, 2U, 4U, 64U})
    for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
      std::vector<int> made(count);
      std::size_t next = 0;
      in_order(
          count, jobs, [&](std::size_t i) { made[i] = 1; },
          [&](std::size_t i) {
            EXPECT_EQ(i, next++);
            EXPECT_EQ(made[i], 1);
          });
      EXPECT_EQ(next, count);
    }
}

TEST(Parallel, OneJobOrOneThingToDoStartsNoThread) {
  const auto all_here = [](std::size_t count, unsigned jobs) {
    const auto here = std::this_thread::get_id();
    bool all = true;
    in_order(
        count, jobs, [&](std::size_t) { all = all && std::this_thread::get_id() == here; }, [](std::size_t) {});
    return all;
  };
  EXPECT_TRUE(all_here(50, 1));
  EXPECT_TRUE(all_here(1, 8));
}

TEST(Parallel, WorksAreBegunOnlyAFewAheadOfWhatWasTaken) {
  std::atomic<std::size_t> begun{0};
  std::size_t most = 0;
  in_order(
      5000, 4, [&](std::size_t) { ++begun; }, [&](std::size_t i) { most = std::max(most, begun.load() - i); });
  EXPECT_LE(most, 33U);
}

TEST(Parallel, WhatAWorkThrowsIsThrownInItsTurn) {
  for (const unsigned jobs : {1U, 4U}) {
    std::size_t taken = 0;
    const auto run = [&] {
      in_order(
          100, jobs,
          [](std::size_t i) {
            if (i == 10 || i == 11) throw std::runtime_error("work " + std::to_string(i));
          },
          [&](std::size_t) { ++taken; });
    };
    try {
      run();
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "work 10");
    }
    EXPECT_EQ(taken, 10U);
  }
}

}  // namespace
}  // namespace paperlint
