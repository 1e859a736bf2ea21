// Files that a program writes: what people change in them is lost at its next run.
#pragma once

#include <memory>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// Takes from a file's own comments whether it is generated, or which parts of it are:
/// `<!-- This file is auto-generated; do not edit -->`, `<!-- BEGIN generated papers --> … <!-- END -->`. A comment
/// that speaks of the contents, of badges or of a section makes nothing generated; nor does one between papers.
void find_announcements(Document& document);

/// Takes a file for generated that holds just the papers of two or more others, each once, 20 at least: nobody copies
/// so many by hand and forgets none.
void find_collections(const std::vector<std::unique_ptr<Document>>& documents);

/// Whether an edit at this place is lost when its file is made anew.
[[nodiscard]] bool is_generated(const Document& document, Span span);

}  // namespace paperlint
