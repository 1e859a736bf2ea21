#include "list/words.h"

#include <algorithm>

#include "list/tokens.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

/// What a token hides: all of it, or what follows a link's text.
Span hidden(const Token& token) {
  switch (token.kind) {
    case Kind::code:
    case Kind::comment:
    case Kind::html:
    case Kind::image:
      return token.at;
    case Kind::link:
      return token.inside.empty() ? token.at : Span{token.inside.end, token.at.end};
    default:
      return {};
  }
}

void join(std::vector<Span>& parts) {
  std::sort(parts.begin(), parts.end());
  std::size_t kept = 0;
  for (const Span part : parts) {
    if (kept > 0 && part.begin <= parts[kept - 1].end)
      parts[kept - 1].end = std::max(parts[kept - 1].end, part.end);
    else
      parts[kept++] = part;
  }
  parts.resize(kept);
}

/// Where the next dollar that is no part of code or of an address stands, or `end`.
std::uint32_t next_dollar(std::string_view text, std::uint32_t at, std::uint32_t end, const std::vector<Span>& parts) {
  for (;;) {
    const std::size_t found = text.substr(0, end).find('$', at);
    if (found == std::string_view::npos) return end;
    const auto offset = static_cast<std::uint32_t>(found);
    const auto after =
        std::upper_bound(parts.begin(), parts.end(), offset, [](std::uint32_t o, Span part) { return o < part.begin; });
    const bool free = after == parts.begin() || std::prev(after)->end <= offset;
    if (free && (offset == 0 || text[offset - 1] != '\\')) return offset;
    at = offset + 1;
  }
}

/// `$x$` within a line, `$$x$$` also over lines. A dollar that closes nowhere is money.
void add_maths(const Text& text, std::vector<Span>& parts) {
  const Span content = text.content();
  const std::string_view all = text.document->source->text();
  std::vector<Span> maths;
  for (std::uint32_t at = content.begin; at < content.end;) {
    const std::uint32_t open = next_dollar(all, at, content.end, parts);
    if (open >= content.end) break;
    const std::uint32_t close = next_dollar(all, open + 1, content.end, parts);
    if (close == open + 1) {  // `$$`
      const std::size_t end = all.substr(0, content.end).find("$$", open + 2);
      if (end == std::string_view::npos) break;
      maths.push_back({open, at = static_cast<std::uint32_t>(end) + 2});
    } else if (close < content.end && all.substr(open, close - open).find_first_of("\n\r") == std::string_view::npos) {
      maths.push_back({open, at = close + 1});
    } else {
      at = open + 1;
    }
  }
  if (maths.empty()) return;
  parts.insert(parts.end(), maths.begin(), maths.end());
  join(parts);
}

}  // namespace

void wordless_parts(const Text& text, std::vector<Span>& parts) {
  parts.clear();
  for (std::size_t i = 0; i < text.tokens.size();) {
    const Token& token = text.tokens[i];
    const Span span = hidden(token);
    if (!span.empty()) parts.push_back(span);
    i = span == token.at && token.next > i ? token.next : i + 1;
  }
  join(parts);
  add_maths(text, parts);
}

bool speaks_of_papers(const Text& text) {
  if (text.section == nullptr || !text.section->holds_papers) return false;
  const markdown::Leaf& leaf = *text.leaf;
  if (leaf.kind == markdown::Kind::heading || leaf.header) return false;
  if (text.document->reading == Reading::read) return text.entry != nullptr;
  if (leaf.kind == markdown::Kind::paragraph && leaf.item == markdown::kNone && text.section->level < 2) return false;
  return std::any_of(text.tokens.begin(), text.tokens.end(), [&](const Token& token) {
    return token.kind == Kind::link && text.text(token.address).find("://") != std::string_view::npos;
  });
}

}  // namespace paperlint
