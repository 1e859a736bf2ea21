// As in beside.cc, without locks: a leftover stays until the folder is looked through by hand.
#include "app/beside.h"

#if defined(_WIN32)

#include <io.h>
#include <process.h>

#include <cerrno>
#include <utility>

namespace paperlint {
namespace fs = std::filesystem;

Beside::Beside(fs::path target, Readers) : target_(std::move(target)) {
  constexpr unsigned kNames = 100;
  for (unsigned i = 0; i < kNames && file_ == nullptr; ++i) {
    path_ = name(i);
    file_ = _wfopen(path_.c_str(), L"wbx");
    error_ = file_ == nullptr ? errno : 0;
    if (error_ != 0 && error_ != EEXIST) return;
  }
}

Beside::~Beside() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code error;
  if (error_ == 0 && !placed_) fs::remove(path_, error);
}

fs::path Beside::name(unsigned number) const {
  return target_.parent_path() / (".paperlint-" + std::to_string(_getpid()) + '-' + std::to_string(number));
}

void Beside::sweep(unsigned) {}

bool Beside::write(std::string_view bytes) { return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size(); }

bool Beside::take_rights(bool& owner) {
  owner = false;
  return true;
}

/// An open file takes no other name here.
bool Beside::flush() {
  const bool flushed = std::fflush(file_) == 0 && _commit(_fileno(file_)) == 0;
  const int error = errno;
  const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
  if (!flushed) errno = error;
  return flushed && closed;
}

std::error_code Beside::place() {
  std::error_code error;
  fs::rename(path_, target_, error);
  placed_ = !error;
  return error;
}

std::error_code Beside::place_new() {
  std::error_code error;
  fs::create_hard_link(path_, target_, error);
  return error;
}

Lock::Lock(const fs::path&) {}
Lock::~Lock() = default;

}  // namespace paperlint

#endif
