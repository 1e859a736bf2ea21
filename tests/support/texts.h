// Tells the texts of a list, as checks hear them.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "list/tokens.h"
#include "support/lists.h"

namespace paperlint {

/// Calls `look` with each text that is neither code nor HTML; its section and entry are not told.
inline void each_text(std::string markdown, const std::function<void(const Text&)>& look) {
  const List list = list_of(std::move(markdown));
  const Document& document = *list.documents.front();
  std::vector<Token> tokens;
  for (const markdown::Leaf& leaf : document.blocks.leaves) {
    if (leaf.kind == markdown::Kind::code || leaf.kind == markdown::Kind::html) continue;
    tokenize(*document.source, document.blocks, leaf, tokens);
    Text text;
    text.document = &document;
    text.leaf = &leaf;
    text.tokens = tokens;
    look(text);
  }
}

}  // namespace paperlint
