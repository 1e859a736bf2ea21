// An output stream that knows why writing failed.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <ostream>
#include <streambuf>

#include "app/report_file.h"

namespace paperlint {

/// Buffered; what is written after a failure is dropped.
class FileStream : public std::ostream {
 public:
  /// Writes to a stream of C that stays open.
  explicit FileStream(std::FILE* file);
  enum class Mode : std::uint8_t { replace, append };
  /// Writes to a file, which is made new, when all is written, or goes on.
  explicit FileStream(const std::filesystem::path& path, Mode mode = Mode::replace);
  ~FileStream() override;

  /// The `errno` of what failed first, or 0.
  [[nodiscard]] int error() const;
  /// Writes out what is left and gives `error`.
  int finish();

 private:
  void append_to(const std::filesystem::path& path);
  class Buffer : public std::streambuf {
   public:
    std::FILE* file = nullptr;
    std::unique_ptr<ReportFile> report;  // or this
    int error = 0;
    void start() { setp(bytes_.data(), bytes_.data() + bytes_.size()); }

   protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

   private:
    void write(const char* text, std::size_t size);
    std::array<char, 16384> bytes_;
  };
  Buffer buffer_;
  bool owned_ = false;
};

}  // namespace paperlint
