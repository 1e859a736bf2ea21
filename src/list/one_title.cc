#include "list/one_title.h"

#include <string>
#include <string_view>

#include "text/overlap.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr double kSpelling = 0.9;  // of similarity: the same title, with a slip

enum class Script { latin, both, ideographic };

/// What a title is written in; `both` where a translation stands behind it.
Script script(const Entry& entry) {
  if (first_ideograph(entry.normal) == std::string_view::npos) return Script::latin;
  return original_title(entry.normal) == entry.normal ? Script::ideographic : Script::both;
}

}  // namespace

bool one_title(const Entry& a, const Entry& b) {
  if (script(a) != script(b)) return true;
  const std::string_view x = original_title(a.normal), y = original_title(b.normal);
  return holds_words(x, y) || holds_words(y, x) || similarity(x, y, kSpelling) >= kSpelling;
}

}  // namespace paperlint
