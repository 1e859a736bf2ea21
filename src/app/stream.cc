#include "app/stream.h"

#include <cerrno>

namespace paperlint {

FileStream::FileStream(std::FILE* file) : std::ostream(nullptr) {
  buffer_.file = file;
  buffer_.start();
  std::setvbuf(file, nullptr, _IONBF, 0);
  rdbuf(&buffer_);
}

FileStream::FileStream(const std::filesystem::path& path, Mode mode) : std::ostream(nullptr), owned_(true) {
  if (mode == Mode::replace)
    buffer_.report = std::make_unique<ReportFile>(path);
  else
    append_to(path);
  buffer_.start();
  rdbuf(&buffer_);
}

FileStream::~FileStream() {
  if (!buffer_.report) finish();  // a report that nobody has ended is not whole
  rdbuf(nullptr);
}

void FileStream::append_to(const std::filesystem::path& path) {
  buffer_.file = open_to_write(path, true);
  if (!buffer_.file)
    buffer_.error = errno;
  else
    std::setvbuf(buffer_.file, nullptr, _IONBF, 0);
}

int FileStream::error() const { return buffer_.report ? buffer_.report->error() : buffer_.error; }

int FileStream::finish() {
  flush();
  if (buffer_.report) buffer_.report->finish();
  if (owned_ && buffer_.file && std::fclose(buffer_.file) != 0 && buffer_.error == 0) buffer_.error = errno;
  if (owned_) buffer_.file = nullptr;
  return error();
}

void FileStream::Buffer::write(const char* text, std::size_t size) {
  if (report && size != 0) report->write({text, size});
  if (error != 0 || size == 0 || !file) return;
  errno = 0;
  if (std::fwrite(text, 1, size, file) != size) error = errno != 0 ? errno : EIO;
}

FileStream::Buffer::int_type FileStream::Buffer::overflow(int_type c) {
  sync();
  if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
  return traits_type::not_eof(c);
}

std::streamsize FileStream::Buffer::xsputn(const char* text, std::streamsize size) {
  if (size <= epptr() - pptr()) {
    traits_type::copy(pptr(), text, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
  } else {
    sync();
    write(text, static_cast<std::size_t>(size));
  }
  return size;
}

int FileStream::Buffer::sync() {
  write(pbase(), static_cast<std::size_t>(pptr() - pbase()));
  start();
  return 0;
}

}  // namespace paperlint
