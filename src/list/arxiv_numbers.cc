#include "list/arxiv_numbers.h"

#include <optional>

#include "list/addresses.h"
#include "list/identifier.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using markup::is_digit;

constexpr std::size_t kNone = std::string_view::npos;

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_month(std::string_view mm) { return number(mm) >= 1 && number(mm) <= 12; }
bool not_zero(std::string_view digits) { return digits.find_first_not_of('0') != kNone; }

}  // namespace

bool is_new_arxiv(std::string_view id) {
  if (id.size() < 9 || id.size() > 10 || id[4] != '.') return false;
  for (std::size_t i = 0; i < 4; ++i)
    if (!is_digit(id[i])) return false;
  bool zero = true;
  for (std::size_t i = 5; i < id.size(); ++i) {
    if (!is_digit(id[i])) return false;
    zero = zero && id[i] == '0';
  }
  const int year = (id[0] - '0') * 10 + (id[1] - '0'), month = (id[2] - '0') * 10 + (id[3] - '0');
  const int yymm = year * 100 + month;
  return yymm >= 704 && month >= 1 && month <= 12 && id.size() == (yymm <= 1412 ? 9U : 10U) && !zero;
}

bool is_old_arxiv(std::string_view digits) {
  if (digits.size() != 7 || !all_digits(digits) || !is_month(digits.substr(2, 2))) return false;
  const int yymm = number(digits.substr(0, 4));
  return (yymm >= 9107 || yymm <= 703) && not_zero(digits.substr(4));
}

std::string_view without_version(std::string_view id) {
  std::size_t digits = 0;
  while (digits < id.size() && is_digit(id[id.size() - 1 - digits])) ++digits;
  const std::size_t v = id.size() - digits;
  return digits != 0 && v >= 2 && id[v - 1] == 'v' && is_digit(id[v - 2]) ? id.substr(0, v - 1) : id;
}

Month announced_with(std::string_view number) {
  const auto two = [number](std::size_t at) { return (number[at] - '0') * 10 + (number[at + 1] - '0'); };
  return {static_cast<std::uint16_t>(2000 + two(0)), static_cast<std::uint8_t>(two(2))};
}

std::optional<Month> announced(std::string_view identifier) {
  if (!identifier.starts_with("arxiv:")) return std::nullopt;
  identifier.remove_prefix(6);
  if (is_new_arxiv(identifier)) return announced_with(identifier);
  const std::size_t slash = identifier.find('/');
  if (slash == kNone || !is_old_arxiv(identifier.substr(slash + 1))) return std::nullopt;
  Month month = announced_with(identifier.substr(slash + 1));
  if (month.year >= 2091) month.year -= 100;
  return month;
}

}  // namespace paperlint
