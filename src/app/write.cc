// The new bytes go to a file of their own in the same folder, are flushed to the disk, and take the old one's name by
// `rename`, which is one step for all who look. Right before it the old file is read again: an editor may have saved it
// while we were thinking. Another run of paperlint is kept out by a lock; between that look and the rename an instant
// remains for others, which no system call closes.
//
// A file with several hard links is refused. Renaming would part the names, which breaks a link that somebody made on
// purpose; writing in place would change all names, also those in a backup that was made of links, and could leave half
// a file. The user knows which of the two is meant.
#include "app/write.h"

#include <cerrno>
#include <system_error>

#include "app/read.h"
#include "app/signals.h"
#include "text/source.h"

#if !defined(_WIN32)
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
std::string failed(std::string_view what, const std::error_code& error) { return failed(what, error.value()); }

/// Empty if the file still holds `before`.
std::string changed_meanwhile(const fs::path& path, std::string_view before) {
  const Bytes now = read_bytes(path, Source::kMaxSize);
  if (!now.error.empty()) return "not written, for it cannot be read again: " + now.error;
  return now.bytes == before ? "" : "not written, for it changed meanwhile; run again";
}

/// Why a file may not be written, empty if it may.
std::string forbidden(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (error) return failed("cannot be written", error);
  if (!fs::is_regular_file(status)) return "is no regular file, so it was not written";
  if (fs::hard_link_count(target, error) > 1 && !error)
    return "has several hard links, so it was not written; --diff shows what to change";
#if defined(_WIN32)
  if ((status.permissions() & fs::perms::owner_write) == fs::perms::none) return "is read-only, so it was not written";
#else
  if (::access(target.c_str(), W_OK) != 0) return failed("cannot be written", errno);
#endif
  return "";
}

}  // namespace

Replacement::Replacement(const fs::path& path, std::string_view before, std::string_view after)
    : before_(before), trouble_(prepare(path, after)) {
  if (!trouble_.empty()) beside_ = nullptr;
}

std::string Replacement::prepare(const fs::path& path, std::string_view after) {
  std::error_code error;
  target_ = fs::canonical(path, error);
  if (error) return failed("cannot be written", error);
  beside_ = std::make_unique<Beside>(target_, Beside::Readers::nobody_else);
  found_leftover_ = beside_->found_leftover();
  // A leftover may have been a second name of the file.
  if (std::string trouble = forbidden(target_); !trouble.empty()) return trouble;
  if (beside_->error() != 0) return failed("cannot be written, for its folder takes no new file", beside_->error());
  bool owner = false;
  if (!beside_->take_rights(owner))
    return owner ? "belongs to another user or group, which could not be kept, so it was not written"
                 : failed("cannot be written", errno);
  if (!beside_->write(after) || !beside_->flush()) return failed("cannot be written", errno);
  return changed_meanwhile(target_, before_);
}

std::string Replacement::place() {
  const Lock lock(target_);
  if (!lock.held()) return "not written, for another run is writing it; run again";
  if (std::string error = changed_meanwhile(target_, before_); !error.empty()) return error;
  const std::error_code error = beside_->place();
  return error ? failed("cannot be replaced", error) : "";
}

std::string replace_file(const fs::path& path, std::string_view before, std::string_view after) {
  const SignalsWait wait;
  Replacement replacement(path, before, after);
  return replacement.trouble().empty() ? replacement.place() : replacement.trouble();
}

std::string create_file(const fs::path& path, std::string_view text) {
  const SignalsWait wait;
  if (is_taken(path)) return std::string(kThere);
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) return failed("cannot be written", error);
  Beside beside(path, Beside::Readers::as_ever);
  if (beside.error() != 0) return failed("cannot be written, for its folder takes no new file", beside.error());
  if (!beside.write(text) || !beside.flush()) return failed("cannot be written", errno);
  error = beside.place_new();
  if (error == std::errc::file_exists) return std::string(kThere);
  // A file system without hard links: nothing but a look tells whether the name is free.
  if (error && (is_taken(path) || beside.place())) return failed("cannot be written", error);
  return "";
}

}  // namespace paperlint
