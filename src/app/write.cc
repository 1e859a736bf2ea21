// The new bytes go to a file of their own in the same folder, are flushed to the disk, and take the
// old one's name by `rename`, which is one step for all who look. Right before it the old file
// is read again: an editor may have saved it while we were thinking. (Between that look and the
// rename an instant remains that no system call closes.)
//
// A file with several hard links is refused. Renaming would part the names, which breaks a link
// that somebody made on purpose; writing in place would change all names, also those in a backup
// that was made of links, and could leave half a file. The user knows which of the two is meant.
#include "app/write.h"

#include <cerrno>
#include <system_error>

#include "app/read.h"
#include "text/source.h"

#if defined(_WIN32)
#include <fstream>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace paperlint {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kThere = "is there already, so it was not written";

/// A link that leads nowhere takes a name, too.
bool is_taken(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

std::string failed(std::string_view what, int error) { return std::string(what) + ": " + reason(error); }

/// Empty if the file still holds `before`.
std::string changed_meanwhile(const fs::path& path, std::string_view before) {
  const Bytes now = read_bytes(path, Source::kMaxSize);
  if (!now.error.empty()) return "not written, for it cannot be read again: " + now.error;
  return now.bytes == before ? "" : "not written, for it changed meanwhile; run again";
}

#if defined(_WIN32)

std::string write_beside(const fs::path& target, const fs::path& beside, std::string_view before,
                         std::string_view after) {
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(after.data(), static_cast<std::streamsize>(after.size()));
  file.close();
  if (!file) return failed("cannot be written", errno);
  if (std::string error = changed_meanwhile(target, before); !error.empty()) return error;
  std::error_code error;
  fs::rename(beside, target, error);
  return error ? failed("cannot be replaced", error.value()) : "";
}

std::string replace_target(const fs::path& target, std::string_view before, std::string_view after) {
  std::error_code error;
  if ((fs::status(target, error).permissions() & fs::perms::owner_write) == fs::perms::none)
    return "is read-only, so it was not written";
  if (fs::hard_link_count(target, error) > 1)
    return "has several hard links, so it was not written; --diff shows what to change";
  fs::path beside = target;
  beside += ".paperlint-new";
  std::string trouble = write_beside(target, beside, before, after);
  if (!trouble.empty()) fs::remove(beside, error);
  return trouble;
}

std::string create_target(const fs::path& target, std::string_view text) {
  std::error_code error;
  fs::path beside = target;
  beside += ".paperlint-new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  const bool written = static_cast<bool>(file);
  if (written) fs::create_hard_link(beside, target, error);
  const std::error_code trouble = error;
  fs::remove(beside, error);
  if (!written) return "cannot be written";
  if (trouble && is_taken(target)) return std::string(kThere);
  return trouble ? failed("cannot be written", trouble.value()) : "";
}

#else

/// A new file beside the target. It goes away unless it takes the target's place.
class Beside {
 public:
  explicit Beside(const fs::path& target, ::mode_t mode = S_IRUSR | S_IWUSR) : target_(target) {
    for (unsigned i = 0; i < 100; ++i) {
      path_ = target.parent_path() / (".paperlint-" + std::to_string(::getpid()) + "-" + std::to_string(i));
      file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (file_ >= 0 || errno != EEXIST) return;
    }
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    if (file_ < 0) return;
    close();
    if (!placed_) ::unlink(path_.c_str());
  }

  [[nodiscard]] bool is_open() const { return file_ >= 0; }

  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ::ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

  /// False where only root could: a file of somebody else must not become the user's own.
  bool take_owner(const struct stat& old) {
    struct stat now {};
    if (::fstat(file_, &now) != 0) return false;
    return (now.st_uid == old.st_uid && now.st_gid == old.st_gid) || ::fchown(file_, old.st_uid, old.st_gid) == 0;
  }
  /// After the owner, for a change of that clears parts of the mode.
  bool take_mode(const struct stat& old) { return ::fchmod(file_, old.st_mode & 07777) == 0; }

  bool flush() { return ::fsync(file_) == 0 || errno == EINVAL || errno == ENOTSUP; }
  bool close() {
    if (closed_) return true;
    closed_ = true;
    return ::close(file_) == 0;
  }
  /// Also gives the bytes the target's name, if nobody else has it.
  std::error_code place_new() {
    std::error_code error;
    fs::create_hard_link(path_, target_, error);
    return error;
  }
  bool place() { return placed_ = ::rename(path_.c_str(), target_.c_str()) == 0; }

 private:
  const fs::path& target_;
  fs::path path_;
  int file_ = -1;
  bool closed_ = false, placed_ = false;
};

/// After a crash the folder must not know the old name only. A system that cannot do it has its
/// reasons.
void flush_folder(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

std::string replace_target(const fs::path& target, std::string_view before, std::string_view after) {
  struct stat old {};
  if (::stat(target.c_str(), &old) != 0) return failed("cannot be written", errno);
  if (!S_ISREG(old.st_mode)) return "is no regular file, so it was not written";
  if (old.st_nlink > 1) return "has several hard links, so it was not written; --diff shows what to change";
  if (::access(target.c_str(), W_OK) != 0) return failed("cannot be written", errno);
  Beside beside(target);
  if (!beside.is_open()) return failed("cannot be written, for its folder takes no new file", errno);
  if (!beside.take_owner(old))
    return "belongs to another user or group, which could not be kept, so it was not written";
  if (!beside.write(after) || !beside.take_mode(old) || !beside.flush() || !beside.close())
    return failed("cannot be written", errno);
  if (std::string error = changed_meanwhile(target, before); !error.empty()) return error;
  if (!beside.place()) return failed("cannot be replaced", errno);
  flush_folder(target.parent_path());
  return "";
}

std::string create_target(const fs::path& target, std::string_view text) {
  constexpr ::mode_t kMode = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;  // less what the umask takes
  Beside beside(target, kMode);
  if (!beside.is_open()) return failed("cannot be written, for its folder takes no new file", errno);
  if (!beside.write(text) || !beside.flush() || !beside.close()) return failed("cannot be written", errno);
  const std::error_code error = beside.place_new();
  if (error == std::errc::file_exists) return std::string(kThere);
  // A file system without hard links: nothing but a look tells whether the name is free.
  if (error && (is_taken(target) || !beside.place())) return failed("cannot be written", error.value());
  flush_folder(target.parent_path());
  return "";
}

#endif

}  // namespace

std::string replace_file(const fs::path& path, std::string_view before, std::string_view after) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  return error ? failed("cannot be written", error.value()) : replace_target(target, before, after);
}

std::string create_file(const fs::path& path, std::string_view text) {
  if (is_taken(path)) return std::string(kThere);
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  return error ? failed("cannot be written", error.value()) : create_target(path, text);
}

}  // namespace paperlint
