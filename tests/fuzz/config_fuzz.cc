// Any bytes as a config: no crash, and every error is one line that begins with its place.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "config/config.h"

namespace {

void expect(bool truth, const std::string& what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

// `paperlint.toml:LINE:COLUMN: text`
bool is_an_error(std::string_view error) {
  constexpr std::string_view path = "paperlint.toml:";
  if (error.substr(0, path.size()) != path) return false;
  error.remove_prefix(path.size());
  for (const std::string_view mark : {":", ": "}) {
    const std::size_t digits = error.find_first_not_of("0123456789");
    if (digits == error.npos || digits == 0 || error[0] == '0' || error.substr(digits, mark.size()) != mark)
      return false;
    error.remove_prefix(digits + mark.size());
  }
  return !error.empty() && error.find_first_of(std::string_view("\n\r\0\x1b", 4)) == error.npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const paperlint::ConfigResult result = paperlint::read_config("paperlint.toml", text);
  for (const std::string& error : result.errors) expect(is_an_error(error), error);
  for (const auto& choice : paperlint::select_rules(result.config, {}, {}).choices)
    expect(choice.severity != paperlint::Severity::off, "a rule that is off was chosen");
  return 0;
}
