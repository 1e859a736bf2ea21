#include "list/years.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "list/addresses.h"
#include "list/sections.h"
#include "text/byte_set.h"
#include "text/markup.h"

namespace paperlint {
namespace {

/// A word, a year or a sign of a heading.
struct Part {
  std::uint16_t year = 0;
  std::string word;  // in lower case; a sign is a word of its own
};

constexpr std::size_t kMost = 8;  // parts; a heading of more says more than years

/// Reads the parts one by one.
class Parts {
 public:
  explicit Parts(std::string_view text) : text_(text) {}
  /// False where a heading holds what cannot be part of a range of years.
  bool read(std::vector<Part>& parts) {
    while (at_ < text_.size() && parts.size() <= kMost)
      if (!one(parts)) return false;
    return parts.size() <= kMost;
  }

 private:
  bool one(std::vector<Part>& parts);
  bool number(std::vector<Part>& parts);
  std::size_t after(bool (*is)(char)) const {
    std::size_t end = at_;
    while (end < text_.size() && is(text_[end])) ++end;
    return end;
  }
  bool sign(std::string_view written, std::string_view meant, std::vector<Part>& parts) {
    if (text_.substr(at_, written.size()) != written) return false;
    parts.push_back({0, std::string(meant)});
    at_ += written.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool Parts::number(std::vector<Part>& parts) {
  const std::size_t end = after(markup::is_digit);
  const std::uint16_t year = four_digit_year(text_.substr(at_, end - at_));
  const char next = markup::at_or_blank(text_, end), then = markup::at_or_blank(text_, end + 1);
  const bool month = (next == '.' || next == '-' || next == '/') && markup::is_digit(then) &&
                     four_digit_year(text_.substr(end + 1, 4)) == 0;  // `2024.05`, `2024-05-01`
  if (year < 1900 || year > 2099 || month || markup::is_letter(next)) return false;
  parts.push_back({year, {}});
  at_ = end;
  return true;
}

bool Parts::one(std::vector<Part>& parts) {
  const char c = text_[at_];
  if (markup::is_digit(c)) return number(parts);
  if (markup::is_letter(c)) {
    const std::size_t end = after(markup::is_letter);
    parts.push_back({0, in_lower_case(text_.substr(at_, end - at_))});
    at_ = end;
    return true;
  }
  if (c == ':') {  // `:calendar:`
    const std::size_t end = markup::shortcode_end(text_, at_);
    at_ = end == markup::kNone ? at_ + 1 : end;
    return true;
  }
  if (c == '<' && !markup::tag_name(text_, at_).empty()) {  // `<b>`
    const std::size_t end = text_.find('>', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    return true;
  }
  for (const auto& [written, meant] : {std::pair<std::string_view, std::string_view>{"-", "-"},
                                       {"\u2013", "-"},
                                       {"\u2014", "-"},
                                       {"\u2010", "-"},
                                       {"~", "~"},
                                       {"\uFF5E", "~"},
                                       {"\u223C", "~"},
                                       {"\u2264", "<="},
                                       {"<=", "<="},
                                       {"\u2265", ">="},
                                       {">=", ">="},
                                       {"<", "before"},
                                       {"+", "+"},
                                       {"/", "-"},
                                       {",", "-"},
                                       {"&", "and"},
                                       {"\u5E74", "year"}})
    if (sign(written, meant, parts)) return true;
  const bool letter_of_words = static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED;
  ++at_;
  return !letter_of_words;  // Han, Kana, Hangul: a heading that says more
}

bool among(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::uint16_t kLast = 9999;

/// A range that words before one year make: `before`, `up to`.
std::optional<Years> before_year(const std::string& words, std::uint16_t year) {
  if (among(words, {"~", "<=", "until", "till", "to", "up to", "-"})) return Years{0, year};
  if (among(words, {"before", "pre", "pre -", "prior to", "earlier than"}))
    return Years{0, static_cast<std::uint16_t>(year - 1)};
  if (among(words, {"since", ">="})) return Years{year, kLast};
  if (words == "after") return Years{static_cast<std::uint16_t>(year + 1), kLast};
  return std::nullopt;
}

/// A range that words after one year make: `and before`, `+`.
std::optional<Years> after_year(const std::string& words, std::uint16_t year) {
  if (among(words, {"and before", "and earlier", "and older", "and prior", "or before", "or earlier", "or older",
                    "or prior", "and previous", "and previous years", "and earlier years"}))
    return Years{0, year};
  if (among(words, {"and later", "and after", "and newer", "or later", "onward", "onwards", "and onwards", "+",
                    "and on", "and beyond"}))
    return Years{year, kLast};
  return std::nullopt;
}

}  // namespace

std::optional<Years> read_years(std::string_view text) {
  constexpr ByteSet kFirst("12");
  if (text.size() > 80 || !kFirst.in(text)) return std::nullopt;
  std::vector<Part> parts;
  if (!Parts(text).read(parts)) return std::nullopt;
  std::vector<std::uint16_t> years;
  std::string words[3];  // before, between and after the years
  for (const Part& part : parts) {
    if (part.year != 0)
      years.push_back(part.year);
    else if (years.size() < 3 && !among(part.word, {"year", "papers", "paper", "published", "in", "of", "the"}))
      words[years.size()] += (words[years.size()].empty() ? "" : " ") + part.word;
  }
  if (years.size() == 1 && words[0].empty() && words[1].empty()) return Years{years[0], years[0]};
  if (years.size() == 1 && words[1].empty()) return before_year(words[0], years[0]);
  if (years.size() == 1 && words[0].empty()) return after_year(words[1], years[0]);
  const bool range =
      years.size() == 2 && words[0].empty() && words[2].empty() && among(words[1], {"-", "~", "to", "and"});
  if (!range) return std::nullopt;
  return Years{std::min(years[0], years[1]), std::max(years[0], years[1])};
}

std::optional<YearHeading> year_heading(const Section* section, const Label* label) {
  if (label != nullptr)
    if (const auto years = read_years(label->text(label->span))) return YearHeading{*years, label->section, label};
  for (; section != nullptr && section->level > 0; section = section->parent) {
    const std::string_view rendered = section->rendered;
    if (const auto years = read_years(rendered.substr(read_number(rendered, 0).title_begin)))
      return YearHeading{*years, section, nullptr};
  }
  return std::nullopt;
}

}  // namespace paperlint
