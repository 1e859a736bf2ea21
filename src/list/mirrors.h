// Files of a List that hold the papers of its other files once more.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// A file whose papers mostly stand in others too, and are no duplicates there: a translation (`README_zh.md`), an old
/// copy (`README-2024-10.md`), or another view of the same papers (by date, the best of them, all of them).
struct Mirror {
  enum class Kind : std::uint8_t { translation, old_copy, view } kind;
  const Document* document;
  const Document* original;  // which it shares most papers with
  std::uint32_t shared;      // papers of it that stand in any other file that is no mirror
};

/// By evidence: four fifths of at least ten papers of the smaller file; half of at least three where the name says so.
/// Of two such files the mirror is the one that is generated, else the one whose name says so, else the smaller one.
/// Near-linear in the papers.
[[nodiscard]] std::vector<Mirror> find_mirrors(const std::vector<std::unique_ptr<Document>>& documents);

/// Whether a path names a translation or an old copy by itself: `README_zh.md`, `zh/README.md`, `README-2024-10.md`.
[[nodiscard]] bool named_as_copy(std::string_view path);

/// "translation", "old copy", "view"
[[nodiscard]] std::string_view name(Mirror::Kind kind);

}  // namespace paperlint
