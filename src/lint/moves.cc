#include "lint/moves.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "list/numbering.h"

namespace paperlint {
namespace {

/// Whether a comment for paperlint in these lines speaks of others: they cannot change places then.
bool is_pinned(const Document& document, Span lines) {
  const auto& comments = document.comments;
  auto at = std::partition_point(comments.begin(), comments.end(),
                                 [&](const Comment& comment) { return comment.span.begin < lines.begin; });
  for (; at != comments.end() && at->span.begin < lines.end; ++at)
    if (at->text(at->span).find("paperlint-disable-line") == std::string_view::npos) return true;
  return false;
}

bool same_shape(const Entry& a, const Entry& b) {
  const auto before = [](const Entry& e) {
    return e.text({e.document->source->text_begin(e.marker.begin), e.marker.begin});
  };
  const auto bullet = [](const Entry& e) {
    return e.ordered ? e.text(e.marker).substr(e.marker.size() - 1) : e.text(e.marker);
  };
  return a.carrier == b.carrier && a.ordered == b.ordered && before(a) == before(b) && bullet(a) == bullet(b);
}

bool on_own_lines(const Entry& entry) { return entry.carrier == Carrier::item || entry.carrier == Carrier::row; }

/// Whether a comment stands right above an entry, no further in than it: it may well speak of it.
bool is_headed(const Entry& entry) {
  const Source& source = *entry.document->source;
  const std::uint32_t line = source.line_of(entry.whole.begin);
  if (line == 0) return false;
  const std::string_view above = source.text(source.line(line - 1));
  const std::size_t open = above.find_first_not_of(" \t>");
  const std::size_t indent = entry.marker.begin - source.text_begin(entry.marker.begin);
  return open <= indent && above.substr(open).starts_with("<!--") && above.find("-->", open) != std::string_view::npos;
}

/// The edits that move siblings.
class Composer {
 public:
  Composer(const Document& document, SiblingLists& lists)
      : document_(document), source_(*document.source), lists_(lists) {}

  void move(const Entry& entry, Target to) {
    const std::uint32_t at = to.behind ? to.entry->whole.end : to.entry->whole.begin;
    const Siblings& list = lists_.of(*to.entry);
    const std::string_view blank = list.blank;
    std::string text(source_.text(entry.whole));
    if (!ends_line(text)) text += source_.newline();
    if (to.behind) text.insert(0, blank);
    if (!to.behind) text += blank;
    pieces_[at].push_back({&entry, &list, std::move(text), to.behind ? blank.size() : 0});
  }
  void cut(const Siblings& from, std::span<const Entry* const> moved);
  [[nodiscard]] bool number();
  std::vector<Edit> edits();

 private:
  struct Piece {
    const Entry* entry;
    const Siblings* to;
    std::string text;
    std::size_t begin;  // of the entry in it
  };
  static bool ends_line(std::string_view text) { return !text.empty() && (text.back() == '\n' || text.back() == '\r'); }
  void drop_newline(std::string& text) const { text.resize(text.size() - (text.ends_with("\r\n") ? 2 : 1)); }
  void keep_end();
  bool number(const Siblings& list);
  bool renumber(const Sibling& sibling, const std::string& digits, Piece* piece);
  [[nodiscard]] const Sibling* sibling_of(const Entry& entry) const;

  const Document& document_;
  const Source& source_;
  SiblingLists& lists_;
  std::map<std::uint32_t, std::vector<Piece>> pieces_;  // by where they go
  std::vector<Span> cuts_;
  std::vector<Edit> numbers_;
};

/// Takes entries of one list out, each with the blank lines that go along; the last of a list with those before it.
void Composer::cut(const Siblings& from, std::span<const Entry* const> moved) {
  const auto& all = from.all;
  for (const Entry* entry : moved) {
    Span span = entry->whole;
    const auto own =
        std::partition_point(all.begin(), all.end(), [&](const Sibling& one) { return one.whole.begin < span.begin; });
    if (!from.blank.empty() && own != all.end() && own + 1 != all.end()) span.end = (own + 1)->whole.begin;
    if (!cuts_.empty() && cuts_.back().end == span.begin)
      cuts_.back().end = span.end;
    else
      cuts_.push_back(span);
  }
  if (!all.empty() && cuts_.back().end == all.back().whole.end && cuts_.back().begin > all.front().whole.begin)
    cuts_.back().begin -= static_cast<std::uint32_t>(from.blank.size());
}

/// Numbers go with the places of each list: entries that move bear the numbers of where they go.
bool Composer::number() {
  std::set<const Siblings*> lists;
  for (const auto& [at, pieces] : pieces_)
    for (const Piece& piece : pieces) lists.insert({&lists_.of(*piece.entry), piece.to});
  return std::all_of(lists.begin(), lists.end(), [&](const Siblings* list) { return number(*list); });
}

bool Composer::number(const Siblings& list) {
  if (list.all.empty()) return false;
  std::set<std::uint32_t> gone;
  std::size_t come = 0, place = 0;
  for (const auto& [at, pieces] : pieces_)
    for (const Piece& piece : pieces) {
      if (&lists_.of(*piece.entry) == &list) gone.insert(piece.entry->whole.begin);
      come += piece.to == &list;
    }
  const PlaceNumbers numbers(source_, list);
  if (come != gone.size() && !numbers.may_change_length()) return false;
  bool good = true;
  const auto next = [&](const Sibling* sibling, Piece* piece) {
    good = good && sibling != nullptr && renumber(*sibling, numbers(place++), piece);
  };
  std::uint32_t done = 0;  // pieces before this offset have their numbers
  const auto pieces_to = [&](std::uint32_t at) {
    for (auto pieces = pieces_.lower_bound(done); pieces != pieces_.end() && pieces->first <= at; ++pieces)
      for (Piece& piece : pieces->second)
        if (piece.to == &list) next(sibling_of(*piece.entry), &piece);
    done = at + 1;
  };
  for (const Sibling& one : list.all) {
    pieces_to(one.whole.begin);
    if (gone.count(one.whole.begin) == 0) next(&one, nullptr);
  }
  pieces_to(list.all.back().whole.end);
  return good;
}

const Sibling* Composer::sibling_of(const Entry& entry) const {
  const auto& all = lists_.of(entry).all;
  const auto at = std::partition_point(all.begin(), all.end(),
                                       [&](const Sibling& one) { return one.whole.begin < entry.whole.begin; });
  return at == all.end() || at->whole.begin != entry.whole.begin ? nullptr : &*at;
}

/// False where the lines below an item would no longer be its own.
bool Composer::renumber(const Sibling& sibling, const std::string& digits, Piece* piece) {
  if (sibling.number.empty() || digits.empty()) return sibling.number.empty() == digits.empty();
  if (source_.text(sibling.number) == digits) return true;
  if (sibling.item != markdown::kNone && !keeps_shape(document_, sibling.item, digits.size())) return false;
  if (piece != nullptr)
    piece->text.replace(piece->begin + sibling.number.begin - sibling.whole.begin, sibling.number.size(), digits);
  else
    numbers_.push_back({{&source_, sibling.number}, digits});
  return true;
}

/// A file whose last line has no ending keeps it so.
void Composer::keep_end() {
  if (source_.size() == 0 || ends_line(source_.text())) return;
  const auto last = pieces_.find(source_.size());
  if (last != pieces_.end()) {
    last->second.front().text.insert(0, source_.newline());
    return drop_newline(last->second.back().text);
  }
  if (cuts_.empty() || cuts_.back().end != source_.size()) return;
  Span& cut = cuts_.back();
  const auto before = pieces_.find(cut.begin);
  if (before != pieces_.end()) return drop_newline(before->second.back().text);
  const std::string_view above = source_.text({0, cut.begin});
  cut.begin -= above.ends_with("\r\n") ? 2 : ends_line(above) ? 1 : 0;
}

std::vector<Edit> Composer::edits() {
  keep_end();
  std::vector<Edit> edits = std::move(numbers_);
  for (const Span cut : cuts_) edits.push_back({{&source_, cut}, ""});
  for (const auto& [at, pieces] : pieces_) {
    std::string text;
    for (const Piece& piece : pieces) text += piece.text;
    edits.push_back({{&source_, {at, at}}, std::move(text)});
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& x, const Edit& y) { return x.at.span < y.at.span; });
  return edits;
}

}  // namespace

bool movable(const std::vector<const Entry*>& entries) {
  const Entry &first = *entries.front(), &last = *entries.back();
  return on_own_lines(first) && !is_pinned(*first.document, {first.whole.begin, last.whole.end}) &&
         std::all_of(entries.begin(), entries.end(), [&](const Entry* e) { return same_shape(*e, first); });
}

bool movable(const Entry& entry, const Entry& beside, SiblingLists& lists) {
  const auto columns = [&](const Entry& e) { return e.text(lists.of(e).header); };
  return on_own_lines(entry) && same_shape(entry, beside) && !is_pinned(*entry.document, entry.whole) &&
         !is_pinned(*beside.document, beside.whole) && columns(entry) == columns(beside);
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

void Moves::add(const Entry& entry, Target to) { moved_.emplace_back(&entry, to); }

std::shared_ptr<const Fix> Moves::fix(std::string title, SiblingLists& lists) const {
  Composer composer(*moved_.front().first->document, lists);
  std::vector<const Entry*> entries;
  for (const auto& [entry, to] : moved_) {
    if (is_headed(*entry) || (!to.behind && is_headed(*to.entry))) return nullptr;
    composer.move(*entry, to);
    entries.push_back(entry);
  }
  std::sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) { return a->index < b->index; });
  for (auto at = entries.begin(); at != entries.end();) {
    const Siblings& from = lists.of(**at);
    if (from.all.empty()) return nullptr;
    const auto other = std::find_if(at, entries.end(), [&](const Entry* entry) { return &lists.of(*entry) != &from; });
    composer.cut(from, {at, other});
    at = other;
  }
  if (!composer.number()) return nullptr;
  Fix fix{.safety = Safety::unsafe, .effect = Effect::moved, .title = std::move(title), .edits = composer.edits()};
  return std::make_shared<const Fix>(std::move(fix));
}

}  // namespace paperlint
