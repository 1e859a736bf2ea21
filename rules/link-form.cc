// link-form: links are written so that they are links and lead somewhere. See link-form.md.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "list/address_form.h"
#include "list/broken_links.h"
#include "list/button.h"
#include "list/line_breaks.h"
#include "list/tokens.h"
#include "rules/rules.h"
#include "text/quote.h"

namespace paperlint {
namespace {

constexpr std::size_t kTitle = 20;         // bytes; shorter texts are buttons and names
constexpr std::uint32_t kManyTitles = 50;  // tell that a list does not break its titles
constexpr std::uint32_t kManyButtons = 5;  // with two brackets tell how buttons are written
constexpr std::uint32_t kSlips = 2;        // what is met more often is done on purpose

class LinkForm final : public Sink {
 public:
  explicit LinkForm(const Context& context) : facts_(context.facts), report_(context.report) {}
  void text(const Text& text) override;
  void end(const List&) override;

 private:
  /// What only the whole list can judge.
  struct Late {
    Piece piece;
    BrokenLink link;
    bool heading;
  };
  void whole(const Text& text, const Token& link);
  void address(const Text& text, const Token& link, const AddressFault& fault);
  void twice(const Text& text, const Token& link);
  void report(const Piece& piece, const BrokenLink& link, bool heading);
  void report(const Piece& piece, const Token& title);

  const Facts& facts_;
  Report& report_;
  std::vector<BrokenLink> broken_;  // of one text
  Buttons buttons_;                 // of one text
  std::vector<Late> late_;
  std::vector<std::pair<Piece, Token>> titles_;  // that run over lines
  std::uint32_t bare_ = 0, doubled_ = 0, long_ = 0;
};

Fix fix(const Piece& piece, Effect effect, std::string title, const std::vector<Rewrite>& changes) {
  Fix fix{.safety = Safety::safe, .effect = effect, .title = std::move(title), .edits = {}};
  for (const Rewrite& change : changes) fix.edits.push_back({piece.at(change.at), change.with});
  return fix;
}

void LinkForm::text(const Text& text) {
  find_broken_links(text, broken_);
  buttons_.clear();
  auto next = broken_.begin();
  std::uint32_t covered = 0;
  for (const Token& token : text.tokens) {
    for (; next != broken_.end() && next->whole.begin <= token.at.begin; ++next)
      covered = std::max(covered, next->whole.end);
    if (token.kind == Token::Kind::link && token.at.begin >= covered) whole(text, token);
  }
  for (const BrokenLink& link : broken_) {
    bare_ += link.kind == BrokenLink::Kind::bare ? 1 : 0;
    late_.push_back({text, link, text.leaf->kind == markdown::Kind::heading});
  }
}

void LinkForm::report(const Piece& piece, const BrokenLink& link, bool heading) {
  auto finding =
      report_(piece.at(link.whole), message(link.kind, piece.text(link.text)), std::string(piece.text(link.address)));
  if (link.changes.empty() || heading) return;  // a heading's anchor would change
  finding.fix(fix(piece, Effect::reread, "make it a link", link.changes));
}

void LinkForm::whole(const Text& text, const Token& link) {
  const std::string_view inside = text.text(link.inside);
  if (!inside.empty() && inside.front() == '[' && inside.back() == ']') ++doubled_;
  if (inside.find('\n') != std::string_view::npos)
    titles_.emplace_back(text, link);
  else if (inside.size() >= kTitle)
    ++long_;
  if (const auto fault = address_fault(text.text(link.address), facts_.today))
    address(text, link, *fault);
  else
    twice(text, link);
}

void LinkForm::address(const Text& text, const Token& link, const AddressFault& fault) {
  const std::string_view address = text.text(link.address);
  if (link.inside.empty() && fault.kind != AddressFault::Kind::arxiv) return;
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const bool asked = fault.kind == AddressFault::Kind::no_scheme && facts_.exists;
  if (asked && facts_.exists(*text.document->source, path).value_or(false)) return;
  auto finding = report_(text.at(link.address), message(fault), std::string(address));
  using Kind = AddressFault::Kind;
  if (fault.kind == Kind::host) finding.severity(Severity::warning);      // it may be filled in one day
  if (fault.kind == Kind::redirect) finding.severity(Severity::warning);  // it works, for now
  const Rewrite change = least_rewrite(*text.document->source, link.address, fault.mended);
  if (!fault.mended.empty()) finding.fix(fix(text, Effect::reread, "write " + fault.mended, {change}));
}

/// One address under the names of two things: a paper and its code.
void LinkForm::twice(const Text& text, const Token& link) {
  const std::string_view address = text.text(link.address), word = text.text(link.inside);
  const Buttons::Button* const other = buttons_.add(word, address, link.inside);
  if (other == nullptr) return;
  report_(text.at(link.inside),
          in_quotes(button_word(word)) + " leads to the same address as " + in_quotes(button_word(other->text)),
          std::string(address))
      .note(text.at(other->at), "this one")
      .severity(Severity::note);
}

/// Breaks at the end of a title are slips; between words a list may break its lines on purpose.
void LinkForm::report(const Piece& piece, const Token& title) {
  const LineBreaks breaks = line_breaks(*piece.document->source, title.inside);
  const bool rare = long_ >= kManyTitles && titles_.size() * 50 <= long_;
  if (breaks.meant || !(breaks.at_end || rare)) return;
  report_(piece.at(title.inside), "the title is broken over lines", "lines " + std::string(piece.text(title.address)))
      .severity(Severity::warning)
      .fix(fix(piece, Effect::form, "join the lines", breaks.joined));
}

void LinkForm::end(const List&) {
  for (Late& late : late_) {
    if (late.link.kind == BrokenLink::Kind::bare && bare_ > kSlips) continue;  // the list writes its addresses so
    const auto [first, last] = late.link.text;
    if (late.link.kind == BrokenLink::Kind::closed && doubled_ >= kManyButtons)
      late.link.changes = {{{first, first}, "["}};
    else if (late.link.kind == BrokenLink::Kind::closed && doubled_ == 0)
      late.link.changes = {{{last - 1, last}, ""}};
    report(late.piece, late.link, late.heading);
  }
  for (const auto& [piece, title] : titles_) report(piece, title);
}

}  // namespace

constinit const Rule rules::link_form{.name = "link-form",
                                      .summary = "links are written so that they lead somewhere",
                                      .severity = Severity::error,
                                      .fix = Safety::safe,
                                      .needs_entries = false,
                                      .make = make<LinkForm>};

}  // namespace paperlint
