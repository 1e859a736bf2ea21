// Lists for tests, made of their text.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "list/list.h"

namespace paperlint {

inline std::unique_ptr<Document> document(std::string path, std::string text) {
  return read_document(std::make_unique<const Source>(std::move(path), std::move(text)));
}

inline List list_of(std::string text) {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(document("list.md", std::move(text)));
  return make_list(std::move(documents));
}

/// A List of several files, each a path and a text.
inline List list_of_files(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<std::unique_ptr<Document>> documents;
  for (const auto& [path, text] : files) documents.push_back(document(path, text));
  return make_list(std::move(documents));
}

inline List list_of_two(std::string first, std::string second) {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(document("a.md", std::move(first)));
  documents.push_back(document("b.md", std::move(second)));
  return make_list(std::move(documents));
}

}  // namespace paperlint
