#include "markdown/block_start.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace paperlint::markdown {
namespace {

// Tags that begin HTML wherever a line begins with them; sorted.
constexpr std::string_view kTags[] = {
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "pre",      "script",     "search",   "section",  "style",
    "summary",  "table",      "tbody",  "td",      "textarea", "tfoot",      "th",       "thead",    "title",
    "tr",       "track",      "ul"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

bool begins_html(std::string_view line) {
  if (line.size() < 2 || line[0] != '<') return false;
  if (line[1] == '?' || line.substr(1, 3) == "!--" || line.substr(1, 8) == "![CDATA[") return true;
  if (line[1] == '!') return line.size() > 2 && is_letter(line[2]);
  const std::size_t begin = line[1] == '/' ? 2 : 1;
  std::size_t end = begin;
  while (end < line.size() && is_word(line[end])) ++end;
  if (end == begin || !is_letter(line[begin])) return false;
  const char next = end < line.size() ? line[end] : ' ';
  if (next != ' ' && next != '\t' && next != '>' && next != '/') return false;
  std::string name(line.substr(begin, end - begin));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (std::binary_search(std::begin(kTags), std::end(kTags), std::string_view(name))) return true;
  const std::size_t close = line.find('>', end);  // any other tag that stands alone in its line
  return close != std::string_view::npos && line.find_first_not_of(" \t", close + 1) == std::string_view::npos;
}

}  // namespace

BlockStart block_start(std::string_view line) {
  if (line.empty()) return BlockStart::none;
  const std::size_t run = std::min(line.find_first_not_of(line[0]), line.size());
  switch (line[0]) {
    case '#': {
      const bool blank = run == line.size() || line[run] == ' ' || line[run] == '\t';
      return run <= 6 && blank ? BlockStart::heading : BlockStart::none;
    }
    case '`':
      return run >= 3 && line.find('`', run) == std::string_view::npos ? BlockStart::fence : BlockStart::none;
    case '~':
      return run >= 3 ? BlockStart::fence : BlockStart::none;
    case '<':
      return begins_html(line) ? BlockStart::html : BlockStart::none;
    default:
      return BlockStart::none;
  }
}

}  // namespace paperlint::markdown
