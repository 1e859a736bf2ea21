// The text of an entry, as the search over it goes.
#include <algorithm>

#include "list/ascii.h"
#include "list/format_match.h"
#include "list/html.h"

namespace paperlint {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_gap(char c) { return c == ' ' || c == '\t'; }

bool is_link(const Token& token) { return token.kind == Token::Kind::link || token.kind == Token::Kind::image; }

bool is_sign(char c) { return c > ' ' && c < 0x7F && !markup::is_alnum(c); }

}  // namespace

void FormatMatcher::take(const Source& source, Span body, std::span<const Token> tokens, Carrier carrier) {
  text_ = source.text();
  row_ = carrier == Carrier::row;
  body = without_comments(text_, body);
  body_ = body;
  next_.clear();
  if (body.size() > kLongest) return;
  next_.resize(body.size() + 1);
  link_.assign(body.size() + 1, false);
  apart_.assign(body.size() + 1, false);
  links_.assign(1, 0);
  for (const Token& token : tokens) links_.push_back(links_.back() + (is_link(token) ? 1 : 0));
  for (std::uint32_t at = body.begin; at < body.end; ++at) next_[at - body.begin] = at + 1;
  line_end_.assign(body.size() + 1, body.end);
  for (std::uint32_t at = body.end; at-- > body.begin;)
    line_end_[at - body.begin] = is_line_end(text_[at]) ? at : line_end_[at + 1 - body.begin];
  const auto closes = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = std::max(begin, body.begin); at < std::min(end, body.end); ++at) next_[at - body.begin] = 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!counts(source, token)) continue;
    next_[token.at.begin - body.begin] = token.at.end;
    const bool link = is_link(token);
    link_[token.at.begin - body.begin] = link;
    apart_[token.at.begin - body.begin] = links_[token.next] > links_[i] || token.kind == Token::Kind::comment;
    if (token.inside.empty()) continue;
    closes(token.inside.end, link ? token.address.begin : token.at.end);
    if (link) closes(token.address.end, token.at.end);
  }
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token)
    if (token->kind == Token::Kind::group || token->kind == Token::Kind::paren)
      if (counts(source, *token)) link_[token->at.begin - body.begin] = holds_links(*token);
}

/// Whether a token lies in the body and is one of a kind that goes into a placeholder as a whole.
bool FormatMatcher::counts(const Source& source, const Token& token) const {
  if (!body_.contains(token.at) || token.kind == Token::Kind::open || token.kind == Token::Kind::close) return false;
  return !row_ || source.text(token.at).find('|') == std::string_view::npos;
}

/// Whether brackets hold a link and no words beside it. Those inside them have to be known.
bool FormatMatcher::holds_links(const Token& group) const {
  bool any = false;
  for (std::uint32_t at = group.inside.begin; at < group.inside.end;) {
    const std::uint32_t end = next_[at - body_.begin];
    if (link_[at - body_.begin])
      any = true;
    else if (end != at + 1 || markup::is_alnum(text_[at]))
      return false;
    at = end;
  }
  return any;
}

/// Where blanks and the line break among them end, if one is there and the format leaves it to the list; else `at`.
std::uint32_t FormatMatcher::wrap(std::uint32_t at) const {
  const std::uint32_t begin = at;
  at = blanks(at);
  if (format_->lines || at >= body_.end || !is_line_end(text_[at])) return begin;
  while (at < body_.end && is_blank(text_[at])) ++at;
  return at;
}

std::uint32_t FormatMatcher::blanks(std::uint32_t at) const {
  while (at < body_.end && is_gap(text_[at])) ++at;
  return at;
}

/// The end of what begins at `at` and goes into a placeholder as a whole; 0 where none can go on.
std::uint32_t FormatMatcher::unit(std::uint32_t at) const {
  if (at >= body_.end) return 0;
  const char c = text_[at];
  if (const std::uint32_t end = wrap(at); end > at) return end;
  if (is_line_end(c) || (row_ && c == '|')) return 0;
  if (c == '\\' && at + 1 < body_.end && is_sign(text_[at + 1])) return at + 2;
  const std::uint32_t end = next_[at - body_.begin];
  return format_->lines && line_end_[at - body_.begin] < end ? 0 : end;
}

}  // namespace paperlint
