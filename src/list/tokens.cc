#include "list/tokens.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/byte_set.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;
using markdown::kNone;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
using markup::is_letter;

class Tokenizer {
 public:
  Tokenizer(const Source& source, const markdown::Blocks& blocks, const markdown::Leaf& leaf,
            std::vector<Token>& tokens)
      : text_(source.text()), blocks_(blocks), leaf_(leaf), end_(leaf.content.end), tokens_(tokens) {}
  void run();

 private:
  std::uint32_t step(std::uint32_t at);
  std::uint32_t code(std::uint32_t at);
  std::uint32_t angle(std::uint32_t at);
  std::uint32_t bare_address(std::uint32_t colon);
  std::uint32_t close_bracket(std::uint32_t at);
  std::uint32_t close_paren(std::uint32_t at);
  std::uint32_t add(Kind kind, Span at, Span inside, Span address = {});
  void open(std::uint32_t at);
  Token& close();
  bool is_link(std::uint32_t after_bracket, Span& address, std::uint32_t& end) const;
  std::uint32_t skip_title(std::uint32_t at) const;
  std::uint32_t skip_space(std::uint32_t at) const;
  std::uint32_t find(std::string_view what, std::uint32_t from) const;

  const std::string_view text_;
  const markdown::Blocks& blocks_;
  const markdown::Leaf& leaf_;
  const std::uint32_t end_;
  std::vector<Token>& tokens_;
  // The innermost token of kind open that waits for its other half; its `next` is the one around it.
  std::uint32_t open_ = kNone;
  std::uint32_t brackets_ = 0;      // how many of them are brackets
  std::array<bool, 32> no_code_{};  // runs of so many backticks that close nowhere
  bool no_comment_ = false, no_angle_ = false;
};

void Tokenizer::run() {
  constexpr ByteSet kTelling("\\`<[]():");
  const std::string_view text = text_.substr(0, end_);
  for (std::size_t at = kTelling.find(text, leaf_.content.begin); at < end_; at = kTelling.find(text, at))
    at = step(static_cast<std::uint32_t>(at));
  while (open_ != kNone) close();
}

/// Takes the innermost open token off the stack.
Token& Tokenizer::close() {
  Token& token = tokens_[open_];
  const std::uint32_t outer = token.next;
  token.next = open_ + 1;
  open_ = outer;
  return token;
}

std::uint32_t Tokenizer::step(std::uint32_t at) {
  switch (text_[at]) {
    case '\\':
      return at + 2;
    case '`':
      return code(at);
    case '<':
      return angle(at);
    case '[':
    case '(':
      open(at);
      return at + 1;
    case ']':
      return close_bracket(at);
    case ')':
      return close_paren(at);
    default:
      return bare_address(at);
  }
}

std::uint32_t Tokenizer::add(Kind kind, Span at, Span inside, Span address) {
  const auto index = static_cast<std::uint32_t>(tokens_.size());
  tokens_.push_back({kind, at, inside, address, index + 1});
  return at.end;
}

void Tokenizer::open(std::uint32_t at) {
  if (text_[at] == '[') ++brackets_;
  add(Kind::open, {at, at + 1}, {});
  tokens_.back().next = open_;
  open_ = static_cast<std::uint32_t>(tokens_.size() - 1);
}

std::uint32_t Tokenizer::find(std::string_view what, std::uint32_t from) const {
  const std::size_t found = text_.substr(0, end_).find(what, from);
  return found == std::string_view::npos ? end_ : static_cast<std::uint32_t>(found);
}

std::uint32_t Tokenizer::code(std::uint32_t at) {
  std::uint32_t inside = at;
  while (inside < end_ && text_[inside] == '`') ++inside;
  const std::uint32_t length = inside - at;
  if (length >= no_code_.size() || no_code_[length]) return inside;
  for (std::uint32_t run = inside; (run = find("`", run)) < end_;) {
    const std::uint32_t close = run;
    while (run < end_ && text_[run] == '`') ++run;
    if (run - close == length) return add(Kind::code, {at, run}, {inside, close});
  }
  no_code_[length] = true;
  return inside;
}

std::uint32_t Tokenizer::angle(std::uint32_t at) {
  if (text_.substr(at, 4) == "<!--") {
    const std::uint32_t close = no_comment_ ? end_ : find("-->", at + 4);
    if (close < end_) return add(Kind::comment, {at, close + 3}, {at + 4, close});
    no_comment_ = true;
    return at + 1;
  }
  const char next = at + 1 < end_ ? text_[at + 1] : ' ';
  if (no_angle_ || !(is_letter(next) || next == '/')) return at + 1;
  const std::uint32_t close = find(">", at + 1);
  if (close >= end_) {
    no_angle_ = true;
    return at + 1;
  }
  const Span inside{at + 1, close};
  const std::string_view text = text_.substr(inside.begin, inside.size());
  const bool address =
      text.find("://") != std::string_view::npos && text.find_first_of(" \t\n\r\"'=") == std::string_view::npos;
  if (address) return add(Kind::link, {at, close + 1}, {}, inside);
  return add(Kind::html, {at, close + 1}, inside);
}

/// `https://…` in running text; `at` is its colon.
std::uint32_t Tokenizer::bare_address(std::uint32_t colon) {
  if (text_.substr(colon, 3) != "://" || colon + 3 >= end_) return colon + 1;
  const std::uint32_t length = colon >= leaf_.content.begin + 5 && text_.substr(colon - 5, 5) == "https"  ? 5
                               : colon >= leaf_.content.begin + 4 && text_.substr(colon - 4, 4) == "http" ? 4
                                                                                                          : 0;
  if (length == 0) return colon + 1;
  const std::uint32_t begin = colon - length;
  std::uint32_t end = colon + 3;
  constexpr ByteSet kEnd(" \t\n\r<>[]()`\"|"), kTrailing(".,;:!?'*_~");
  while (end < end_ && !kEnd.has(text_[end])) ++end;
  while (end > colon + 3 && kTrailing.has(text_[end - 1])) --end;
  return add(Kind::link, {begin, end}, {}, {begin, end});
}

std::uint32_t Tokenizer::close_bracket(std::uint32_t at) {
  constexpr ByteSet kWritten("\\&");  // an address with these is not what md4c tells
  if (brackets_ == 0) return add(Kind::close, {at, at + 1}, {});
  while (text_[tokens_[open_].at.begin] != '[') close();
  Token& token = close();
  --brackets_;
  token.inside = {token.at.end, at};
  token.at.end = at + 1;
  token.kind = Kind::group;
  token.next = static_cast<std::uint32_t>(tokens_.size());
  std::uint32_t end = at + 1;
  const std::uint32_t begin = token.at.begin;
  const bool image = begin > leaf_.content.begin && text_[begin - 1] == '!';
  Span address;
  if (!is_link(at + 1, address, end)) return at + 1;
  if (!image && !address.empty() && !blocks_.links_at(leaf_, address.begin) &&
      !kWritten.in(text_.substr(address.begin, address.size())))
    return at + 1;
  token.kind = image ? Kind::image : Kind::link;
  if (image) --token.at.begin;
  token.address = address;
  token.at.end = end;
  return end;
}

std::uint32_t Tokenizer::close_paren(std::uint32_t at) {
  if (open_ == kNone || text_[tokens_[open_].at.begin] != '(') return add(Kind::close, {at, at + 1}, {});
  Token& token = close();
  token.kind = Kind::paren;
  token.inside = {token.at.end, at};
  token.at.end = at + 1;
  token.next = static_cast<std::uint32_t>(tokens_.size());
  return at + 1;
}

std::uint32_t Tokenizer::skip_space(std::uint32_t at) const {
  while (at < end_ && is_space(text_[at])) ++at;
  return at;
}

/// `(address "title")` by CommonMark 6.3; parentheses nest 32 deep at most, which bounds the search.
bool Tokenizer::is_link(std::uint32_t after_bracket, Span& address, std::uint32_t& end) const {
  if (after_bracket >= end_ || text_[after_bracket] != '(') return false;
  std::uint32_t at = skip_space(after_bracket + 1);
  if (at < end_ && text_[at] == '<') {
    std::uint32_t close = at + 1;
    while (close < end_ && text_[close] != '>' && text_[close] != '\n' && text_[close] != '<') ++close;
    if (close >= end_ || text_[close] != '>') return false;
    address = {at + 1, close};
    at = close + 1;
  } else {
    address.begin = at;
    constexpr ByteSet kTelling(" \t\n\r\\()");
    for (int depth = 0; (at = static_cast<std::uint32_t>(kTelling.find(text_.substr(0, end_), at))) < end_; ++at) {
      if (is_space(text_[at])) break;
      if (text_[at] == '\\')
        at += at + 1 < end_ && !is_space(text_[at + 1]);  // a line ending is none that could be escaped
      else if (text_[at] == '(' && ++depth > 32)
        return false;
      else if (text_[at] == ')' && --depth < 0)
        break;
    }
    address.end = at = std::min(at, end_);
  }
  at = skip_title(skip_space(at));
  if (at >= end_ || text_[at] != ')') return false;
  end = at + 1;
  return true;
}

std::uint32_t Tokenizer::skip_title(std::uint32_t at) const {
  if (at >= end_ || (text_[at] != '"' && text_[at] != '\'' && text_[at] != '(')) return at;
  const char close = text_[at] == '(' ? ')' : text_[at];
  const std::uint32_t limit = std::min(end_, at + 2000);
  for (++at; at < limit && text_[at] != close; ++at)
    if (text_[at] == '\\') ++at;
  return skip_space(at + 1);
}

}  // namespace

void tokenize(const Source& source, const markdown::Blocks& blocks, const markdown::Leaf& leaf,
              std::vector<Token>& tokens) {
  tokens.clear();
  Tokenizer(source, blocks, leaf, tokens).run();
}

const Token* token_from(std::span<const Token> tokens, std::uint32_t at) {
  const auto token =
      std::partition_point(tokens.begin(), tokens.end(), [at](const Token& one) { return one.at.begin < at; });
  return token != tokens.end() ? &*token : nullptr;
}

const Token* token_at(std::span<const Token> tokens, std::uint32_t at) {
  const Token* const token = token_from(tokens, at);
  return token != nullptr && token->at.begin == at ? token : nullptr;
}

}  // namespace paperlint
