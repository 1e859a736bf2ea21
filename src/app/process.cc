// Input and complaints of the program go through temporary files, so that nobody waits for anybody: only its output is
// a pipe, which is read to the end.
#include "app/process.h"

#if !defined(_WIN32)

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "app/read.h"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace paperlint {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

/// The two ends of a pipe.
class Pipe {
 public:
  Pipe() {
    if (::pipe(ends_) != 0) return;
    for (const int end : ends_) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    for (const int end : ends_)
      if (end >= 0) ::close(end);
  }
  [[nodiscard]] bool is_open() const { return ends_[0] >= 0; }
  [[nodiscard]] int in() const { return ends_[1]; }
  void close_in() {
    ::close(ends_[1]);
    ends_[1] = -1;
  }
  [[nodiscard]] std::string read() const {
    std::string bytes;
    for (char part[65536];;) {
      const ::ssize_t got = ::read(ends_[0], part, sizeof part);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return bytes;
      bytes.append(part, static_cast<std::size_t>(got));
    }
  }

 private:
  int ends_[2] = {-1, -1};
};

std::string contents(std::FILE* file) {
  constexpr std::size_t kMost = 65536;
  std::string bytes(kMost, '\0');
  std::rewind(file);
  bytes.resize(std::fread(bytes.data(), 1, kMost, file));
  return bytes;
}

/// 0, or the `errno` that says why not.
int spawn(::pid_t& child, const std::vector<std::string>& command, int in, int out, int err) {
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));  // as POSIX has it
  words.push_back(nullptr);
  ::posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  const int error = ::posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

Finished run_program(const std::vector<std::string>& command, std::string_view input) {
  Finished finished;
  const File in(std::tmpfile()), err(std::tmpfile());
  Pipe out;
  if (!in || !err || !out.is_open()) return {reason(errno), -1, {}, {}};
  const bool written = input.empty() || std::fwrite(input.data(), 1, input.size(), in.get()) == input.size();
  if (!written || std::fflush(in.get()) != 0) return {reason(errno), -1, {}, {}};
  std::rewind(in.get());
  ::pid_t child = 0;
  if (const int error = spawn(child, command, ::fileno(in.get()), out.in(), ::fileno(err.get())); error != 0)
    return {reason(error), -1, {}, {}};
  out.close_in();
  finished.out = out.read();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  finished.err = contents(err.get());
  return finished;
}

}  // namespace paperlint

#endif
