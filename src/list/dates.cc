#include <optional>
#include <string_view>

#include "list/tokens.h"
#include "list/written.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;
using markup::is_digit;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

struct Digits {   // of a date
  char slot = 0;  // what stands before it
  Span whole, joint, month;
  bool possible = true;  // there is such a month
};

class Finder {
 public:
  explicit Finder(const Text& text) : text_(text), bytes_(text.document->source->text()), content_(text.content()) {}
  [[nodiscard]] std::optional<Digits> run() const;

 private:
  [[nodiscard]] std::optional<Digits> at(std::uint32_t begin) const;
  [[nodiscard]] bool stands_alone(Digits& date) const;
  [[nodiscard]] char byte(std::uint32_t at) const {
    return at >= content_.begin && at < content_.end ? bytes_[at] : '\n';
  }
  [[nodiscard]] std::uint32_t digits(std::uint32_t at) const {
    std::uint32_t end = at;
    while (is_digit(byte(end))) ++end;
    return end - at;
  }

  const Text& text_;
  const std::string_view bytes_;
  const Span content_;
};

/// `2024.05` or `2024.13`, with nothing of a word or number behind it.
std::optional<Digits> Finder::at(std::uint32_t begin) const {
  const std::string_view century = bytes_.substr(begin, 2);
  const std::uint32_t joint = begin + 4, month = joint + 1;
  if (digits(begin) != 4 || (century != "19" && century != "20")) return std::nullopt;
  if (byte(joint) != '.' && byte(joint) != '/' && byte(joint) != '-') return std::nullopt;
  const std::uint32_t size = digits(month);
  const int value = size == 2 ? (byte(month) - '0') * 10 + byte(month + 1) - '0' : byte(month) - '0';
  const char after = byte(month + size);
  const bool goes_on =
      after == '/' || after == '-' || markup::is_alnum(after) || (after == '.' && is_digit(byte(month + size + 1)));
  if (size == 0 || size > 2 || goes_on) return std::nullopt;
  return Digits{0, {begin, month + size}, {joint, month}, {month, month + size}, value >= 1 && value <= 12};
}

/// Whether brackets or bars hold nothing but the date, or it ends a line behind a comma or parenthesis.
bool Finder::stands_alone(Digits& date) const {
  std::uint32_t before = date.whole.begin, after = date.whole.end;
  while (before > content_.begin && is_blank(bytes_[before - 1])) --before;
  while (is_blank(byte(after))) ++after;
  date.slot = byte(before - 1);
  const char next = byte(after);
  switch (date.slot) {
    case '[':
      return next == ']';
    case '(':
      return next == ')';
    case '|':
      return next == '|';
    case ',':
    case ')':
      return next == '\n' || next == '\r';
    default:
      return false;
  }
}

/// The first one outside of links and code; one of a month that there is before others.
std::optional<Digits> Finder::run() const {
  auto token = text_.tokens.begin();
  std::optional<Digits> impossible;
  const auto passed = [](const Token& one, std::uint32_t at) {
    return one.at.end <= at || (one.at.begin <= at && (one.kind == Kind::group || one.kind == Kind::paren));
  };
  for (std::uint32_t at = content_.begin; at + 6 <= content_.end;) {
    while (token != text_.tokens.end() && passed(*token, at)) ++token;
    const std::uint32_t next = token == text_.tokens.end() ? content_.end : token->at.begin;
    if (next <= at) {
      at = token->at.end;
      continue;
    }
    while (at < next && !is_digit(bytes_[at])) ++at;
    if (at == next) continue;
    if (!is_digit(byte(at - 1)) && byte(at - 1) != '/') {
      std::optional<Digits> date = this->at(at);
      if (date && stands_alone(*date)) {
        if (date->possible) return date;
        if (!impossible) impossible = date;
      }
    }
    ++at;
  }
  return impossible;
}

}  // namespace

void add_date(const Text& text, std::vector<Written>& pieces) {
  const std::optional<Digits> date = Finder(text).run();
  if (!date) return;
  const std::string_view month = text.text(date->month);
  const std::string kind = std::string("date ") + date->slot;
  if (!date->possible) {  // `/13` is no form of a joint, so that it is told among dates that have one
    pieces.push_back({Written::What::no_month, kind, std::string(text.text({date->joint.begin, date->month.end})),
                      date->month, date->whole});
    return;
  }
  pieces.push_back({Written::What::date, kind, std::string(text.text(date->joint)), date->joint, date->whole});
  if (month.size() == 1 || month.front() == '0')  // two digits from October on, in either form
    pieces.push_back({Written::What::date, std::string("month ") + date->slot, month.size() == 1 ? "M" : "MM",
                      date->month, date->whole});
}

}  // namespace paperlint
