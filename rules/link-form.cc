// link-form: links are written so that they are links and lead somewhere. See link-form.md.
#include <algorithm>
#include <string>
#include <vector>

#include "list/address_form.h"
#include "list/broken_links.h"
#include "list/button.h"
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
  struct Lines {
    Piece piece;
    Span text, address;
  };
  void broken(const Text& text, const BrokenLink& link);
  void whole(const Text& text, const Token& link);
  void address(const Text& text, const Token& link, const AddressFault& fault);
  void twice(const Text& text, const Token& link);
  void report(const Piece& piece, const BrokenLink& link, bool heading);
  void report(const Lines& title);

  const Facts& facts_;
  Report& report_;
  std::vector<BrokenLink> broken_;  // of one text
  Buttons buttons_;                 // of one text
  std::vector<Late> late_;
  std::vector<Lines> titles_;  // that run over lines
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
  for (const BrokenLink& link : broken_) broken(text, link);
}

void LinkForm::broken(const Text& text, const BrokenLink& link) {
  const bool heading = text.leaf->kind == markdown::Kind::heading;
  if (link.kind != BrokenLink::Kind::bare && link.kind != BrokenLink::Kind::closed) return report(text, link, heading);
  if (link.kind == BrokenLink::Kind::bare) ++bare_;
  late_.push_back({text, link, heading});
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
    titles_.push_back({text, link.inside, link.address});
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
  const bool file =
      fault.kind == AddressFault::Kind::no_scheme && facts_.exists &&
      facts_.exists(*text.document->source, address.substr(0, address.find_first_of("?#"))).value_or(false);
  if (file) return;
  auto finding = report_(text.at(link.address), message(fault), std::string(address));
  if (fault.kind == AddressFault::Kind::host) finding.severity(Severity::warning);  // it may be filled in one day
  if (fault.mended.empty()) return;
  finding.fix(fix(text, Effect::reread, "write " + fault.mended,
                  {least_rewrite(*text.document->source, link.address, fault.mended)}));
}

/// One address under the names of two things: a paper and its code.
void LinkForm::twice(const Text& text, const Token& link) {
  const std::string_view address = text.text(link.address);
  const std::string word = button_word(text.text(link.inside));
  const Buttons::Button* const other = buttons_.add(word, address, link.inside);
  if (other == nullptr) return;
  report_(text.at(link.inside), in_quotes(word) + " leads to the same address as " + in_quotes(other->word),
          std::string(address))
      .note(text.at(other->at), "this one")
      .severity(Severity::note);
}

/// Breaks at the end of a title are slips; between words a list may break its lines on purpose.
void LinkForm::report(const Lines& title) {
  const LineBreaks breaks = line_breaks(*title.piece.document->source, title.text);
  const bool rare = long_ >= kManyTitles && titles_.size() * 50 <= long_;
  if (breaks.meant || !(breaks.at_end || rare)) return;
  report_(title.piece.at(title.text), "the title is broken over lines", std::string(title.piece.text(title.address)))
      .severity(Severity::warning)
      .fix(fix(title.piece, Effect::form, "join the lines", breaks.joined));
}

void LinkForm::end(const List&) {
  for (Late& late : late_) {
    if (late.link.kind == BrokenLink::Kind::bare && bare_ > kSlips) continue;  // the list writes its addresses so
    const Span text = late.link.text;
    if (late.link.kind == BrokenLink::Kind::closed && doubled_ >= kManyButtons)
      late.link.changes = {{{text.begin, text.begin}, "["}};
    else if (late.link.kind == BrokenLink::Kind::closed && doubled_ == 0)
      late.link.changes = {{{text.end - 1, text.end}, ""}};
    report(late.piece, late.link, late.heading);
  }
  for (const Lines& title : titles_) report(title);
}

}  // namespace

constinit const Rule rules::link_form{.name = "link-form",
                                      .summary = "links are written so that they lead somewhere",
                                      .severity = Severity::error,
                                      .fix = Safety::safe,
                                      .needs_entries = false,
                                      .reads_text = true,
                                      .make = make<LinkForm>};

}  // namespace paperlint
