#include "list/anchors.h"

#include <algorithm>

#include "list/ascii.h"
#include "list/relative.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

constexpr std::string_view kJoiner = "\u200D";
constexpr std::string_view kPrefix = "user-content-";  // what GitHub puts before each anchor

std::string collapsed(std::string_view slug) {
  std::string out;
  for (const char c : slug)
    if (c != '-' || out.empty() || out.back() != '-') out += c;
  return out;
}

/// What a backslash may stand before in Markdown.
bool is_mark(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char c = text[at++];
      if (is_alnum(c)) out += to_lower(c);
      continue;
    }
    const unicode::Point point = unicode::decode(text, at);
    at += std::max(point.size, 1U);
    if (point.size == 0) continue;
    switch (unicode::kind(point.value)) {
      case unicode::Kind::letter:
      case unicode::Kind::digit:
      case unicode::Kind::numeral:
        unicode::append(out, unicode::lower(point.value));
        break;
      default:
        break;
    }
  }
  return out;
}

std::string fragment_of(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] == '&') {
      const std::size_t end = written.substr(0, at + 40).find(';', at);
      if (end != std::string_view::npos) {
        out += decode_entity(written.substr(at, end + 1 - at));
        at = end;
        continue;
      }
    }
    if (written[at] == '\\' && at + 1 < written.size() && is_mark(written[at + 1])) ++at;
    out += written[at];
  }
  return decode_fragment(out);
}

Anchors::Anchors(const Document& document, Renderer renderer) : document_(document), renderer_(renderer) {
  for (const Section& section : document.sections) {
    if (section.level == 0) continue;
    slugs_.emplace(section.slug, &section);
    if (renderer == Renderer::gitlab) collapsed_.emplace(collapsed(section.slug), &section);
    if (section.rendered.find(kJoiner) != std::string::npos) unsettled_.insert(letters_of(section.slug));
  }
}

Anchors::Target Anchors::exactly(const std::string& anchor) const {
  const auto at = slugs_.find(anchor);
  if (at != slugs_.end()) return {true, at->second};
  return {std::binary_search(document_.anchors.begin(), document_.anchors.end(), anchor), nullptr};
}

Anchors::Target Anchors::operator()(std::string_view fragment) const {
  std::string anchor = fragment_of(fragment);
  if (anchor.rfind(kPrefix, 0) == 0) anchor.erase(0, kPrefix.size());
  if (const Target target = exactly(anchor); target.there) return target;
  const std::string lower = unicode::lower(anchor);
  if (renderer_ == Renderer::github) {
    if (const Target target = exactly(lower); target.there) return target;
  } else if (const auto at = collapsed_.find(anchor); at != collapsed_.end()) {
    return {true, at->second};
  }
  const bool top = lower.empty() || lower == "top" || lower == "readme";
  return {top || anchor.find(kJoiner) != std::string::npos || unsettled_.count(letters_of(anchor)) != 0, nullptr};
}

ListFiles::ListFiles(const List& list) {
  for (const auto& document : list.documents) files_.emplace(resolved("", document->source->path()), document.get());
}

const Document* ListFiles::operator()(const Document& from, std::string_view path) const {
  if (path.empty() || path == "./") return &from;
  const auto at = files_.find(resolved(from.source->path(), decode_fragment(path)));
  return path.front() == '/' || at == files_.end() ? nullptr : at->second;
}

}  // namespace paperlint
