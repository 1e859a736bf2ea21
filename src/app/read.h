// Reading whole files.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace paperlint {

struct Bytes {
  std::string bytes;
  std::string error;  // why there are none: "no such file"; empty if all is well
};

/// All bytes of a file of at most `most` bytes. Room for Source's padding is left behind them.
[[nodiscard]] Bytes read_bytes(const std::filesystem::path& path, std::uintmax_t most);
/// The same of an open stream, which stays open.
[[nodiscard]] Bytes read_bytes(std::FILE* stream, std::uintmax_t most);

/// As read_bytes, of what may be a Markdown file: says why if it is a binary or no UTF-8 at all.
[[nodiscard]] Bytes read_markdown(const std::filesystem::path& path, std::uintmax_t most);
[[nodiscard]] Bytes read_markdown(std::FILE* stream, std::uintmax_t most);

/// Where a text stops to be UTF-8.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// "256 MB", "1.5 GB".
[[nodiscard]] std::string size_text(std::uintmax_t bytes);
/// What a size such as `10MB`, `1GiB` or `500k` means in bytes; nothing where it is none.
[[nodiscard]] std::optional<std::uintmax_t> parse_size(std::string_view text);

/// The system's words for an `errno`, in lower case: "permission denied".
[[nodiscard]] std::string reason(int error);

}  // namespace paperlint
