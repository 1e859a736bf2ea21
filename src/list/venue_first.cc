// The grammar of the reference list: marks and tags, then the title, then names, notes and references.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/grammar.h"
#include "list/state.h"

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

/// A survey mark or a tag; false where neither stands here.
bool Reader::mark() {
  if (!token_here()) return draft_.tags.empty() && broken_tag();
  const Token& token = tokens_[token_];
  if (token.kind == Kind::open) return broken_tag();
  if (token.kind != Kind::group && token.kind != Kind::paren) return false;
  const std::string_view inside = source_.text(token.inside);
  if (is_survey_mark(inside)) {
    if (draft_.survey) return false;
    draft_.survey =
        SurveyMark{token.at, draft_.tags.empty() ? SurveyMark::Where::before_tag : SurveyMark::Where::after_tag};
  } else {
    if (inside.size() > 80) return false;
    const Tag tag = read_tag(source_, token.at, token.inside);
    if (tag.year.empty() && (token.kind == Kind::paren || !draft_.tags.empty() || inside.size() > 24)) return false;
    draft_.tags.push_back(tag);
  }
  at_ = token.at.end;
  return true;
}

/// `[OSDI'24 [Title](url)` or `OSDI'24] [Title](url)`: one bracket is missing, and the year tells
/// that it is a tag.
bool Reader::broken_tag() {
  const bool opened = token_here();
  if (opened && text_[at_] != '[') return false;
  std::size_t next = token_ + (opened ? 1 : 0);
  const std::uint32_t limit = next < tokens_.size() ? tokens_[next].at.begin : body_.end;
  const bool closed = !opened && next < tokens_.size() && tokens_[next].kind == Kind::close && text_[limit] == ']';
  if (!opened && !closed) return false;
  const Span inside = trimmed({at_ + (opened ? 1u : 0u), limit});
  if (inside.size() > 40 || inside.empty()) return false;
  Tag tag = read_tag(source_, {at_, closed ? limit + 1 : inside.end}, inside);
  if (tag.year.empty() || tag.venue.empty() || (opened && !trimmed(tag.rest).empty())) return false;
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
      return starts_with(inside, "`") || starts_with(inside, "also in") || is_state_note(inside) ||
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
