#include "list/contents.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "list/addresses.h"
#include "list/relative.h"

namespace paperlint {
namespace {

using markdown::Kind;
using markdown::kNone;
using markdown::Leaf;

/// What a comment says: that a tool's contents begin, or end.
enum class Mark : std::uint8_t { none, begin, end };

/// `<!-- TOC depthFrom:1 -->` and `<!-- /TOC -->`; doctoc, markdown-toc, gh-md-toc, MarkdownTOC, mdformat-toc.
Mark mark_in(std::string_view html) {
  if (html.substr(0, 4) != "<!--") return Mark::none;
  const std::size_t begin = html.find_first_not_of(" \t", 4);
  if (begin == std::string_view::npos) return Mark::none;
  const std::string text = in_lower_case(html.substr(begin, 40));
  const auto says = [&](std::string_view word) {
    const char next = text.size() > word.size() ? text[word.size()] : ' ';
    return text.compare(0, word.size(), word) == 0 && (next == ' ' || next == '-' || next == '\n' || next == '\r');
  };
  for (const std::string_view word : {"/toc", "tocstop", "end doctoc", "te", "/markdowntoc", "/vscode-markdown-toc",
                                      "mdformat-toc end", "toc end", "end toc", "toc:end"})
    if (says(word)) return Mark::end;
  for (const std::string_view word : {"toc", "start doctoc", "ts", "markdowntoc", "vscode-markdown-toc",
                                      "mdformat-toc start", "begin toc", "start toc", "toc:begin", "toc:start"})
    if (says(word)) return Mark::begin;
  return Mark::none;
}

constexpr std::size_t kMostContents = 16;  // of one file; the others tell nothing new

bool is_anchor(std::string_view address) {
  if (address.substr(0, 2) == "./") address.remove_prefix(2);
  return address.size() > 1 && address.front() == '#';
}

class Finder {
 public:
  Finder(const Document& document, const Anchors& anchors, NearAnchors& near)
      : document_(document), anchors_(anchors), near_(near), link_(document.links.begin()) {}
  std::vector<Contents> run();

 private:
  void leaf(const Leaf& leaf);
  void line(const Leaf& leaf, const Link& link);
  void close();
  [[nodiscard]] Span whole() const;
  [[nodiscard]] bool is_line(const Leaf& leaf, const Link& link) const;

  const Document& document_;
  const Anchors& anchors_;
  NearAnchors& near_;
  std::vector<Link>::const_iterator link_;
  std::vector<Contents> found_;
  Contents contents_;
  std::unordered_map<std::uint32_t, std::uint32_t> line_of_;  // by item
  std::vector<std::pair<const Leaf*, bool>> others_;          // items that are no lines, and whether they have links
  std::uint32_t item_ = kNone;                                // the item whose text was seen last
  bool marked_ = false, marked_lines_ = false;
};

std::vector<Contents> Finder::run() {
  for (const Leaf& next : document_.blocks.leaves) leaf(next);
  close();
  return std::move(found_);
}

void Finder::leaf(const Leaf& next) {
  if (next.kind == Kind::heading) close();
  if (next.kind == Kind::html) {
    const Mark mark = mark_in(document_.source->text(next.content));
    if (mark != Mark::none) marked_ = mark == Mark::begin;
  }
  while (link_ != document_.links.end() && link_->whole.begin < next.content.begin) ++link_;
  const auto first = link_;
  while (link_ != document_.links.end() && link_->whole.end <= next.content.end) ++link_;
  if (next.item == kNone || next.item == item_ || next.kind == Kind::html || next.kind == Kind::code) return;
  item_ = next.item;
  if (link_ - first == 1 && is_line(next, *first))
    line(next, *first);
  else
    others_.push_back({&next, first != link_});
}

/// Whether an item is one link to an anchor: no words stand before it.
bool Finder::is_line(const Leaf& next, const Link& link) const {
  if (!is_anchor(link.text.empty() ? std::string_view() : document_.source->text(link.address))) return false;
  const std::string before = letters_of(document_.source->text({next.content.begin, link.whole.begin}));
  return before.find_first_not_of("0123456789") == std::string::npos;
}

void Finder::line(const Leaf& next, const Link& link) {
  ContentsLine line;
  line.leaf = &next;
  line.link = &link;
  const std::string_view fragment = split_relative(document_.source->text(link.address)).fragment;
  const Anchors::Target target = anchors_(fragment);
  line.target = target.section;
  line.dead = !target.there;
  if (line.dead)
    if (const auto near = near_(fragment, document_.source->text(link.text))) line.target = near->section;
  const auto number = static_cast<std::uint32_t>(contents_.lines.size());
  line.above = number;
  for (std::uint32_t up = document_.blocks.items[next.item].parent; up != kNone;
       up = document_.blocks.items[up].parent) {
    const auto at = line_of_.find(up);
    if (at == line_of_.end()) continue;
    line.above = at->second;
    break;
  }
  line_of_.emplace(next.item, number);
  contents_.lines.push_back(line);
  marked_lines_ = marked_lines_ || marked_;
}

void Finder::close() {
  const auto leads = [](const ContentsLine& line) { return line.target != nullptr; };
  const auto& lines = contents_.lines;
  const auto linked = std::count_if(others_.begin(), others_.end(), [](const auto& other) { return other.second; });
  const bool enough =
      std::count_if(lines.begin(), lines.end(), leads) >= 3 && static_cast<std::size_t>(linked) * 3 <= lines.size();
  if (enough && found_.size() < kMostContents) {
    contents_.whole = whole();
    contents_.generated = marked_lines_;
    found_.push_back(std::move(contents_));
  }
  contents_ = {};
  // To clear it, or to assign {}, would take as long as the longest contents, at each heading.
  line_of_ = decltype(line_of_)();
  others_.clear();
  if (marked_lines_) marked_ = false;  // a mark that is not closed ends with its lines
  marked_lines_ = false;
}

/// All lines, and the items beside them.
Span Finder::whole() const {
  const auto list = [&](const Leaf& leaf) { return document_.blocks.items[leaf.item].list; };
  std::unordered_set<std::uint32_t> lists;
  for (const ContentsLine& line : contents_.lines) lists.insert(list(*line.leaf));
  Span whole{contents_.lines.front().leaf->lines.begin, contents_.lines.back().leaf->lines.end};
  for (const auto& [leaf, linked] : others_) {
    if (lists.count(list(*leaf)) == 0) continue;
    whole.begin = std::min(whole.begin, leaf->lines.begin);
    whole.end = std::max(whole.end, leaf->lines.end);
  }
  return whole;
}

}  // namespace

std::vector<Contents> find_contents(const Document& document, const Anchors& anchors, NearAnchors& near) {
  return Finder(document, anchors, near).run();
}

const markdown::Item& item_of(const Document& document, const ContentsLine& line) {
  return document.blocks.items[line.leaf->item];
}

}  // namespace paperlint
