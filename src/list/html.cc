#include "list/html.h"

#include <algorithm>

#include "text/slug.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return text.size() - at >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == lower(b); });
}

/// Whether the word before `at` is this attribute.
bool is_attribute(std::string_view text, std::size_t at, std::string_view name) {
  return at > name.size() && starts(text, at - name.size(), name) && is_blank(text[at - name.size() - 1]);
}

/// The value after the `=` at `equals`.
HtmlValue value_after(std::string_view text, std::size_t equals) {
  const char quote = equals + 1 < text.size() ? text[equals + 1] : ' ';
  const bool quoted = quote == '"' || quote == '\'';
  const std::size_t begin = equals + (quoted ? 2 : 1);
  const std::size_t end = quoted ? text.find(quote, begin) : text.find_first_of(" \t\r\n>", begin);
  return {begin, end == kNone ? begin : end, false};
}

/// `<h2`, `<h2>`
bool opens_heading(std::string_view text, std::size_t at) {
  return starts(text, at, "<h") && at + 3 < text.size() && text[at + 2] >= '1' && text[at + 2] <= '6' &&
         (text[at + 3] == '>' || is_blank(text[at + 3]));
}

/// Without tags, entities decoded.
std::string shown(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = html[at] == '<'   ? html.find('>', at)
                            : html[at] == '&' ? html.substr(0, at + 40).find(';', at)
                                              : kNone;
    if (end == kNone) {
      text += html[at++];
      continue;
    }
    if (html[at] == '&') text += decode_entity(html.substr(at, end + 1 - at));
    at = end + 1;
  }
  return text;
}

std::size_t find_close(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("</", from); at != kNone; at = text.find("</", at + 2))
    if (starts(text, at, "</h")) return at;
  return kNone;
}

/// Past the tag that begins at `at`, whose values may hold `>`; kNone where it does not end.
std::size_t tag_end(std::string_view text, std::size_t at) {
  char before = ' ';  // that is no blank
  for (char quote = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0)
      quote = c == quote ? char{0} : quote;
    else if ((c == '"' || c == '\'') && before == '=')
      quote = c;
    else if (c == '>')
      return at + 1;
    if (!is_blank(c)) before = c;
  }
  return kNone;
}

/// Past the element whose content is no Markdown and no HTML, if one begins at `at`; else past its tag.
std::size_t element_end(std::string_view text, std::size_t at) {
  const std::size_t end = tag_end(text, at);
  for (const std::string_view name : {"script", "style", "textarea", "title"}) {
    if (end == kNone || !starts(text, at + 1, name)) continue;
    const char behind = text[at + 1 + name.size()];
    if (behind != '>' && !is_blank(behind)) continue;
    for (std::size_t close = text.find("</", end); close != kNone; close = text.find("</", close + 2))
      if (starts(text, close + 2, name)) return tag_end(text, close);
    return kNone;
  }
  return end;
}

}  // namespace

std::vector<HtmlValue> html_values(std::string_view piece, bool& in_comment) {
  std::vector<HtmlValue> values;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t next = in_comment ? piece.find("-->", at) : piece.find_first_of("<=", at);
    if (next == kNone) break;
    at = next + 1;
    if (in_comment) {
      in_comment = false;
    } else if (piece[next] == '<') {
      in_comment = piece.substr(next, 4) == "<!--";
    } else {
      const bool address = is_attribute(piece, next, "href");
      if (!address && !is_attribute(piece, next, "name") && !is_attribute(piece, next, "id")) continue;
      HtmlValue value = value_after(piece, next);
      value.address = address;
      if (value.end > value.begin) values.push_back(value);
      at = std::max(at, value.end);
    }
  }
  return values;
}

std::vector<std::string> html_headings(std::string_view text, std::size_t limit) {
  std::vector<std::string> headings;
  for (std::size_t at = text.find('<'); at < limit; at = text.find('<', at + 1)) {
    if (text.substr(at, 4) == "<!--") {
      at = text.find("-->", at + 4);
      if (at == kNone) break;
      continue;
    }
    if (!opens_heading(text, at)) continue;
    const std::size_t begin = text.find('>', at);
    const std::size_t end = begin == kNone ? kNone : find_close(text, begin);
    if (end == kNone) break;
    headings.push_back(shown(text.substr(begin + 1, end - begin - 1)));
    at = end;
  }
  return headings;
}

Span without_comments(std::string_view text, Span span) {
  while (true) {
    while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
    const std::string_view rest = text.substr(span.begin, span.size());
    const std::size_t open = rest.ends_with("-->") ? rest.rfind("<!--") : kNone;
    if (open == kNone || open + 7 > rest.size()) return span;
    span.end = span.begin + static_cast<std::uint32_t>(open);
  }
}

bool html_is_text(std::string_view html) {
  for (std::size_t at = html.find('<'); at != kNone; at = html.find('<', at)) {
    const bool tag = at + 1 < html.size() && std::string_view(" \t\r\n<").find(html[at + 1]) == kNone;
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at + 4);
      if (at == kNone) return false;
    } else if (tag) {
      at = element_end(html, at);
      if (at == kNone) return false;
    } else {
      ++at;
    }
  }
  return true;
}

}  // namespace paperlint
