// What follows the title.
#include <algorithm>

#include "list/ascii.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

/// `[also in 2.10, 3.1]`.
void numbers(const Cursor& c, Span inside, Span whole, Draft& draft) {
  for (std::uint32_t at = inside.begin; at < inside.end;) {
    const bool begins = at == inside.begin || std::string_view(" ,;&").find(c.text[at - 1]) != std::string_view::npos;
    if (!is_digit(c.text[at]) || !begins) {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < inside.end &&
           (is_digit(c.text[end]) || (c.text[end] == '.' && end + 1 < inside.end && is_digit(c.text[end + 1]))))
      ++end;
    draft.references.push_back({whole, {at, end}, {at, end}, std::nullopt});
    at = end;
  }
}

void reference(const Cursor& c, const Token& group, std::size_t index, Draft& draft) {
  bool links = false;
  for (std::size_t i = index + 1; i < group.next; i = c.tokens[i].next) {
    const Token& link = c.tokens[i];
    const bool bare = link.kind == Kind::group;  // `[also in [2.1]]`
    if (link.kind != Kind::link && !bare) continue;
    CrossReference reference{group.at, link.at, c.trimmed(link.inside), std::nullopt};
    if (!bare) reference.address = link.address;
    draft.references.push_back(reference);
    links = true;
  }
  if (!links) numbers(c, group.inside, group.at, draft);
}

}  // namespace

void read_rest(Cursor& cursor, Draft& draft) {
  std::uint32_t begin = draft.title.empty() ? cursor.at : std::max(cursor.at, draft.title.end);
  const auto mark = [&](char c) { return is_blank(c) || std::string_view(".,:;|").find(c) != std::string_view::npos; };
  while (begin < cursor.body.end && mark(cursor.text[begin])) ++begin;
  draft.rest = cursor.trimmed({std::min(begin, cursor.body.end), cursor.body.end});
  for (std::size_t i = cursor.token; i < cursor.tokens.size(); i = cursor.tokens[i].next) {
    const Token& token = cursor.tokens[i];
    if (token.at.begin < draft.rest.begin || (token.kind != Kind::group && token.kind != Kind::paren)) continue;
    const std::string_view inside = trim(cursor.source.text(token.inside));
    if (starts_with(inside, "also in") || starts_with(inside, "also listed in"))
      reference(cursor, token, i, draft);
    else if (!draft.survey && is_survey_mark(inside))
      draft.survey = SurveyMark{token.at, SurveyMark::Where::after_title};
  }
  const auto dated = [](const Tag& tag) { return tag.year_value != 0 && !tag.venue.empty(); };
  if (std::any_of(draft.tags.begin(), draft.tags.end(), dated)) return;
  read_published(cursor.source, draft.rest, cursor.tokens, draft);
  if (std::none_of(draft.tags.begin(), draft.tags.end(), dated))
    read_loose(cursor.source, draft.rest, cursor.tokens, draft);
}

}  // namespace paperlint
