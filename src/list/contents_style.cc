#include "list/contents_style.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "list/missing.h"
#include "list/sections.h"

namespace paperlint {
namespace {

constexpr std::size_t kMostLooked = 200;  // lines to either side

bool only(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

std::string next_number(std::string_view marker) {
  std::uint32_t number = 0;
  for (const char c : marker.substr(0, marker.size() - 1)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return std::to_string(number + 1) + marker.back();
}

}  // namespace

ContentsStyle::ContentsStyle(const Document& document, const Contents& contents)
    : document_(document), contents_(contents) {
  for (const ContentsLine& line : contents.lines) {
    const markdown::Item& item = item_of(document, line);
    if (item.ordered) {
      const std::string_view marker = document.source->text(item.marker);
      Numbers& numbers = numbers_[item.list];
      if (numbers.lines++ == 0) numbers.first = marker;
      numbers.constant = numbers.constant && marker == numbers.first;
      numbers.last = &line;
    }
    if (line.target == nullptr) continue;
    if (!leading_.empty() && line.target->index < leading_.back()->target->index) ordered_ = false;
    leading_.push_back(&line);
  }
  find_form();
}

/// The form that at least half of the lines have that bear the name of their heading.
void ContentsStyle::find_form() {
  for (const ContentsLine& line : contents_.lines) {
    const std::string_view text = document_.source->text(line.link->text);
    for (std::size_t at = 0; at + 1 < text.size(); ++at)
      if (text[at] == '\\' && escaped_.find(text[++at]) == std::string::npos) escaped_ += text[at];
  }
  constexpr std::array<Form, 3> kForms = {Form::written, Form::shown, Form::without_number};
  std::array<std::uint32_t, kForms.size()> votes{};
  std::uint32_t named = 0;
  for (const ContentsLine* line : leading_) {
    const std::string_view text = document_.source->text(line->link->text);
    if (line->dead || unnumbered_name_of(text) != unnumbered_name_of(line->target->rendered)) continue;
    ++named;
    for (std::size_t i = 0; i < kForms.size(); ++i)
      if (text_of(*line->target, kForms[i]) == text) ++votes[i];
  }
  const auto* const most = std::max_element(votes.begin(), votes.end());
  if (*most > 0 && *most * 2 >= named) form_ = kForms[static_cast<std::size_t>(most - votes.begin())];
}

/// Empty where the heading has no text in this form.
std::string ContentsStyle::text_of(const Section& section, Form form) const {
  if (form == Form::written) {
    const std::string_view text = section.text(section.heading);
    return text.find_first_of("[]<\n") == std::string_view::npos ? std::string(text) : "";
  }
  std::string_view shown = section.rendered;
  if (form == Form::without_number) shown.remove_prefix(read_number(shown, 0).title_begin);
  std::string text;
  for (const char c : shown) {
    if (std::string_view("*`[]<\\").find(c) != std::string_view::npos || escaped_.find(c) != std::string::npos)
      text += '\\';
    text += c;
  }
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

const ContentsLine* ContentsStyle::before(const Section& section) const {
  if (!ordered_) return nullptr;
  const auto after = std::partition_point(
      leading_.begin(), leading_.end(), [&](const ContentsLine* line) { return line->target->index < section.index; });
  return after == leading_.begin() ? nullptr : *(after - 1);
}

bool ContentsStyle::may_be_meant(const Section& section) const {
  const ContentsLine* const after = before(section);
  if (after == nullptr) return false;
  const auto first = static_cast<std::size_t>(after - contents_.lines.data()) + 1;
  for (std::size_t i = first; i < std::min(contents_.lines.size(), first + kMostLooked); ++i) {
    if (contents_.lines[i].target != nullptr) return false;
    if (contents_.lines[i].dead) return true;
  }
  return false;
}

/// A line for a heading of the same level, the nearest before this one or behind it.
const ContentsLine* ContentsStyle::alike(const ContentsLine& line, const Section& section) const {
  const auto& lines = contents_.lines;
  const auto like = [&](const ContentsLine& one) {
    return one.target != nullptr && !one.dead && one.target->level == section.level;
  };
  const auto at = static_cast<std::size_t>(&line - lines.data());
  for (std::size_t i = at + 1; i-- > at - std::min(at, kMostLooked);)
    if (like(lines[i])) return &lines[i];
  for (std::size_t i = at + 1; i < std::min(lines.size(), at + kMostLooked); ++i)
    if (like(lines[i])) return &lines[i];
  return nullptr;
}

/// What stands before the link in a line like this one; in a list that counts only at its end.
std::optional<std::string> ContentsStyle::prefix(const ContentsLine& like) const {
  const Source& source = *document_.source;
  const markdown::Item& item = item_of(document_, like);
  const Span before{source.text_begin(like.leaf->content.begin), like.link->whole.begin};
  if (item.marker.empty() || !before.contains(item.marker) || !only(source.text(before), " \t>-*+_0123456789.)"))
    return std::nullopt;
  std::string text(source.text(before));
  if (!item.ordered) return text;
  const Numbers& numbers = numbers_.at(item.list);
  if (numbers.constant && numbers.lines > 1) return text;
  if (numbers.last != &like) return std::nullopt;
  const std::string_view marker = source.text(item.marker);
  return text.replace(item.marker.begin - before.begin, marker.size(), next_number(marker));
}

/// A line without its ending.
std::optional<std::string> ContentsStyle::written(const Section& section, const ContentsLine& like) const {
  const Source& source = *document_.source;
  if (!form_) return std::nullopt;
  const auto prefix = this->prefix(like);
  const std::string_view behind = source.text({like.link->whole.end, like.leaf->content.end});
  const std::string text = text_of(section, *form_);
  if (text.empty() || !prefix || !only(behind, " \t*_\\")) return std::nullopt;
  const std::string_view address = source.text(like.link->address);
  return *prefix + "[" + text + "](" + std::string(address.substr(0, address.find('#') + 1)) + section.slug + ")" +
         std::string(behind);
}

std::optional<NewLine> ContentsStyle::line_for(const Section& section) const {
  const Source& source = *document_.source;
  NewLine line;
  line.after = before(section);
  const ContentsLine* const like = line.after == nullptr ? nullptr : alike(*line.after, section);
  const auto text = like == nullptr ? std::nullopt : written(section, *like);
  if (!text) return std::nullopt;
  line.at = line.after->leaf->lines.end;
  const char last = source.text()[line.at - 1];
  const std::string newline(source.newline());
  line.text = last == '\n' || last == '\r' ? *text + newline : newline + *text;
  return line;
}

/// By section: the first line that leads there; nullptr for others.
std::vector<const ContentsLine*> ContentsStyle::lines_of_headings() const {
  std::vector<const ContentsLine*> lines(document_.sections.size());
  for (const ContentsLine& line : contents_.lines)
    if (line.target != nullptr && !line.dead && lines[line.target->index] == nullptr) lines[line.target->index] = &line;
  return lines;
}

std::optional<std::string> ContentsStyle::afresh(const std::vector<const Section*>& sections) const {
  const Source& source = *document_.source;
  const auto indent = [&](const ContentsLine& line) { return line.leaf->content.begin - line.leaf->lines.begin; };
  std::set<std::uint32_t> indents;  // of lines that lead to a heading
  for (const ContentsLine& line : contents_.lines)
    if (!line.dead) indents.insert(indent(line));
  std::uint32_t at = contents_.whole.begin;
  for (const ContentsLine& line : contents_.lines) {
    const bool elsewhere = line.target == nullptr && !line.dead;
    const bool unlike = line.dead && indents.count(indent(line)) == 0;
    if (elsewhere || unlike || line.leaf->lines.begin != at ||
        source.line_of(at) != source.line_of(line.link->whole.end))
      return std::nullopt;
    at = line.leaf->lines.end;
  }
  if (at != contents_.whole.end) return std::nullopt;
  std::string text;
  const auto lines = lines_of_headings();
  std::map<int, const ContentsLine*> like;  // by level
  for (const ContentsLine* line : lines)
    if (line != nullptr) like.try_emplace(line->target->level, line);
  for (const Section* section : sections) {
    const ContentsLine* const line = lines[section->index];
    if (line != nullptr) {
      like[section->level] = line;
      text += source.text({line->leaf->lines.begin, line->leaf->content.end});
    } else {
      const auto known = like.find(section->level);
      const auto fresh = known == like.end() ? std::nullopt : written(*section, *known->second);
      if (!fresh) return std::nullopt;
      text += *fresh;
    }
    text += source.newline();
  }
  const Span last = source.line(source.line_of(contents_.whole.end - 1));
  if (last.end == contents_.whole.end) text.resize(text.size() - source.newline().size());
  return text;
}

}  // namespace paperlint
