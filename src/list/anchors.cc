#include "list/anchors.h"

#include <algorithm>

#include "text/slug.h"

namespace paperlint {

Anchors::Anchors(const Document& document) : document_(document) {
  for (const Section& section : document.sections)
    if (section.level > 0) slugs_.emplace(section.slug, &section);
}

Anchors::Target Anchors::operator()(std::string_view fragment) const {
  const std::string anchor = decode_fragment(fragment);
  auto at = slugs_.find(anchor);
  if (at == slugs_.end()) at = slugs_.find(slug(anchor));
  if (at != slugs_.end()) return {true, at->second};
  return {std::binary_search(document_.anchors.begin(), document_.anchors.end(), anchor), nullptr};
}

}  // namespace paperlint
