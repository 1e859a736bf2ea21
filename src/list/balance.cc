#include "list/balance.h"

#include <algorithm>
#include <string_view>

#include "list/tokens.h"
#include "text/byte_set.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kLongest = 400;   // bytes of a text that is an entry rather than prose
constexpr std::size_t kMost = 4;          // marks without a partner in an entry
constexpr std::uint32_t kLongLabel = 40;  // bytes of a link's text that is no title

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool among(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// `(0, 1]`
bool is_interval(std::string_view inside) { return inside.size() <= 16 && inside.find(',') != std::string_view::npos; }

class Balance {
 public:
  explicit Balance(const Text& text)
      : bytes_(text.document->source->text()),
        content_(text.content()),
        tokens_(text.tokens),
        is_long_(content_.size() > kLongest && markup::unix_size(text.text(content_)) > kLongest) {}
  std::vector<Unpaired> run();

 private:
  [[nodiscard]] bool broken_link() const;
  [[nodiscard]] bool broken_group(const Token& group) const;
  [[nodiscard]] bool enumerates(std::uint32_t at) const;
  [[nodiscard]] bool ignored(const Token& token) const;
  bool brackets();
  [[nodiscard]] const Token* behind(const Token& token) const;
  void match(const Token& close, const Token* before);
  void add(Unpaired::Kind kind, const Token& token, Span partner, const Token* link);
  void marks();
  void quotes();
  [[nodiscard]] char byte(std::uint32_t at) const { return at < content_.end ? bytes_[at] : ' '; }
  [[nodiscard]] char before(std::uint32_t at) const { return at > content_.begin ? bytes_[at - 1] : ' '; }
  [[nodiscard]] std::string_view text(Span span) const { return bytes_.substr(span.begin, span.size()); }
  [[nodiscard]] bool holds(std::string_view what) const { return text(content_).find(what) != std::string_view::npos; }

  const std::string_view bytes_;
  const Span content_;
  const std::span<const Token> tokens_;
  const bool is_long_;
  bool no_brackets_ = false, no_parens_ = false;
  std::vector<const Token*> open_;
  std::vector<Unpaired> found_;
  std::vector<Span> straight_, ticks_, opening_, closing_;  // quotation marks
};

bool Balance::broken_group(const Token& group) const {
  std::uint32_t at = group.at.end;
  while (at < content_.end && bytes_[at] == ' ') ++at;
  const bool address = byte(at) == '(' && (at == group.at.end || bytes_.substr(at + 1, 4) == "http");
  return address || bytes_.substr(group.inside.begin, 4) == "http" || bytes_.substr(group.at.end, 4) == "http";
}

/// Whether brackets and parentheses make no link though they are meant to, or an address holds or touches some.
bool Balance::broken_link() const {
  static constexpr ByteSet kBrackets("[]");
  return std::any_of(tokens_.begin(), tokens_.end(), [this](const Token& token) {
    const char next = byte(token.at.end);
    switch (token.kind) {
      case Kind::open:
        return bytes_[token.at.begin] == '(' && before(token.at.begin) == ']';
      case Kind::close:
        return next == '(';
      case Kind::group:
        return broken_group(token);
      case Kind::paren:
        return next == '[' && bytes_.substr(token.at.end + 1, 4) == "http";
      case Kind::link:
      case Kind::image:
        return kBrackets.in(text(token.address)) || (token.inside.empty() && among(next, "()[]"));
      default:
        return false;
    }
  });
}

/// `1)`, `a)`, `iii)`, `2.)` and smileys.
bool Balance::enumerates(std::uint32_t at) const {
  if (among(before(at), ":;-=^")) return true;
  std::uint32_t begin = at;
  if (before(begin) == '.') --begin;
  while (begin > content_.begin && at - begin < 5 && markup::is_alnum(bytes_[begin - 1])) --begin;
  return begin < at && at - begin < 5 && (is_blank(before(begin)) || among(before(begin), "*|:,;"));
}

bool Balance::ignored(const Token& token) const {
  const std::uint32_t at = token.at.begin;
  switch (bytes_[at]) {
    case ')':
      return no_parens_;
    case '(':
      return no_parens_ || among(before(at), ":;-=") || bytes_.substr(at + 1, 5) == "Part ";
    default:
      return no_brackets_;
  }
}

void Balance::add(Unpaired::Kind kind, const Token& token, Span partner, const Token* link) {
  const bool beside = link != nullptr && !link->inside.empty();
  found_.push_back({kind, token.at, partner, beside ? link->at : Span{}, beside ? link->inside : Span{}});
}

/// A mark that closes nothing: it may close, for the eye, one that was opened before, inside of another pair.
void Balance::match(const Token& close, const Token* before) {
  const char mine = bytes_[close.at.begin] == ')' ? '(' : '[';
  const auto same =
      std::find_if(open_.rbegin(), open_.rend(), [&](const Token* token) { return bytes_[token->at.begin] == mine; });
  if (same != open_.rend()) {
    open_.erase(std::next(same).base());
    return;
  }
  const Token* const other = open_.empty() ? nullptr : open_.back();
  const bool wraps_link = other != nullptr && before != nullptr && before->at.begin == other->at.end;
  if (wraps_link || (other != nullptr && is_interval(text({other->at.end, close.at.begin})))) {
    open_.pop_back();
    if (wraps_link) add(Unpaired::Kind::mismatched, close, other->at, before);
  } else if (mine == '[' || !enumerates(close.at.begin)) {
    add(Unpaired::Kind::unopened, close, {}, before);
  }
}

/// The link that begins right behind a token, or the code behind a parenthesis; or nullptr.
const Token* Balance::behind(const Token& token) const {
  const auto next = static_cast<std::size_t>(&token - tokens_.data()) + 1;
  if (next >= tokens_.size() || tokens_[next].at.begin != token.at.end) return nullptr;
  const bool code = tokens_[next].kind == Kind::code && bytes_[token.at.begin] == '(';
  return code || tokens_[next].kind == Kind::link ? &tokens_[next] : nullptr;
}

/// False where there are too many of them for an entry.
bool Balance::brackets() {
  const Token* link = nullptr;  // the last one
  std::uint32_t dollars = 0, counted = content_.begin;
  for (const Token& token : tokens_) {
    if (token.kind == Kind::link) link = &token;
    if (token.kind != Kind::open && token.kind != Kind::close) continue;
    for (; counted < token.at.begin; ++counted) dollars += bytes_[counted] == '$' ? 1 : 0;
    const Token* const before = link != nullptr && link->at.end == token.at.begin ? link : nullptr;
    const bool in_link = link != nullptr && token.at.begin < link->at.end;
    const bool prose = is_long_ && before == nullptr && !in_link && behind(token) == nullptr;
    if (prose || dollars % 2 != 0 || ignored(token)) continue;
    if (token.kind == Kind::open)
      open_.push_back(&token);
    else
      match(token, before);
    if (open_.size() > kMost || found_.size() > kMost) return false;
  }
  for (const Token* token : open_) add(Unpaired::Kind::unclosed, *token, {}, behind(*token));
  return true;
}

/// Quotation marks outside of code, addresses and HTML.
void Balance::marks() {
  std::vector<Span> skipped;
  for (const Token& token : tokens_) {
    const bool shown = token.kind == Kind::link || token.kind == Kind::image;
    if (token.kind == Kind::code || token.kind == Kind::comment || token.kind == Kind::html || token.inside.empty())
      skipped.push_back(token.at);
    else if (shown)
      skipped.push_back({token.inside.end, token.at.end});
  }
  std::sort(skipped.begin(), skipped.end());
  auto skip = skipped.begin();
  for (std::uint32_t at = content_.begin; at < content_.end; ++at) {
    while (skip != skipped.end() && skip->end <= at) ++skip;
    if (skip != skipped.end() && skip->begin <= at) {
      at = skip->end - 1;
      continue;
    }
    const std::string_view here = bytes_.substr(at, 3);
    if (here[0] == '"') straight_.push_back({at, at + 1});
    if (here[0] == '`') ticks_.push_back({at, at + 1});
    if (here == "\u201C") opening_.push_back({at, at + 3});
    if (here == "\u201D") closing_.push_back({at, at + 3});
  }
}

/// A quotation mark behind a digit may be inches.
void Balance::quotes() {
  if (is_long_ || !(holds("\"") || holds("`") || holds("\u201C") || holds("\u201D"))) return;
  if (holds("''") || holds("``") || holds("\u201E") || holds("\\")) return;
  marks();
  const bool inches = std::any_of(straight_.begin(), straight_.end(),
                                  [this](Span mark) { return markup::is_digit(before(mark.begin)); });
  const bool odd = straight_.size() % 2 != 0;
  const auto& more = opening_.size() > closing_.size() ? opening_ : closing_;
  if (odd && !inches && opening_.size() != closing_.size())
    found_.push_back(
        {Unpaired::Kind::mismatched, std::max(straight_.back(), more.back()), std::min(straight_.back(), more.back())});
  else if (odd && !inches)
    found_.push_back({Unpaired::Kind::quote, straight_.back()});
  else if (opening_.size() != closing_.size())
    found_.push_back({Unpaired::Kind::quote, more.back()});
  const auto latex = [this](Span tick) { return text({tick.end, content_.end}).find('\'') != std::string_view::npos; };
  if (ticks_.size() % 2 != 0 && !latex(ticks_.back())) found_.push_back({Unpaired::Kind::quote, ticks_.back()});
}

std::vector<Unpaired> Balance::run() {
  const bool odd = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
    return token.kind == Kind::open || token.kind == Kind::close;
  });
  if (odd) {  // rare
    if (broken_link()) return {};
    no_brackets_ = holds("\\[") || holds("\\]");
    no_parens_ = holds("\\(") || holds("\\)") || holds("\uFF08") || holds("\uFF09");
    if (!brackets()) return {};
  }
  quotes();
  return std::move(found_);
}

}  // namespace

std::vector<Unpaired> unpaired(const Text& text) { return Balance(text).run(); }

std::string complaint(const Source& source, const Unpaired& one) {
  const std::string mark = "'" + std::string(source.text(one.at)) + "'";
  switch (one.kind) {
    case Unpaired::Kind::unclosed:
      return mark + " is never closed";
    case Unpaired::Kind::unopened:
      return mark + " closes nothing";
    case Unpaired::Kind::mismatched:
      return mark + " closes '" + std::string(source.text(one.partner)) + "'";
    default:
      return mark + " has no partner";
  }
}

namespace {

/// (`Name): the code ends where the parenthesis does.
std::optional<std::pair<Span, std::string>> close_code(const Source& source, const Unpaired& one) {
  const std::string_view text = source.text();
  if (text[one.at.begin] != '`' || one.at.begin == 0 || text[one.at.begin - 1] != '(') return std::nullopt;
  const std::size_t size = text.substr(one.at.end, kLongLabel).find_first_of(")(`\r\n");
  if (size == std::string_view::npos || text[one.at.end + size] != ')') return std::nullopt;
  const std::uint32_t end = one.at.end + static_cast<std::uint32_t>(size);
  return std::pair{Span{end, end}, std::string("`")};
}

}  // namespace

std::optional<std::pair<Span, std::string>> balance(const Source& source, const Unpaired& one,
                                                    std::optional<Button::Form> form) {
  using Change = std::pair<Span, std::string>;
  const std::string_view text = source.text();
  const char mark = text[one.at.begin];
  const auto insert = [](std::uint32_t at, const char* with) { return Change{{at, at}, with}; };
  const Change drop{one.at, ""};
  if (one.kind == Unpaired::Kind::mismatched) {
    if (mark != ']' && mark != ')') return std::nullopt;
    return Change{one.at, mark == ']' ? ")" : "]"};
  }
  if (one.kind == Unpaired::Kind::quote) return close_code(source, one);
  const bool around = form == Button::Form::around, inside = form == Button::Form::inside;
  if (one.beside.empty()) {
    const bool second = (mark == ']' || mark == ')') && around && one.at.begin > 0 && text[one.at.begin - 1] == ']';
    return second ? std::optional(drop) : std::nullopt;
  }
  const bool brackets = text[one.label.begin] == '[', title = one.title || one.label.size() > kLongLabel;  // [[pdf]](u)
  if (mark == '(' && text[one.beside.begin] == '`') return insert(one.beside.end, ")");
  if (mark == '[' && around && !brackets) return insert(one.beside.end, "]");
  if (mark == '[' && inside) return brackets ? drop : insert(one.label.end, "]");
  if (mark == ']' && (title || form == Button::Form::bare || (inside && brackets))) return drop;
  if (mark == ']' && around && !brackets) return insert(one.beside.begin, "[");
  if (mark == ')' && form != Button::Form::paren) return drop;
  return std::nullopt;
}

}  // namespace paperlint
