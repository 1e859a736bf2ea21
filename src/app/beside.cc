// A new file is locked for as long as its run lives, so that another run can tell a leftover from a file at work,
// whatever the numbers of processes say (two containers have numbers of their own). Its name is made of the target's:
// whoever writes the target after a run was killed comes upon what that run left.
//
// Between making a file and locking it, another run may take it for a leftover. Such a run has its lock while it takes
// the file away, so the maker sees that it has no lock, or that the file has no name any more, and makes another.
#include "app/beside.h"

#if !defined(_WIN32)

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <utility>

#include "text/hash.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr unsigned kNames = 100;  // more runs at once on one file than there are

/// Calls again what a signal has interrupted.
template <class Call>
auto whole(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

enum class Locked : std::uint8_t { yes, by_another, never };

Locked lock(int file) {
#if defined(__EMSCRIPTEN__)
  static_cast<void>(file);
  return Locked::never;
#else
  if (whole([&] { return ::flock(file, LOCK_EX | LOCK_NB); }) == 0) return Locked::yes;
  return errno == EWOULDBLOCK ? Locked::by_another : Locked::never;
#endif
}

bool is_same(int file, const fs::path& path) {
  struct stat open {
  }, named{};
  return ::fstat(file, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
         open.st_ino == named.st_ino;
}

bool has_no_name(int file) {
  struct stat open {};
  return ::fstat(file, &open) == 0 && open.st_nlink == 0;
}

enum class Leftover : std::uint8_t { none, empty, gone, in_use };

/// Takes a file away that no run has locked. An empty one tells nothing: it may have been made this instant.
Leftover take_away(const fs::path& path) {
  const int file = whole([&] { return ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC); });
  if (file < 0) return errno == ENOENT ? Leftover::none : Leftover::in_use;
  struct stat open {};
  const bool gone = lock(file) == Locked::yes && is_same(file, path) && ::unlink(path.c_str()) == 0;
  const bool empty = ::fstat(file, &open) == 0 && open.st_size == 0;
  ::close(file);
  return !gone ? Leftover::in_use : empty ? Leftover::empty : Leftover::gone;
}

/// After a crash the folder must not know the old name only. A system that cannot do it has its
/// reasons.
void flush_folder(const fs::path& folder) {
  const int file = whole([&] { return ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC); });
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

Beside::Beside(fs::path target, Readers readers) : target_(std::move(target)) {
  constexpr ::mode_t kOwn = S_IRUSR | S_IWUSR, kAll = kOwn | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;  // less the umask
  const ::mode_t mode = readers == Readers::nobody_else ? kOwn : kAll;
  for (unsigned i = 0; i < kNames && file_ < 0; ++i) {
    path_ = name(i);
    found_leftover_ = take_away(path_) == Leftover::gone || found_leftover_;
    file_ = whole([&] { return ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode); });
    error_ = file_ < 0 ? errno : 0;
    if (error_ != 0 && error_ != EEXIST) return;
    if (error_ == 0 && (lock(file_) == Locked::by_another || has_no_name(file_))) {
      ::close(std::exchange(file_, -1));
      error_ = EEXIST;
    }
    if (error_ == 0) sweep(i + 1);
  }
}

Beside::~Beside() {
  if (file_ < 0) return;
  if (!placed_) ::unlink(path_.c_str());
  ::close(file_);
}

/// Hidden, and no Markdown by its name, so that nobody takes it for a list.
fs::path Beside::name(unsigned number) const {
  const std::uint64_t hash = fnv1a(target_.filename().string());  // the name itself may be as long as a name can be
  return target_.parent_path() / (".paperlint-" + std::to_string(hash) + '-' + std::to_string(number));
}

/// Where several runs at once were killed there are several leftovers.
void Beside::sweep(unsigned first) {
  for (unsigned i = first; i < kNames; ++i) {
    const Leftover leftover = take_away(name(i));
    if (leftover == Leftover::none) return;
    found_leftover_ = found_leftover_ || leftover == Leftover::gone;
  }
}

bool Beside::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ::ssize_t written = whole([&] { return ::write(file_, bytes.data(), bytes.size()); });
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool Beside::take_rights(bool& owner) {
  struct stat old {
  }, now{};
  owner = false;
  if (::stat(target_.c_str(), &old) != 0 || ::fstat(file_, &now) != 0) return false;
  owner = now.st_uid != old.st_uid || now.st_gid != old.st_gid;
  if (owner && whole([&] { return ::fchown(file_, old.st_uid, old.st_gid); }) != 0) return false;
  owner = false;  // the mode comes after it: a change of the owner clears parts of that
  return whole([&] { return ::fchmod(file_, old.st_mode & 07777); }) == 0;
}

/// Some file systems tell only at the end that bytes were lost. The file stays open, for with it goes its lock.
bool Beside::flush() {
  if (whole([&] { return ::fsync(file_); }) != 0 && errno != EINVAL && errno != ENOTSUP) return false;
  const int copy = whole([&] { return ::dup(file_); });
  return copy >= 0 && (::close(copy) == 0 || errno == EINTR);
}

std::error_code Beside::place() {
  if (::rename(path_.c_str(), target_.c_str()) != 0) return {errno, std::generic_category()};
  placed_ = true;
  ::close(std::exchange(file_, -1));  // and with it the lock: the file is the target now, which others may write
  flush_folder(target_.parent_path());
  return {};
}

std::error_code Beside::place_new() {
  std::error_code error;
  fs::create_hard_link(path_, target_, error);
  if (!error) flush_folder(target_.parent_path());
  return error;
}

Lock::Lock(const fs::path& path) : file_(whole([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })) {
  if (file_ >= 0) held_ = lock(file_) != Locked::by_another && is_same(file_, path);
}

Lock::~Lock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace paperlint

#endif
