#include "report/changes.h"

#include <algorithm>
#include <utility>

#include "report/align.h"
#include "report/excerpt.h"
#include "report/printable.h"

namespace paperlint {
namespace {

// Whole lines around edits that share a line, before and after.
struct Region {
  Span span;
  bool cut_left = false, cut_right = false;  // its first or last line goes on
  std::vector<const Edit*> edits;
};

bool is_line_begin(const Source& source, std::uint32_t offset) { return source.line_begin(offset) == offset; }

// Whether an edit takes whole lines out and puts whole lines in.
bool takes_lines(const Source& source, const Edit& edit) {
  const Span span = edit.at.span;
  return is_line_begin(source, span.begin) && (is_line_begin(source, span.end) || span.end == source.size()) &&
         (edit.with.empty() || edit.with.back() == '\n' || span.end == source.size());
}

Region around(const Source& source, const Edit& edit) {
  Region region{edit.at.span, false, false, {&edit}};
  if (takes_lines(source, edit)) return region;
  const auto [begin, end] = edit.at.span;
  const Span last = source.whole_line(source.line_of(end));
  region.span = {std::min(source.text_begin(begin), begin), last.end};
  if (begin - region.span.begin > kReach) {
    region.span.begin = character_begin(source, begin - kReach);
    region.cut_left = true;
  }
  if (last.end - end > kReach) {
    region.span.end = character_begin(source, end + kReach);
    region.cut_right = true;
  }
  return region;
}

std::vector<Region> regions(const Source& source, std::vector<const Edit*> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit* a, const Edit* b) { return a->at.span.begin < b->at.span.begin; });
  std::vector<Region> all;
  for (const Edit* edit : edits) {
    Region next = around(source, *edit);
    if (all.empty() || next.span.begin >= all.back().span.end) {
      all.push_back(std::move(next));
      continue;
    }
    Region& last = all.back();
    last.edits.push_back(edit);
    if (next.span.end > last.span.end) {
      last.span.end = next.span.end;
      last.cut_right = next.cut_right;
    }
  }
  return all;
}

std::string text_after(const Source& source, const Region& region) {
  std::string text;
  std::uint32_t at = region.span.begin;
  for (const Edit* edit : region.edits) {
    text += source.text({at, edit->at.span.begin});
    text += edit->with;
    at = std::max(at, edit->at.span.end);
  }
  text += source.text({at, region.span.end});
  return text;
}

// The lines of a text, without their endings.
Pieces lines_of(std::string_view text) {
  Pieces lines;
  while (!text.empty()) {
    const auto ends = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    const auto end = static_cast<std::size_t>(ends - text.begin());
    lines.push_back(text.substr(0, end));
    const std::size_t ending = text.substr(end, 2) == "\r\n" ? 2 : 1;
    text.remove_prefix(std::min(end + ending, text.size()));
  }
  return lines;
}

// Lines [first, last) and the endings between them.
std::string_view joined(const Pieces& lines, std::size_t first, std::size_t last) {
  if (first == last) return {};
  const char* const begin = lines[first].data();
  const char* const end = lines[last - 1].data() + lines[last - 1].size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

// The part of `mark` that lies in a line of the text, as a span of that line.
void clip(Span mark, std::size_t line_at, std::string_view line, std::vector<Span>& marks) {
  const auto begin = static_cast<std::uint32_t>(line_at), end = static_cast<std::uint32_t>(line_at + line.size());
  if (mark.begin > end || mark.end < begin) return;
  marks.push_back({std::max(mark.begin, begin) - begin, std::min(mark.end, end) - begin});
}

// Collects the changes of one file.
class Collector {
 public:
  Collector(const Source& source, std::uint32_t& room) : room_(room) { change_.source = &source; }
  void add(const Region& region);
  [[nodiscard]] FileChange take() { return std::move(change_); }

 private:
  struct Side {
    const Pieces& lines;
    std::size_t first, last;
    ChangedLine::Kind kind;
  };
  void add(const Region& region, const Pieces& before, const Pieces& after, const Block& block);
  void add(const Region& region, std::uint32_t line, Side before, Side after);
  void add(const Region& region, std::uint32_t line, const Side& side, const std::vector<Span>& marks);
  void add_neighbour(std::uint32_t line);
  std::size_t take_room(std::size_t lines);

  FileChange change_;
  std::uint32_t& room_;
  std::uint32_t neighboured_ = 0;  // the line whose neighbour was shown last
};

void Collector::add(const Region& region) {
  const Source& source = *change_.source;
  const std::string text = text_after(source, region);
  const Pieces before = lines_of(source.text(region.span)), after = lines_of(text);
  for (const Block& block : differing_blocks(before, after)) add(region, before, after, block);
}

// Lines that pair up are shown one below the other; others as a block that goes and one that comes.
void Collector::add(const Region& region, const Pieces& before, const Pieces& after, const Block& block) {
  using Kind = ChangedLine::Kind;
  const std::size_t gone = block.last_a - block.first_a, come = block.last_b - block.first_b;
  const std::uint32_t line = change_.source->line_of(region.span.begin) + static_cast<std::uint32_t>(block.first_a) + 1;
  if (gone != come) {
    if (gone == 0 && room_ > 0) add_neighbour(line);
    add(region, line, Side{before, block.first_a, block.last_a, Kind::removed},
        Side{after, block.first_b, block.last_b, Kind::added});
    return;
  }
  for (std::size_t i = 0; i < gone; ++i) {
    const std::size_t a = block.first_a + i, b = block.first_b + i;
    add(region, line + static_cast<std::uint32_t>(i), Side{before, a, a + 1, Kind::removed},
        Side{after, b, b + 1, Kind::added});
  }
}

void Collector::add(const Region& region, std::uint32_t line, Side before, Side after) {
  const std::size_t gone = before.last - before.first, come = after.last - after.first;
  const std::size_t shown = take_room(std::max(gone, come));
  before.last = before.first + std::min(gone, shown);
  after.last = after.first + std::min(come, shown);
  std::vector<Span> old_marks, new_marks;
  if (before.first < before.last && after.first < after.last)
    for (const Difference& difference :
         differences(joined(before.lines, before.first, before.last), joined(after.lines, after.first, after.last))) {
      old_marks.push_back(difference.before);
      new_marks.push_back(difference.after);
    }
  add(region, line, before, old_marks);
  add(region, gone == come ? line : 0, after, new_marks);
}

void Collector::add(const Region& region, std::uint32_t line, const Side& side, const std::vector<Span>& marks) {
  const std::string_view all = joined(side.lines, side.first, side.last);
  for (std::size_t i = side.first; i < side.last; ++i) {
    const std::string_view text = side.lines[i];
    ChangedLine changed{
        side.kind, 0, std::string(text), {}, region.cut_left && i == 0, region.cut_right && i + 1 == side.lines.size()};
    if (line > 0) changed.line = line + static_cast<std::uint32_t>(i - side.first);
    for (const Span mark : marks) clip(mark, static_cast<std::size_t>(text.data() - all.data()), text, changed.marks);
    change_.lines.push_back(std::move(changed));
  }
}

// Shows where a new line goes: the line above it, unless that one is blank or shown already.
void Collector::add_neighbour(std::uint32_t line) {
  if (line < 2 || line == neighboured_) return;
  neighboured_ = line;
  const Source& source = *change_.source;
  Span span = source.line(line - 2);
  span.begin = std::min(std::max(span.begin, source.start()), span.end);
  const bool far = span.size() > kReach;
  if (far) span.end = character_begin(source, span.begin + kReach);
  if (!change_.lines.empty() && change_.lines.back().line == line - 1) return;
  if (source.text(span).find_first_not_of(" \t") == std::string_view::npos) return;
  change_.lines.push_back({ChangedLine::Kind::unchanged, line - 1, std::string(source.text(span)), {}, false, far});
}

// How many of so many changed lines there is room for.
std::size_t Collector::take_room(std::size_t lines) {
  const auto wanted = static_cast<std::uint32_t>(lines), got = std::min(wanted, room_);
  room_ -= got;
  change_.more += wanted - got;
  return got;
}

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Words, and characters that are no letters or digits of ASCII.
Pieces words_of(std::string_view text) {
  Pieces words;
  words.reserve(text.size() / 3);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (is_word(text[at]))
      while (end < text.size() && is_word(text[end])) ++end;
    else
      end = at + code_point(text, at).bytes;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// Whether a word ends before the character and one begins behind it, in any text.
bool parts_words(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_word(c); }

// All but the words that both texts begin with and those that both end with, without a look at each word.
Difference differing_words(std::string_view before, std::string_view after) {
  const std::size_t most = std::min(before.size(), after.size());
  std::size_t begin = 0, end = 0;
  while (begin < most && before[begin] == after[begin]) ++begin;
  while (end < most - begin && before[before.size() - 1 - end] == after[after.size() - 1 - end]) ++end;
  while (begin > 0 && !parts_words(before[begin - 1])) --begin;
  while (end > 0 && !parts_words(before[before.size() - end])) --end;
  const auto from = static_cast<std::uint32_t>(begin);
  return {{from, static_cast<std::uint32_t>(before.size() - end)},
          {from, static_cast<std::uint32_t>(after.size() - end)}};
}

// Leaves out what the two sides begin and end with.
Difference narrowed(std::string_view before, std::string_view after, Difference both) {
  auto& [a, b] = both;
  while (a.begin < a.end && b.begin < b.end && before[a.begin] == after[b.begin]) ++a.begin, ++b.begin;
  while (a.begin < a.end && b.begin < b.end && before[a.end - 1] == after[b.end - 1]) --a.end, --b.end;
  while (a.begin > 0 && b.begin > 0 &&
         ((a.begin < before.size() && is_continuation(before[a.begin])) ||
          (b.begin < after.size() && is_continuation(after[b.begin]))))
    --a.begin, --b.begin;
  while (a.end < before.size() && b.end < after.size() &&
         (is_continuation(before[a.end]) || is_continuation(after[b.end])))
    ++a.end, ++b.end;
  return both;
}

}  // namespace

std::vector<Difference> differences(std::string_view before, std::string_view after) {
  const Difference middle = differing_words(before, after);
  const Pieces a = words_of(before.substr(middle.before.begin, middle.before.size()));
  const Pieces b = words_of(after.substr(middle.after.begin, middle.after.size()));
  const auto span = [](const Pieces& words, std::size_t first, std::size_t last, std::string_view text, Span whole) {
    const auto offset = [&](std::size_t index) {
      return index < words.size() ? static_cast<std::uint32_t>(words[index].data() - text.data()) : whole.end;
    };
    return Span{offset(first), offset(last)};
  };
  std::vector<Difference> all;
  for (const Block& block : differing_blocks(a, b))
    all.push_back(narrowed(before, after,
                           {span(a, block.first_a, block.last_a, before, middle.before),
                            span(b, block.first_b, block.last_b, after, middle.after)}));
  return all;
}

std::vector<FileChange> changes(const Fix& fix, const Source* first, std::uint32_t most) {
  std::vector<std::pair<const Source*, std::vector<const Edit*>>> files{{first, {}}};
  for (const Edit& edit : fix.edits) {
    auto file = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.first == edit.at.source; });
    if (file == files.end()) file = files.insert(files.end(), {edit.at.source, {}});
    file->second.push_back(&edit);
  }
  std::vector<FileChange> all;
  for (auto& [source, edits] : files) {
    Collector collector(*source, most);
    for (const Region& region : regions(*source, std::move(edits))) collector.add(region);
    FileChange change = collector.take();
    if (!change.lines.empty() || change.more > 0) all.push_back(std::move(change));
  }
  return all;
}

}  // namespace paperlint
