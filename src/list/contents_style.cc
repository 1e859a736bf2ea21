#include "list/contents_style.h"

#include <algorithm>
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
  const Span before{source.line_begin(like.leaf->content.begin), like.link->whole.begin};
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

std::optional<NewLine> ContentsStyle::line_for(const Section& section) const {
  const Source& source = *document_.source;
  NewLine line;
  line.after = before(section);
  const ContentsLine* const like = line.after == nullptr ? nullptr : alike(*line.after, section);
  if (like == nullptr || !form_) return std::nullopt;
  const auto prefix = this->prefix(*like);
  const std::string_view behind = source.text({like->link->whole.end, like->leaf->content.end});
  const std::string text = text_of(section, *form_);
  if (text.empty() || !prefix || !only(behind, " \t*_\\")) return std::nullopt;
  const std::string_view address = source.text(like->link->address);
  line.at = line.after->leaf->lines.end;
  line.text = *prefix + "[" + text + "](" + std::string(address.substr(0, address.find('#') + 1)) + section.slug + ")" +
              std::string(behind);
  const char last = source.text()[line.at - 1];
  const std::string newline(source.newline());
  line.text = last == '\n' || last == '\r' ? line.text + newline : newline + line.text;
  return line;
}

}  // namespace paperlint
