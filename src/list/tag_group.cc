#include "list/tag_group.h"

#include <algorithm>

#include "list/grammar.h"

namespace paperlint {

bool is_tag_group(const Text& text, const Token& token) {
  constexpr std::uint32_t kLongest = 60;  // bytes
  const bool group = token.kind == Token::Kind::group || token.kind == Token::Kind::paren;
  if (!group || token.inside.size() > kLongest) return false;
  const auto known = [&](const Tag& tag) { return tag.inside == token.inside && tag.together(); };
  if (text.entry != nullptr && std::any_of(text.entry->tags.begin(), text.entry->tags.end(), known)) return true;
  return !read_tag(*text.document->source, token.at, token.inside).year.empty();
}

}  // namespace paperlint
