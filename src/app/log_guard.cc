#include "app/log_guard.h"

namespace paperlint {

LogGuard::LogGuard(std::ostream& log) : std::ostream(nullptr), buffer_(log) { rdbuf(&buffer_); }

/// What is written in the place of a byte, or nullptr where it may stay.
const char* LogGuard::Buffer::escape(char c) {
  const bool ends_line = c == '\n' || c == '\r', is_blank = c == ' ' || c == '\t';
  const bool is_command = (c == ':' && at_ == At::after_colon) || (c == '[' && hashes_ >= 2);
  const char* const with = !is_command ? nullptr : c == ':' ? "\\x3a" : "\\x5b";
  hashes_ = c == '#' ? hashes_ + 1 : 0;
  if (ends_line)
    at_ = At::start;
  else if (at_ == At::start && c == ':')
    at_ = At::after_colon;
  else if (at_ != At::start || !is_blank)
    at_ = At::inside;
  return with;
}

std::streamsize LogGuard::Buffer::xsputn(const char* text, std::streamsize size) {
  std::streamsize written = 0;  // all before it has been handed on
  for (std::streamsize i = 0; i < size; ++i) {
    const char* const with = escape(text[i]);
    if (with == nullptr) continue;
    log_.write(text + written, i - written) << with;
    written = i + 1;
  }
  log_.write(text + written, size - written);
  return size;
}

LogGuard::Buffer::int_type LogGuard::Buffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  xsputn(&byte, 1);
  return c;
}

int LogGuard::Buffer::sync() {
  log_.flush();
  return 0;
}

}  // namespace paperlint
