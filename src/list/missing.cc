#include "list/missing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "list/relative.h"
#include "list/sections.h"
#include "text/title.h"

namespace paperlint {
namespace {

using markdown::Kind;
using markdown::Leaf;

const Section* common(const Section* a, const Section* b) {
  while (a != b) (a->index > b->index ? a : b) = (a->index > b->index ? a : b)->parent;
  return a;
}

/// By section: whether there is anything below its heading.
std::vector<bool> filled_headings(const Document& document) {
  std::vector<bool> filled(document.sections.size());
  auto next = document.sections.begin();
  for (const Leaf& leaf : document.blocks.leaves) {
    while (next != document.sections.end() && next->whole.begin <= leaf.lines.begin) ++next;
    if (leaf.kind != Kind::heading) filled[static_cast<std::size_t>(next - document.sections.begin()) - 1] = true;
  }
  for (auto section = document.sections.rbegin(); section != document.sections.rend(); ++section)
    if (section->parent != nullptr && filled[section->index]) filled[section->parent->index] = true;
  return filled;
}

/// What an item of a table of contents names: the text of its link, or what stands before a colon or any other link.
std::string named_by(const Document& document, const Leaf& leaf, const ContentsLine* line) {
  if (line != nullptr) return unnumbered_name_of(document.source->text(line->link->text));
  const std::string_view text = document.source->text(leaf.content);
  return unnumbered_name_of(text.substr(0, text.find_first_of(":[")));
}

/// A name in tables of contents.
struct Named {
  std::uint32_t begin = 0;  // of the first contents that hold it
  std::uint32_t lines = 0;  // that bear it
  bool linked = true;       // all of them lead somewhere
};

std::unordered_map<std::string, Named> names_in(const Document& document, const std::vector<Contents>& all) {
  std::unordered_map<std::string, Named> names;
  const auto& leaves = document.blocks.leaves;
  for (const Contents& contents : all) {
    auto line = contents.lines.begin();
    auto leaf = std::partition_point(leaves.begin(), leaves.end(),
                                     [&](const Leaf& one) { return one.lines.begin < contents.whole.begin; });
    for (; leaf != leaves.end() && leaf->lines.begin < contents.whole.end; ++leaf) {
      const bool is_line = line != contents.lines.end() && line->leaf == &*leaf;
      Named& named = names.try_emplace(named_by(document, *leaf, is_line ? &*line : nullptr)).first->second;
      if (named.lines++ == 0) named.begin = contents.whole.begin;
      named.linked = named.linked && is_line;
      if (is_line) ++line;
    }
  }
  return names;
}

/// The headings beside one another: of one level below one heading, or of one level altogether.
struct Beside {
  std::uint32_t listed = 0, missing = 0;
  void count(bool is_listed) { ++(is_listed ? listed : missing); }
};

}  // namespace

bool is_below(const Section* section, const Section* top) {
  while (section->index > top->index) section = section->parent;
  return section == top;
}

std::string name_of(std::string_view text) { return letters_of(normal_title(text)); }

std::string unnumbered_name_of(std::string_view text) {
  return name_of(text.substr(std::min<std::size_t>(read_number(text, 0).title_begin, text.size())));
}

std::vector<bool> listed_headings(const Document& document, const std::vector<Contents>& all, const Anchors& anchors) {
  std::vector<bool> listed(document.sections.size());
  const auto mark = [&](const Section* section, std::uint32_t from) {
    if (section != nullptr && from < section->whole.begin) listed[section->index] = true;
  };
  const auto lead = [&](Span address, std::uint32_t from) {
    const Relative parts = split_relative(document.source->text(address));
    if ((parts.path.empty() || parts.path == "./") && parts.has_fragment) mark(anchors(parts.fragment).section, from);
  };
  for (const Link& link : document.links)
    if (!link.address.empty()) lead(link.address, link.whole.begin);
  for (const Span address : document.html_addresses) lead(address, address.begin);
  for (const Contents& contents : all) {
    listed[contents.lines.front().link->section->index] = true;  // the heading of the contents themselves
    for (const ContentsLine& line : contents.lines) mark(line.target, contents.whole.begin);
  }
  const auto names = names_in(document, all);
  std::vector<std::string> own;
  std::unordered_map<std::string_view, std::uint32_t> bearers;
  for (const Section& section : document.sections) own.push_back(unnumbered_name_of(section.rendered));
  for (const std::string& name : own) ++bearers[name];
  for (const Section& section : document.sections) {
    const auto at = names.find(own[section.index]);
    if (at == names.end() || at->first.empty()) continue;
    // Where lines lead to other headings of that name, they speak of those alone.
    if (at->second.linked && at->second.lines > 1 && at->second.lines < bearers[at->first]) continue;
    mark(&section, at->second.begin);
  }
  return listed;
}

std::vector<const Section*> missing_headings(const Document& document, const Contents& contents,
                                             const std::vector<bool>& listed) {
  const Section* top = nullptr;
  for (const ContentsLine& line : contents.lines)
    if (line.target != nullptr && line.target->whole.begin >= contents.whole.end)
      top = top == nullptr ? line.target->parent : common(top, line.target->parent);
  if (top == nullptr) return {};
  const std::vector<bool> filled = filled_headings(document);
  std::map<std::pair<const Section*, int>, Beside> siblings;
  std::map<int, Beside> levels;
  std::vector<const Section*> all;
  for (const Section& section : document.sections) {
    if (section.level == 0 || section.whole.begin < contents.whole.end || !section.holds_papers) continue;
    if (!filled[section.index] || !is_below(&section, top)) continue;
    const bool reached = section.parent == top || section.parent->whole.begin < contents.whole.begin;
    if (!reached && !listed[section.parent->index]) continue;
    siblings[{section.parent, section.level}].count(listed[section.index]);
    levels[section.level].count(listed[section.index]);
    if (!listed[section.index]) all.push_back(&section);
  }
  // A line that leads nowhere may have led to one of them.
  const auto renamed = static_cast<std::uint32_t>(
      std::count_if(contents.lines.begin(), contents.lines.end(),
                    [](const ContentsLine& line) { return line.dead && line.target == nullptr; }));
  const auto in_depth = [&](const Section* section) {
    const Beside beside = siblings[{section->parent, section->level}], level = levels[section->level];
    // Below a heading that lists none the contents do not go so deep, unless they do nearly everywhere.
    if (beside.listed == 0 && (level.listed < 8 || level.listed < level.missing * 4)) return false;
    if (contents.generated) return (level.listed + renamed) * 2 >= level.missing * 3;
    return (beside.listed >= 4 && beside.listed >= beside.missing * 4) ||
           (level.listed >= 7 && level.listed >= level.missing * 7);
  };
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Section* one) { return !in_depth(one); }), all.end());
  return all;
}

}  // namespace paperlint
