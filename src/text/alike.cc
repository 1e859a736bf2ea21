// How alike two normalised titles are: what title.h promises beyond the normal form.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "text/byte_set.h"
#include "text/distance.h"
#include "text/markup.h"
#include "text/title.h"
#include "text/unicode.h"

namespace paperlint {
namespace {

using markup::is_digit;
using markup::is_letter;
using markup::kNone;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// A number however it is written (`2`, `ii`, `two`) and the one letter that may be tied to it (`2b`).
struct Numeral {
  std::string_view digits;
  char letter = 0;
  bool operator==(const Numeral&) const = default;
};

struct Word {
  std::string_view spelling, digits;
};

constexpr Word kRoman[] = {
    {"i", "1"},    {"ii", "2"},   {"iii", "3"},   {"iv", "4"},     {"v", "5"},    {"vi", "6"},    {"vii", "7"},
    {"viii", "8"}, {"ix", "9"},   {"x", "10"},    {"xi", "11"},    {"xii", "12"}, {"xiii", "13"}, {"xiv", "14"},
    {"xv", "15"},  {"xvi", "16"}, {"xvii", "17"}, {"xviii", "18"}, {"xix", "19"}, {"xx", "20"},
};
constexpr Word kSpelt[] = {
    {"one", "1"},   {"two", "2"},  {"three", "3"}, {"four", "4"},  {"five", "5"},   {"six", "6"},   {"seven", "7"},
    {"eight", "8"}, {"nine", "9"}, {"ten", "10"},  {"first", "1"}, {"second", "2"}, {"third", "3"}, {"fourth", "4"},
};

std::string_view number_word(std::string_view word) {
  constexpr std::size_t kLongest = 6;
  if (word.empty() || word.size() > kLongest) return {};
  const auto same = [word](const Word& w) { return w.spelling == word; };
  if (word.find_first_not_of("ivx") == std::string_view::npos) {
    const auto* const roman = std::find_if(std::begin(kRoman), std::end(kRoman), same);
    return roman == std::end(kRoman) ? std::string_view{} : roman->digits;
  }
  const auto* const spelt = std::find_if(std::begin(kSpelt), std::end(kSpelt), same);
  return spelt == std::end(kSpelt) ? std::string_view{} : spelt->digits;
}

// Hands out the numerals of a normalised title, in order; one without digits at the end.
class Numerals {
 public:
  explicit Numerals(std::string_view title) : title_(title) {}

  Numeral next() {
    while (at_ < title_.size()) {
      const bool begins = at_ == 0 || title_[at_ - 1] == ' ';
      if (is_digit(title_[at_])) return digits();
      if (!is_ascii(title_[at_])) {
        if (const Numeral found = wide(); !found.digits.empty()) return found;
      } else if (begins && is_letter(title_[at_])) {
        if (const Numeral found = word(); !found.digits.empty()) return found;
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < title_.size() ? title_[i] : ' '; }

  Numeral digits() {
    while (at_ + 1 < title_.size() && title_[at_] == '0' && is_digit(title_[at_ + 1])) ++at_;
    const std::size_t begin = at_;
    while (is_digit(at(at_))) ++at_;
    const bool tied = is_letter(at(at_)) && at(at_ + 1) == ' ';
    return {title_.substr(begin, at_ - begin), tied ? title_[at_] : '\0'};
  }

  // A word of letters; moves to its end, or to the digits in it. `a` in `part a` is a numeral too.
  Numeral word() {
    const std::size_t begin = at_;
    while (is_letter(at(at_))) ++at_;
    if (at(at_) != ' ') return {};
    const std::string_view found = title_.substr(begin, at_ - begin);
    const bool of_part = begin >= 5 && title_.substr(begin - 5, 5) == "part " && found.size() == 1;
    const std::string_view value = number_word(found);
    return {of_part && value.empty() ? found : value, '\0'};
  }

  // Digits of other scripts, circled ones, and the Chinese numerals.
  Numeral wide() {
    constexpr std::u32string_view kChinese = U"一二三四五六七八九十";
    const unicode::Point point = unicode::decode(title_, at_);
    const std::size_t begin = at_;
    at_ += std::max(point.size, 1U);
    if (point.size == 0) return {};
    const bool chinese = kChinese.find(point.value) != std::u32string_view::npos;
    if (!chinese && unicode::ideograph(point.value)) return {};
    const unicode::Kind kind = unicode::kind(point.value);
    const bool numeral =
        kind == unicode::Kind::digit || kind == unicode::Kind::number || kind == unicode::Kind::numeral;
    return {chinese || numeral ? title_.substr(begin, at_ - begin) : std::string_view{}, '\0'};
  }

  std::string_view title_;
  std::size_t at_ = 0;
};

constexpr std::size_t kFarthest = 1024;  // a title's name, with its marks, is shorter

// The bytes at which `leading_name` has to look twice: those that past_piece names, and the first of a wide colon.
constexpr ByteSet kMayBePiece("[:\\<$`\xEF");

// Past what stands at `at` and holds no colon of the title's own: a link, a formula, code, a tag,
// an escape, a shortcode. Past one byte where nothing of the kind begins.
std::size_t past_piece(std::string_view text, std::size_t at) {
  const char c = text[at];
  std::size_t end = kNone;
  if (c == '[')
    end = markup::link_end(text, at);
  else if (c == ':')
    end = markup::shortcode_end(text, at);
  else if (c == '\\')
    end = at + 2;
  else if (c == '<' && !markup::tag_name(text, at).empty())
    end = text.substr(0, at + kFarthest).find('>', at);
  else if (c == '$' || c == '`')
    end = text.substr(0, at + kFarthest).find(c, at + 1);
  if (end == kNone) return at + 1;
  return c == '<' || c == '$' || c == '`' ? end + 1 : end;
}

// A colon parts a name from what it does where a blank follows, be it behind closing marks (`**Name:** …`).
bool colon_ends_name(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (text[at] == '*' || text[at] == '_'));
  return at < text.size() && markup::is_blank(text[at]);
}

// The name without the marks and blanks around it; empty if it is more than a name.
std::string_view name_in(std::string_view text) {
  constexpr std::size_t kMostWords = 6;
  const auto is_mark = [](char c) { return c == '*' || c == '_'; };
  while (!text.empty() && markup::is_blank(text.back())) text.remove_suffix(1);
  std::size_t marks = 0, words = 0;
  for (; !text.empty() && (markup::is_blank(text.front()) || is_mark(text.front())); text.remove_prefix(1))
    marks += is_mark(text.front());
  for (; marks != 0 && !text.empty() && is_mark(text.back()); --marks) text.remove_suffix(1);
  for (std::size_t i = 0; i < text.size(); ++i)
    words += !markup::is_blank(text[i]) && (i == 0 || markup::is_blank(text[i - 1]));
  return words > kMostWords ? std::string_view{} : text;
}

}  // namespace

bool telling(std::string_view normal) {
  constexpr std::size_t kCharacters = 12, kWords = 3;
  // Most titles begin with that much in ASCII: seen at a glance.
  const std::size_t second = normal.find(' ', normal.find(' ') + 1);
  if (normal.size() >= kCharacters && second < normal.size() - 1 && normal[0] != ' ' && normal[second - 1] != ' ' &&
      normal[second + 1] != ' ') {
    const std::string_view begin = normal.substr(0, std::max(second + 1, kCharacters));
    if (std::all_of(begin.begin(), begin.end(), is_ascii)) return true;
  }
  std::size_t characters = 0, words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < normal.size() && (characters < kCharacters || words < kWords);) {
    if (is_ascii(normal[at])) {
      const bool letter = normal[at++] != ' ';
      ++characters;
      words += static_cast<std::size_t>(letter) & static_cast<std::size_t>(!in_word);
      in_word = letter;
      continue;
    }
    const unicode::Point point = unicode::decode(normal, at);
    const bool ideograph = unicode::ideograph(point.value);
    characters += ideograph ? 2 : 1;
    words += ideograph || !in_word;
    in_word = !ideograph;
    at += std::max(point.size, 1U);
  }
  return characters >= kCharacters && words >= kWords;
}

std::size_t first_ideograph(std::string_view normal) {
  for (std::size_t at = 0; at < normal.size();) {
    if (is_ascii(normal[at])) {
      ++at;
      continue;
    }
    const unicode::Point point = unicode::decode(normal, at);
    if (unicode::ideograph(point.value)) return at;
    at += std::max(point.size, 1U);
  }
  return std::string_view::npos;
}

std::string_view original_title(std::string_view normal) {
  const std::size_t end = first_ideograph(normal);
  if (end == std::string_view::npos) return normal;
  const std::string_view original = normal.substr(0, normal.substr(0, end).rfind(' ') + 1);
  return telling(original) ? original.substr(0, original.size() - 1) : normal;
}

bool same_numerals(std::string_view a, std::string_view b) {
  Numerals left(a), right(b);
  for (;;) {
    const Numeral one = left.next();
    if (one != right.next()) return false;
    if (one.digits.empty()) return true;
  }
}

double similarity(std::string_view a, std::string_view b, double least) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (a == b) return 1;
  constexpr double kRounding = 1e-9;
  const double bound = std::floor((1 - least) * static_cast<double>(longer) + kRounding);
  const auto most = static_cast<std::size_t>(std::clamp(bound, 0.0, static_cast<double>(longer)));
  const std::size_t edits = edit_distance(a, b, most);
  return edits > most ? 0 : static_cast<double>(longer - edits) / static_cast<double>(longer);
}

std::string_view leading_name(std::string_view markdown) {
  constexpr std::string_view kWideColon = "\xEF\xBC\x9A";
  if (markdown.find(':') == kNone && markdown.find(kWideColon) == kNone) return {};
  const std::size_t end = std::min(markdown.size(), kFarthest);
  for (std::size_t at = kMayBePiece.find(markdown); at < end;
       at = kMayBePiece.find(markdown, past_piece(markdown, at))) {
    if (markdown[at] == ':' && colon_ends_name(markdown, at)) return name_in(markdown.substr(0, at));
    if (markdown.substr(at, kWideColon.size()) == kWideColon) return name_in(markdown.substr(0, at));
  }
  return {};
}

}  // namespace paperlint
