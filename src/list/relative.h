// Addresses that lead into the same repository.
#pragma once

#include <string>
#include <string_view>

namespace paperlint {

/// `topics/other.md?plain=1#anchor`, taken apart; nothing is decoded.
struct Relative {
  std::string_view path, query, fragment;
  bool has_fragment = false;
};

/// Whether an address names a place in the same repository and can be judged: no scheme, no host without one, no
/// placeholder such as `url`, no page that a site makes of a repository (`../../issues`).
[[nodiscard]] bool is_relative(std::string_view address);
[[nodiscard]] Relative split_relative(std::string_view address);

/// The file that a path in `from` names, without `.` and `..`, as paths of a List are written.
[[nodiscard]] std::string resolved(std::string_view from, std::string_view path);

}  // namespace paperlint
