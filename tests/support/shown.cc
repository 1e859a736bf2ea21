#include "support/shown.h"

#include <md4c.h>

#include <algorithm>
#include <utility>

namespace paperlint {
namespace {

std::string name_of(MD_BLOCKTYPE type, const void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return "quote/";
    case MD_BLOCK_UL:
      return "ul/";
    case MD_BLOCK_OL:
      return "ol/";
    case MD_BLOCK_LI:
      return "li/";
    case MD_BLOCK_H:
      return "h" + std::to_string(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level) + "/";
    case MD_BLOCK_CODE:
      return "code/";
    case MD_BLOCK_HTML:
      return "html/";
    case MD_BLOCK_P:
      return "p/";
    case MD_BLOCK_TABLE:
      return "table/";
    case MD_BLOCK_TH:
      return "th/";
    case MD_BLOCK_TD:
      return "td/";
    default:
      return "";
  }
}

class Renderer {
 public:
  explicit Renderer(const Source& source) : source_(source), text_(source.text().substr(source.start())) {}

  std::vector<ShownBlock> run() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<Renderer*>(self)->enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE, void*, void* self) {
      static_cast<Renderer*>(self)->leave();
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      if (type == MD_SPAN_A) static_cast<Renderer*>(self)->address(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
      if (type == MD_SPAN_IMG) static_cast<Renderer*>(self)->address(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<Renderer*>(self)->text(text, size);
      return 0;
    };
    md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
    return std::move(blocks_);
  }

 private:
  void enter(MD_BLOCKTYPE type, const void* detail) {
    close();
    lengths_.push_back(path_.size());
    path_ += name_of(type, detail);
  }
  void leave() {
    close();
    path_.resize(lengths_.back());
    lengths_.pop_back();
  }
  void address(const MD_ATTRIBUTE& attribute) {
    block_.addresses.append(" ").append(attribute.text == nullptr ? "" : attribute.text, attribute.size);
  }
  void text(const MD_CHAR* text, MD_SIZE size) {
    block_.text.append(text, size);
    if (text < text_.data() || text + size > text_.data() + text_.size()) return;
    const auto begin = static_cast<std::uint32_t>(text - text_.data()) + source_.start();
    first_ = std::min(first_, begin);
    last_ = std::max(last_, begin + static_cast<std::uint32_t>(size));
  }
  void close() {
    if (first_ <= last_) {
      block_.path = path_;
      block_.lines = {source_.line_begin(first_), source_.whole_line(source_.line_of(std::max(first_, last_ - 1))).end};
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    first_ = UINT32_MAX;
    last_ = 0;
  }

  const Source& source_;
  const std::string_view text_;
  std::string path_;
  std::vector<std::size_t> lengths_;
  ShownBlock block_;
  std::uint32_t first_ = UINT32_MAX, last_ = 0;
  std::vector<ShownBlock> blocks_;
};

/// The blocks with no line that one of these places lies on or touches.
std::vector<const ShownBlock*> untouched(const std::vector<ShownBlock>& blocks, const std::vector<Span>& places) {
  std::vector<const ShownBlock*> rest;
  for (const ShownBlock& block : blocks) {
    const auto touches = [&](Span place) { return place.begin <= block.lines.end && place.end >= block.lines.begin; };
    if (std::none_of(places.begin(), places.end(), touches)) rest.push_back(&block);
  }
  return rest;
}

/// A place with all lines of the blocks that it lies in or touches: what is broken there is read otherwise when mended.
Span with_blocks(Span place, const std::vector<ShownBlock>& blocks) {
  Span all = place;
  for (const ShownBlock& block : blocks) {
    if (place.begin > block.lines.end || place.end < block.lines.begin) continue;
    all = {std::min(all.begin, block.lines.begin), std::max(all.end, block.lines.end)};
  }
  return all;
}

/// Without comments for paperlint, and blanks beside them and at the ends of lines.
std::string without_comments(const std::string& text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text.compare(at, 15, "<!-- paperlint-") == 0 ? text.find("-->", at) : std::string::npos;
    const bool cut = end != std::string::npos;
    if (cut) at = end + 2;
    const bool ends = !cut && (text[at] == '\n' || text[at] == '\r');
    if (cut || ends) rest.resize(rest.find_last_not_of(" \t") + 1);
    if (!cut && !(ends && rest.ends_with('\n'))) rest += text[at];
  }
  rest.resize(rest.find_last_not_of(" \t\r\n") + 1);
  return rest;
}

}  // namespace

std::string shown_to_readers(const Source& source) {
  std::string all;
  for (const ShownBlock& block : shown_blocks(source)) {
    const std::string text = without_comments(block.text);
    if (!text.empty()) all += block.path + " " + text + " " + block.addresses + "\n";
  }
  return all;
}

std::vector<ShownBlock> shown_blocks(const Source& source) { return Renderer(source).run(); }

std::string changes_elsewhere(const Source& before, const std::string& after, const Fix& fix) {
  const Source now(before.path(), after);
  const auto old_blocks = shown_blocks(before), new_blocks = shown_blocks(now);
  const bool mends = fix.effect == Effect::gained || fix.effect == Effect::reread;
  std::vector<Span> old_places, new_places;
  std::uint32_t shift = 0;  // modulo 2^32
  for (const Edit& edit : fix.edits) {
    Span place = edit.at.span;
    if (mends) {
      place = {before.line_begin(place.begin), before.whole_line(before.line_of(place.end)).end};
      place = with_blocks(place, old_blocks);
    }
    const std::uint32_t before_it = shift;
    shift += static_cast<std::uint32_t>(edit.with.size()) - edit.at.span.size();
    if (old_places.empty() || old_places.back().end < place.begin) {
      old_places.push_back(place);
      new_places.push_back({place.begin + before_it, 0});
    }
    old_places.back().end = std::max(old_places.back().end, place.end);
    new_places.back().end = old_places.back().end + shift;
  }
  const auto old_rest = untouched(old_blocks, old_places), new_rest = untouched(new_blocks, new_places);
  const auto same = [&](const ShownBlock* a, const ShownBlock* b) {
    // A new anchor in a definition is that of many links.
    return (a->path == b->path || (mends && a->path + "p/" == b->path)) && a->text == b->text &&
           (fix.effect == Effect::field || a->addresses == b->addresses);
  };
  const auto [old_one, new_one] =
      std::mismatch(old_rest.begin(), old_rest.end(), new_rest.begin(), new_rest.end(), same);
  if (old_one == old_rest.end() && new_one == new_rest.end()) return "";
  const auto shown = [](auto at, const auto& all) {
    return at == all.end() ? std::string("nothing") : "'" + (*at)->path + " " + (*at)->text + "'";
  };
  return "where nothing is edited, " + shown(old_one, old_rest) + " becomes " + shown(new_one, new_rest);
}

}  // namespace paperlint
