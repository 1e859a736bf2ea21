#include "report/json_fixes.h"

#include <algorithm>

#include "report/printable.h"

namespace paperlint {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, bytes] = code_point(text, at);
    if (code < 0) return false;
    at += bytes;
  }
  return true;
}

bool fits_json(const Fix& fix) {
  return std::all_of(fix.edits.begin(), fix.edits.end(), [](const Edit& edit) { return is_utf8(edit.with); });
}

}  // namespace paperlint
