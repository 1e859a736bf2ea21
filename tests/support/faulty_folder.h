// A folder of lists in which the program runs and meets faults.
#pragma once

#include "support/traced.h"

#if defined(PAPERLINT_TRACED)

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/command_line.h"

namespace paperlint {

/// What stands in each file of a folder.
using Texts = std::map<std::string, std::string>;

class FaultyFolder : public ::testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "what the system does to the program is tried without the sanitizers";
#endif
    if (!Traced::possible()) GTEST_SKIP() << "no program may be traced here";
  }

  /// Makes the folder new, with these files.
  void fill(const Texts& texts) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) std::filesystem::remove_all(entry);
    for (const auto& [name, text] : texts) folder.write(name, text);
  }
  [[nodiscard]] Texts texts() const {
    Texts all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
      if (!entry.is_directory()) all[entry.path().lexically_relative(folder.path()).string()] = read(entry.path());
    return all;
  }

  [[nodiscard]] Traces traces(std::vector<std::string> arguments) const {
    return {folder.path(), streams.path(), std::move(arguments), false};
  }
  Ended run(const std::vector<std::string>& arguments, const Traced::Judge& judge = nullptr) const {
    return Traced(traces(arguments)).finish(judge);
  }

  /// Runs the program again and again; each time the next call meets its fate, until a run has no more calls that do
  /// not just go on. `look` sees each run, and the call.
  void each_call(const Texts& before, const std::vector<std::string>& arguments,
                 const std::function<Fate(const Call&)>& fate,
                 const std::function<void(const Call&, const Ended&)>& look) const {
    for (std::size_t number = 0;; ++number) {
      fill(before);
      Call faulty;
      std::size_t judged = 0;
      const Ended ended = run(arguments, [&](const Call& call) {
        const Fate met = fate(call);
        if (met.kind == Fate::Kind::goes_on || judged++ != number) return Fate{};
        faulty = call;
        return met;
      });
      if (judged <= number) {
        EXPECT_GT(number, 0U) << "there was no such call";
        return;
      }
      SCOPED_TRACE("call " + std::to_string(number) + ", " + faulty.name + " " + faulty.file + "\n" + ended.out +
                   ended.err);
      look(faulty, ended);
      if (HasFatalFailure() || HasFailure()) return;  // one is enough to read
    }
  }

  /// Names that the program has left.
  [[nodiscard]] static std::string leftovers(const Texts& now) {
    std::string names;
    for (const auto& [name, text] : now)
      if (name.find(".paperlint-") != std::string::npos) names += name + " ";
    return names;
  }

  static std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TempFolder folder, streams;
};

}  // namespace paperlint

#endif
