// Calls are seen where the kernel takes them, so that those of libraries count too and a static program is as good as
// any.
#include "support/traced.h"

#if defined(PAPERLINT_TRACED)

#include <elf.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr int kNone = -1;

/// What a call is named, and which of its arguments is a path; without one the first is an open file.
struct Known {
  long number;
  const char* name;
  int path;
};

constexpr Known kKnown[] = {
#if defined(SYS_open)
    {SYS_open, "open", 0},           {SYS_stat, "stat", 0},
    {SYS_lstat, "stat", 0},          {SYS_access, "access", 0},
    {SYS_rename, "rename", 0},       {SYS_link, "link", 0},
    {SYS_unlink, "unlink", 0},       {SYS_mkdir, "mkdir", 0},
    {SYS_rmdir, "unlink", 0},        {SYS_readlink, "readlink", 0},
    {SYS_chmod, "chmod", 0},
#endif
#if defined(SYS_renameat)
    {SYS_renameat, "rename", 1},
#endif
#if defined(SYS_newfstatat)
    {SYS_newfstatat, "stat", 1},
#endif
#if defined(SYS_faccessat2)
    {SYS_faccessat2, "access", 1},
#endif
#if defined(SYS_statx)
    {SYS_statx, "stat", 1},
#endif
    {SYS_openat, "open", 1},         {SYS_faccessat, "access", 1},
    {SYS_renameat2, "rename", 1},    {SYS_linkat, "link", 1},
    {SYS_unlinkat, "unlink", 1},     {SYS_mkdirat, "mkdir", 1},
    {SYS_readlinkat, "readlink", 1}, {SYS_fchmodat, "chmod", 1},
    {SYS_fstat, "fstat", kNone},     {SYS_read, "read", kNone},
    {SYS_readv, "read", kNone},      {SYS_pread64, "read", kNone},
    {SYS_write, "write", kNone},     {SYS_writev, "writev", kNone},
    {SYS_pwrite64, "write", kNone},  {SYS_fsync, "fsync", kNone},
    {SYS_fdatasync, "fsync", kNone}, {SYS_fchmod, "fchmod", kNone},
    {SYS_fchown, "fchown", kNone},   {SYS_ftruncate, "truncate", kNone},
    {SYS_close, "close", kNone},     {SYS_flock, "flock", kNone},
    {SYS_lseek, "seek", kNone},      {SYS_getdents64, "list", kNone},
    {SYS_fcntl, "fcntl", kNone},     {SYS_dup, "dup", kNone},
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// From the folder; empty where it lies elsewhere.
std::string below(const std::string& folder, const std::string& path) {
  if (path.empty() || path.front() != '/') return path.empty() ? "." : path;
  if (path == folder) return ".";
  return path.substr(0, folder.size() + 1) == folder + '/' ? path.substr(folder.size() + 1) : "";
}

/// Makes another call of the one that is about to be made.
void set_call(::pid_t child, int number) {
#if defined(__x86_64__)
  ::ptrace(PTRACE_POKEUSER, child, offsetof(user_regs_struct, orig_rax), static_cast<long>(number));
#else
  iovec data{&number, sizeof number};
  ::ptrace(PTRACE_SETREGSET, child, NT_ARM_SYSTEM_CALL, &data);
#endif
}

void set_result(::pid_t child, long value) {
#if defined(__x86_64__)
  ::ptrace(PTRACE_POKEUSER, child, offsetof(user_regs_struct, rax), value);
#else
  user_regs_struct registers{};
  iovec data{&registers, sizeof registers};
  ::ptrace(PTRACE_GETREGSET, child, NT_PRSTATUS, &data);
  registers.regs[0] = static_cast<unsigned long long>(value);
  ::ptrace(PTRACE_SETREGSET, child, NT_PRSTATUS, &data);
#endif
}

void set_third(::pid_t child, unsigned long value) {
#if defined(__x86_64__)
  ::ptrace(PTRACE_POKEUSER, child, offsetof(user_regs_struct, rdx), value);
#else
  user_regs_struct registers{};
  iovec data{&registers, sizeof registers};
  ::ptrace(PTRACE_GETREGSET, child, NT_PRSTATUS, &data);
  registers.regs[2] = value;
  ::ptrace(PTRACE_SETREGSET, child, NT_PRSTATUS, &data);
#endif
}

__ptrace_syscall_info info(::pid_t child) {
  __ptrace_syscall_info made{};
  ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof made, &made);
  return made;
}

/// Lets the kernel stop at the calls that are known, and at no others, which are many more.
bool stop_at_known_calls() {
  constexpr auto kCount = std::size(kKnown);
  std::vector<sock_filter> program{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < kCount; ++i)
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(kKnown[i].number),
                               static_cast<std::uint8_t>(kCount - i), 0));
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}

[[noreturn]] void become(const Traces& traces) {
  ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  const auto open = [](const fs::path& path, int flags, int as) { ::dup2(::open(path.c_str(), flags, 0644), as); };
  open("/dev/null", O_RDONLY, 0);
  open(traces.streams / "out", O_WRONLY | O_CREAT | O_TRUNC, 1);
  open(traces.streams / "err", O_WRONLY | O_CREAT | O_TRUNC, 2);
  constexpr ::uid_t kNobody = 65534;
  if (traces.as_nobody && (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
    ::_exit(126);
  if (::chdir(traces.folder.c_str()) != 0) ::_exit(126);
  ::unsetenv("GITHUB_ACTIONS");
  ::unsetenv("GITHUB_STEP_SUMMARY");
  ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // leaks are looked for by tracing, and nobody is traced by two
  std::vector<char*> words{const_cast<char*>("paperlint")};
  for (const std::string& word : traces.arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::raise(SIGSTOP);  // until the options are set
  if (!stop_at_known_calls()) ::_exit(126);
  ::execv(PAPERLINT_BINARY, words.data());
  ::_exit(127);
}

}  // namespace

Traced::Traced(const Traces& traces) : traces_(traces) {
  child_ = ::fork();
  if (child_ == 0) become(traces_);
  ended_ = child_ < 0 || ::waitpid(child_, &status_, 0) != child_ || !WIFSTOPPED(status_);
  if (!ended_) ::ptrace(PTRACE_SETOPTIONS, child_, nullptr, PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL);
}

Traced::~Traced() {
  if (ended_) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, &status_, 0);
}

bool Traced::possible() {
  const fs::path folder = fs::temp_directory_path();
  Traced run({folder, "/dev/null", {"--version"}, false});
  return !run.ended_ && run.next();
}

/// Goes on until before the next call; false at the end. A run that was killed cannot be asked to go on.
bool Traced::next() {
  int signal = 0;
  while (!ended_) {
    ::ptrace(PTRACE_CONT, child_, nullptr, static_cast<long>(signal));
    ended_ = ::waitpid(child_, &status_, 0) != child_ || !WIFSTOPPED(status_);
    if (ended_) break;
    if (status_ >> 8 == (SIGTRAP | (PTRACE_EVENT_SECCOMP << 8))) return true;
    signal = WSTOPSIG(status_) == SIGTRAP ? 0 : WSTOPSIG(status_);  // that of a program that begins
  }
  return false;
}

std::string Traced::text(std::uintptr_t at) const {
  std::string made;
  for (char part[64];;) {
    const std::size_t size = sizeof part - at % sizeof part;  // never into a page that may not be there
    const iovec here{part, size}, there{reinterpret_cast<void*>(at), size};
    if (::process_vm_readv(child_, &here, 1, &there, 1, 0) != static_cast<::ssize_t>(size)) return made;
    const std::string_view bytes(part, size);
    made += bytes.substr(0, bytes.find('\0'));
    if (bytes.find('\0') != std::string_view::npos) return made;
    at += size;
  }
}

/// What an open file is named; "/" where it is none.
std::string Traced::path_of(int file) const {
  std::error_code error;
  const fs::path path = fs::read_symlink("/proc/" + std::to_string(child_) + "/fd/" + std::to_string(file), error);
  return error || path.is_relative() ? "/" : path.string();
}

/// Without a name where it does not count.
Call Traced::call() const {
  const auto made = info(child_).seccomp;
  for (const Known& known : kKnown) {
    if (static_cast<unsigned long>(known.number) != made.nr) continue;
    const std::string folder = traces_.folder.string();
    std::string file;
    const auto number = static_cast<int>(made.args[0]);
    const bool writes = std::string_view(known.name).substr(0, 5) == "write";
    if (known.path != kNone) file = text(static_cast<std::uintptr_t>(made.args[known.path]));
    if (known.path == kNone && (number == 1 || number == 2))
      file = !writes ? "" : number == 1 ? "<out>" : "<err>";
    else if (known.path == 0 || !file.empty())
      file = below(folder, file);
    else
      file = below(folder, path_of(number));
    return file.empty() ? Call{} : Call{known.name, std::move(file)};
  }
  return {};
}

void Traced::apply(const Fate& fate) {
  switch (fate.kind) {
    case Fate::Kind::goes_on:
      break;
    case Fate::Kind::fails: {
      set_call(child_, -1);  // none
      set_result(child_, -fate.number);
      break;
    }
    case Fate::Kind::is_cut_short: {
      const auto whole = static_cast<unsigned long>(info(child_).seccomp.args[2]);
      set_third(child_, whole > 1 ? whole / 2 : whole);
      break;
    }
    case Fate::Kind::kills:
    case Fate::Kind::signals:
      ::kill(child_, fate.kind == Fate::Kind::kills ? SIGKILL : fate.number);
      break;
  }
}

bool Traced::run_to(const std::function<bool(const Call&)>& here) {
  while (next()) {
    const Call made = call();
    if (!made.name.empty() && here(made)) return true;
  }
  return false;
}

Ended Traced::finish(const Judge& judge) {
  while (next()) {
    const Call made = judge ? call() : Call{};
    if (!made.name.empty()) apply(judge(made));
  }
  Ended ended;
  if (WIFEXITED(status_)) ended.code = WEXITSTATUS(status_);
  if (WIFSIGNALED(status_)) ended.signal = WTERMSIG(status_);
  ended.out = bytes_of(traces_.streams / "out");
  ended.err = bytes_of(traces_.streams / "err");
  return ended;
}

}  // namespace paperlint

#endif
