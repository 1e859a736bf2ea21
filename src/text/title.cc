// Titles reach us as Markdown that may hold HTML, LaTeX and any script. One pass reads a title: a
// table decides what each plain ASCII byte becomes, the few bytes that may begin markup are looked
// at by name, and only what is not ASCII is asked of Unicode. What looks ahead either moves on past
// what it saw or looks no further than a fixed way, so that time grows with the length alone.
#include "text/title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/markup.h"
#include "text/slug.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

using markup::at_or_blank;
using markup::is_alnum;
using markup::is_digit;
using markup::is_letter;
using markup::kNone;

// What a plain ASCII byte becomes: itself in lower case, a blank, or 0 where it may be markup.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) table[c] = ' ';
  for (const char c : {'\\', '$', '<', '&', '*', '`', '[', ']', '!', ':', '+', '#', '{', '}', '~', '_', '^'})
    table[static_cast<std::size_t>(c)] = 0;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = static_cast<char>(c);
  return table;
}();

char plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

class Normalizer {
 public:
  explicit Normalizer(std::string_view text) : text_(text) { out_.reserve(text.size()); }
  std::string run();

 private:
  void plain_run();
  void markup(char c);
  void mark(char c);
  void exclamation();
  void backslash();
  void command();
  void pair(bool& open, char mark);
  void tag();
  void ampersand();
  std::size_t find(std::string_view what, bool& nowhere);
  void closing_bracket();
  void colon();
  void not_ascii();
  void folded(char32_t point);
  void decoded(std::string_view text);
  void sign(char c);
  void put(char32_t point);
  void put_wide(char32_t point, bool letter = true);
  void conjunction();
  void part() {
    if (!begins_word()) out_ += ' ';
  }
  [[nodiscard]] bool begins_word() const { return out_.empty() || out_.back() == ' '; }
  void skip(std::size_t to) { at_ = to; }
  [[nodiscard]] char next(std::size_t ahead = 1) const { return at_or_blank(text_, at_ + ahead); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  bool letter_ = false;  // what was last put, if not ASCII, is a letter
  bool math_ = false, code_ = false;
  bool unclosed_tag_ = false, unclosed_comment_ = false;
  std::size_t torn_ = kNone, torn_size_ = kNone;  // past the last byte that is no UTF-8, in text_ and in out_
  std::size_t emoji_ = kNone;                     // past the last shortcode
};

std::string Normalizer::run() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (plain(c) != 0)
      plain_run();
    else if (static_cast<unsigned char>(c) >= 0x80)
      not_ascii();
    else
      markup(c);
  }
  if (!out_.empty() && out_.back() == ' ') out_.pop_back();
  return std::move(out_);
}

// Takes plain bytes as far as they go, some hundred at a time. Every byte is written, and counts unless it
// is a blank after a blank: no branch depends on where words end, which no processor can foresee.
void Normalizer::plain_run() {
  std::array<char, 192> chunk;
  const std::string_view text = text_.substr(at_, chunk.size());
  std::size_t size = 0, at = 0;
  char last = begins_word() ? ' ' : 'a';
  for (; at < text.size(); ++at) {
    const char c = plain(text[at]);
    if (c == 0) break;
    chunk[size] = c;
    size += static_cast<std::size_t>(c != ' ') | static_cast<std::size_t>(last != ' ');
    last = c;
  }
  out_.append(chunk.data(), size);
  at_ += at;
}

void Normalizer::markup(char c) {
  if (c == '`') return pair(code_, '`');
  if (c == '+' || c == '#') return sign(c);
  if (c == '&') return ampersand();
  if (code_) {
    part();
    return skip(at_ + 1);
  }
  switch (c) {
    case '\\':
      return backslash();
    case '$':
      return pair(math_, '$');
    case '<':
      return tag();
    case '!':
      return exclamation();
    case ']':
      return closing_bracket();
    case ':':
      return colon();
    default:
      mark(c);
      ++at_;
  }
}

// Marks that stand for themselves.
void Normalizer::mark(char c) {
  switch (c) {
    case '*':
      if (is_digit(next()) && at_ > 0 && is_digit(text_[at_ - 1])) part();
      break;
    case '~':
      if (next() != '~') return part();
      ++at_;
      break;
    case '{':
    case '}':
    case '^':
      break;  // EC^2 is EC$^2$ and EC²
    case '_':
      if (!math_) part();
      break;
    default:
      part();
  }
}

// An image goes, with its text.
void Normalizer::exclamation() {
  part();
  const std::size_t end = next() == '[' ? markup::link_end(text_, at_ + 1) : kNone;
  skip(end == kNone ? at_ + 1 : end);
}

// Whether `\` and `mark` put an accent on `base`. An escaped apostrophe is met more often than an acute,
// so only letters that bear one in European languages take one; `.` and `=` are rare as accents too.
bool is_accent(char mark, char base) {
  switch (mark) {
    case '"':
    case '`':
    case '^':
    case '~':
      return is_letter(base) || base == '\\';
    case '\'':
      return std::string_view("aeiouyclnrszAEIOUYCLNRSZ\\").find(base) != kNone;
    case '.':
      return std::string_view("zceguiZCEGUI").find(base) != kNone;
    case '=':
      return std::string_view("aeiouAEIOU").find(base) != kNone;
    default:
      return false;
  }
}

// An escape, an accent (`\"a`, `\'{e}`) or a command.
void Normalizer::backslash() {
  const char mark = next(), base = next(2) == '{' ? next(3) : next(2);
  if (is_letter(mark)) return command();
  const bool possessive = mark == '\'' && base == 's' && !is_alnum(next(3));
  const bool accent = !possessive && is_accent(mark, base);
  if (mark == '&')
    conjunction();
  else if (!accent && mark != '*' && mark != '+' && mark != '#')
    part();
  const bool look_at_mark = mark == '+' || mark == '#' || static_cast<unsigned char>(mark) >= 0x80;
  skip(std::min(at_ + (look_at_mark ? 1 : 2), text_.size()));
}

void Normalizer::command() {
  std::size_t end = at_ + 1;
  while (end < text_.size() && is_letter(text_[end])) ++end;
  const auto meant = markup::latex(text_.substr(at_ + 1, end - at_ - 1));
  if (!meant) {
    const bool argument = at_or_blank(text_, end) == '{' && at_or_blank(text_, end + 1) != '}';
    if (!argument) part();
    return skip(argument ? end : at_ + 1);
  }
  if (*meant == U' ')
    part();
  else if (*meant != 0)
    folded(*meant);
  // LaTeX drops the blanks after a command; they are kept after Greek letters, which stand in formulas.
  const bool in_word = *meant == 0 || (*meant > 'z' && *meant < 0x180);
  while (in_word && at_or_blank(text_, end) == ' ' && end < text_.size()) ++end;
  skip(end);
}

// A mark that stands in pairs: formulas and code. Without its second it is a character like others.
void Normalizer::pair(bool& open, char mark) {
  std::size_t end = at_;
  while (end < text_.size() && text_[end] == mark) ++end;
  if (open)
    open = false;
  else if (text_.find(mark, end) != kNone)
    open = true;
  else
    part();
  skip(end);
}

void Normalizer::tag() {
  const std::string_view name = markup::tag_name(text_, at_);
  std::size_t end = kNone;
  if (name == "!" && text_.substr(at_, 4) == "<!--") end = find("-->", unclosed_comment_);
  if (end == kNone && !name.empty()) end = find(">", unclosed_tag_);
  if (end == kNone || !markup::inside_words(name)) part();
  skip(end == kNone ? at_ + 1 : end);
}

// Past the next `what`. What is nowhere below is not looked for again.
std::size_t Normalizer::find(std::string_view what, bool& nowhere) {
  const std::size_t found = nowhere ? kNone : text_.find(what, at_);
  nowhere = found == kNone;
  return nowhere ? kNone : found + what.size();
}

void Normalizer::ampersand() {
  constexpr std::size_t kLongest = 12;
  const std::size_t length = text_.substr(at_, kLongest).find(';');
  if (length != kNone) {
    const std::string_view entity = text_.substr(at_, length + 1);
    const std::string meant = decode_entity(entity);
    if (meant != entity) {
      decoded(meant);
      return skip(at_ + entity.size());
    }
  }
  conjunction();
  ++at_;
}

void Normalizer::closing_bracket() {
  part();
  const std::size_t end = next() == '(' ? markup::destination_end(text_, at_ + 1) : kNone;
  skip(end == kNone ? at_ + 1 : end);
}

void Normalizer::colon() {
  part();
  const bool may_begin = at_ == 0 || at_ == emoji_ || (!is_alnum(text_[at_ - 1]) && text_[at_ - 1] != ':');
  const std::size_t end = may_begin ? markup::shortcode_end(text_, at_) : kNone;
  if (end != kNone) emoji_ = end;
  skip(end == kNone ? at_ + 1 : end);
}

void Normalizer::not_ascii() {
  const unicode::Point point = unicode::decode(text_, at_);
  if (point.size == 0) {
    // Two such bytes that something dropped stands between must not become a character.
    if (out_.size() == torn_size_ && torn_ != at_) part();
    out_ += text_[at_++];
    letter_ = false;
    torn_ = at_;
    torn_size_ = out_.size();
    return;
  }
  if (point.value >= 0x2010 && point.value <= 0x2027)
    part();  // dashes, quotes, bullets, dots
  else if (point.value >= 0x4E00 && point.value <= 0x9FFF)
    put_wide(point.value);  // Han folds to itself
  else
    folded(point.value);
  at_ += point.size;
}

void Normalizer::folded(char32_t point) {
  if (point == U'×') point = U'x';  // 16×16, 4× faster
  for (const char32_t c : unicode::fold(point)) put(c);
}

void Normalizer::decoded(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Point point = unicode::decode(text, at);
    folded(point.value);
    at += std::max(point.size, 1U);
  }
}

// `+` and `#` belong to the letter before them: C++, C#.
void Normalizer::sign(char c) {
  const char last = out_.empty() ? ' ' : out_.back();
  const bool wide = static_cast<unsigned char>(last) >= 0x80;
  if (is_letter(last) || last == '+' || last == '#' || (wide && letter_))
    out_ += c;
  else
    part();
  ++at_;
}

// Puts a character that is no markup.
void Normalizer::put(char32_t point) {
  if (point == '&') return conjunction();
  if (point < 0x80) {
    const char c = plain(static_cast<char>(point));
    if (c == 0 || c == ' ') return part();
    out_ += c;
    return;
  }
  switch (unicode::kind(point)) {
    case unicode::Kind::letter:
    case unicode::Kind::numeral:
      return put_wide(point, true);
    case unicode::Kind::digit:
    case unicode::Kind::number:
      return put_wide(point, false);
    default:
      return part();
  }
}

void Normalizer::put_wide(char32_t point, bool letter) {
  letter_ = letter;
  unicode::append(out_, point);
}

void Normalizer::conjunction() {
  part();
  out_ += "and ";
}

}  // namespace

std::string normal_title(std::string_view markdown) { return Normalizer(markdown).run(); }

}  // namespace paperlint
