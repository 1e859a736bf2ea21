#include "list/tag_group.h"

#include <algorithm>

#include "list/grammar.h"

namespace paperlint {

bool is_tag_group(const Text& text, const Token& token) {
  constexpr std::uint32_t kLongest = 60;  // bytes
  constexpr std::size_t kTags = 16;       // more than anybody writes; to look through all of many takes too long
  const bool group = token.kind == Token::Kind::group || token.kind == Token::Kind::paren;
  if (!group || token.inside.size() > kLongest) return false;
  const auto known = [&](const Tag& tag) { return tag.inside == token.inside && tag.together(); };
  const auto tags = text.entry != nullptr ? text.entry->tags : decltype(text.entry->tags){};
  if (tags.size() <= kTags && std::any_of(tags.begin(), tags.end(), known)) return true;
  return !read_tag(*text.document->source, token.at, token.inside).year.empty();
}

}  // namespace paperlint
