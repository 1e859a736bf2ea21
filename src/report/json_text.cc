#include "report/json_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/printable.h"

namespace paperlint {

using nlohmann::ordered_json;

namespace {

// A log or a terminal may show the report, so controls and invisible characters that JSON lets through are escaped,
// too, and the bracket of `##[`, which the log of GitHub Actions takes for a command. They can only stand in strings.
std::string escaped(const std::string& json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const auto [code, bytes] = code_point(json, at);
    const bool is_command = code == '[' && at >= 2 && json[at - 1] == '#' && json[at - 2] == '#';
    if (!is_hidden(code) && !is_command)
      out.append(json, at, bytes);
    else if (code < 0x10000)
      out += fmt::format("\\u{:04x}", code);
    else
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF));
    at += bytes;
  }
  return out;
}

}  // namespace

std::string dump(const ordered_json& value) {
  return escaped(value.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace paperlint
