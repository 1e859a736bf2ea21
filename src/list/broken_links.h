// Links that are meant but not there: a reader sees brackets and an address.
#pragma once

#include <string>
#include <vector>

#include "list/list.h"
#include "text/rewrite.h"

namespace paperlint {

/// Something that was written as a link and is none, or leads elsewhere, for its brackets are wrong.
struct BrokenLink {
  enum class Kind {
    gap,        // [text] (address)
    swapped,    // (text)[address], [text][address], (text)(address)
    bare,       // [text]address, [text]address)
    unclosed,   // [text](address, [text](address]
    wide,       // [text]（address）
    misplaced,  // [text(address)], [text(address)
    unopened,   // text](address)
    closed,     // [text]](address)
    nested,     // [text]([text](address))
    emptied,    // [text]()address
    crossed,    // [[text](address])
    doubled,    // [text]((address)), [text]([address]), [text]("address")
    blank,      // [text](add ress)
    reversed,   // [address](text)
    inside,     // [[text](address)](address)
  };
  Kind kind;
  Span whole;
  Span text;                     // of the link, with its brackets; empty where it has none
  Span address;                  // the one that is meant
  std::vector<Rewrite> changes;  // what makes it a link; none where that can be done in more than one way
};

/// What is wrong, in the words of a finding; `text` is the link's.
[[nodiscard]] std::string message(BrokenLink::Kind kind, std::string_view text);

/// Finds those of one Text, in its order. What is code, a comment or within a link is left alone; so is what holds no
/// web address, as `[a](b c)` in maths. Linear in the size of the text.
void find_broken_links(const Text& text, std::vector<BrokenLink>& found);

}  // namespace paperlint
