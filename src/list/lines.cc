#include "list/lines.h"

#include <string_view>

#include "list/tag_group.h"
#include "list/tokens.h"
#include "text/markup.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;
using markup::is_digit;
using markup::is_letter;

constexpr std::size_t kFar = 40;  // lines

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_key(std::string_view text) {
  return text.size() > 4 && is_digit(text[0]) && is_digit(text[1]) && (text[2] == '_' || text[2] == '-') &&
         is_letter(text[3]);
}

/// A tag may stand behind another bracket group, as behind a survey mark.
Opening opening_at(const Text& text, Tokens tokens, Span line) {
  if (const Token* const token = token_at(tokens, line.begin)) {
    if (token->kind == Kind::link) return token->inside.empty() ? Opening::plain : Opening::link;
    std::uint32_t next = token->at.end;
    while (next < line.end && is_blank(text.document->source->text()[next])) ++next;
    const Token* const second = token->kind == Kind::group ? token_at(tokens, next) : nullptr;
    const bool tag = is_tag_group(text, *token) || (second != nullptr && is_tag_group(text, *second));
    return tag ? Opening::tag : Opening::plain;
  }
  const std::string_view words = text.text(line);
  if (words.starts_with("**") || words.starts_with("__")) return Opening::bold;
  if (words.starts_with('"') || words.starts_with("\u201C")) return Opening::quote;
  return is_key(words) ? Opening::key : Opening::plain;
}

/// Whether `*` begins emphasis, which another one closes on the line, rather than an item.
bool closes_emphasis(std::string_view text) {
  int open = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] != '*') continue;
    const bool after_word = !is_blank(text[at - 1]) && text[at - 1] != '*';
    if (!after_word)
      ++open;
    else if (open-- == 0)
      return true;
  }
  return false;
}

std::uint8_t foreign_bullet(std::string_view text) {
  for (const std::string_view bullet : {"\u2022", "\u25CF", "\u25AA", "\u00B7", "\u2013", "\u2014", "\uFFFD*"})
    if (text.substr(0, bullet.size()) == bullet && text.size() > bullet.size() && is_blank(text[bullet.size()]))
      return static_cast<std::uint8_t>(bullet.size());
  return 0;
}

/// `-` or `12.` before a word, a bracket, a quotation mark or emphasis; a second dash, an arrow or a number is none.
std::uint8_t glued_marker(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 4 && is_digit(text[end])) ++end;
  if (end > 0 && (end >= text.size() || (text[end] != '.' && text[end] != ')'))) return 0;
  if (end == 0 && (text.empty() || (text[0] != '-' && text[0] != '*' && text[0] != '+'))) return 0;
  const std::string_view rest = text.substr(++end);
  const char next = rest.empty() ? ' ' : rest[0];
  if (!is_letter(next) && !is_key(rest) && std::string_view("[(\"*_!").find(next) == std::string_view::npos) return 0;
  if (text[0] == '*' && (next == '*' || closes_emphasis(text))) return 0;
  return static_cast<std::uint8_t>(end);
}

void find_glued(const Text& text, Tokens tokens, Line& line) {
  const std::string_view words = text.text(line.text);
  line.glued.size = foreign_bullet(words);
  line.glued.foreign = line.glued.size > 0;
  if (!line.glued.foreign) line.glued.size = glued_marker(words);
  if (line.glued.size > 0) line.glued.opening = opening_at(text, tokens, behind_glued(*text.document->source, line));
}

bool leads_out(const Source& source, const Token& token) {
  return token.kind == Kind::link && !token.address.empty() && source.text()[token.address.begin] != '#';
}

/// The items that begin on the line where a text begins: that of the text, and one around it.
void find_items(const Text& text, std::uint32_t line_begin, Line& line) {
  const markdown::Blocks& blocks = text.document->blocks;
  const auto begins_here = [&](std::uint32_t index) {
    if (index == markdown::kNone || blocks.items[index].marker.empty()) return false;
    const Span marker = blocks.items[index].marker;
    return marker.begin >= line_begin && marker.end <= line.text.begin;
  };
  if (!begins_here(text.leaf->item)) return;
  line.item = &blocks.items[text.leaf->item];
  line.inner = begins_here(line.item->parent);
  line.indent = (line.inner ? blocks.items[line.item->parent] : *line.item).marker.begin - line_begin;
  line.paper = text.is_body();
}

}  // namespace

Span behind_glued(const Source& source, const Line& line) {
  Span rest{line.text.begin + line.glued.size, line.text.end};
  while (!rest.empty() && is_blank(source.text()[rest.begin])) ++rest.begin;
  return rest;
}

void add_lines(const Text& text, std::vector<Line>& lines) {
  const markdown::Kind kind = text.leaf->kind;
  if (kind != markdown::Kind::paragraph && kind != markdown::Kind::text) return;
  const Source& source = *text.document->source;
  const Span content = text.content();
  const std::uint32_t first = source.line_of(content.begin);
  auto token = text.tokens.begin();
  for (std::uint32_t index = first; index == first || source.whole_line(index - 1).end < content.end; ++index) {
    Line line;
    line.text = source.line(index);
    if (index == first) line.text.begin = content.begin;
    while (!line.text.empty() && is_blank(source.text()[line.text.begin])) ++line.text.begin;
    while (!line.text.empty() && is_blank(source.text()[line.text.end - 1])) --line.text.end;
    const auto begin = token;
    for (; token != text.tokens.end() && token->at.begin < line.text.end; ++token)
      line.link = line.link || leads_out(source, *token);
    const std::uint32_t line_begin = source.text_begin_of_line(index);
    line.indent = line.text.begin - line_begin;
    line.continues = index != first;
    line.in_item = text.leaf->item != markdown::kNone;
    line.section = text.section;
    line.opening = opening_at(text, {begin, token}, line.text);
    if (index == first) find_items(text, line_begin, line);
    if (line.item == nullptr) find_glued(text, {begin, token}, line);
    lines.push_back(line);
  }
}

const Line* sibling(const std::vector<Line>& lines, std::size_t index, int step) {
  const Line& line = lines[index];
  for (std::size_t far = 1; far <= kFar; ++far) {
    const std::size_t at = step > 0 ? index + far : index - far;
    if (at >= lines.size() || lines[at].section != line.section) return nullptr;
    if (lines[at].item == nullptr) continue;
    if (lines[at].indent + 1 < line.indent) return nullptr;
    if (lines[at].indent <= line.indent + 1) return &lines[at];
  }
  return nullptr;
}

}  // namespace paperlint
