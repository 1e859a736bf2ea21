// A file that a report goes to.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "app/beside.h"

namespace paperlint {

/// Opens a file, behind its bytes or without them; nullptr with `errno` set where that fails.
[[nodiscard]] std::FILE* open_to_write(const std::filesystem::path& path, bool append);

/// The report stands in the file when it is whole, and what was there before until then. A pipe or a device, a file of
/// several names and one whose folder takes no new file are written as they are.
class ReportFile {
 public:
  /// Sees whether it can be written.
  explicit ReportFile(std::filesystem::path);
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;
  ~ReportFile();
  void write(std::string_view);
  /// Ends the report.
  void finish();
  /// The `errno` of what failed first, or 0.
  [[nodiscard]] int error() const { return error_; }

 private:
  void look();
  bool open_beside();
  void open();
  void open_in_place();
  void fail(bool failed);
  std::filesystem::path path_;
  bool in_place_ = true, is_new_ = false, done_ = false;
  std::unique_ptr<Beside> beside_;
  std::FILE* file_ = nullptr;
  int error_ = 0;
};

}  // namespace paperlint
