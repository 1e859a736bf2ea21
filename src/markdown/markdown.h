// The one door to md4c: what is Markdown in a Source, and where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace paperlint::markdown {

inline constexpr std::uint32_t kNone = 0xffffffff;

/// A list item.
struct Item {
  Span marker;                   // `-` or `12.`; empty where it could not be told
  Span whole;                    // its lines, with all that it holds
  std::uint32_t parent = kNone;  // the item that it stands in
  std::uint32_t list = 0;        // number of its list: siblings share it
  bool ordered = false;
  bool task = false;  // begins with `[ ]` or `[x]`
};

enum class Kind : std::uint8_t { heading, paragraph, text, row, code, html };

/// A block that holds text and no other blocks. `text` is the text of an item in a tight list.
struct Leaf {
  Kind kind = Kind::paragraph;
  std::uint8_t level = 0;                                // of a heading
  bool header = false;                                   // the first row of a table
  std::uint32_t item = kNone;                            // the innermost item around it
  std::uint32_t table = kNone;                           // of a row: number of its table
  Span lines;                                            // whole lines, with the ending of the last
  Span content;                                          // without the marks before it: `- `, `## `, `> `
  std::uint32_t addresses_begin = 0, addresses_end = 0;  // in Blocks::addresses
  std::uint32_t rendered_begin = 0, rendered_end = 0;    // in Blocks::rendered
};

/// What one Source holds, in order.
struct Blocks {
  std::vector<Item> items;
  std::vector<Leaf> leaves;
  std::vector<std::uint32_t> addresses;  // where md4c saw the address of an inline link begin
  std::vector<Span> html;                // inline and block HTML, a piece a line
  std::string rendered;                  // headings as they are shown

  /// Whether md4c saw an inline link of this leaf whose address begins at `offset`.
  [[nodiscard]] bool links_at(const Leaf& leaf, std::uint32_t offset) const;
};

/// Is told how far a text is parsed.
class Watcher {
 public:
  Watcher() = default;
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  virtual ~Watcher() = default;
  /// A pass begins; what was told before is void.
  virtual void begin() = 0;
  /// The last leaf of the blocks was added and is not changed any more, nor are its addresses.
  virtual void leaf(const Blocks& blocks) = 0;
};

/// Parses as GitHub does. Blocks that hold no text (an empty item or heading) are left out, for
/// nothing tells where they stand. Never fails; memory and time are bounded by the size.
[[nodiscard]] Blocks parse(const Source& source, Watcher* watcher = nullptr);

}  // namespace paperlint::markdown
