#include "app/style.h"

#include <algorithm>

#include "app/seen.h"
#include "report/portraits.h"

namespace paperlint {

Outcome style(const StyleOptions& options, const Streams& streams) {
  Remarks remarks(streams.err);
  const SeenLists seen = see_lists(options, streams, remarks);
  std::vector<SeenList> portraits;
  portraits.reserve(seen.lists.size());
  for (const LoadedList& loaded : seen.lists) portraits.push_back({&loaded.list, portray(loaded.list)});
  if (options.json) {
    write_portraits_as_json(streams.out, portraits, remarks.all());
  } else {
    const PortraitOptions look{options.terminal.color, options.all, options.terminal.width};
    for (std::size_t i = 0; i < portraits.size(); ++i) {
      if (i > 0) streams.out << '\n';
      write_portrait(streams.out, portraits[i], look);
    }
  }
  return std::max(seen.outcome, remarks.outcome());
}

}  // namespace paperlint
