// line-break: the inner lines of entries end in a hard break where the list's lines do. See line-break.md.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "list/breaks.h"
#include "list/tokens.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kLeast = 20, kPercent = 90;  // inner lines, and how many of them end in a break

constexpr std::string_view kMarks[] = {"auto", "blanks", "\\", "<br>", "<br/>", "<br />"};
constexpr Option kMark{
    .name = "mark", .value = "auto", .help = "what ends the inner lines of entries", .words = kMarks};
constexpr const Option* kOptions[] = {&kMark};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

class LineBreak final : public Sink {
 public:
  explicit LineBreak(const Context& context) : report_(context.report) {
    if (!context.settings.is_auto(kMark)) mark_ = context.settings[kMark] == "blanks" ? "  " : context.settings[kMark];
  }
  void text(const Text& text) override;
  void take_habits(const Sink& before, const SectionMap& /*sections*/) override {
    const auto& old = static_cast<const LineBreak&>(before);
    breaks_ = old.breaks_;
    lines_ = old.lines_;
    broken_ = old.broken_;
  }
  void end(const List&) override;

 private:
  struct Bare {
    Place end;  // the last word and the blanks after it
    std::uint32_t word_end;
    std::string subject;
  };
  void line(const Text& text, Span line, std::string_view next);

  Report& report_;
  std::string mark_;  // empty: the list's habit decides
  std::map<std::string, std::uint32_t> breaks_;
  std::uint32_t lines_ = 0, broken_ = 0;
  std::vector<Bare> bare_;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether a text is one of a paper's, and not a row of badges.
bool holds_paper(const Text& text) {
  if (text.tokens.empty()) return false;
  const Token& first = text.tokens.front();
  const bool badge = first.at.begin == text.content().begin &&
                     (first.kind == Token::Kind::image ||
                      (first.kind == Token::Kind::link && first.next > 1 && text.tokens[1].kind == Token::Kind::image));
  return !badge && std::any_of(text.tokens.begin(), text.tokens.end(), [&](const Token& token) {
    return token.kind == Token::Kind::link && text.text(token.address).find("://") != std::string_view::npos;
  });
}

void LineBreak::text(const Text& text) {
  const markdown::Kind kind = text.leaf->kind;
  if (!text.section->holds_papers || (kind != markdown::Kind::paragraph && kind != markdown::Kind::text)) return;
  const Source& source = *text.document->source;
  const Span content = text.content();
  const std::string_view bytes = text.text(content);
  if (bytes.find('\n') == std::string_view::npos && bytes.find('\r') == std::string_view::npos) return;
  const std::uint32_t first = source.line_of(content.begin), last = source.line_of(std::max(content.end, 1U) - 1);
  if (first >= last || !holds_paper(text)) return;
  auto token = text.tokens.begin();
  std::uint32_t covered = 0;  // by tokens that began on this line or above
  for (std::uint32_t index = first; index < last; ++index) {
    const Span here{std::max(source.line(index).begin, content.begin), source.line(index).end};
    for (; token != text.tokens.end() && token->at.begin < here.end; ++token)
      covered = std::max(covered, token->at.end);
    if (covered <= here.end) line(text, here, source.text(source.line(index + 1)));
  }
}

void LineBreak::line(const Text& text, Span line, std::string_view next) {
  const std::string_view here = text.text(line);
  next = trim(next);
  if (next.substr(0, 3) == "<br") return;  // it breaks by itself
  ++lines_;
  if (const std::string_view mark = hard_break(here); !mark.empty()) {
    ++broken_;
    ++breaks_[std::string(mark)];
    return;
  }
  const std::string_view first = text.text(text.content()).substr(0, 2);
  if (!ends_field(trim(here), next) || (first == "**" && next.substr(0, 2) == first)) return;  // a paper of its own
  std::uint32_t end = line.end;
  while (end > line.begin && (is_blank(here[end - 1 - line.begin]) || here[end - 1 - line.begin] == '\\')) --end;
  std::uint32_t word = end;
  while (word > line.begin && !is_blank(here[word - 1 - line.begin])) --word;
  bare_.push_back({text.at({word, line.end}), end, std::string(trim(here))});
}

void LineBreak::end(const List&) {
  if (mark_.empty() && lines_ >= kLeast && broken_ * 100 >= lines_ * kPercent)
    mark_ = std::max_element(breaks_.begin(), breaks_.end(), [](const auto& a, const auto& b) {
              return a.second < b.second;
            })->first;
  if (mark_.empty()) return;
  const bool blanks = mark_.find_first_not_of(' ') == std::string::npos;
  for (const Bare& bare : bare_) {
    const Span tail{bare.word_end, bare.end.span.end};
    report_(bare.end,
            "the line runs together with the next, expected " +
                (blanks ? "two blanks" : "'" + std::string(trim(mark_)) + "'") + " at its end",
            bare.subject)
        .fix({.safety = Safety::safe,
              .effect = Effect::reread,
              .title = "break the line",
              .edits = {{{bare.end.source, tail}, mark_}}});
  }
}

}  // namespace

constinit const Rule rules::line_break{.name = "line-break",
                                       .summary = "the inner lines of an entry end in a hard break where the list's do",
                                       .fix = Safety::safe,
                                       .options = kOptions,
                                       .needs_entries = false,
                                       .make = make<LineBreak>};

}  // namespace paperlint
