// The grammar of the reference list: marks and tags, then the title, then names, notes and references.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/grammar.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(text[i])) != prefix[i]) return false;
  return true;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether a bracket group is a survey mark: it says "survey", or bears the magnifying glass, and
/// says little else.
bool is_survey_mark(std::string_view inside) {
  inside = trim(inside);
  if (inside.size() > 32) return false;
  const bool glass = inside.find(":mag") != std::string_view::npos ||
                     inside.find("\U0001F50D") != std::string_view::npos ||
                     inside.find("\U0001F50E") != std::string_view::npos;
  if (glass) return true;
  return starts_with(inside, "survey") &&
         (inside.size() == 6 || !(std::isalnum(static_cast<unsigned char>(inside[6])) != 0 || inside[6] == '\''));
}

class Reader {
 public:
  Reader(const Source& source, Span body, std::span<const Token> tokens, Draft& draft)
      : source_(source), text_(source.text()), body_(body), tokens_(tokens), draft_(draft) {}

  bool run() {
    at_ = skip(body_.begin);
    marks();
    title();
    rest();
    return !draft_.tags.empty() || !draft_.title.empty();
  }

 private:
  void marks();
  bool mark();
  const Token* group_here(Span& whole) const;
  std::uint32_t bare_mark() const;
  void take_mark(Span whole);
  bool broken_tag();
  void title();
  void plain_title();
  std::uint32_t plain_title_end() const;
  void rest();
  void reference(const Token& group, std::uint32_t index);
  void numbers(Span inside, Span whole);
  bool trails(const Token& token) const;

  [[nodiscard]] std::uint32_t skip(std::uint32_t at) const {
    while (at < body_.end && is_space(text_[at])) ++at;
    return at;
  }
  /// Index of the first token that begins at or after `at`, or tokens_.size().
  void sync() {
    while (token_ < tokens_.size() && tokens_[token_].at.begin < at_) token_ = tokens_[token_].next;
  }
  [[nodiscard]] bool token_here() const { return token_ < tokens_.size() && tokens_[token_].at.begin == at_; }
  [[nodiscard]] Span trimmed(Span span) const {
    while (!span.empty() && is_space(text_[span.begin])) ++span.begin;
    while (!span.empty() && is_space(text_[span.end - 1])) --span.end;
    return span;
  }

  const Source& source_;
  const std::string_view text_;
  const Span body_;
  const std::span<const Token> tokens_;
  Draft& draft_;
  std::uint32_t at_ = 0;   // what is read so far
  std::size_t token_ = 0;  // the first token that begins there or later
};

void Reader::marks() {
  while (at_ < body_.end) {
    sync();
    if (!mark()) return;
    at_ = skip(at_);
  }
}

/// The group that begins here, perhaps in bold, and the stars around it.
const Token* Reader::group_here(Span& whole) const {
  std::uint32_t begin = at_;
  while (begin < body_.end && begin < at_ + 3 && (text_[begin] == '*' || text_[begin] == '_')) ++begin;
  const std::uint32_t stars = begin - at_;
  if (token_ >= tokens_.size() || tokens_[token_].at.begin != begin) return nullptr;
  const Token& token = tokens_[token_];
  if (token.kind != Kind::group && token.kind != Kind::paren) return nullptr;
  if (text_.substr(token.at.end, stars) != text_.substr(at_, stars)) return nullptr;
  whole = {at_, token.at.end + stars};
  return &token;
}

/// Bytes of a survey mark that stands without brackets: `:mag:` or the magnifying glass; 0 for none.
std::uint32_t Reader::bare_mark() const {
  for (const std::string_view mark : {":mag:", ":mag_right:", "\U0001F50D", "\U0001F50E"})
    if (text_.substr(at_, mark.size()) == mark) return static_cast<std::uint32_t>(mark.size());
  return 0;
}

void Reader::take_mark(Span whole) {
  const auto where = draft_.tags.empty() ? SurveyMark::Where::before_tag : SurveyMark::Where::after_tag;
  if (!draft_.survey) draft_.survey = SurveyMark{whole, where};
  at_ = whole.end;
}

/// A survey mark or a tag; false where neither stands here.
bool Reader::mark() {
  if (const std::uint32_t size = bare_mark(); size > 0) return take_mark({at_, at_ + size}), true;
  Span whole;
  const Token* const token = group_here(whole);
  if (token == nullptr) return (draft_.tags.empty() || token_here()) && broken_tag();
  const std::string_view inside = source_.text(token->inside);
  if (is_survey_mark(inside)) return take_mark(whole), true;
  if (inside.size() > 80) return false;
  Span said = token->inside;
  const Token* const inner = token->next - token_ == 2 ? token + 1 : nullptr;  // `[[OSDI'24]]`
  if (inner != nullptr && inner->kind == Kind::group && inner->at == said) said = inner->inside;
  const Tag tag = read_tag(source_, whole, said);
  const bool bold = whole.begin < token->at.begin;
  const bool needs_year = token->kind == Kind::paren || bold || !draft_.tags.empty() || inside.size() > 24;
  if (tag.year.empty() && needs_year) return false;
  draft_.tags.push_back(tag);
  at_ = whole.end;
  return true;
}

/// `[OSDI'24 [Title](url)` or `OSDI'24] [Title](url)`: one bracket is missing or of another kind, and the year tells
/// that it is a tag.
bool Reader::broken_tag() {
  const bool opened = token_here();
  if (opened && tokens_[token_].kind != Kind::open) return false;
  const std::size_t next = token_ + (opened ? 1 : 0);
  const std::uint32_t limit = next < tokens_.size() ? tokens_[next].at.begin : body_.end;
  const bool closed = next < tokens_.size() && tokens_[next].kind == Kind::close && (opened || text_[limit] == ']');
  if (!opened && !closed) return false;
  Span inside = trimmed({at_ + (opened ? 1u : 0u), limit});
  const Span whole{at_, closed ? limit + 1 : inside.end};
  if (inside.size() > 40 || inside.empty()) return false;
  if (!opened && (text_[inside.begin] == '{' || text_[inside.begin] == '<')) ++inside.begin;
  if (!closed && (text_[inside.end - 1] == '}' || text_[inside.end - 1] == '>')) --inside.end;
  Tag tag = read_tag(source_, whole, inside);
  if (tag.year.empty() || tag.venue.empty() || (opened && !trimmed(tag.rest).empty())) return false;
  if (opened && !closed && text_[at_] != '[') return false;
  tag.closed = false;
  draft_.tags.push_back(tag);
  at_ = tag.whole.end;
  return true;
}

void Reader::title() {
  sync();
  if (token_here() && tokens_[token_].kind == Kind::link && !tokens_[token_].inside.empty() &&
      !generic_link_text(source_.text(tokens_[token_].inside))) {
    const Token& link = tokens_[token_];
    draft_.title = trimmed(link.inside);
    draft_.title_token = static_cast<std::uint32_t>(token_);
    at_ = link.at.end;
  } else {
    plain_title();
  }
}

/// Whether a token can follow a title: a link, a note in brackets, a name in code.
bool Reader::trails(const Token& token) const {
  switch (token.kind) {
    case Kind::group:
    case Kind::link:
    case Kind::image:
    case Kind::comment:
      return true;
    case Kind::paren: {
      const std::string_view inside = trim(source_.text(token.inside));
      return starts_with(inside, "`") || starts_with(inside, "also in") ||
             (token.inside.begin < token.inside.end && text_[token.inside.begin] == '[');
    }
    default:
      return false;
  }
}

/// Peels what follows the title off the end: tokens with nothing but separators between them.
std::uint32_t Reader::plain_title_end() const {
  std::vector<const Token*> top;
  for (std::size_t i = token_; i < tokens_.size(); i = tokens_[i].next) top.push_back(&tokens_[i]);
  for (const Token* token : top)
    if (token->kind == Kind::link && !token->inside.empty() && generic_link_text(source_.text(token->inside)))
      return token->at.begin;
  std::uint32_t end = body_.end;
  while (!top.empty() && trails(*top.back())) {
    const std::string_view gap = source_.text(Span{top.back()->at.end, end});
    if (gap.find_first_not_of(" \t\r\n,;.|") != std::string_view::npos) break;
    end = top.back()->at.begin;
    top.pop_back();
  }
  return end;
}

void Reader::plain_title() {
  const std::uint32_t end = plain_title_end();
  draft_.title = trimmed({at_, std::max(at_, end)});
  while (!draft_.title.empty() && (text_[draft_.title.end - 1] == ',' || text_[draft_.title.end - 1] == '|'))
    draft_.title = trimmed({draft_.title.begin, draft_.title.end - 1});
  at_ = end;
}

void Reader::rest() {
  draft_.rest = trimmed({at_, body_.end});
  sync();
  for (std::size_t i = token_; i < tokens_.size(); i = tokens_[i].next) {
    const Token& token = tokens_[i];
    if (token.kind != Kind::group && token.kind != Kind::paren) continue;
    const std::string_view inside = trim(source_.text(token.inside));
    if (starts_with(inside, "also in") || starts_with(inside, "also listed in"))
      reference(token, static_cast<std::uint32_t>(i));
    else if (!draft_.survey && is_survey_mark(inside))
      draft_.survey = SurveyMark{token.at, SurveyMark::Where::after_title};
  }
}

void Reader::reference(const Token& group, std::uint32_t index) {
  bool links = false;
  for (std::uint32_t i = index + 1; i < group.next; i = tokens_[i].next) {
    const Token& link = tokens_[i];
    const bool bare = link.kind == Kind::group;  // `[also in [2.1]]`
    if (link.kind != Kind::link && !bare) continue;
    CrossReference reference{group.at, link.at, trimmed(link.inside), std::nullopt};
    if (!bare) reference.address = link.address;
    draft_.references.push_back(reference);
    links = true;
  }
  if (!links) numbers(group.inside, group.at);
}

/// `[also in 2.10, 3.1]`.
void Reader::numbers(Span inside, Span whole) {
  for (std::uint32_t at = inside.begin; at < inside.end;) {
    const bool begins = at == inside.begin || std::string_view(" ,;&").find(text_[at - 1]) != std::string_view::npos;
    if (!is_digit(text_[at]) || !begins) {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < inside.end &&
           (is_digit(text_[end]) || (text_[end] == '.' && end + 1 < inside.end && is_digit(text_[end + 1]))))
      ++end;
    draft_.references.push_back({whole, {at, end}, {at, end}, std::nullopt});
    at = end;
  }
}

constexpr std::string_view kPaperTexts[] = {"abs",
                                            "acm",
                                            "arxiv",
                                            "arxiv version",
                                            "doi",
                                            "full paper",
                                            "full version",
                                            "full text",
                                            "here",
                                            "html",
                                            "ieee",
                                            "journal",
                                            "journal version",
                                            "link",
                                            "link to paper",
                                            "openreview",
                                            "paper",
                                            "paper link",
                                            "pdf",
                                            "preprint",
                                            "pre-print",
                                            "proceedings",
                                            "publication",
                                            "published version",
                                            "technical report",
                                            "tech report",
                                            "conference version",
                                            "extended version",
                                            "arxiv preprint",
                                            "arxiv link",
                                            "arxiv pdf",
                                            "paper pdf",
                                            "camera-ready",
                                            "camera ready"};
constexpr std::string_view kOtherTexts[] = {
    "blog",       "blog post", "code",   "codes",        "colab",       "data",          "dataset",
    "demo",       "docs",      "github", "github repo",  "github page", "homepage",      "model",
    "models",     "news",      "poster", "presentation", "project",     "project page",  "repo",
    "repository", "slide",     "slides", "source code",  "supp",        "supplementary", "talk",
    "tutorial",   "twitter",   "video",  "web",          "website",     "artifact"};

}  // namespace

void Draft::clear() {
  tags.clear();
  references.clear();
  survey.reset();
  title = rest = {};
  title_token = 0xffffffff;
}

bool paper_link_text(std::string_view text) {
  const std::string word = in_lower_case(trim(text));
  return std::find(std::begin(kPaperTexts), std::end(kPaperTexts), word) != std::end(kPaperTexts);
}

bool generic_link_text(std::string_view text) {
  text = trim(text);
  if (text.size() > 20) return false;
  const std::string word = in_lower_case(text);
  return std::find(std::begin(kOtherTexts), std::end(kOtherTexts), word) != std::end(kOtherTexts) ||
         paper_link_text(word);
}

bool read_venue_first(const Source& source, Span body, std::span<const Token> tokens, Draft& draft) {
  draft.clear();
  return Reader(source, body, tokens, draft).run();
}

}  // namespace paperlint
