#include "app/read.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>
#include <system_error>

#include "text/source.h"

namespace paperlint {
namespace fs = std::filesystem;
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

File open_file(const fs::path& path) {
#if defined(_WIN32)
  return File(_wfopen(path.c_str(), L"rb"));
#else
  return File(std::fopen(path.c_str(), "rb"));
#endif
}

std::string too_large(std::uintmax_t most) {
  return "larger than " + size_text(most) + "; --max-file-size raises the limit";
}

/// Reads to the end. `expected` bytes are likely, so that most files take one read and no growth.
Bytes read_stream(std::FILE* stream, std::uintmax_t most, std::uintmax_t expected) {
  constexpr std::size_t kStep = 65536;
  Bytes read;
  read.bytes.reserve(static_cast<std::size_t>(std::min(expected, most)) + Source::kPadding + 1);
  std::size_t step = static_cast<std::size_t>(std::min(expected, most)) + 1;
  for (std::size_t have = 0;; step = std::max(kStep, have)) {
    read.bytes.resize(have + step);
    std::size_t got = std::fread(read.bytes.data() + have, 1, step, stream);
    while (got < step && std::ferror(stream) && errno == EINTR) {  // by a signal: it goes on
      std::clearerr(stream);
      got += std::fread(read.bytes.data() + have + got, 1, step - got, stream);
    }
    read.bytes.resize(have += got);
    if (std::ferror(stream)) return {{}, "cannot be read: " + reason(errno)};
    if (have > most) return {{}, too_large(most)};
    if (got < step) return read;
  }
}

Bytes judged(Bytes read) {
  if (!read.error.empty()) return read;
  const std::string_view start = std::string_view(read.bytes).substr(0, 8192);
  if (start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF") return {{}, "is UTF-16, expected UTF-8"};
  if (start.find('\0') != std::string_view::npos) return {{}, "is binary, expected Markdown"};
  return read;
}

/// The length of the UTF-8 sequence that `text` begins with, or 0 if it is none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF)  // neither overlong nor a surrogate
    return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (first >= 0xF0 && first <= 0xF4)
    return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

}  // namespace

Bytes read_bytes(std::FILE* stream, std::uintmax_t most) { return read_stream(stream, most, 65536); }

Bytes read_bytes(const fs::path& path, std::uintmax_t most) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return {{}, "no such file"};
  if (status.type() == fs::file_type::directory) return {{}, "is a folder, expected a file"};
  const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
  if (!error && size > most) return {{}, too_large(most)};
  const File file = open_file(path);
  if (!file) return {{}, "cannot be read: " + reason(errno)};
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  return read_stream(file.get(), most, error ? 0 : size);
}

Bytes read_markdown(std::FILE* stream, std::uintmax_t most) { return judged(read_bytes(stream, most)); }
Bytes read_markdown(const fs::path& path, std::uintmax_t most) { return judged(read_bytes(path, most)); }

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string size_text(std::uintmax_t bytes) {
  static constexpr const char* kUnits[] = {"bytes", "kB", "MB", "GB"};
  std::size_t unit = 0;
  auto value = static_cast<double>(bytes);
  for (; value >= 1000 && unit + 1 < std::size(kUnits); value /= 1000) ++unit;
  return fmt::format("{:.4g} {}", value, kUnits[unit]);
}

std::optional<std::uintmax_t> parse_size(std::string_view text) {
  std::uintmax_t value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (value > std::numeric_limits<std::uintmax_t>::max() / 100) return std::nullopt;
    value = value * 10 + static_cast<std::uintmax_t>(text[digits] - '0');
  }
  std::string unit(text.substr(digits));
  std::transform(unit.begin(), unit.end(), unit.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (!unit.empty() && unit.front() == ' ') unit.erase(0, 1);
  if (!unit.empty() && unit.back() == 'b') unit.pop_back();
  const bool binary = unit.size() == 2 && unit.back() == 'i';
  if (binary) unit.pop_back();
  const std::size_t power = unit.empty()       ? 0
                            : unit.size() == 1 ? std::string_view(" kmgt").find(unit.front())
                                               : std::string_view::npos;
  if (digits == 0 || value == 0 || power == std::string_view::npos || (power == 0 && !unit.empty()))
    return std::nullopt;
  const std::uintmax_t base = binary ? 1024 : 1000;
  for (std::size_t i = 0; i < power; ++i) {
    if (value > std::numeric_limits<std::uintmax_t>::max() / base) return std::nullopt;
    value *= base;
  }
  return value;
}

std::string reason(int error) {
  std::string text = std::generic_category().message(error);
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

}  // namespace paperlint
