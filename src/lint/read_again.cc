#include "lint/read_again.h"

#include <utility>

namespace paperlint {

std::vector<std::string> texts_of(const List& list) {
  std::vector<std::string> texts;
  for (const auto& document : list.documents) texts.emplace_back(document->source->text());
  return texts;
}

std::unique_ptr<Document> read_again(const Document& before, std::string text, ReadOptions options) {
  options.is_list = before.reading == Reading::read;
  options.origin = before.origin;
  options.generated_by = before.generated_by;
  return read_document(std::make_unique<const Source>(before.source->path(), std::move(text)), options);
}

List read_again(const List& before, std::vector<std::string> texts, const ReadOptions& options) {
  std::vector<std::unique_ptr<Document>> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_again(*before.documents[i], std::move(texts[i]), options));
  return make_list(std::move(documents));
}

}  // namespace paperlint
