#include "app/seen.h"

#include <algorithm>

#include "lint/lint.h"
#include "report/reports.h"

namespace paperlint {
namespace {

std::vector<Remark> unread(const List& list) {
  std::vector<Remark> all;
  for (const auto& document : list.documents)
    if (document->reading == Reading::unread) all.push_back({document->source->path(), std::string(kUnread)});
  return all;
}

bool is_read(const LoadedList& loaded) {
  const auto& documents = loaded.list.documents;
  return std::any_of(documents.begin(), documents.end(),
                     [](const auto& document) { return document->reading == Reading::read && document->papers() > 0; });
}

}  // namespace

SeenLists see_lists(const InputOptions& options, const Streams& streams, Remarks& remarks, bool without_config) {
  SeenLists seen;
  Configs configs(options);
  Readings readings(options, streams.err, remarks);
  std::vector<Remark> problems;
  const std::vector<PlannedList> lists = plan(options, configs, problems);
  for (const std::string& error : configs.errors()) streams.err << printable(error) << '\n';
  if (!configs.errors().empty()) seen.outcome = Outcome::failed;
  for (Remark& problem : problems) remarks.problem(std::move(problem));
  for (const PlannedList& planned : lists) {
    if (planned.config->broken) continue;  // its errors are told
    if (without_config && !planned.config->config.path.empty()) {
      for (const InputFile& file : planned.files) seen.governed.push_back(file.shown);
      continue;
    }
    Notes notes;
    LoadedList loaded = load_list(planned, options, notes);
    remarks.tell(std::move(notes));
    if (loaded.files.empty()) continue;
    readings.no_lists(loaded.files, loaded.readings());
    readings.unread(loaded.files, unread(loaded.list));
    if (is_read(loaded)) seen.lists.push_back(std::move(loaded));
  }
  readings.end();
  return seen;
}

}  // namespace paperlint
