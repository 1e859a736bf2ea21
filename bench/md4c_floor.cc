// The floor of the benchmarks: reads one file and gives it to md_parse with callbacks that do
// nothing.
#include <md4c.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

constexpr std::size_t kPadding = 64;  // newlines past the end, as paperlint's own reader has them

int block(MD_BLOCKTYPE, void*, void*) { return 0; }
int span(MD_SPANTYPE, void*, void*) { return 0; }
int text(MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; }

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

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: md4c_floor FILE\n");
    return 2;
  }
  Buffer buffer;
  if (!read(argv[1], buffer)) {
    std::fprintf(stderr, "md4c_floor: cannot read %s\n", argv[1]);
    return 2;
  }
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = block;
  parser.leave_block = block;
  parser.enter_span = span;
  parser.leave_span = span;
  parser.text = text;
  return md_parse(buffer.bytes.get(), static_cast<MD_SIZE>(buffer.size), &parser, nullptr) == 0 ? 0 : 2;
}
