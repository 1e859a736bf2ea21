// One walk over the text finds its strings and comments, up to the first error that toml++ would
// tell. What stands behind that error may be seen otherwise; toml++ does not get there. But it may
// read on to the end of a malformed value, `1979-05-27["é`, before it says so: a quote inside a
// value must be told first.
#include "config/toml_text.h"

#include <algorithm>
#include <utility>

namespace paperlint {
namespace {

constexpr std::size_t kMaxSize = 1 << 20;
constexpr std::size_t kMaxDots = 1000;  // in keys: no table lies deeper than their number

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text), start_(text.substr(0, 3) == kMark ? 3 : 0), at_(start_) {}

  std::optional<TomlProblem> problem() {
    while (at_ < text_.size())
      if (std::string what = step(); !what.empty()) return place(std::move(what));
    return std::nullopt;
  }

 private:
  // One string, comment or byte; says what is wrong with it.
  std::string step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return begun_ ? "a quote stands inside a value" : string();
    if (!is_ascii(c)) return "'" + std::string(character()) + "' stands outside of quotes";
    if (c == '.' && ++dots_ > kMaxDots) return "more than 1000 dots in keys";
    if (value_)
      in_value(c);
    else
      in_key(c);
    at_ = c == '#' ? std::min(text_.find('\n', at_), text_.size()) : at_ + 1;
    return {};
  }

  void in_key(char c) {
    if (c == '=') value_ = true;
    if (c == '}') close();
  }

  void in_value(char c) {
    if (c == '\n' && open_.empty()) {
      value_ = begun_ = false;
    } else if ((c == '[' || c == '{') && !begun_) {
      open_ += c;
      value_ = c == '[';
    } else if (c == ',' && !open_.empty()) {
      value_ = open_.back() == '[';
      begun_ = false;
    } else if (c == ']' || c == '}') {
      close();
    } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '#') {
      begun_ = true;
    }
  }

  // What was open is a value that has been told.
  void close() {
    if (!open_.empty()) open_.pop_back();
    value_ = begun_ = true;
  }

  std::string string() {
    begun_ = value_;
    const char quote = text_[at_];
    const std::string triple(3, quote);
    const bool tripled = text_.substr(at_, 3) == triple;
    for (at_ += tripled ? 3 : 1; at_ < text_.size(); ++at_) {
      if (quote == '"' && text_[at_] == '\\') {
        if (++at_ < text_.size() && tripled && joins_lines(text_[at_]))
          return "a backslash that joins lines is not read";
      } else if (tripled ? text_.substr(at_, 3) == triple : text_[at_] == quote) {
        // Up to two quotes more may end a long string.
        at_ = tripled ? std::min({text_.find_first_not_of(quote, at_), at_ + 5, text_.size()}) : at_ + 1;
        return {};
      } else if (!tripled && text_[at_] == '\n') {
        return {};
      }
    }
    return {};
  }

  // What stands behind such a backslash is for toml++ a blank, or not, by undefined behaviour.
  static bool joins_lines(char behind) { return static_cast<unsigned char>(behind) <= ' ' || !is_ascii(behind); }

  std::string_view character() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && end < at_ + 4 && continues(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  TomlProblem place(std::string what) const {
    const std::string_view before = text_.substr(0, at_);
    const std::size_t line_end = before.rfind('\n');
    const std::size_t begin = line_end == before.npos ? start_ : line_end + 1;
    const auto points = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(begin), before.end(),
                                      [](char c) { return !continues(c); });
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(points + 1), std::move(what)};
  }

  std::string_view text_;
  std::size_t start_, at_, dots_ = 0;
  std::string open_;    // the brackets of arrays and inline tables around this byte
  bool value_ = false;  // behind a `=`, or in an array
  bool begun_ = false;  // and something of that value was told: only its end may follow
};

}  // namespace

std::optional<TomlProblem> unfit_for_toml(std::string_view text) {
  if (text.size() > kMaxSize) return TomlProblem{1, 1, "more than 1 MB: this is no config"};
  return Walk(text).problem();
}

bool lacks_quotes(std::string_view text, std::size_t line) {
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return false;
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  const std::size_t equals = text.find('=');
  const std::size_t value = equals == text.npos ? equals : text.find_first_not_of(" \t[", equals + 1);
  if (value == text.npos) return false;
  const std::string_view word = text.substr(value, text.find_first_not_of(kLetters, value) - value);
  return !word.empty() && word != "true" && word != "false" && word != "inf" && word != "nan";
}

}  // namespace paperlint
