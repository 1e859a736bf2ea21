#include "list/one_title.h"

#include <string>
#include <string_view>

#include "text/bytes.h"
#include "text/overlap.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr double kSpelling = 0.9;  // of similarity: the same title, with a slip

/// A title in what it is written in first, and whether a translation stands behind it.
struct Original {
  enum class Script { latin, both, ideographic } script = Script::latin;
  std::string_view title;
};

Original original(const Entry& entry) {
  const std::string_view normal = entry.normal;
  const bool ascii = !any_byte(normal, [](unsigned char byte) { return byte >= 0x80; });
  if (ascii || first_ideograph(normal) == std::string_view::npos) return {Original::Script::latin, normal};
  const std::string_view title = original_title(normal);
  return {title == normal ? Original::Script::ideographic : Original::Script::both, title};
}

}  // namespace

bool one_title(const Entry& a, const Entry& b) {
  const Original x = original(a), y = original(b);
  if (x.script != y.script) return true;
  return holds_words(x.title, y.title) || holds_words(y.title, x.title) ||
         similarity(x.title, y.title, kSpelling) >= kSpelling;
}

}  // namespace paperlint
