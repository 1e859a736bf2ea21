#include "app/load.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/read.h"
#include "text/source.h"

namespace paperlint {
namespace {

void tell_bad_bytes(const Source& source, Remarks& remarks, bool show) {
  const auto bad = first_bad_byte(source.text());
  if (!bad) return;
  const Position at = source.position(static_cast<std::uint32_t>(*bad));
  const auto byte = static_cast<unsigned char>(source.text()[*bad]);
  remarks.remark({source.path(), fmt::format("no UTF-8 at line {}, column {} (byte 0x{:02X}); checked all the same",
                                             at.line, at.column, byte)},
                 show);
}

}  // namespace

LoadedList load_list(const PlannedList& planned, const InputOptions& options, Remarks& remarks) {
  LoadedList loaded;
  std::vector<std::unique_ptr<Document>> documents;
  const std::uintmax_t most = std::min<std::uintmax_t>(options.max_file_size, Source::kMaxSize);
  for (const InputFile& file : planned.files) {
    Bytes read = file.path == "-" ? read_markdown(stdin, most) : read_markdown(file.path, most);
    if (!read.error.empty()) {
      remarks.problem({file.shown, std::move(read.error)});
      loaded.complete = false;
      continue;
    }
    auto source = std::make_unique<const Source>(file.shown, std::move(read.bytes));
    tell_bad_bytes(*source, remarks, !options.quiet);
    documents.push_back(read_document(std::move(source), planned.config->read_options(file)));
    loaded.files.push_back(file);
  }
  loaded.list = make_list(std::move(documents));
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
