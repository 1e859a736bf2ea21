#include "report/file_words.h"

#include <fmt/format.h>

#include "report/words.h"

namespace paperlint {
namespace {

/// `lines 3 to 90`, of what stands between two comments.
std::string lines_of(const Source& source, Span part) {
  const std::uint32_t last = part.end > part.begin ? part.end - 1 : part.end;
  return fmt::format("lines {} to {}", source.line_of(part.begin) + 1, source.line_of(last) + 1);
}

}  // namespace

std::string origin_in_words(const Document& document) {
  if (document.origin == Origin::generated) return "is generated: " + document.generated_by;
  if (document.generated_parts.empty()) return {};
  std::string words = "is generated in part: " + lines_of(*document.source, document.generated_parts.front());
  if (document.generated_parts.size() > 1) words += fmt::format(" and {} more", document.generated_parts.size() - 1);
  return words;
}

std::string in_words(const Mirror& mirror) {
  return fmt::format("is {} {} of {}: {} of its {} {} in other files too",
                     mirror.kind == Mirror::Kind::old_copy ? "an" : "a", name(mirror.kind),
                     mirror.original->source->path(), grouped(mirror.shared),
                     counted(mirror.document->papers(), "paper"), mirror.shared == 1 ? "stands" : "stand");
}

}  // namespace paperlint
