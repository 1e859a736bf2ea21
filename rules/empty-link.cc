// empty-link: links have an address. See empty-link.md.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "list/button.h"
#include "list/tokens.h"
#include "rules/rules.h"
#include "text/quote.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kFew = 3;     // that may be slips
constexpr std::uint32_t kHabit = 10;  // of one word, that are none, however many are filled

/// How many links there are of a kind, and how many of them are empty.
struct Count {
  std::uint32_t all = 0, empty = 0;
  /// Whether one in twenty is a placeholder; where there are few links, one in five.
  [[nodiscard]] bool many() const { return empty * (empty < kFew ? 5 : 20) >= all; }
};

class EmptyLink final : public Sink {
 public:
  explicit EmptyLink(const Context& context) : report_(context.report) {}
  void text(const Text& text) override;
  void take_habits(const Sink& before, const SectionMap& sections) override;
  void end(const List&) override;

 private:
  struct Empty {
    Piece piece;
    Span whole, text;
    std::string word;     // of a button
    std::string subject;  // the paper, or how the text begins
  };
  [[nodiscard]] bool meant(const Empty& link) const;

  Report& report_;
  std::vector<Empty> empty_;
  Count buttons_, titles_;
  std::unordered_map<std::string, Count> words_;  // of buttons
};

bool is_button(std::string_view word) { return !word.empty() && word.size() <= 20; }

/// A badge without an address is no link to be filled, but keeps its picture from becoming one; `[-]()` and `[code
/// (soon)]()` say that there is nothing to link to.
bool says_something(const Text& text, const Token& link) {
  constexpr std::string_view kLater[] = {"soon", "under dev", "under con", "in construction"};
  const std::string_view inside = text.text(link.inside);
  const auto said = [inside](std::string_view later) { return inside.find(later) != std::string_view::npos; };
  if (link.address.empty() && std::any_of(std::begin(kLater), std::end(kLater), said)) return false;
  return inside.find("![") == std::string_view::npos && inside.find('<') == std::string_view::npos &&
         inside.find_first_not_of(" -_.?/\\[]`*\t\r\n") != std::string_view::npos;
}

std::string subject(const Text& text) {
  constexpr std::size_t kEnough = 80;
  if (text.entry != nullptr) return text.entry->subject();
  const std::string_view content = text.text(text.content());
  return std::string(content.substr(0, std::min(kEnough, content.find_first_of("\r\n"))));
}

void EmptyLink::text(const Text& text) {
  for (const Token& token : text.tokens) {
    if (token.kind != Token::Kind::link || token.inside.empty() || !says_something(text, token)) continue;
    std::string word = button_word(text.text(token.inside));
    const bool button = is_button(word), empty = token.address.empty();
    for (Count* count : {button ? &buttons_ : &titles_, button ? &words_[word] : nullptr}) {
      if (count == nullptr) continue;
      ++count->all;
      count->empty += empty ? 1 : 0;
    }
    if (!empty || (text.section != nullptr && !text.section->holds_papers)) continue;
    const bool beside =
        text.document->source->text().substr(token.at.end, 4) == "http";  // a broken link, not an empty one
    if (!beside)
      empty_.push_back({text, token.at, token.inside, button ? std::move(word) : std::string(), subject(text)});
  }
}

/// Whether the list leaves such links empty until there is something to link to.
bool EmptyLink::meant(const Empty& link) const {
  if (link.word.empty()) return titles_.many();
  const Count& word = words_.at(link.word);
  return buttons_.many() || word.empty >= kHabit || (word.empty >= kFew && word.many());
}

void EmptyLink::take_habits(const Sink& before, const SectionMap& /*sections*/) {
  const auto& old = static_cast<const EmptyLink&>(before);
  buttons_ = old.buttons_;
  titles_ = old.titles_;
  for (auto& [word, count] : words_) {
    const auto known = old.words_.find(word);
    count = known == old.words_.end() ? Count() : known->second;
  }
}

void EmptyLink::end(const List&) {
  for (const Empty& link : empty_)
    if (!meant(link))
      report_(link.piece.at(link.whole), in_quotes(link.piece.text(link.text)) + " has no address",
              link.subject + ' ' + std::string(link.piece.text(link.text)));
}

}  // namespace

constinit const Rule rules::empty_link{
    .name = "empty-link", .summary = "links have an address", .needs_entries = false, .make = make<EmptyLink>};

}  // namespace paperlint
