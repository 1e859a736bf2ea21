// measure ROUNDS -- COMMAND -- COMMAND...: runs whole processes in turn, so that a slow moment of the machine meets
// them all, their output thrown away. Prints a line for each command, in order, with tabs between: the median, the
// least and the most time in milliseconds, the rounds, and the most memory in KiB. Exit codes 0 and 1 are both right: a
// linter has findings.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

extern char** environ;

namespace {

struct Command {
  std::vector<char*> words;  // the last is null
  std::vector<double> times;
  long memory = 0;
};

std::vector<Command> commands_of(char** words, char** end) {
  std::vector<Command> commands;
  for (; words != end; ++words) {
    if (std::string_view(*words) == "--")
      commands.emplace_back();
    else if (!commands.empty())
      commands.back().words.push_back(*words);
  }
  for (Command& command : commands) command.words.push_back(nullptr);
  return commands;
}

bool run(Command& command, const posix_spawn_file_actions_t& actions) {
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, command.words[0], &actions, nullptr, command.words.data(), environ) != 0) return false;
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child) return false;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  command.times.push_back(took.count());
#ifdef __APPLE__
  used.ru_maxrss /= 1024;  // bytes there
#endif
  command.memory = std::max(command.memory, used.ru_maxrss);
  return WIFEXITED(status) && WEXITSTATUS(status) <= 1;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
  std::vector<Command> commands = commands_of(argv + std::min(argc, 2), argv + argc);
  if (rounds < 1 || commands.empty()) {
    std::fprintf(stderr, "usage: measure ROUNDS -- COMMAND [-- COMMAND]...\n");
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {1, 2}) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  for (int round = 0; round < rounds; ++round)
    for (Command& command : commands)
      if (command.words[0] == nullptr || !run(command, actions)) {
        std::fprintf(stderr, "measure: %s failed\n", command.words[0] == nullptr ? "nothing" : command.words[0]);
        return 2;
      }
  for (Command& command : commands) {
    std::sort(command.times.begin(), command.times.end());
    std::printf("%.4f\t%.4f\t%.4f\t%d\t%ld\n", command.times[command.times.size() / 2], command.times.front(),
                command.times.back(), rounds, command.memory);
  }
  return 0;
}
