// md4c tells what is Markdown but not where it stands: "there are no offsets referring to the
// source" (md4c issue 91). Yet most of the text that it hands out are pointers into our buffer, in
// which it parses in place. Those, compared with the buffer's bounds, tell on which lines a block
// begins and ends; the marks before it (`- `, `## `) are then read from those lines, where offsets
// are exact. Not all pointers are ours: line breaks are static strings, addresses with escapes are
// copies, the address of a reference link is that of its definition. So a place is taken from text,
// and from an address only where the bytes before it are those of an inline link.
//
// Where md4c reads tables unlike GitHub, the text is parsed in parts: a heading, a code fence or HTML ends a table,
// also without a blank line above it; md4c takes each line up to the next blank one for a row. A first pass finds the
// rows that are none, and the next begins anew at each of them.
#include "markdown/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>

#include "markdown/block_start.h"
#include "markdown/bounds.h"
#include "text/slug.h"

namespace paperlint::markdown {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the Markdown begins: after YAML front matter (`---`, `key: value` lines, `---`), which GitHub
/// shows as a table and md4c would take for a rule and a heading.
std::uint32_t after_front_matter(const Source& source) {
  const auto text = [&](std::uint32_t line) { return source.text(source.line(line)); };
  const std::string_view first = text(0);
  if (first.size() < source.start() || first.substr(source.start()) != "---") return source.start();
  const std::uint32_t limit = std::min<std::uint32_t>(source.line_count(), 500);
  if (limit < 2 || text(1).find(':') == std::string_view::npos) return source.start();
  for (std::uint32_t line = 1; line < limit; ++line)
    if (text(line) == "---" || text(line) == "...") return source.whole_line(line).end;
  return source.start();
}

class Reader {
 public:
  Reader(const Source& source, Watcher* watcher) : source_(source), watcher_(watcher), bytes_(source.text().data()) {}
  Blocks read();

 private:
  static constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

  static constexpr int kMostPasses = 4;

  void parse(std::uint32_t begin, std::uint32_t end);
  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter(MD_SPANTYPE type, void* detail);
  void text(MD_TEXTTYPE type, const char* data, MD_SIZE size);
  void open_item(bool task);
  void close_item();
  void open(Kind kind, std::uint8_t level = 0);
  void close();
  void address(const MD_ATTRIBUTE& attribute, bool link);
  void cover(std::uint32_t begin, std::uint32_t end);
  void render(MD_TEXTTYPE type, std::string_view text);
  void place_items(std::uint32_t line);
  void end_table(std::uint32_t line);
  Span content_of(const Leaf& leaf, std::uint32_t first_line) const;
  std::uint32_t after_marks(std::uint32_t line, std::uint32_t limit, std::vector<Span>* marks) const;
  [[nodiscard]] bool ours(const char* data) const {
    return !std::less<>{}(data, bytes_) && std::less<>{}(data, bytes_ + source_.size());
  }

  const Source& source_;
  Watcher* const watcher_;
  const char* bytes_;
  Blocks blocks_;
  std::vector<std::uint32_t> open_items_;
  std::vector<std::pair<std::uint32_t, bool>> open_lists_;  // number and ordered
  std::uint32_t lists_ = 0, tables_ = 0, images_ = 0;
  bool in_header_ = false;
  std::vector<std::uint32_t> breaks_;  // where rows of a table are none, but begin another block
  std::uint32_t broken_ = kNone;       // the table that such a block goes on in
  std::size_t pending_ = 0;            // how many of open_items_, the innermost, have no place yet
  bool in_leaf_ = false;
  Leaf leaf_;
  std::uint32_t first_ = kNone, last_ = 0;  // the bytes that leaf_ is known to cover
  std::uint32_t line_ = 0;                  // where the leaf before it begins
  std::vector<Span> marks_;                 // of one line
};

Blocks Reader::read() {
  std::vector<std::uint32_t> begins = {after_front_matter(source_)};
  for (int passes = 0; passes < kMostPasses; ++passes) {
    blocks_ = {};
    blocks_.leaves.reserve(source_.line_count());  // a block has a line at least
    blocks_.items.reserve(source_.line_count());
    lists_ = tables_ = 0;
    if (watcher_ != nullptr) watcher_->begin();
    for (std::size_t i = 0; i < begins.size(); ++i)
      parse(begins[i], i + 1 < begins.size() ? begins[i + 1] : source_.size());
    if (breaks_.empty()) break;
    begins.insert(begins.end(), breaks_.begin(), breaks_.end());
    std::sort(begins.begin(), begins.end());
    breaks_.clear();
  }
  return std::move(blocks_);
}

void Reader::parse(std::uint32_t begin, std::uint32_t end) {
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<Reader*>(self)->enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    static_cast<Reader*>(self)->leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    static_cast<Reader*>(self)->enter(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    if (type == MD_SPAN_IMG) --static_cast<Reader*>(self)->images_;
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* self) {
    static_cast<Reader*>(self)->text(type, data, size);
    return 0;
  };
  broken_ = kNone;
  md_parse(bytes_ + begin, end - begin, &parser, this);
}

void Reader::enter(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      close();
      open_lists_.emplace_back(lists_++, type == MD_BLOCK_OL);
      break;
    case MD_BLOCK_LI:
      open_item(static_cast<MD_BLOCK_LI_DETAIL*>(detail)->is_task != 0);
      break;
    case MD_BLOCK_H:
      open(Kind::heading, static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_P:
      open(Kind::paragraph);
      break;
    case MD_BLOCK_TABLE:
      close();
      ++tables_;
      break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      in_header_ = type == MD_BLOCK_THEAD;
      break;
    case MD_BLOCK_TR:
      open(Kind::row);
      leaf_.table = tables_ - 1;
      leaf_.header = in_header_;
      break;
    case MD_BLOCK_CODE:
      open(Kind::code);
      break;
    case MD_BLOCK_HTML:
      open(Kind::html);
      break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_HR:
      close();
      break;
    default:
      break;
  }
}

void Reader::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      open_lists_.pop_back();
      break;
    case MD_BLOCK_LI:
      close_item();
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_TR:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      close();
      break;
    default:
      break;
  }
}

void Reader::enter(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_IMG) {
    ++images_;
    address(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src, false);
  } else if (type == MD_SPAN_A) {
    address(static_cast<MD_SPAN_A_DETAIL*>(detail)->href, true);
  }
}

void Reader::address(const MD_ATTRIBUTE& attribute, bool link) {
  if (attribute.size == 0 || !ours(attribute.text)) return;
  const auto begin = static_cast<std::uint32_t>(attribute.text - bytes_);
  std::uint32_t before = begin;
  while (before > 0 && (is_blank(bytes_[before - 1]) || bytes_[before - 1] == '<' || bytes_[before - 1] == '\n' ||
                        bytes_[before - 1] == '\r'))
    --before;
  if (before < 2 || bytes_[before - 1] != '(' || bytes_[before - 2] != ']') return;
  if (!in_leaf_) open(Kind::text);
  cover(begin, begin + attribute.size);
  if (link) blocks_.addresses.push_back(begin);
}

void Reader::text(MD_TEXTTYPE type, const char* data, MD_SIZE size) {
  if (!in_leaf_) open(Kind::text);
  if (leaf_.kind == Kind::heading && images_ == 0) render(type, {data, size});
  if (size == 0 || !ours(data)) return;
  const auto begin = static_cast<std::uint32_t>(data - bytes_);
  if (type == MD_TEXT_HTML) blocks_.html.push_back({begin, begin + size});
  cover(begin, begin + size);
}

void Reader::render(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_ENTITY:
      blocks_.rendered += decode_entity(text);
      break;
    case MD_TEXT_SOFTBR:
    case MD_TEXT_BR:
      blocks_.rendered += ' ';
      break;
    case MD_TEXT_HTML:
      break;
    default:
      blocks_.rendered += text;
      break;
  }
}

void Reader::cover(std::uint32_t begin, std::uint32_t end) {
  first_ = std::min(first_, begin);
  last_ = std::max(last_, end);
}

void Reader::open_item(bool task) {
  close();
  Item item;
  item.parent = open_items_.empty() ? kNone : open_items_.back();
  item.list = open_lists_.back().first;
  item.ordered = open_lists_.back().second;
  item.task = task;
  open_items_.push_back(static_cast<std::uint32_t>(blocks_.items.size()));
  blocks_.items.push_back(item);
  ++pending_;
}

void Reader::close_item() {
  close();
  const Item& item = blocks_.items[open_items_.back()];
  open_items_.pop_back();
  if (pending_ > 0) --pending_;
  if (item.parent == kNone) return;
  Span& around = blocks_.items[item.parent].whole;
  around.end = std::max(around.end, item.whole.end);
}

void Reader::open(Kind kind, std::uint8_t level) {
  close();
  in_leaf_ = true;
  leaf_ = {};
  leaf_.kind = kind;
  leaf_.level = level;
  leaf_.addresses_begin = static_cast<std::uint32_t>(blocks_.addresses.size());
  leaf_.rendered_begin = static_cast<std::uint32_t>(blocks_.rendered.size());
  first_ = kNone;
  last_ = 0;
}

void Reader::close() {
  if (!in_leaf_) return;
  in_leaf_ = false;
  if (first_ == kNone) return;
  const std::uint32_t first_line = line_ = source_.line_of(first_, line_);
  std::uint32_t last_line = source_.line_of(last_ > first_ ? last_ - 1 : last_, first_line);
  if (pending_ > 0) place_items(first_line);
  if (leaf_.kind == Kind::code && last_line + 1 < source_.line_count()) {
    const Span next = source_.line(last_line + 1);
    const std::uint32_t mark = after_marks(last_line + 1, next.end, nullptr);
    const std::string_view fence = source_.text({mark, next.end}).substr(0, 3);
    if (fence == "```" || fence == "~~~") ++last_line;
  }
  leaf_.item = open_items_.empty() ? kNone : open_items_.back();
  leaf_.lines = {source_.whole_line(first_line).begin, source_.whole_line(last_line).end};
  leaf_.content = content_of(leaf_, first_line);
  leaf_.content.end = source_.line(last_line).end;
  leaf_.addresses_end = static_cast<std::uint32_t>(blocks_.addresses.size());
  leaf_.rendered_end = static_cast<std::uint32_t>(blocks_.rendered.size());
  const auto addresses = blocks_.addresses.begin() + leaf_.addresses_begin;
  if (!std::is_sorted(addresses, blocks_.addresses.end())) std::sort(addresses, blocks_.addresses.end());
  if (leaf_.item != kNone) {
    Item& item = blocks_.items[leaf_.item];
    item.whole.end = std::max(item.whole.end, leaf_.lines.end);
  }
  if (leaf_.kind == Kind::row && !leaf_.header && leaf_.item == kNone) end_table(first_line);
  blocks_.leaves.push_back(leaf_);
  if (watcher_ != nullptr) watcher_->leaf(blocks_);
}

/// Keeps in mind a row that is none. Past a fence or HTML, nothing tells which lines are within it.
void Reader::end_table(std::uint32_t line) {
  const std::string_view text = source_.text(source_.line(line));
  const std::size_t at = text.find_first_not_of(' ');
  if (leaf_.table == broken_ || at > 3) return;
  const BlockStart start = block_start(text.substr(at));
  if (start == BlockStart::none) return;
  breaks_.push_back(source_.whole_line(line).begin);
  if (start != BlockStart::heading) broken_ = leaf_.table;
}

/// Skips blanks, `>` and list markers from the line's begin; collects the markers.
std::uint32_t Reader::after_marks(std::uint32_t line, std::uint32_t limit, std::vector<Span>* marks) const {
  std::uint32_t at = source_.text_begin_of_line(line);
  for (;;) {
    while (at < limit && (is_blank(bytes_[at]) || bytes_[at] == '>')) ++at;
    if (marks == nullptr) return at;
    std::uint32_t end = at;
    if (end < limit && (bytes_[end] == '-' || bytes_[end] == '+' || bytes_[end] == '*')) {
      ++end;
    } else {
      while (end < limit && end - at < 9 && is_digit(bytes_[end])) ++end;
      if (end == at || end >= limit || (bytes_[end] != '.' && bytes_[end] != ')')) return at;
      ++end;
    }
    if (end < limit && !is_blank(bytes_[end])) return at;
    marks->push_back({at, end});
    at = end;
  }
}

/// The innermost items that have no place yet begin on the line where their text begins, or, where
/// that line lacks their marker, on one of the lines before it.
void Reader::place_items(std::uint32_t line) {
  std::size_t missing = pending_;
  const std::uint32_t above = blocks_.leaves.empty() ? 0 : blocks_.leaves.back().lines.end;
  for (std::uint32_t tries = 0; missing > 0 && tries < 3; ++tries) {
    const Span span = source_.line(line);
    marks_.clear();
    const std::uint32_t rest = after_marks(line, span.end, &marks_);
    if (tries > 0 && marks_.empty() && rest >= span.end) break;
    const std::size_t count = std::min(missing, marks_.size());
    for (std::size_t i = 0; i < count; ++i) {
      Item& item = blocks_.items[open_items_[open_items_.size() - pending_ + missing - count + i]];
      item.marker = marks_[i];
      item.whole = {source_.whole_line(line).begin, source_.whole_line(line).end};
    }
    missing -= count;
    if (line == 0 || source_.whole_line(line).begin <= above) break;
    --line;
  }
  pending_ = 0;
}

Span Reader::content_of(const Leaf& leaf, std::uint32_t first_line) const {
  const Span line = source_.line(first_line);
  std::uint32_t at = after_marks(first_line, line.end, nullptr);
  const Item* const item = leaf.item == kNone ? nullptr : &blocks_.items[leaf.item];
  if (item != nullptr && !item->marker.empty() && line.contains(item->marker)) {
    at = item->marker.end;
    while (at < line.end && is_blank(bytes_[at])) ++at;
    if (item->task && at + 3 < line.end && bytes_[at] == '[' && bytes_[at + 2] == ']') at += 4;
  }
  if (leaf.kind == Kind::heading) {
    while (at < line.end && bytes_[at] == '#') ++at;
    while (at < line.end && is_blank(bytes_[at])) ++at;
  }
  return {at, line.end};
}

}  // namespace

bool Blocks::links_at(const Leaf& leaf, std::uint32_t offset) const {
  return std::binary_search(addresses.begin() + leaf.addresses_begin, addresses.begin() + leaf.addresses_end, offset);
}

Blocks parse(const Source& source, Watcher* watcher) {
  return too_much(source).empty() ? Reader(source, watcher).read() : Blocks();
}

}  // namespace paperlint::markdown
