// Tables of contents: items that are one link to a heading each.
#pragma once

#include <cstdint>
#include <vector>

#include "list/anchors.h"
#include "list/list.h"
#include "list/near_anchors.h"

namespace paperlint {

/// `- [Caching](#caching)`
struct ContentsLine {
  const markdown::Leaf* leaf = nullptr;  // the text of the item
  const Link* link = nullptr;
  const Section* target = nullptr;  // where it leads to, or most likely means to; null for other anchors
  bool dead = false;                // it leads nowhere
  std::uint32_t above = 0;          // the line that its item stands in; itself where there is none
};

/// The lines below one heading, in order.
struct Contents {
  std::vector<ContentsLine> lines;
  Span whole;
  bool generated = false;  // stands between the marks of a tool: `<!-- TOC -->`
};

/// The tables of contents of one Document, a few at most: three lines or more that lead to headings, and hardly an item
/// that is none.
[[nodiscard]] std::vector<Contents> find_contents(const Document& document, const Anchors& anchors, NearAnchors& near);

/// Where a line's item begins in the Blocks.
[[nodiscard]] const markdown::Item& item_of(const Document& document, const ContentsLine& line);

}  // namespace paperlint
