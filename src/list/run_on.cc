#include "list/run_on.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "list/ascii.h"
#include "list/grammar.h"
#include "list/tokens.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kLongTag = 40;  // bytes

/// The text of an item, to look for another one in it.
class Item {
 public:
  explicit Item(const Text& text)
      : text_(text),
        bytes_(text.document->source->text().substr(0, text.content().end)),
        marker_(next_marker()),
        last_link_(last_link(text)) {}
  [[nodiscard]] std::optional<RunOn> run() const;

 private:
  [[nodiscard]] static std::uint32_t last_link(const Text& text);
  [[nodiscard]] std::string next_marker() const;
  [[nodiscard]] std::uint32_t behind_blanks(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_box(std::uint32_t at) const;
  [[nodiscard]] const Token* token(std::uint32_t at) const { return token_at(text_.tokens, at); }
  [[nodiscard]] bool is_title(const Token* link) const;
  [[nodiscard]] bool is_tagged_title(std::uint32_t at) const;
  [[nodiscard]] bool opens_alike(std::uint32_t at) const;
  [[nodiscard]] std::string_view from(std::uint32_t at) const { return bytes_.substr(at); }

  const Text& text_;
  const std::string_view bytes_;   // up to the end of the item's text
  const std::string marker_;       // of the item that would follow
  const std::uint32_t last_link_;  // where its last link begins
};

/// Where it begins; 0 without one.
std::uint32_t Item::last_link(const Text& text) {
  const auto link = std::find_if(text.tokens.rbegin(), text.tokens.rend(),
                                 [](const Token& token) { return token.kind == Token::Kind::link; });
  return link == text.tokens.rend() ? 0 : link->at.begin;
}

/// `-` behind `-`, `6.` behind `5.`.
std::string Item::next_marker() const {
  std::string marker(text_.entry->text(text_.entry->marker));
  if (!text_.entry->ordered) return marker;
  std::size_t digit = marker.find_last_of("0123456789");
  while (digit != std::string::npos && marker[digit] == '9') marker[digit--] = '0';
  if (digit == std::string::npos) return "1" + marker;
  ++marker[digit];
  return marker;
}

std::uint32_t Item::behind_blanks(std::uint32_t at) const {
  while (at < bytes_.size() && (bytes_[at] == ' ' || bytes_[at] == '\t')) ++at;
  return at;
}

/// `[ ]` and `[x]` of a task list.
std::uint32_t Item::behind_box(std::uint32_t at) const {
  const std::string_view box = from(at).substr(0, 4);
  return box == "[ ] " || box == "[x] " || box == "[X] " ? at + 4 : at;
}

bool Item::is_title(const Token* link) const {
  return link != nullptr && link->kind == Token::Kind::link && telling(normal_title(text_.text(link->inside)));
}

/// `[OSDI'24] [Title](u)`, a survey mark before it or not.
bool Item::is_tagged_title(std::uint32_t at) const {
  for (const Token* one = token(at); one != nullptr && one->kind == Token::Kind::group; one = token(at)) {
    at = behind_blanks(one->at.end);
    if (is_survey_mark(text_.text(one->inside))) continue;
    if (one->inside.size() > kLongTag) return false;
    const Tag tag = read_tag(*text_.document->source, one->at, one->inside);
    return !tag.venue.empty() && !tag.year.empty() && is_title(token(at));
  }
  return false;
}

/// With a linked title, with a bracket that is no button, or with bold or quoted text, as the item itself; a link
/// follows.
bool Item::opens_alike(std::uint32_t at) const {
  const std::uint32_t own = text_.entry->body.begin;  // behind the box of a task
  if (last_link_ < at) return false;
  if (from(own).starts_with('"') || from(own).starts_with("**")) return from(at).substr(0, 1) == from(own).substr(0, 1);
  const Token *mine = token(own), *other = token(at);
  if (mine == nullptr || other == nullptr || mine->kind != other->kind) return false;
  return is_title(other) || (other->kind == Token::Kind::group && !text_.text(other->inside).starts_with('['));
}

std::optional<RunOn> Item::run() const {
  const Entry& entry = *text_.entry;
  for (std::size_t i = 0; i < text_.tokens.size(); i = text_.tokens[i].next) {
    const std::uint32_t end = text_.tokens[i].at.end;
    if (end < entry.title.end) continue;
    const std::uint32_t marker = behind_blanks(end);
    if (!from(marker).starts_with(marker_)) continue;
    const auto behind = static_cast<std::uint32_t>(marker + marker_.size());
    const std::uint32_t begin = behind_blanks(behind), second = behind_box(begin);
    if (begin == behind) continue;
    if (!(marker == end || entry.ordered ? opens_alike(second) : is_tagged_title(second))) continue;
    const Token* const next = token_from(text_.tokens, second);  // its tag or title, or what stands behind a bold one
    const std::uint32_t last = next->at.begin == second ? next->at.end : next->at.begin;
    return RunOn{{end, begin}, {second, last}, marker == end};
  }
  return std::nullopt;
}

}  // namespace

std::optional<RunOn> run_on(const Text& text) {
  if (!text.is_body() || text.entry->carrier != Carrier::item || text.entry->marker.empty()) return std::nullopt;
  return Item(text).run();
}

}  // namespace paperlint
