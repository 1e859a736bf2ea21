// A List whose texts have changed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// The bytes of each document, in the List's order.
[[nodiscard]] std::vector<std::string> texts_of(const List&);
/// Reads a new text of a document. What was known of the file is not asked again: whether it is a list, who makes it.
[[nodiscard]] std::unique_ptr<Document> read_again(const Document& before, std::string text, ReadOptions);
/// The same of all documents of a List, in its order.
[[nodiscard]] List read_again(const List& before, std::vector<std::string> texts, const ReadOptions&);

}  // namespace paperlint
