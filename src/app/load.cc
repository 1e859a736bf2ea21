#include "app/load.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/parallel.h"
#include "app/read.h"
#include "markdown/bounds.h"
#include "text/source.h"

namespace paperlint {
namespace {

void tell_bad_bytes(const Source& source, Notes& notes, bool show) {
  const auto bad = first_bad_byte(source.text());
  if (!bad) return;
  const Position at = source.position(static_cast<std::uint32_t>(*bad));
  const auto byte = static_cast<unsigned char>(source.text()[*bad]);
  notes.remark({source.path(), fmt::format("no UTF-8 at line {}, column {} (byte 0x{:02X}); checked all the same",
                                           at.line, at.column, byte)},
               show);
}

/// One file when it has been read, or why it could not be.
struct ReadFile {
  std::unique_ptr<Document> document;
  Notes notes;
};

ReadFile read_file(const InputFile& file, const UsedConfig& used, const InputOptions& options, unsigned jobs) {
  ReadFile made;
  const std::uintmax_t most = std::min<std::uintmax_t>(options.max_file_size, Source::kMaxSize);
  Bytes read = file.path == "-" ? read_markdown(stdin, most) : read_markdown(file.path, most);
  if (!read.error.empty()) {
    made.notes.problem({file.shown, std::move(read.error)});
    return made;
  }
  auto source = std::make_unique<const Source>(file.shown, std::move(read.bytes));
  made.document = read_document(std::move(source), used.read_options(file), jobs);
  const Document& document = *made.document;
  std::string trouble = document.blocks.leaves.empty() ? markdown::too_much(*document.source) : "";
  if (trouble.empty()) {
    tell_bad_bytes(*document.source, made.notes, !options.quiet);
  } else {
    made.notes.problem({file.shown, std::move(trouble)});
    made.document = nullptr;
  }
  return made;
}

}  // namespace

std::vector<Reading> LoadedList::readings() const {
  std::vector<Reading> all;
  for (const auto& document : list.documents) all.push_back(document->reading);
  return all;
}

LoadedList load_list(const PlannedList& planned, const InputOptions& options, Notes& notes, unsigned jobs) {
  LoadedList loaded;
  const std::vector<InputFile>& files = planned.files;
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<ReadFile> read(files.size());
  const unsigned of_each = files.size() == 1 ? jobs : 1;  // else the other files keep them at work
  const auto work = [&](std::size_t i) { read[i] = read_file(files[i], *planned.config, options, of_each); };
  in_order(files.size(), jobs, work, [&](std::size_t i) {
    notes.add(std::move(read[i].notes));
    if (read[i].document) {
      documents.push_back(std::move(read[i].document));
      loaded.files.push_back(files[i]);
    } else {
      loaded.complete = false;
    }
  });
  loaded.list = make_list(std::move(documents), jobs);
  return loaded;
}

List read_texts(const std::vector<InputFile>& files, std::vector<std::string> texts, const UsedConfig& used) {
  std::vector<std::unique_ptr<Document>> documents;
  for (std::size_t i = 0; i < files.size(); ++i)
    documents.push_back(read_document(std::make_unique<const Source>(files[i].shown, std::move(texts[i])),
                                      used.read_options(files[i])));
  return make_list(std::move(documents));
}

}  // namespace paperlint
