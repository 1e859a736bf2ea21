#include "lint/moves.h"

#include <algorithm>

namespace paperlint {

bool movable(const std::vector<const Entry*>& entries) {
  const auto shape = [](const Entry& e) {
    return e.text({e.document->source->line_begin(e.marker.begin), e.marker.end});
  };
  return std::all_of(entries.begin(), entries.end(), [&](const Entry* e) {
    return !e->ordered && e->text(e->whole).find("<!-- paperlint-") == std::string_view::npos &&
           shape(*e) == shape(*entries.front());
  });
}

Target place_in(const Group& group, Direction direction, std::uint16_t year) {
  if (direction == Direction::unknown) return {group.entries.back(), true};
  const int sign = direction == Direction::oldest_first ? 1 : -1;
  const std::vector<bool> stays = in_order(group, direction);
  Target target;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    if (!stays[i]) continue;
    if (sign * group.entries[i]->year() <= sign * year)
      target = {group.entries[i], true};
    else if (target.entry == nullptr)
      return {group.entries[i], false};
  }
  return target;
}

void Moves::add(const Entry& entry, Target to) {
  document_ = entry.document;
  std::string& text = inserts_[to.behind ? to.entry->whole.end : to.entry->whole.begin];
  text += entry.text(entry.whole);
  if (text.back() != '\n' && text.back() != '\r') text += document_->source->newline();
  cuts_.push_back({entry.at(entry.whole), {}});
}

std::shared_ptr<const Fix> Moves::fix(std::string title) const {
  const Source& source = *document_->source;
  auto fix = std::make_shared<Fix>();
  fix->effect = Effect::moved;
  fix->title = std::move(title);
  fix->edits = cuts_;
  for (auto [at, text] : inserts_) {
    const bool unended = at == source.size() && source.line(source.line_count() - 1).end == at && at > 0 &&
                         source.text().back() != '\n' && source.text().back() != '\r';
    if (unended) {
      text.insert(0, source.newline());
      text.resize(text.size() - source.newline().size());
    }
    fix->edits.push_back({{&source, {at, at}}, std::move(text)});
  }
  std::stable_sort(fix->edits.begin(), fix->edits.end(),
                   [](const Edit& x, const Edit& y) { return x.at.span < y.at.span; });
  return fix;
}

}  // namespace paperlint
