#include "config/toml_strings.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace paperlint {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Reads one string byte by byte, as far as is asked.
class Speller {
 public:
  Speller(std::string_view text, TomlPlace begin) : text_(text), place_(begin) {
    for (std::uint32_t line = 1; line < begin.line; ++line) {
      at_ = text_.find('\n', at_);
      if (at_ == std::string_view::npos) return;
      ++at_;
    }
    if (begin.line == 1 && text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    for (std::uint32_t column = 1; column < begin.column && at_ < text_.size(); ++column) do
        ++at_;
      while (at_ < text_.size() && continues(text_[at_]));
    open();
  }

  /// Goes on to the byte that spells byte `at` of `value`; false where the text spells something else.
  bool go(std::string_view value, std::size_t at) {
    if (quote_ == 0) return false;
    for (std::size_t done = 0; done < at;) {
      const std::string next = spelt();
      if (next.empty() || value.substr(done, next.size()) != next) return false;
      if (done + next.size() > at) return true;  // inside what one escape spells
      done += next.size();
      step();
    }
    return at_ < text_.size();
  }
  [[nodiscard]] TomlPlace place() const { return place_; }

 private:
  void open() {
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return;
    quote_ = text_[at_];
    const bool tripled = text_.substr(at_, 3) == std::string(3, quote_);
    move(tripled ? 3 : 1);
    if (!tripled) return;
    if (text_.substr(at_, 2) == "\r\n")
      move(2);
    else if (text_.substr(at_, 1) == "\n")
      move(1);
  }

  void move(std::size_t bytes) {
    for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
      if (text_[at_] == '\n')
        place_ = {place_.line + 1, 1};
      else if (!continues(text_[at_]))
        ++place_.column;
    }
    while (at_ < text_.size() && continues(text_[at_])) ++at_;
  }

  /// What stands here means, and how many bytes it has.
  std::string spelt() {
    size_ = 1;
    if (at_ >= text_.size()) return {};
    if (quote_ != '"' || text_[at_] != '\\') {
      while (at_ + size_ < text_.size() && continues(text_[at_ + size_])) ++size_;
      return std::string(text_.substr(at_, size_));
    }
    constexpr std::string_view kEscapes = "btnfre\"\\", kMeant = "\b\t\n\f\r\x1b\"\\";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    size_ = c == 'u' ? 6 : c == 'U' ? 10 : c == 'x' ? 4 : 2;
    if (size_ > 2) return code_point();
    const std::size_t known = kEscapes.find(c);
    return known == std::string_view::npos ? std::string() : std::string(1, kMeant[known]);
  }

  [[nodiscard]] std::string code_point() const {
    std::uint32_t value = 0;
    for (const char c : text_.substr(at_ + 2, size_ - 2)) {
      const std::size_t digit =
          std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
      if (digit == std::string_view::npos) return {};
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    std::string spelt;
    unicode::append(spelt, static_cast<char32_t>(value));
    return spelt;
  }

  void step() { move(size_); }

  const std::string_view text_;
  std::size_t at_ = 0, size_ = 1;
  TomlPlace place_;
  char quote_ = 0;
};

}  // namespace

TomlPlace place_in_string(std::string_view text, TomlPlace begin, std::string_view value, std::size_t at) {
  Speller speller(text, begin);
  return speller.go(value, at) ? speller.place() : begin;
}

}  // namespace paperlint
