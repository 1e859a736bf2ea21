// entry-form: the brackets, quotation marks, separators and dates of entries are in order. See entry-form.md.
#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "list/balance.h"
#include "list/broken_links.h"
#include "list/format_finding.h"
#include "list/strays.h"
#include "list/style.h"
#include "list/subject.h"
#include "list/tokens.h"
#include "list/written.h"
#include "rules/rules.h"
#include "text/quote.h"

namespace paperlint {
namespace {

/// A part of a text that is judged when all is heard.
template <class Part>
struct Heard : Piece {
  Part part;
  const markdown::Leaf* leaf;
  const Entry* entry;  // whose own text it is
  [[nodiscard]] std::string subject() const { return subject_of(*document, *leaf, entry); }
};

class EntryForm final : public Sink {
 public:
  explicit EntryForm(const Context& context) : report_(context.report) {}
  void entry(const Entry& entry) override { strays_.hear(entry); }
  void text(const Text& text) override;
  void take_habits(const Sink& before, const SectionMap& sections) override;
  void end(const List&) override;

 private:
  /// Where a piece stands; kind and form are those of all that are kept with it.
  struct Spot {
    Written::What what;
    Span at, shown;
  };
  /// Pieces that are written alike, by their form.
  struct Kind {
    Habit habit;
    std::map<std::string, std::deque<Heard<Spot>>> heard;
  };
  void hear(const Text& text);
  void hold(const Text& text);
  void check(const Heard<Unpaired>& heard, std::optional<Button::Form> form);
  void check(const Heard<Spot>& heard, const Written& piece, const std::vector<std::string>& forms);
  void check(const Stray& stray);

  Report& report_;
  std::map<std::string, Kind> kinds_;
  Habit buttons_, bracketed_;  // forms of all buttons, of those in brackets
  Strays strays_;
  Departures departures_;
  std::vector<BrokenLink> broken_;
  std::vector<Button> found_buttons_;
  std::vector<Written> found_pieces_;
  std::vector<Heard<Unpaired>> unpaired_;
};

void EntryForm::text(const Text& text) {
  if (!text.section->holds_papers) return;
  if (text.leaf->kind == markdown::Kind::heading) {
    if (text.is_body() && departs(*text.entry)) hold(text);
    return;
  }
  find_buttons(text, found_buttons_);
  for (const Button& button : found_buttons_) {
    buttons_.vote(written(button.form), text.section);
    if (button.form == Button::Form::around || button.form == Button::Form::inside)
      bracketed_.vote(written(button.form), text.section);
  }
  strays_.hear(text);
  const auto leads_out = [&](const Token& token) {
    return token.kind == Token::Kind::link && text.text(token.address).substr(0, 1) != "#";
  };
  if (text.is_body() || std::any_of(text.tokens.begin(), text.tokens.end(), leads_out)) hear(text);
  if (text.is_body() && departs(*text.entry)) hold(text);
}

/// Holds an entry against the config's format. What has a finding of its own, here or by another rule, is no second
/// one: those point at the whole link, tag or mark.
void EntryForm::hold(const Text& text) {
  find_broken_links(text, broken_);
  for (const Departure& departure : departures_.of(text)) {
    const bool told = !unpaired_.empty() && unpaired_.back().entry == text.entry;
    if (departure.slips.empty() && told) continue;
    Span at = departure.at;
    for (const BrokenLink& link : broken_)
      if (link.whole.contains(at)) at = link.whole;
    auto finding = report_(text.at(at), departure.message, text.entry->subject() + " " + departure.message);
    if (departure.slips.empty()) continue;
    Fix fix{.safety = Safety::safe,
            .effect = Effect::reread,
            .title = departure.with.empty()  ? "drop the blank"
                     : departure.with == " " ? "insert a blank"
                                             : "write " + in_quotes(departure.with),
            .edits = {}};
    for (const FormatSlip* slip : departure.slips) fix.edits.push_back({text.at(slip->at), slip->with});
    finding.fix(std::move(fix));
  }
}

void EntryForm::hear(const Text& text) {
  const Entry* const entry = text.is_body() ? text.entry : nullptr;
  const std::span<const Tag> tags = entry != nullptr ? entry->tags : std::span<const Tag>{};
  const auto told_of_tag = [&](const Unpaired& one) {  // venue-tag speaks of it
    return std::any_of(tags.begin(), tags.end(),
                       [&](const Tag& tag) { return (tag.closed ? tag.joint : tag.whole).contains(one.at); });
  };
  for (Unpaired& one : unpaired(text)) {
    if (told_of_tag(one)) continue;
    if (one.kind == Unpaired::Kind::unclosed && entry != nullptr && entry->title.contains(one.at))
      one.beside = {};  // closed, it might be no part of the title
    one.title = entry != nullptr && entry->title_link() != nullptr && entry->title_link()->whole == one.beside;
    unpaired_.push_back({{text.document}, one, text.leaf, entry});
  }
  found_pieces_.clear();
  if (entry != nullptr && (entry->format != 0 || departs(*entry))) return;  // the format says how they are written
  add_joints(text, found_pieces_);
  add_date(text, found_pieces_);
  for (const Written& piece : found_pieces_) {
    Kind& kind = kinds_[piece.kind];
    kind.habit.vote(piece.form, text.section);
    kind.heard[piece.form].push_back({{text.document}, {piece.what, piece.at, piece.shown}, text.leaf, entry});
  }
}

void EntryForm::check(const Heard<Unpaired>& heard, std::optional<Button::Form> form) {
  const Source& source = *heard.document->source;
  auto finding = report_(heard.at(heard.part.at), complaint(source, heard.part), heard.subject());
  if (const auto change = balance(source, heard.part, form))
    finding.fix({.safety = Safety::safe,
                 .effect = Effect::form,
                 .title = change->second.empty() ? "drop it" : "write '" + change->second + "'",
                 .edits = {{heard.at(change->first), change->second}}});
}

void EntryForm::check(const Heard<Spot>& heard, const Written& piece, const std::vector<std::string>& forms) {
  const Source& source = *heard.document->source;
  const std::string expected = in_form(source, piece, forms.front());
  auto finding = report_(heard.at(piece.shown), complaint(source, piece, expected), heard.subject());
  if (forms.size() == 1 && mendable(piece, expected))
    finding.fix({.safety = Safety::safe,
                 .effect = Effect::reread,
                 .title = "write '" + expected + "'",
                 .edits = {{heard.at(piece.at), expected}}});
}

void EntryForm::check(const Stray& stray) {
  const std::string tag(stray.text(stray.tag));
  auto finding =
      report_(stray.at(stray.before), "'" + stray.words + "' stands before " + tag + ", expected the tag first",
              stray.words + " " + tag);
  if (stray.punctuation)
    finding.fix({.safety = Safety::safe,
                 .effect = Effect::gained,
                 .title = "drop '" + stray.words + "'",
                 .edits = {{stray.at(stray.before), ""}}});
}

void EntryForm::take_habits(const Sink& before, const SectionMap& sections) {
  const auto& old = static_cast<const EntryForm&>(before);
  buttons_ = old.buttons_.carried_over(sections);
  bracketed_ = old.bracketed_.carried_over(sections);
  for (auto& [name, kind] : kinds_) {
    const auto known = old.kinds_.find(name);
    kind.habit = known == old.kinds_.end() ? Habit() : known->second.habit.carried_over(sections);
  }
}

void EntryForm::end(const List&) {
  buttons_.settle();
  bracketed_.settle();
  const auto& forms = buttons_.in(nullptr).size() == 1 ? buttons_.in(nullptr) : bracketed_.in(nullptr);
  const auto form = forms.size() == 1 ? button_form(forms.front()) : std::nullopt;
  for (const auto& heard : unpaired_) check(heard, form);
  for (auto& [name, kind] : kinds_) {
    kind.habit.settle();
    const std::vector<std::string>& usual = kind.habit.in(nullptr);
    if (usual.empty()) continue;
    for (const auto& [written_so, pieces] : kind.heard)
      if (std::find(usual.begin(), usual.end(), written_so) == usual.end())
        for (const auto& heard : pieces)
          check(heard, {heard.part.what, name, written_so, heard.part.at, heard.part.shown}, usual);
  }
  for (const Stray& stray : strays_.all()) check(stray);
}

constexpr const Rule* kYieldsTo[] = {&rules::venue_tag, &rules::venue_name, &rules::survey_prefix,
                                     &rules::link_form, &rules::spacing,    &rules::title_text};

}  // namespace

constinit const Rule rules::entry_form{.name = "entry-form",
                                       .summary = "brackets, quotation marks, separators and dates are in order",
                                       .fix = Safety::safe,
                                       .yields_to = kYieldsTo,
                                       .needs_entries = false,
                                       .make = make<EntryForm>};

}  // namespace paperlint
