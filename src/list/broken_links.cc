// The tokens tell brackets from links, for a link is one only where md4c saw it too. So a bracket group that is no
// link, with a web address close by, was meant as one. Only what has one right reading gets its changes.
#include "list/broken_links.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "list/address_form.h"
#include "list/grammar.h"
#include "list/link_text.h"
#include "list/tokens.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using Kind = BrokenLink::Kind;
using TokenKind = Token::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
using markup::is_digit;
using markup::is_letter;

/// No address is longer; it bounds how often nested brackets are looked through.
constexpr std::uint32_t kLongest = 2048;
constexpr std::string_view kWideOpen = "\uFF08", kWideClose = "\uFF09";

class Finder {
 public:
  Finder(const Text& text, std::vector<BrokenLink>& found)
      : text_(text), bytes_(text.document->source->text()), tokens_(text.tokens), found_(found) {}
  void run();

 private:
  bool look(std::uint32_t index);
  bool group(const Token& group);
  bool apart(const Token& group, const Token& next);
  bool beside(const Token& group, std::uint32_t next);
  bool bare(const Token& group, const Token& address);
  bool emptied(const Token& link, Span text);
  [[nodiscard]] bool closed_alone(const Token& address) const;
  bool link(const Token& link);
  bool after_paren(const Token& paren, const Token& next);
  bool after_close(const Token& close);
  bool closed(const Token& group, const Token& close);
  bool misplaced(const Token& bracket);
  bool opens_before(const Token& token) const;
  bool unclosed(const Token& group, std::uint32_t paren);
  bool nested(const Token& group, std::uint32_t paren);
  bool nested(Span whole, Span text, Span destination);
  bool blank(const Token& group, const Token& paren);
  bool reversed(Span whole, Span text, Span destination);
  bool add(Kind kind, Span whole, Span text, Span address, std::vector<Rewrite> changes = {});

  [[nodiscard]] std::string_view of(Span span) const { return bytes_.substr(span.begin, span.size()); }
  [[nodiscard]] char at(std::uint32_t offset) const { return offset < text_.content().end ? bytes_[offset] : '\n'; }
  /// The token behind one and all that it holds, or nullptr.
  [[nodiscard]] const Token* after(const Token& token) const {
    return token.next < tokens_.size() ? &tokens_[token.next] : nullptr;
  }
  [[nodiscard]] bool is_bare(const Token& token) const {
    return token.kind == TokenKind::link && token.inside.empty() && token.address == token.at;
  }
  [[nodiscard]] bool is_address(Span span) const;
  [[nodiscard]] bool may_be_text(const Token& group) const;
  [[nodiscard]] bool holds_link(const Token& group) const;
  [[nodiscard]] bool ends_address(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t title_begin(std::uint32_t close);
  void find_title();

  const Text& text_;
  const std::string_view bytes_;
  const std::span<const Token> tokens_;
  std::vector<BrokenLink>& found_;
  bool title_known_ = false;
  Span title_;  // what can be a title that no bracket opens: from the first word to the first bracket behind it
};

void Finder::run() {
  std::uint32_t covered = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.at.begin < covered) continue;
    if (look(i)) covered = found_.back().whole.end;
    if (token.kind == TokenKind::link || token.kind == TokenKind::image) covered = std::max(covered, token.at.end);
  }
}

bool Finder::look(std::uint32_t index) {
  const Token& token = tokens_[index];
  const Token* const next = after(token);
  switch (token.kind) {
    case TokenKind::group:
      return may_be_text(token) && group(token);
    case TokenKind::open:
      return bytes_[token.at.begin] == '[' && misplaced(token);
    case TokenKind::link:
      return !token.inside.empty() && link(token);
    case TokenKind::paren:
      return next != nullptr && next->at.begin == token.at.end && after_paren(token, *next);
    case TokenKind::close:
      return next != nullptr && next->at.begin == token.at.end && after_close(token);
    default:
      return false;
  }
}

bool Finder::add(Kind kind, Span whole, Span text, Span address, std::vector<Rewrite> changes) {
  found_.push_back({kind, whole, text, address, std::move(changes)});
  return true;
}

/// One web address and nothing else.
bool Finder::is_address(Span span) const {
  if (span.size() > kLongest) return false;
  const std::string_view text = of(span);
  const bool row = text_.leaf->kind == markdown::Kind::row;
  return has_web_scheme(text) && text.find_first_of(" \t\r\n<>\"`") == std::string_view::npos &&
         !(row && text.find('|') != std::string_view::npos);
}

/// `[12]` and `[^1]` are references, an image is no link, and the tag that an entry begins with stays one.
bool Finder::may_be_text(const Token& group) const {
  const std::string_view inside = of(group.inside);
  const bool image = group.at.begin > text_.content().begin && bytes_[group.at.begin - 1] == '!';
  const bool number = inside.size() < 4 && std::all_of(inside.begin(), inside.end(), is_digit);  // a year is a text
  const bool tag = text_.is_body() && group.at.begin == text_.content().begin && !text_.entry->tags.empty() &&
                   text_.entry->tags.front().whole == group.at;
  return !image && !inside.empty() && inside.front() != '^' && !number && !tag;
}

bool Finder::holds_link(const Token& group) const {
  const auto index = static_cast<std::uint32_t>(&group - tokens_.data());
  return std::any_of(tokens_.begin() + index + 1, tokens_.begin() + group.next,
                     [](const Token& token) { return token.kind == TokenKind::link && !token.inside.empty(); });
}

/// Whether an address that nobody closed ends here.
bool Finder::ends_address(std::uint32_t offset) const {
  return std::string_view(" \t\r\n][<|.,;:!").find(at(offset)) != std::string_view::npos;
}

bool Finder::group(const Token& group) {
  if (misplaced(group)) return true;
  const Token* const next = after(group);
  if (next == nullptr) return false;
  return next->at.begin == group.at.end ? beside(group, group.next) : apart(group, *next);
}

/// `[text] (address)`, `[text]（address）`.
bool Finder::apart(const Token& group, const Token& next) {
  const Span gap{group.at.end, next.at.begin};
  const std::string_view between = of(gap);
  if (between == kWideOpen && is_bare(next) && of(next.at).ends_with(kWideClose) && !holds_link(group)) {
    const Span close{next.at.end - static_cast<std::uint32_t>(kWideClose.size()), next.at.end};
    return add(Kind::wide, {group.at.begin, close.end}, group.at, {next.at.begin, close.begin},
               {{gap, "("}, {close, ")"}});
  }
  if (next.kind != TokenKind::paren || !std::all_of(between.begin(), between.end(), is_blank)) return false;
  if (!is_address(next.inside) || holds_link(group)) return false;
  return add(Kind::gap, {group.at.begin, next.at.end}, group.at, next.inside, {{gap, ""}});
}

bool Finder::beside(const Token& group, std::uint32_t index) {
  const Token& next = tokens_[index];
  switch (next.kind) {
    case TokenKind::open:
      return bytes_[next.at.begin] == '(' && unclosed(group, index);
    case TokenKind::paren:
      if (next.inside.size() > kLongest) return false;
      if (is_address(next.inside))
        return holds_link(group) && add(Kind::inside, {group.at.begin, next.at.end}, group.at, next.inside);
      return !holds_link(group) && (nested(group, index) || blank(group, next) ||
                                    reversed({group.at.begin, next.at.end}, group.inside, next.inside));
    case TokenKind::close:
      return closed(group, next);
    case TokenKind::group:
      return is_address(next.inside) && !holds_link(group) &&
             add(Kind::swapped, {group.at.begin, next.at.end}, group.at, next.inside,
                 {{{next.at.begin, next.at.begin + 1}, "("}, {{next.at.end - 1, next.at.end}, ")"}});
    case TokenKind::link:
      return is_bare(next) && !holds_link(group) && bare(group, next);
    default:
      return false;
  }
}

/// Whether a parenthesis that nobody opens stands right behind an address.
bool Finder::closed_alone(const Token& address) const {
  const Token* const close = after(address);
  return close != nullptr && close->kind == TokenKind::close && close->at.begin == address.at.end &&
         at(address.at.end) == ')';
}

bool Finder::bare(const Token& group, const Token& address) {
  const bool half = closed_alone(address);
  if (!half && !ends_address(address.at.end)) return false;
  std::vector<Rewrite> changes{{{address.at.begin, address.at.begin}, "("}};
  if (!half) changes.push_back({{address.at.end, address.at.end}, ")"});
  return add(Kind::bare, {group.at.begin, address.at.end}, group.at, address.at, std::move(changes));
}

/// `[text(address)]` and `[text(address)`, where the text is right beside the parenthesis; it may end in one.
bool Finder::misplaced(const Token& bracket) {
  const bool closed = bracket.kind == TokenKind::group;
  const std::uint32_t end = closed ? bracket.next : static_cast<std::uint32_t>(tokens_.size());
  auto index = static_cast<std::uint32_t>(&bracket - tokens_.data()) + 1;
  if (index < end && tokens_[index].kind == TokenKind::paren && !is_address(tokens_[index].inside))
    index = tokens_[index].next;
  if (index >= end) return false;
  const Token& paren = tokens_[index];
  if (paren.kind != TokenKind::paren || paren.at.begin <= bracket.at.begin + 1 || !is_address(paren.inside))
    return false;
  if (is_blank(bytes_[paren.at.begin - 1]) || (closed && paren.at.end != bracket.inside.end)) return false;
  std::vector<Rewrite> changes{{{paren.at.begin, paren.at.begin}, "]"}};
  if (closed && !opens_before(bracket)) changes.push_back({{paren.at.end, paren.at.end + 1}, ""});
  return add(Kind::misplaced, {bracket.at.begin, closed ? bracket.at.end : paren.at.end},
             {bracket.at.begin, paren.at.begin}, paren.inside, std::move(changes));
}

/// Whether a bracket that nobody closes stands right before a token.
bool Finder::opens_before(const Token& token) const {
  const auto index = &token - tokens_.data();
  if (index == 0) return false;
  const Token& before = tokens_[static_cast<std::size_t>(index) - 1];
  return before.kind == TokenKind::open && before.at.end == token.at.begin && bytes_[before.at.begin] == '[';
}

bool Finder::unclosed(const Token& group, std::uint32_t paren) {
  if (paren + 1 >= tokens_.size() || holds_link(group)) return false;
  const Token& address = tokens_[paren + 1];
  if (address.at.begin != tokens_[paren].at.end) return false;
  if (address.kind == TokenKind::paren && is_address(address.inside))  // `[text]((address)`
    return add(Kind::doubled, {group.at.begin, address.at.end}, group.at, address.inside, {{tokens_[paren].at, ""}});
  if (!is_bare(address) || of(address.at).find('.') == std::string_view::npos) return false;
  const std::uint32_t end = address.at.end;
  Span close{end, end};
  const Token* const next = after(address);
  if (of(address.at).ends_with(kWideClose))
    close.begin -= static_cast<std::uint32_t>(kWideClose.size());
  else if (next != nullptr && next->kind == TokenKind::close && next->at.begin == end && at(end) == ']')
    close.end = next->at.end;
  else if (!ends_address(end))
    return false;
  return add(Kind::unclosed, {group.at.begin, close.end}, group.at, {address.at.begin, close.begin}, {{close, ")"}});
}

/// `[paper]([arxiv.org](https://arxiv.org/abs/1))`, which is no link where a blank stands in it.
bool Finder::nested(const Token& group, std::uint32_t index) {
  const Token& paren = tokens_[index];
  if (paren.inside.empty() || bytes_[paren.inside.begin] != '[') return false;
  const auto last = std::find_if(tokens_.begin() + index + 1, tokens_.begin() + paren.next,
                                 [&](const Token& token) { return token.at.end == paren.inside.end; });
  if (last == tokens_.begin() + paren.next || last->kind != TokenKind::link || last->inside.empty()) return false;
  return nested({group.at.begin, paren.at.end}, group.at, paren.inside);
}

/// Where the inner text is an address or a path, it is the same one or nobody can tell which is meant.
bool Finder::nested(Span whole, Span text, Span destination) {
  const std::string_view inner = of(destination);
  const std::size_t middle = inner.rfind("](");
  if (middle == std::string_view::npos || middle + 3 >= inner.size()) return false;
  const std::string_view shown = inner.substr(1, middle - 1);
  const Span address{destination.begin + static_cast<std::uint32_t>(middle) + 2, destination.end - 1};
  if (!is_address(address)) return false;
  const bool path = shown.find_first_of(" \t") == std::string_view::npos && shown.find('/') != std::string_view::npos;
  std::vector<Rewrite> changes;
  if (!path || of(address).find(shown) != std::string_view::npos)
    changes = {{{destination.begin, address.begin}, ""}, {{address.end, destination.end}, ""}};
  return add(Kind::nested, whole, text, address, std::move(changes));
}

/// One blank in a site's name, or where a line was broken, is a slip; one in a path may stand for another character.
bool Finder::blank(const Token& group, const Token& paren) {
  const std::string_view inside = of(paren.inside);
  const bool row = text_.leaf->kind == markdown::Kind::row;
  if (!has_web_scheme(inside) || inside.find_first_of("<>\"'\r\n`[") != std::string_view::npos ||
      (row && inside.find('|') != std::string_view::npos))
    return false;
  const std::size_t first = inside.find_first_of(" \t");
  if (first == std::string_view::npos) return false;
  const std::size_t last = inside.find_first_not_of(" \t", first);
  if (last == std::string_view::npos) return false;
  std::vector<Rewrite> changes;
  const bool one = inside.find_first_of(" \t", last) == std::string_view::npos;
  const bool in_host = inside.substr(0, first).find('/', 8) == std::string_view::npos && inside[last] != '/';
  const bool broken = std::string_view("-_/.").find(inside[first - 1]) != std::string_view::npos &&
                      (is_letter(inside[last]) || is_digit(inside[last]));
  if (one && (in_host || broken))
    changes = {{{paren.inside.begin + static_cast<std::uint32_t>(first),
                 paren.inside.begin + static_cast<std::uint32_t>(last)},
                ""}};
  return add(Kind::blank, {group.at.begin, paren.at.end}, group.at, paren.inside, std::move(changes));
}

/// `[https://arxiv.org/abs/2301.01234](paper)`.
bool Finder::reversed(Span whole, Span text, Span destination) {
  if (!is_address(text) || !stands_for_text(of(destination))) return false;
  std::vector<Rewrite> changes{{text, std::string(of(destination))}, {destination, std::string(of(text))}};
  if (of(text).find_first_of("()\\") != std::string_view::npos) changes.clear();
  return add(Kind::reversed, whole, {destination.begin - 1, whole.end}, text, std::move(changes));
}

bool Finder::emptied(const Token& link, Span text) {
  const Token* const next = after(link);
  if (next == nullptr || next->at.begin != link.at.end || !is_bare(*next)) return false;
  const bool half = closed_alone(*next);
  if (!half && at(next->at.end) != ')' && !ends_address(next->at.end)) return false;
  std::vector<Rewrite> changes{{{link.at.end - 1, link.at.end}, ""}};
  if (!half) changes.push_back({{next->at.end, next->at.end}, ")"});
  return add(Kind::emptied, {link.at.begin, next->at.end}, text, next->at, std::move(changes));
}

/// `[text]()address`, `[text]((address))`, `[text]([address])`.
bool Finder::link(const Token& link) {
  const std::string_view address = of(link.address);
  const Span text{link.inside.begin - 1, link.inside.end + 1};
  if (address.empty()) return emptied(link, text);
  if (reversed(link.at, link.inside, link.address)) return true;
  if (address.front() == '[' && address.back() == ')') return nested(link.at, text, link.address);
  if (address.back() == ']' && address.find('[') == std::string_view::npos && opens_before(link))
    return add(Kind::crossed, link.at, text, {link.address.begin, link.address.end - 1},
               {{{link.address.end - 1, link.at.end}, ")]"}});
  constexpr std::string_view kPairs[] = {"()", "[]", "\"\"", "''"};
  const std::string_view pair{&address.front(), 1};
  const bool paired = std::any_of(std::begin(kPairs), std::end(kPairs), [&](std::string_view p) {
    return address.front() == p[0] && address.back() == p[1];
  });
  if (address.size() < 3 || !paired || !(pair == "[" || has_web_scheme(address.substr(1)))) return false;
  return add(Kind::doubled, link.at, text, {link.address.begin + 1, link.address.end - 1},
             {{{link.address.begin, link.address.begin + 1}, ""}, {{link.address.end - 1, link.address.end}, ""}});
}

/// `(text)[address]`, `(text)(address)`.
bool Finder::after_paren(const Token& paren, const Token& next) {
  const bool pair = next.kind == TokenKind::group || next.kind == TokenKind::paren;
  if (!pair || paren.inside.empty() || !is_address(next.inside)) return false;
  std::vector<Rewrite> changes;
  const std::string_view text = of(paren.inside);
  const bool alone = paren.at.begin == text_.content().begin || is_blank(bytes_[paren.at.begin - 1]);
  const bool plain = alone && text.find_first_of("0123456789[]()\r\n") == std::string_view::npos;  // not `(SOSP'21)`
  if (plain)
    changes = {{{paren.at.begin, paren.at.begin + 1}, "["},
               {{paren.at.end - 1, next.at.begin + 1}, "]("},
               {{next.at.end - 1, next.at.end}, ")"}};
  return add(Kind::swapped, {paren.at.begin, next.at.end}, paren.at, next.inside, std::move(changes));
}

/// `[text]](address)`: the reader knows whether the list's links bear two pairs of brackets.
bool Finder::closed(const Token& group, const Token& close) {
  const Token* const paren = after(close);
  if (bytes_[close.at.begin] != ']' || paren == nullptr || paren->kind != TokenKind::paren) return false;
  if (paren->at.begin != close.at.end || !is_address(paren->inside) || holds_link(group)) return false;
  return add(Kind::closed, {group.at.begin, paren->at.end}, {group.at.begin, close.at.end}, paren->inside);
}

/// `text](address)`.
bool Finder::after_close(const Token& close) {
  const Token& next = tokens_[close.next];
  if (bytes_[close.at.begin] != ']' || next.kind != TokenKind::paren || !is_address(next.inside)) return false;
  const std::uint32_t begin = title_begin(close.at.begin);
  std::vector<Rewrite> changes;
  if (begin < close.at.begin) changes = {{{begin, begin}, "["}};
  return add(Kind::unopened, {begin, next.at.end}, {begin, close.at.end}, next.inside, std::move(changes));
}

/// Skips the groups that the text begins with: tags and marks.
void Finder::find_title() {
  title_known_ = true;
  title_ = text_.content();
  std::uint32_t i = 0;
  for (;; i = tokens_[i].next) {
    while (!title_.empty() && is_blank(bytes_[title_.begin])) ++title_.begin;
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::group || tokens_[i].at.begin != title_.begin) break;
    title_.begin = tokens_[i].at.end;
  }
  while (i < tokens_.size() && tokens_[i].kind == TokenKind::paren) i = tokens_[i].next;
  if (i < tokens_.size()) title_.end = tokens_[i].at.begin;
}

/// Where the title begins that a bracket closes without an opening one, if all up to the bracket can be one: some
/// words, the last of which is no button's. Else the bracket itself.
std::uint32_t Finder::title_begin(std::uint32_t close) {
  if (!title_known_) find_title();
  if (title_.empty() || title_.end != close) return close;
  const std::string_view title = of(title_);
  const bool word = is_letter(title.front()) || is_digit(title.front());
  const bool words = word && std::count(title.begin(), title.end(), ' ') >= 2;
  return words && ends_title(title) ? title_.begin : close;
}

}  // namespace

void find_broken_links(const Text& text, std::vector<BrokenLink>& found) {
  found.clear();
  Finder(text, found).run();
}

}  // namespace paperlint
