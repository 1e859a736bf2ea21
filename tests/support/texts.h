// The texts of a list, as checks hear of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "list/list.h"
#include "list/tokens.h"
#include "support/lists.h"

namespace paperlint {

/// Calls `hear` with each text of a Document; all of them stand in its first section.
template <class Hear>
void each_text(const Document& document, Hear hear) {
  std::vector<Token> tokens;
  for (const markdown::Leaf& leaf : document.blocks.leaves) {
    if (leaf.kind == markdown::Kind::code || leaf.kind == markdown::Kind::html) continue;
    tokenize(*document.source, document.blocks, leaf, tokens);
    Text text;
    text.document = &document;
    text.leaf = &leaf;
    text.tokens = tokens;
    text.section = &document.sections.front();
    for (const Entry& entry : document.entries)
      if (entry.whole.begin <= leaf.lines.begin && leaf.lines.begin < entry.whole.end) text.entry = &entry;
    hear(text);
  }
}

/// The same with each text of a list.
template <class Hear>
void each_text(std::string markdown, Hear hear) {
  const List list = list_of(std::move(markdown));
  each_text(*list.documents.front(), std::move(hear));
}

}  // namespace paperlint
