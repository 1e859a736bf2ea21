#include "list/subject.h"

#include <vector>

#include "list/identifier.h"
#include "list/tokens.h"

namespace paperlint {

std::string subject_of(const Document& document, const markdown::Leaf& leaf, const Entry* entry) {
  std::vector<Token> tokens;
  tokenize(*document.source, document.blocks, leaf, tokens);
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::link) continue;
    std::string id = identifier(document.source->text(token.address));
    if (!id.empty()) return id;
  }
  return std::string(entry != nullptr && !entry->normal.empty() ? entry->normal : document.source->text(leaf.content));
}

}  // namespace paperlint
