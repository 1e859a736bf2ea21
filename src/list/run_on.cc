#include "list/run_on.h"

#include <string_view>

#include "list/ascii.h"
#include "list/grammar.h"
#include "list/tokens.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kShortTitle = 15, kLongTag = 40;  // bytes
constexpr std::string_view kMarkers = "-*+";

bool leads_with_tag(const Entry& entry) {
  return !entry.tags.empty() && entry.tags.front().whole.begin < entry.title.begin;
}

enum class Opening : std::uint8_t { none, survey, tag };

/// What of an entry's opening a token is: `[OSDI'24]`, `[Survey]`.
Opening opening(const Text& text, const Token& token) {
  if (token.kind != Token::Kind::group || token.inside.empty() || token.inside.size() > kLongTag) return Opening::none;
  if (text.text(token.inside).front() == '[') return Opening::none;  // a button
  if (is_survey_mark(text.text(token.inside))) return Opening::survey;
  const Tag tag = read_tag(*text.document->source, token.at, token.inside);
  return tag.venue.empty() || tag.year.empty() ? Opening::none : Opening::tag;
}

/// Whether a gap may stand between two items: blanks, and a marker, which has to be glued where no tag follows it.
bool parts(std::string_view gap, bool glued) {
  const std::string_view marker = trim(gap);
  if (marker.size() > 1 || (marker.size() == 1 && kMarkers.find(marker.front()) == kMarkers.npos)) return false;
  return gap.find('\n') == gap.npos && (!glued || (marker.size() == 1 && gap.front() == marker.front()));
}

bool is_title(const Text& text, const Token& token) {
  return token.kind == Token::Kind::link && token.inside.size() >= kShortTitle &&
         telling(normal_title(text.text(token.inside)));
}

}  // namespace

std::optional<RunOn> run_on(const Text& text) {
  if (!text.is_body() || text.entry->carrier != Carrier::item || text.entry->form != TitleForm::linked)
    return std::nullopt;
  const bool tagged = leads_with_tag(*text.entry);
  const Token *end = nullptr, *first = nullptr, *last = nullptr;  // of the first entry, of the second, before `token`
  bool tag = false;                                               // from `first` to `last`
  for (std::size_t i = 0; i < text.tokens.size(); i = text.tokens[i].next) {
    const Token& token = text.tokens[i];
    if (token.at.begin > text.entry->title.begin && end != nullptr) {
      if (first != nullptr && !trim(text.text({last->at.end, token.at.begin})).empty()) {
        end = last;
        first = nullptr;
      }
      const Token& begin = first != nullptr ? *first : token;
      const Span gap{end->at.end, begin.at.begin};
      if (tagged == (first != nullptr && tag) && parts(text.text(gap), !tagged) && is_title(text, token))
        return RunOn{gap, {begin.at.begin, token.inside.end}};
      const Opening what = tagged ? opening(text, token) : Opening::none;
      tag = what == Opening::tag || (first != nullptr && tag);
      if (what != Opening::none) {
        first = &begin;
        last = &token;
        continue;
      }
    }
    end = last = &token;
    first = nullptr;
  }
  return std::nullopt;
}

}  // namespace paperlint
