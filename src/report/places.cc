#include "report/places.h"

#include <fmt/format.h>

#include <algorithm>

namespace paperlint {
namespace {

bool is_absolute(std::string_view path) {
  return path.substr(0, 1) == "/" || (path.size() > 2 && path[1] == ':' && path[2] == '/');
}

/// Resolves `.` and `..`.
std::string normal(std::string_view path) {
  std::vector<std::string_view> parts;
  const bool from_root = path.substr(0, 1) == "/";
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else if (!part.empty() && part != "." && (part != ".." || !from_root))
      parts.push_back(part);
  }
  std::string text = from_root ? "/" : "";
  for (std::size_t i = 0; i < parts.size(); ++i) text.append(i == 0 ? "" : "/").append(parts[i]);
  return text;
}

}  // namespace

std::string repository_path(const Whereabouts& where, std::string_view shown) {
  if (shown == "<stdin>") return std::string(shown);
  if (where.top.empty()) return is_absolute(shown) ? std::string(shown) : normal(shown);
  const std::string whole = normal(is_absolute(shown) ? std::string(shown) : where.here + '/' + std::string(shown));
  const std::string top = where.top.back() == '/' ? where.top : where.top + '/';
  return whole.substr(0, top.size()) == top ? whole.substr(top.size()) : whole;
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
  std::string uri = is_absolute(path) ? (path.front() == '/' ? "file://" : "file:///") : "";
  const bool has_drive = is_absolute(path) && path.front() != '/';
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (kPlain.find(path[i]) != kPlain.npos || (has_drive && i == 1))
      uri += path[i];
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(path[i]));
  }
  return uri;
}

std::uint32_t last_line(const Place& place) {
  return place.source->line_of(place.span.empty() ? place.span.begin : place.span.end - 1) + 1;
}

Position Utf16Positions::operator()(const Source& source, std::uint32_t offset) {
  const auto [known, is_new] = wide_.try_emplace(&source);
  std::vector<std::uint32_t>& wide = known->second;
  if (is_new)
    for (std::uint32_t at = 0; at < source.size(); ++at)
      if (static_cast<unsigned char>(source.text()[at]) >= 0xF0) wide.push_back(at);
  Position position = source.position(offset);
  const auto before = [&](std::uint32_t at) { return std::lower_bound(wide.begin(), wide.end(), at); };
  position.column += static_cast<std::uint32_t>(before(offset) - before(source.line_begin(offset)));
  return position;
}

}  // namespace paperlint
