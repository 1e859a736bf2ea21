// The forms of title, as a list of small readers. One that does not fit leaves the cursor where it was.
#include <algorithm>
#include <iterator>

#include "list/ascii.h"
#include "list/authors.h"
#include "list/grammar.h"
#include "list/link_text.h"
#include "list/state.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

bool at_anchor(const Cursor& c, const Token& link) { return link.address.empty() || c.text[link.address.begin] == '#'; }

/// `owner/project`, as software is named.
bool is_repository(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto part = [](char c) { return is_alnum(c) || c == '-' || c == '_' || c == '.'; };
  return slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c == '/' || part(c); });
}

/// A link whose text can be a title.
bool titled(const Cursor& c, const Token& token) {
  return token.kind == Kind::link && !token.inside.empty() && !at_anchor(c, token) &&
         !generic_link_text(c.source.text(token.inside)) && !is_repository(c.source.text(token.inside)) &&
         c.source.text(token.inside).find("://") == std::string_view::npos;
}

/// Without emphasis marks, quotes, brackets and the full stop around it.
Span bare(const Cursor& c, Span span) {
  constexpr std::string_view kMarks = "*_\"";
  span = c.trimmed(span);
  while (!span.empty() && kMarks.find(c.text[span.begin]) != std::string_view::npos) ++span.begin;
  while (!span.empty() && kMarks.find(c.text[span.end - 1]) != std::string_view::npos) --span.end;
  return c.trimmed(span);
}

Span without_end_marks(const Cursor& c, Span span) {
  for (;;) {
    span = c.trimmed(span);
    if (span.empty()) return span;
    const std::string_view text = c.source.text(span);
    if (std::string_view(".,:;|-").find(text.back()) != std::string_view::npos)
      --span.end;
    else if (const std::size_t wide = wide_mark_at_end(text); wide > 0)
      span.end -= static_cast<std::uint32_t>(wide);
    else if (text.size() > 3 && (text.substr(text.size() - 3) == "\u2013" || text.substr(text.size() - 3) == "\u2014" ||
                                 text.substr(text.size() - 3) == "\u2022"))
      span.end -= 3;
    else
      return span;
  }
}

/// Where plain text that begins at `from` ends: before the first token that is no part of a title, or a bar.
std::uint32_t plain_end(const Cursor& c, std::uint32_t from) {
  std::uint32_t end = c.body.end;
  for (std::size_t i = c.token; i < c.tokens.size(); i = c.tokens[i].next) {
    const Token& token = c.tokens[i];
    if (token.at.begin < from) continue;
    const bool part =
        token.kind == Kind::paren || token.kind == Kind::code || token.kind == Kind::open || token.kind == Kind::close;
    if (part) continue;
    end = token.at.begin;
    break;
  }
  const std::string_view text = c.text.substr(0, end);
  for (std::size_t bar = text.find('|', from); bar != std::string_view::npos; bar = text.find('|', bar + 1))
    if (bar > from && bar + 1 < text.size() && is_blank(text[bar - 1]) && is_blank(text[bar + 1]))
      return static_cast<std::uint32_t>(bar);
  return end;
}

/// `**28. Title**`: the number is the list's.
Span without_ordinal(const Cursor& c, Span title) {
  std::uint32_t at = title.begin;
  while (at < title.end && at < title.begin + 3 && is_digit(c.text[at])) ++at;
  const bool number = at > title.begin && at + 2 < title.end && (c.text[at] == '.' || c.text[at] == ')') &&
                      is_blank(c.text[at + 1]) && !is_digit(c.text[at + 2]);
  return number ? c.trimmed({at + 1, title.end}) : title;
}

/// The quoted text that begins at `at`, without its quotes.
Span quoted_at(const Cursor& c, std::uint32_t at, std::uint32_t& end);

/// `[Authors. "Title." In Venue](url)`: of a citation in a link only what it quotes is the title.
void cited(const Cursor& c, Draft& draft) {
  const std::size_t quote = c.source.text(draft.title).find("\"");
  if (quote == std::string_view::npos || quote < 8) return;
  const std::string_view before = trim(c.source.text(draft.title).substr(0, quote));
  std::uint32_t end = 0;
  const Span inside = quoted_at(c, draft.title.begin + static_cast<std::uint32_t>(quote), end);
  const bool authors = before.back() == '.' || before.back() == ',';
  if (!authors || end > draft.title.end || count_words(c.source.text(inside)) < kTelling) return;
  const Span behind{end, draft.title.end};
  read_published(c.source, behind, {}, draft);
  if (draft.tags.empty()) read_loose(c.source, behind, {}, draft);
  draft.title = without_end_marks(c, inside);
}

/// `[Title](url)`, also in bold. Where the text is but a name and a colon follows, what follows is the rest of the
/// title.
bool linked(Cursor& c, Draft& draft) {
  std::uint32_t begin = c.at;
  const auto star = [&](std::uint32_t at) { return at < c.body.end && (c.text[at] == '*' || c.text[at] == '_'); };
  while (begin < c.at + 3 && star(begin)) ++begin;
  if (c.token >= c.tokens.size() || c.tokens[c.token].at.begin != begin || !titled(c, c.tokens[c.token])) return false;
  const std::uint32_t stars = begin - c.at;
  const Token& link = c.tokens[c.token];
  const std::string_view text = c.source.text(link.inside);
  draft.title_token = static_cast<std::uint32_t>(c.token);
  draft.title = bare(c, without_ordinal(c, link.inside));
  std::uint32_t end = link.at.end;
  while (end < link.at.end + stars && star(end)) ++end;
  const std::uint32_t blank = end + 1 < c.body.end && is_blank(c.text[end]) ? 1 : 0;
  const std::uint32_t colon = end + blank;
  if (!draft.opened && count_words(text) < kTelling && colon < c.body.end && c.text[colon] == ':') {
    Cursor after = c;
    after.go(colon + 1);
    const Span more = without_end_marks(c, {after.at, plain_end(after, after.at)});
    if (count_words(c.source.text(more)) >= kTelling) {
      draft.title = {link.at.begin, more.end};
      end = more.end;
    }
  }
  cited(c, draft);
  c.go(end);
  draft.form = stars > 0 || draft.title.begin > link.inside.begin ? TitleForm::bold : TitleForm::linked;
  if (stars == 0) draft.form = TitleForm::linked;
  return true;
}

struct Quote {
  std::string_view open, close;
};
constexpr Quote kQuotes[] = {{"\"", "\""}, {"\u201C", "\u201D"}, {"\u300A", "\u300B"}};

/// The quoted text that begins at `at`, without its quotes.
Span quoted_at(const Cursor& c, std::uint32_t at, std::uint32_t& end) {
  for (const Quote& quote : kQuotes) {
    if (c.text.substr(at, quote.open.size()) != quote.open) continue;
    const std::uint32_t begin = at + static_cast<std::uint32_t>(quote.open.size());
    const std::size_t close = c.text.substr(0, c.body.end).find(quote.close, begin);
    if (close == std::string_view::npos || close - begin > 400) return {};
    end = static_cast<std::uint32_t>(close + quote.close.size());
    return bare(c, {begin, static_cast<std::uint32_t>(close)});
  }
  return {};
}

/// `"Title"`, perhaps behind a name or the authors.
bool quoted(Cursor& c, Draft& draft) {
  if (draft.opened && c.here() != nullptr && c.here()->kind == Kind::link) return false;
  const std::uint32_t limit = std::min(c.body.end, c.at + 400);
  for (std::uint32_t at = c.at; at < limit; ++at) {
    if (c.text[at] != '"' && static_cast<unsigned char>(c.text[at]) < 0x80) continue;
    std::uint32_t end = 0;
    const Span inside = quoted_at(c, at, end);
    if (inside.empty()) continue;
    const std::string_view before = trim(c.text.substr(c.at, at - c.at));
    const char last = before.empty() ? ':' : before.back();
    const std::size_t words = count_words(c.source.text(inside));
    if (words < kTelling && !(words == 2 && last == ':' && end < c.body.end && c.text[end] == ',')) continue;
    const bool led =
        count_words(before) <= 4 || last == ',' || last == '.' || last == ':' || last == '*' || last == ')';
    if (!led) return false;
    draft.title = inside;
    for (std::string_view mark : {"**.", "**,", "*.", "*,"})  // `"**Title**."`
      if (const std::string_view text = c.source.text(inside);
          text.size() > mark.size() && text.substr(text.size() - mark.size()) == mark)
        draft.title = bare(c, {inside.begin, inside.end - static_cast<std::uint32_t>(mark.size())});
    for (std::size_t i = c.token; i < c.tokens.size(); ++i)
      if (c.tokens[i].kind == Kind::link && c.tokens[i].at.begin >= at && c.tokens[i].at.end <= end &&
          titled(c, c.tokens[i])) {
        draft.title_token = static_cast<std::uint32_t>(i);
        draft.title = bare(c, c.tokens[i].inside);
        break;
      }
    c.go(end);
    draft.form = TitleForm::quoted;
    return true;
  }
  return false;
}

/// Behind the marks that part a name from the title proper.
Cursor behind_name(const Cursor& c, std::uint32_t end) {
  Cursor after = c;
  after.go(end);
  while (!after.done()) {
    const std::size_t wide = wide_mark_at_end(after.text.substr(after.at, 3));
    if (wide == 0 && std::string_view(":-|.,").find(after.text[after.at]) == std::string_view::npos) break;
    after.go(after.at + std::max<std::uint32_t>(1, static_cast<std::uint32_t>(wide)));
  }
  return after;
}

/// `**Name** - does this and that`: the name is all the title that there is.
bool described(const Cursor& c, std::uint32_t end) {
  if (c.text.substr(end, 3) != " - " || end + 3 >= c.body.end) return false;
  const char next = c.text[end + 3];
  return next >= 'a' && next <= 'z';
}

/// `**Title**`. A short one is a name that stands before the title proper.
bool bold(Cursor& c, Draft& draft) {
  const std::string_view mark = c.left().substr(0, 2);
  if (mark != "**" && mark != "__") return false;
  const std::size_t close = c.text.substr(0, c.body.end).find(mark, c.at + 2);
  if (close == std::string_view::npos) return false;
  const Span inside{c.at + 2, static_cast<std::uint32_t>(close)};
  const std::uint32_t end = inside.end + 2;
  const std::string_view text = c.source.text(inside);
  if (count_words(text) < kTelling && !described(c, end)) {  // `**[Name]** Title`, `**Name**: "Title"`
    const Cursor after = behind_name(c, end);
    if (count_words(after.left()) >= kTelling && after.at - end <= 4) c.go(after.at);
    return false;
  }
  draft.title = without_end_marks(c, bare(c, without_ordinal(c, inside)));
  for (std::size_t i = c.token; i < c.tokens.size() && c.tokens[i].at.begin < inside.end; ++i)
    if (titled(c, c.tokens[i]) && c.tokens[i].at.end <= inside.end) {
      draft.title_token = static_cast<std::uint32_t>(i);
      draft.title = without_end_marks(c, bare(c, c.tokens[i].inside));
      break;
    }
  c.go(end);
  draft.form = TitleForm::bold;
  return true;
}

/// A link further on, behind a few words, a date or the authors.
bool linked_later(Cursor& c, Draft& draft) {
  if (draft.opened) return false;
  for (std::size_t i = c.token; i < c.tokens.size(); i = c.tokens[i].next) {
    const Token& token = c.tokens[i];
    if (token.kind != Kind::link || token.at.begin < c.at) continue;
    const std::string_view before = trim(c.text.substr(c.at, token.at.begin - c.at));
    const bool led = count_words(before) <= 2 || (before.back() == ':' && count_words(before) <= 4) ||
                     (before.back() == '.' && before.find(',') != std::string_view::npos);
    if (!led || !titled(c, token) || count_words(c.source.text(token.inside)) < kTelling) return false;
    draft.title = bare(c, token.inside);
    draft.title_token = static_cast<std::uint32_t>(i);
    draft.form = TitleForm::linked;
    c.go(token.at.end);
    return true;
  }
  return false;
}

/// Whether a text has characters of Chinese, Japanese or Korean.
bool is_cjk(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xED;
  });
}

/// Whether a parenthesis or bracket group ends a plain title: it holds a link, a name in code, a year, a reference, an
/// institution (`(@PKU)`), a venue in bold, or the title in another language.
bool ends_title(const Cursor& c, const Token& token) {
  if (token.kind == Kind::code) return true;
  const std::string_view inside = trim(c.source.text(token.inside));
  if (starts_with(inside, "`") || starts_with(inside, "also in") || starts_with(inside, "[") || is_state_note(inside))
    return true;
  if (starts_with(inside, "@") || (inside.size() > 4 && inside.front() == '*' && inside.back() == '*')) return true;
  if (is_cjk(inside) && !is_cjk(c.text.substr(c.at, token.at.begin - c.at))) return true;
  if (names_venue(inside)) return true;
  const Tag tag = read_tag(c.source, token.at, token.inside);
  const bool year = tag.year_value != 0 && inside.size() <= 60;
  return year && (tag.venue.empty() || tag.preprint || may_be_venue(c.source.text(tag.venue)) || read_date(inside));
}

/// Where what follows a sentence is no title any more: `Title. In *ICML 2019*`, `Title. *Authors*`.
std::uint32_t sentence_end(const Cursor& c, std::uint32_t end) {
  for (const std::string_view mark :
       {". In *", ". In _", ". *", ". _", ", *", ", in *", " *", ". In Proc", ", arXiv", ". arXiv"}) {
    const std::size_t found = c.text.substr(0, end).find(mark, c.at + 8);
    if (found == std::string_view::npos) continue;
    if (mark == " *" && c.text.substr(found, 3) == " **") continue;
    if (count_words(c.text.substr(c.at, found - c.at)) >= kTelling) end = static_cast<std::uint32_t>(found);
  }
  return end;
}

/// Cuts a venue and year off the end: `Title, CVPR 2023.`
Span without_venue(const Cursor& c, Span title) {
  const std::string_view text = c.source.text(title);
  for (std::size_t cut :
       {text.rfind(", ", text.size() > 6 ? text.size() - 7 : 0), text.rfind(", "), text.rfind(". ")}) {
    if (cut == std::string_view::npos) continue;
    const Span tail = without_end_marks(c, {title.begin + static_cast<std::uint32_t>(cut + 2), title.end});
    const Tag tag = read_tag(c.source, tail, tail);
    if (tag.year_value == 0 || tail.size() > 48) continue;
    if (!tag.venue.empty() && !may_be_venue(c.source.text(tag.venue))) continue;
    if (count_words(text.substr(0, cut)) < kTelling) continue;
    return without_end_marks(c, {title.begin, title.begin + static_cast<std::uint32_t>(cut)});
  }
  return title;
}

/// `A. Name, B. Name, *Title*`: what is in italics behind nothing but persons.
bool slanted(Cursor& c, Draft& draft) {
  if (draft.opened) return false;
  const std::string_view text = c.left().substr(0, 400);
  const std::size_t star = text.find('*');
  if (star == std::string_view::npos || star < 8 || text.substr(star, 2) == "**") return false;
  const std::size_t close = text.find('*', star + 1);
  if (close == std::string_view::npos || text[close - 1] == '\n') return false;
  const Span inside{c.at + static_cast<std::uint32_t>(star) + 1, c.at + static_cast<std::uint32_t>(close)};
  if (only_persons(text.substr(0, star)) < 2 || count_words(c.source.text(inside)) < kTelling) return false;
  draft.title = without_end_marks(c, inside);
  c.go(inside.end + 1);
  draft.form = TitleForm::plain;
  return true;
}

/// A wide group that ends a plain title: `标题（CVPR 2024）`.
std::uint32_t wide_end(const Cursor& c, std::uint32_t end) {
  for (std::uint32_t at = c.at + 3; at + 6 < end; ++at) {
    if (static_cast<unsigned char>(c.text[at]) < 0xE3) continue;
    const WideGroup group = wide_group(c.text.substr(0, end), at);
    if (group.whole_end == 0) continue;
    const Span inside{static_cast<std::uint32_t>(group.begin), static_cast<std::uint32_t>(group.end)};
    const Tag tag = read_tag(c.source, inside, inside);
    if (tag.year_value != 0 && (tag.venue.empty() || may_be_venue(c.source.text(tag.venue)))) return at;
    if (is_cjk(c.source.text(inside)) && !is_cjk(c.text.substr(c.at, at - c.at))) return at;
  }
  return end;
}

/// What is no title any more in a text that is too long for one: `Title - explains how …`.
std::uint32_t without_abstract(const Cursor& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 220;
  if (end - c.at <= kLongest) return end;
  for (const std::string_view mark : {"  ", " - ", " \u2013 ", " \u2014 "}) {
    const std::size_t found = c.text.substr(0, end).find(mark, c.at + 4);
    if (found != std::string_view::npos && found - c.at < kLongest) return static_cast<std::uint32_t>(found);
  }
  return end;
}

/// Plain text up to what is no title: a button, a venue, a name in code.
bool plain(Cursor& c, Draft& draft) {
  std::uint32_t end = plain_end(c, c.at);
  for (std::size_t i = c.token; i < c.tokens.size() && c.tokens[i].at.begin < end; i = c.tokens[i].next)
    if ((c.tokens[i].kind == Kind::paren || c.tokens[i].kind == Kind::code) && ends_title(c, c.tokens[i])) {
      end = c.tokens[i].at.begin;
      break;
    }
  // Behind a tag all plain text is the title; the list may leave out the links.
  end = wide_end(c, std::max(c.at, end));
  if (!draft.opened) end = without_abstract(c, sentence_end(c, end));
  const std::uint32_t begin = draft.opened ? c.at : behind_authors(c, end);
  draft.title = without_end_marks(c, {begin, std::max(begin, end)});
  const std::string_view said = c.source.text(draft.title);
  if (said.size() > 2 && said.find("**") == said.size() - 2) draft.title.end -= 2;  // `**14-NSDI-Title**`
  if (!draft.opened) draft.title = without_venue(c, draft.title);
  const Token* const next = c.token < c.tokens.size() ? &c.tokens[c.token] : nullptr;
  if (next != nullptr && draft.title.empty() && next->kind == Kind::link && !next->inside.empty() && !draft.opened)
    return false;
  c.go(std::max(c.at, draft.title.empty() ? end : draft.title.end));
  draft.form = TitleForm::plain;
  return true;
}

/// In the order in which they are tried.
constexpr bool (*kForms[])(Cursor&, Draft&) = {linked, bold, quoted, linked, linked_later, slanted, plain};

/// `[Title SOSP'19](url)`, `**Title (CIDR 2019)**`: a venue at the end of what should be the title alone.
void split_venue(const Cursor& c, Draft& draft) {
  const auto dated = [](const Tag& tag) { return tag.year_value != 0 && !tag.venue.empty(); };
  if (std::any_of(draft.tags.begin(), draft.tags.end(), dated)) return;
  const std::string_view title = c.source.text(draft.title);
  const bool paren = !title.empty() && title.back() == ')';
  const std::size_t begin = title.rfind(paren ? '(' : ' ');
  if (begin == std::string_view::npos || count_words(title.substr(0, begin)) < kTelling) return;
  const std::uint32_t at = draft.title.begin + static_cast<std::uint32_t>(begin);
  const Span whole{paren ? at : at + 1, draft.title.end};
  if (whole.size() > 40) return;
  const Tag tag = read_tag(c.source, whole, paren ? Span{whole.begin + 1, whole.end - 1} : whole);
  if (!dated(tag) || !c.trimmed(tag.rest).empty() || !may_be_venue(c.source.text(tag.venue))) return;
  const std::string_view joint = c.source.text(tag.joint);
  if (!paren && joint.find_first_of("'`") == std::string_view::npos) return;
  draft.tags.push_back(tag);
  draft.title = without_end_marks(c, {draft.title.begin, at});
}

}  // namespace

void read_title(Cursor& cursor, Draft& draft) {
  for (const auto form : kForms)
    if (cursor.done() || form(cursor, draft)) return split_venue(cursor, draft);
}

}  // namespace paperlint
