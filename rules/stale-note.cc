// stale-note: a paper of a past year is not still to appear. See stale-note.md.
#include <algorithm>
#include <string>

#include "list/copies.h"
#include "list/state.h"
#include "list/tokens.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class StaleNote final : public Sink {
 public:
  explicit StaleNote(const Context& context) : today_(context.facts.today), report_(context.report) {}
  void text(const Text& text) override;

 private:
  void tag(const Entry& entry, const Tag& tag);
  void say(const Entry& entry, Span note);
  static Span with_blanks(const Entry& entry, Span note);

  const Date today_;
  Report& report_;
};

/// Notes in brackets or parentheses, in a tag or behind the title; and what follows a tag's year.
void StaleNote::text(const Text& text) {
  if (!text.is_body()) return;
  const std::uint16_t year = published_year(*text.entry);
  if (year == 0 || year >= today_.year) return;
  const Entry& entry = *text.entry;
  for (const Tag& one : entry.tags) tag(entry, one);
  for (std::size_t i = 0; i < text.tokens.size();) {
    const Token& token = text.tokens[i++];
    const bool note = token.kind == Token::Kind::group || token.kind == Token::Kind::paren;
    if (!note || !is_state_note(text.text(token.inside))) continue;
    say(entry, token.at);
    i = std::max<std::size_t>(i, token.next);
  }
}

/// `[MICRO'24 to appear]`; `[MICRO'24 (to appear)]` has a note of its own.
void StaleNote::tag(const Entry& entry, const Tag& tag) {
  const std::string_view rest = entry.text(tag.rest);
  if (rest.find_first_of("([") == std::string_view::npos && is_state_note(rest)) say(entry, tag.rest);
}

/// The note and the blanks that part it from its neighbour.
Span StaleNote::with_blanks(const Entry& entry, Span note) {
  const std::string_view all = entry.document->source->text();
  const auto blank = [&](std::uint32_t at) { return all[at] == ' ' || all[at] == '\t'; };
  Span wide = note;
  while (wide.begin > entry.body.begin && blank(wide.begin - 1)) --wide.begin;
  if (wide.begin == note.begin)
    while (wide.end < entry.body.end && blank(wide.end)) ++wide.end;
  return wide;
}

void StaleNote::say(const Entry& entry, Span note) {
  std::string_view words = entry.text(note);
  while (!words.empty() && (words.front() == ' ' || words.front() == ',')) words.remove_prefix(1);
  auto finding =
      report_(entry.at(note), "'" + std::string(words) + "' of a paper of " + std::to_string(published_year(entry)),
              entry.subject());
  if (entry.title.contains(note)) return;
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "remove the note",
               .edits = {{entry.at(with_blanks(entry, note)), {}}}});
}

}  // namespace

constinit const Rule rules::stale_note{.name = "stale-note",
                                       .summary = "a paper of a past year is not still to appear or under review",
                                       .fix = Safety::unsafe,
                                       .make = make<StaleNote>};

}  // namespace paperlint
