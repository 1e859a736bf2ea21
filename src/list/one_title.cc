#include "list/one_title.h"

#include <string>
#include <string_view>

#include "text/overlap.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr double kSpelling = 0.9;   // of similarity: the same title, with a slip
constexpr std::size_t kNumber = 4;  // bytes of a number before a title

/// What a description begins with: `**Finch** - a scheduler that …`. Empty where a title is none.
std::string described(const Entry& entry) {
  const std::string_view title = entry.text(entry.title);
  const std::size_t begin = title.find("**");
  if (begin == std::string_view::npos || begin > kNumber) return {};
  const std::size_t end = title.find("**", begin + 2);
  if (end == std::string_view::npos || title.substr(end + 2, 3) != " - ") return {};
  return normal_title(title.substr(begin + 2, end - begin - 2));
}

/// Whether one entry describes what the other names.
bool one_subject(const Entry& a, const Entry& b) {
  const std::string subject = described(a);
  return !subject.empty() && holds_words(b.normal, subject);
}

enum class Script { latin, both, ideographic };

/// What a title is written in; `both` where a translation stands behind it.
Script script(const Entry& entry) {
  if (first_ideograph(entry.normal) == std::string_view::npos) return Script::latin;
  return original_title(entry.normal) == entry.normal ? Script::ideographic : Script::both;
}

}  // namespace

bool one_title(const Entry& a, const Entry& b) {
  if (script(a) != script(b) || one_subject(a, b) || one_subject(b, a)) return true;
  const std::string_view x = original_title(a.normal), y = original_title(b.normal);
  return holds_words(x, y) || holds_words(y, x) || similarity(x, y, kSpelling) >= kSpelling;
}

}  // namespace paperlint
