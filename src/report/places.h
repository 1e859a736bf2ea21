// How the formats for other programs tell places: paths from the top of a repository, columns in UTF-16 units.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/source.h"

namespace paperlint {

/// Where paperlint runs, and the top of the repository around it; both absolute with forward slashes, or empty.
struct Whereabouts {
  std::string here, top;
};

/// A path as reports show it, from the top of the repository where it lies in one. What is no path (`<stdin>`) stays.
[[nodiscard]] std::string repository_path(const Whereabouts&, std::string_view shown);

/// A path as a URI, relative where the path is: bytes that have a meaning there are percent-encoded.
[[nodiscard]] std::string uri_of(std::string_view path);

/// The last line that a place has a part in, from 1.
[[nodiscard]] std::uint32_t last_line(const Place&);

/// Lines and columns from 1, the columns in units of UTF-16. What is counted is kept for each Source.
class Utf16Positions {
 public:
  [[nodiscard]] Position operator()(const Source&, std::uint32_t offset);

 private:
  std::unordered_map<const Source*, std::vector<std::uint32_t>> wide_;  // where characters of two units begin
};

}  // namespace paperlint
