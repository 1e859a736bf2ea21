// Reading one body, piece by piece.
#include "list/ascii.h"
#include "list/grammar.h"
#include "list/html.h"

namespace paperlint {

void Draft::clear() {
  tags.clear();
  references.clear();
  survey.reset();
  posted.reset();
  loose = {};
  title = rest = {};
  title_token = paper_token = kNoToken;
  form = TitleForm::none;
  opened = cited = false;
}

void Cursor::skip() {
  while (at < body.end && is_blank(text[at])) ++at;
  while (token < tokens.size() && tokens[token].at.begin < at)
    token = std::max<std::size_t>(token + 1, tokens[token].at.end <= at ? tokens[token].next : token + 1);
}

Span Cursor::trimmed(Span span) const {
  while (!span.empty() && is_blank(text[span.begin])) ++span.begin;
  while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
  return span;
}

bool read_entry(const Source& source, Span body, std::span<const Token> tokens, Draft& draft, bool first_line) {
  draft.clear();
  body = without_comments(source.text(), body);
  Cursor cursor(source, body, tokens);
  if (first_line) cursor.body.end = std::min(cursor.body.end, source.line(source.line_of(cursor.at)).end);
  read_opening(cursor, draft);
  read_title(cursor, draft);
  cursor.body.end = body.end;
  cursor.tokens = tokens;
  read_rest(cursor, draft);
  return !draft.tags.empty() || !draft.title.empty();
}

}  // namespace paperlint
