// Cuts the text of a block into what entries are made of, with exact offsets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "markdown/markdown.h"
#include "text/source.h"

namespace paperlint {

/// A piece of text with structure; plain text is what lies between tokens.
struct Token {
  enum class Kind : std::uint8_t {
    group,    // [inside]
    paren,    // (inside)
    link,     // [inside](address), also <address> and a bare address, whose inside is empty
    image,    // ![inside](address)
    code,     // `inside`
    comment,  // <!-- inside -->
    html,     // <br>
    open,     // a bracket or parenthesis that is never closed
    close,    // one that was never opened
  };
  Kind kind;
  Span at, inside, address;
  std::uint32_t next;  // index of the first token after this one and all that it holds
};

/// The tokens of a leaf in order of their begin, those inside others after them. A link is one only
/// where md4c saw it too. Linear in the size of the leaf.
void tokenize(const Source& source, const markdown::Blocks& blocks, const markdown::Leaf& leaf,
              std::vector<Token>& tokens);

/// The first token that begins at an offset or behind it; nullptr without one.
[[nodiscard]] const Token* token_from(std::span<const Token> tokens, std::uint32_t at);
/// The first token that begins there; nullptr without one.
[[nodiscard]] const Token* token_at(std::span<const Token> tokens, std::uint32_t at);

}  // namespace paperlint
