// title-text: what a paper's words are written with is what was meant. See title-text.md.
#include <algorithm>
#include <string>
#include <vector>

#include "list/slips.h"
#include "list/tokens.h"
#include "list/words.h"
#include "rules/rules.h"
#include "text/bytes.h"
#include "text/title.h"

namespace paperlint {
namespace {

/// What a text holds that is worth a closer look.
struct Clues {
  bool colons = false, braces = false, stars = false, others = false;
  [[nodiscard]] bool any() const { return colons || braces || stars || others; }
};

bool is_odd(unsigned char byte) {
  const bool line_or_tab = (byte == '\n') | (byte == '\r') | (byte == '\t');
  return (byte == 0xC2) | (byte == 0xE2) | (byte == 0xEF) | (byte == 0x7F) | ((byte < 0x20) & !line_or_tab);
}

bool is_apart(unsigned char before, unsigned char byte) { return (byte == ':') & ((before == ' ') | (before == '\t')); }

Clues clues(std::string_view text) {
  const auto any = [](unsigned char before, unsigned char byte) {
    const bool odd = is_odd(byte), apart = is_apart(before, byte);
    return odd | apart | (byte == '{') | (byte == '*');
  };
  if (!any_pair(text, 'a', any)) return {};
  return {any_pair(text, 'a', is_apart), text.find('{') != text.npos, text.find('*') != text.npos,
          any_byte(text, is_odd)};
}

class TitleText final : public Sink {
 public:
  explicit TitleText(const Context& context) : report_(context.report) {}
  void text(const Text& text) override;
  void end(const List& list) override;

 private:
  struct Colon {
    const Document* document;
    Span blanks;
    std::string subject;
  };

  void colons(const Text& text, bool apart);
  void title(const Text& text, Span title, bool apart);
  static std::string subject(const Text& text);

  Report& report_;
  std::vector<Span> parts_;
  std::vector<Slip> slips_;
  std::vector<Colon> gaps_;  // before colons
  std::size_t colons_ = 0;
};

std::string TitleText::subject(const Text& text) {
  return text.entry != nullptr ? text.entry->subject() : normal_title(text.text(text.content()));
}

void TitleText::text(const Text& text) {
  if (!speaks_of_papers(text)) return;
  const Clues found = clues(text.text(text.content()));
  if (found.any()) wordless_parts(text, parts_);
  colons(text, found.colons);
  slips_.clear();
  if (found.others) find_stray_characters(text, parts_, slips_);
  if (found.others) find_mixed_parentheses(text, parts_, slips_);
  if (found.braces) find_braces(text, parts_, slips_);
  if (found.stars) find_literal_stars(text, parts_, slips_);
  if (text.is_body()) find_doubled_words(text, text.entry->title, slips_);
  if (slips_.empty()) return;
  const std::string about = subject(text);
  for (Slip& slip : slips_) {
    auto finding = report_(text.at(slip.at), std::move(slip.message), about);
    if (!slip.edits.empty())
      finding.fix({.safety = Safety::safe,
                   .effect = slip.effect,
                   .title = std::move(slip.title),
                   .edits = std::move(slip.edits)});
  }
}

/// The title that was read; where none was, the links whose text can be one. `apart`: a colon stands after a blank.
void TitleText::colons(const Text& text, bool apart) {
  if (text.is_body()) return title(text, text.entry->title, apart);
  if (text.document->reading == Reading::read) return;
  for (const Token& token : text.tokens)
    if (token.kind == Token::Kind::link && text.text(token.inside).find(": ") != std::string_view::npos &&
        (!apart || telling(normal_title(text.text(token.inside)))))
      title(text, token.inside, apart);
}

void TitleText::title(const Text& text, Span title, bool apart) {
  if (!apart) {
    if (text.text(title).find(": ") != std::string_view::npos) ++colons_;
    return;
  }
  ColonGaps found;
  find_colon_gaps(*text.document, title, parts_, found);
  colons_ += found.colons;
  for (const Span blanks : found.blanks) gaps_.push_back({text.document, blanks, subject(text)});
}

/// A list that sets its colons apart wants them so.
void TitleText::end(const List&) {
  if (gaps_.size() > 2 && gaps_.size() * 5 > colons_) return;
  for (const Colon& colon : gaps_) {
    const Place at{colon.document->source.get(), colon.blanks};
    report_(at, "a blank stands before the colon", colon.subject)
        .fix({.safety = Safety::safe, .effect = Effect::form, .title = "remove the blank", .edits = {{at, {}}}});
  }
}

}  // namespace

constinit const Rule rules::title_text{
    .name = "title-text",
    .summary = "titles hold no ligatures, braces, lost characters, doubled words or stray marks",
    .fix = Safety::safe,
    .needs_entries = false,
    .make = make<TitleText>};

}  // namespace paperlint
