#include "app/report_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include "app/signals.h"

namespace paperlint {
namespace fs = std::filesystem;

std::FILE* open_to_write(const fs::path& path, bool append) {
#if defined(_WIN32)
  return _wfopen(path.c_str(), append ? L"ab" : L"wb");
#else
  return std::fopen(path.c_str(), append ? "ab" : "wb");
#endif
}

ReportFile::ReportFile(fs::path path) : path_(std::move(path)) { look(); }

ReportFile::~ReportFile() {
  if (file_ != nullptr) std::fclose(file_);
}

void ReportFile::look() {
  std::error_code error;
  const fs::file_status status = fs::status(path_, error);
  is_new_ = status.type() == fs::file_type::not_found && !fs::is_symlink(fs::symlink_status(path_, error));
  if (is_new_) {
    in_place_ = false;
    fail(!open_beside());
  } else if (fs::is_regular_file(status)) {
    std::FILE* const file = open_to_write(path_, true);
    fail(file == nullptr);
    if (file == nullptr) return;
    std::fclose(file);
    in_place_ = fs::hard_link_count(path_, error) > 1 || error;
    if (const fs::path target = fs::canonical(path_, error); !error) path_ = target;
    in_place_ = in_place_ || error || !open_beside();
  } else {
    open_in_place();
  }
  beside_ = nullptr;  // until there is something to write: a run may take long, and be broken off
}

bool ReportFile::open_beside() {
  beside_ = std::make_unique<Beside>(path_, is_new_ ? Beside::Readers::as_ever : Beside::Readers::nobody_else);
  errno = beside_->error();
  bool owner = false;
  return errno == 0 && (is_new_ || beside_->take_rights(owner));
}

void ReportFile::open_in_place() {
  file_ = open_to_write(path_, false);
  fail(file_ == nullptr);
  if (file_ != nullptr) std::setvbuf(file_, nullptr, _IONBF, 0);
}

void ReportFile::open() {
  if (error_ != 0 || file_ != nullptr || beside_) return;
  if (in_place_)
    open_in_place();
  else
    fail(!open_beside());
}

void ReportFile::fail(bool failed) {
  if (failed && error_ == 0) error_ = errno != 0 ? errno : EIO;
}

void ReportFile::write(std::string_view text) {
  open();
  if (error_ != 0) return;
  errno = 0;
  fail(beside_ ? !beside_->write(text) : std::fwrite(text.data(), 1, text.size(), file_) != text.size());
}

void ReportFile::finish() {
  if (std::exchange(done_, true)) return;
  open();
  if (file_ != nullptr) fail(std::fclose(std::exchange(file_, nullptr)) != 0);
  const SignalsWait wait;
  if (beside_ && error_ == 0) fail(!beside_->flush());
  if (beside_ && error_ == 0) error_ = beside_->place().value();
  beside_ = nullptr;
}

}  // namespace paperlint
