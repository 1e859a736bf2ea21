#include "list/authors.h"

#include <algorithm>

#include "list/ascii.h"

namespace paperlint {
namespace {

/// Whether a chunk between commas can be a person: `Kate Saenko`, `J. Redmon`.
bool is_person(std::string_view chunk) {
  chunk = trim(chunk);
  if (chunk.substr(0, 4) == "and ") chunk.remove_prefix(4);
  const std::size_t words = count_words(chunk);
  if (words < 2 || words > 4 || chunk.size() > 32) return false;
  bool begins = true;
  for (const char c : chunk) {
    const bool letter = is_letter(c) || c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && c != ' ') return false;
    if (begins && is_letter(c) && !is_upper(c)) return false;
    begins = c == ' ';
  }
  return true;
}

}  // namespace

std::uint32_t behind_authors(const Cursor& c, std::uint32_t end) {
  std::uint32_t at = c.at, before = c.at;
  const auto words = [&](std::uint32_t from) { return count_words(c.text.substr(from, end - from)); };
  for (int persons = 0;; ++persons) {
    const std::size_t comma = c.text.substr(0, end).find(", ", at);
    const bool person = comma != std::string_view::npos && is_person(c.text.substr(at, comma - at));
    if (!person) {  // a title can look like a person too: `Generative Adversarial Networks`
      const std::uint32_t begin = words(at) >= kTelling ? at : before;
      return persons >= 3 && words(begin) >= kTelling ? begin : c.at;
    }
    before = at;
    at = static_cast<std::uint32_t>(comma) + 2;
  }
}

std::size_t only_persons(std::string_view text) {
  std::size_t persons = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string_view chunk = trim(text.substr(at, comma - at));
    at = comma + 1;
    if (chunk.empty()) continue;
    const std::size_t both = chunk.find(" and ");
    const bool two =
        both != std::string_view::npos && is_person(chunk.substr(0, both)) && is_person(chunk.substr(both + 5));
    if (!two && !is_person(chunk)) return 0;
    persons += two ? 2 : 1;
  }
  return persons;
}

}  // namespace paperlint
