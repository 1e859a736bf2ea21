// md4c_floor PATH...: reads each file, or the .md files below each folder, and gives it to md_parse with callbacks that
// do nothing. What no linter of Markdown can be faster than.
#include <cstdio>
#include <filesystem>
#include <memory>

#include "bench/floor.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPadding = 64;  // newlines past the end, as paperlint's own reader has them

struct Buffer {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
};

bool read(const char* path, Buffer& buffer) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path, "rb"), &std::fclose);
  if (!file || std::fseek(file.get(), 0, SEEK_END) != 0) return false;
  const long end = std::ftell(file.get());
  if (end < 0 || std::fseek(file.get(), 0, SEEK_SET) != 0) return false;
  buffer.size = static_cast<std::size_t>(end);
  buffer.bytes.reset(new char[buffer.size + kPadding]);
  for (std::size_t i = 0; i < kPadding; ++i) buffer.bytes[buffer.size + i] = '\n';
  return std::fread(buffer.bytes.get(), 1, buffer.size, file.get()) == buffer.size;
}

bool parse(const char* path) {
  Buffer buffer;
  if (read(path, buffer) && paperlint::bench::parse_only(buffer.bytes.get(), buffer.size)) return true;
  std::fprintf(stderr, "md4c_floor: cannot read %s\n", path);
  return false;
}

bool parse_below(const char* folder) {
  for (const auto& found : fs::recursive_directory_iterator(folder))
    if (found.path().extension() == ".md" && !parse(found.path().string().c_str())) return false;
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (!(fs::is_directory(argv[i]) ? parse_below(argv[i]) : parse(argv[i]))) return 2;
  return 0;
}
