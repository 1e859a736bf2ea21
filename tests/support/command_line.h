// Running the program in a folder of lists.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "support/temp_folder.h"

namespace paperlint {

/// The program, as a shell takes it.
#define PROGRAM "'" PAPERLINT_BINARY "'"

struct Ran {
  int code = -1;
  std::string out, err;
};

/// A folder of lists in which the program is run.
class CommandLine : public ::testing::Test {
 protected:
  Ran run(const std::string& arguments, const std::string& input = "") const {
    return shell(PROGRAM " " + arguments, input);
  }

  Ran shell(const std::string& command, const std::string& input = "") const {
    streams_.write("in", input);
    const std::string to = streams_.path().string();
    const std::string whole =  // also in GitHub Actions it is the test that says so
        "unset GITHUB_ACTIONS GITHUB_STEP_SUMMARY; cd '" + folder.path().string() + "' && { " + command + " ; } <" +
        to + "/in >" + to + "/out 2>" + to + "/err";
    const int status = std::system(whole.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, streams_.read("out"), streams_.read("err")};
  }

  void write(const std::string& name, const std::string& text) const { folder.write(name, text); }
  std::string read(const std::string& name) const { return folder.read(name); }

  TempFolder folder;

 private:
  TempFolder streams_;
};

inline std::string paper(const std::string& tag, const std::string& title, const std::string& address) {
  return "- [" + tag + "] [" + title + "](https://example.org/" + address + ")\n";
}

inline std::string clean_list(const std::string& name = "This List") {
  std::string text = "# Papers\n\n## Systems\n\n";
  for (int i = 1; i <= 21; ++i) {
    const std::string number = std::to_string(i);
    text += paper("OSDI'24", "Some Title Number " + number + " of " + name, number);
  }
  return text;
}
/// A warning with a safe fix, on line 26.
inline std::string list_without_apostrophe() {
  return clean_list() + paper("OSDI24", "Another Title That Lacks Its Mark", "x");
}
/// An error, on line 26.
inline std::string list_with_a_copy() {
  return clean_list() + paper("OSDI'24", "Some Title Number 7 of This List", "7");
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace paperlint
