#include "list/format_fields.h"

#include <algorithm>

#include "list/ascii.h"
#include "list/cells.h"
#include "list/format_marks.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;

class Fields {
 public:
  Fields(const Source& source, Span body, Tokens tokens, const Fit& fit, Draft& draft)
      : source_(source), text_(source.text()), body_(body), tokens_(tokens), fit_(fit), draft_(draft) {}

  void read() {
    title();
    tag();
    posted();
    survey();
    const auto before = [&](Span span) { return span.begin < draft_.title.begin; };
    draft_.opened =
        (!draft_.tags.empty() && before(draft_.tags.front().whole)) || (draft_.posted && before(draft_.posted->span));
    Cursor cursor(source_, cell(), tokens_);
    std::uint32_t end = draft_.title.end;
    if (draft_.title_token != kNoToken) end = tokens_[draft_.title_token].at.end;
    cursor.go(std::min(end, cursor.body.end));
    read_rest(cursor, draft_);
  }

 private:
  template <class Is>
  [[nodiscard]] const Filled* find(Is is) const {
    const auto found =
        std::find_if(fit_.filled.begin(), fit_.filled.end(), [&](const Filled& one) { return is(*one.step); });
    return found == fit_.filled.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Filled* find(Placeholder which) const {
    return find([which](const FormatStep& step) { return step.is(which); });
  }
  [[nodiscard]] bool holds(Span around, Span span) const { return !span.empty() && around.contains(span); }
  [[nodiscard]] Span cell() const;
  [[nodiscard]] const Token* around(Span span) const;
  [[nodiscard]] int number(const Filled& filled) const;
  [[nodiscard]] int year(const Filled& filled) const;
  void title();
  void tag();
  void posted();
  void survey();

  const Source& source_;
  const std::string_view text_;
  const Span body_;
  const Tokens tokens_;
  const Fit& fit_;
  Draft& draft_;
};

/// Of a row the cell of the title, as what follows a title ends there; else the body.
Span Fields::cell() const {
  if (text_[body_.begin] != '|') return body_;
  std::vector<Span> cells;
  split_cells(source_, body_, cells);
  for (const Span one : cells)
    if (one.contains(draft_.title)) return one;
  return body_;
}

/// The innermost brackets, code or link text around a span that hold no title.
const Token* Fields::around(Span span) const {
  const Token* innermost = nullptr;
  for (const Token& token : tokens_) {
    if (token.at.begin > span.begin) break;
    if (holds(token.inside, span) && !holds(token.inside, draft_.title)) innermost = &token;
  }
  return innermost;
}

int Fields::number(const Filled& filled) const {
  int value = 0;
  for (const char c : source_.text(filled.span)) value = value * 10 + (c - '0');
  return value;
}

int Fields::year(const Filled& filled) const {
  return filled.span.size() == 4 ? number(filled) : full_year(number(filled));
}

void Fields::title() {
  draft_.title = find(Placeholder::title)->span;
  const Filled* const url = find(Placeholder::url);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind != Kind::link) continue;
    if (holds(token.inside, draft_.title)) draft_.title_token = static_cast<std::uint32_t>(i);
    if (url != nullptr && (token.address.contains(url->span) || url->span == token.at))
      draft_.paper_token = static_cast<std::uint32_t>(i);
  }
  const auto marked = [&](std::string_view mark) {
    return draft_.title.begin >= mark.size() && text_.substr(draft_.title.begin - mark.size(), mark.size()) == mark;
  };
  draft_.form = TitleForm::plain;
  if (marked("\"") || marked("\u201C") || marked("\u300A")) draft_.form = TitleForm::quoted;
  if (marked("**") || marked("__")) draft_.form = TitleForm::bold;
  if (draft_.title_token != kNoToken && draft_.form == TitleForm::plain) draft_.form = TitleForm::linked;
}

void Fields::tag() {
  const Filled* const venue = find(Placeholder::venue);
  const Filled* year_at = find([](const FormatStep& step) { return step.is_year() && !step.posted; });
  if (year_at == nullptr && venue != nullptr) year_at = find([](const FormatStep& step) { return step.is_year(); });
  if (venue == nullptr && year_at == nullptr) return;
  const Filled& first =
      venue == nullptr || (year_at != nullptr && year_at->span.begin < venue->span.begin) ? *year_at : *venue;
  const Filled& last = &first == venue && year_at != nullptr ? *year_at : venue != nullptr ? *venue : *year_at;
  Tag tag;
  tag.whole = tag.inside = {first.span.begin, last.span.end};
  if (holds(tag.inside, draft_.title)) tag.whole = tag.inside = venue->span;
  if (const Token* const token = around(tag.inside)) {
    tag.inside = token->inside;
    tag.whole = token->kind == Kind::link || token->kind == Kind::image ? token->inside : token->at;
  } else if (tag.inside.begin >= body_.begin + 3) {  // `【OSDI 2024】`
    const std::uint32_t open = tag.inside.begin - 3;
    const WideGroup group = wide_group(text_.substr(0, body_.end), open);
    if (group.whole_end > 0 && group.end == tag.inside.end)
      tag.whole = {open, static_cast<std::uint32_t>(group.whole_end)};
  }
  tag.joint = tag.rest = {last.span.end, last.span.end};
  if (venue != nullptr) {
    tag.venue = venue->span;
    tag.preprint = read_tag(source_, venue->span, venue->span).preprint;
  }
  if (year_at != nullptr) {
    tag.year = year_at->span;
    tag.year_value = static_cast<std::uint16_t>(year(*year_at));
    if (venue != nullptr && tag.together()) tag.joint = {venue->span.end, tag.year.begin};
  }
  if (tag.inside.end > last.span.end) tag.rest = {last.span.end, tag.inside.end};
  draft_.tags.push_back(tag);
}

void Fields::posted() {
  const Filled* const year_at = find([](const FormatStep& step) { return step.posted; });
  const Filled* const month =
      find([](const FormatStep& step) { return step.is(Placeholder::mm) || step.is(Placeholder::month); });
  const Filled* const day = find(Placeholder::dd);
  if (year_at == nullptr || month == nullptr) return;
  Posted posted;
  posted.span = year_at->span;
  for (const Filled* const part : {month, day}) {
    if (part == nullptr) continue;
    posted.span = {std::min(posted.span.begin, part->span.begin), std::max(posted.span.end, part->span.end)};
  }
  if (const Token* const token = around(posted.span); token != nullptr && token->inside == posted.span)
    posted.span = token->at;
  posted.date.year = static_cast<std::uint16_t>(year(*year_at));
  posted.date.month = month->step->is(Placeholder::mm) ? static_cast<std::uint8_t>(number(*month))
                                                       : month_named(source_.text(month->span));
  if (day != nullptr) posted.date.day = static_cast<std::uint8_t>(number(*day));
  draft_.posted = posted;
}

void Fields::survey() {
  const Filled* const mark = find(Placeholder::survey);
  if (mark == nullptr) return;
  const Token* const token = around(mark->span);
  const Span whole = token != nullptr && token->inside == mark->span ? token->at : mark->span;
  auto where = SurveyMark::Where::before_tag;
  if (!draft_.tags.empty() && draft_.tags.front().whole.begin < whole.begin) where = SurveyMark::Where::after_tag;
  if (whole.begin > draft_.title.begin) where = SurveyMark::Where::after_title;
  draft_.survey = SurveyMark{whole, where};
}

}  // namespace

void read_fit(const Source& source, Span body, Tokens tokens, const Fit& fit, Draft& draft) {
  draft.clear();
  Fields(source, body, tokens, fit, draft).read();
}

bool tells_more(const Fit& fit) {
  return std::any_of(fit.filled.begin(), fit.filled.end(), [](const Filled& one) {
    return one.step->is(Placeholder::venue) || one.step->is(Placeholder::authors) || one.step->is_digits();
  });
}

}  // namespace paperlint
