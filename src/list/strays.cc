#include "list/strays.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "list/grammar.h"
#include "list/tokens.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kLongTag = 60, kLongStray = 24, kShortTitle = 12;  // bytes
constexpr std::size_t kLeastTags = 10;                                     // that make a habit of beginning with one
constexpr std::size_t kMostWords = 2;                                      // of one spelling that are no mark

bool begins_item(const Text& text) {
  if (text.leaf->item == markdown::kNone) return false;
  const Span marker = text.document->blocks.items[text.leaf->item].marker;
  return !marker.empty() && marker.end <= text.content().begin && marker.begin >= text.leaf->lines.begin;
}

/// Whether a tag stands before the title.
bool leads(const Entry& entry) { return !entry.tags.empty() && entry.tags.front().whole.begin < entry.title.begin; }

}  // namespace

void Strays::hear(const Entry& entry) {
  ++entries_;
  tagged_ += leads(entry) ? 1 : 0;
}

void Strays::hear(const Text& text) {
  if (text.document->reading != Reading::read || text.tokens.empty() || !begins_item(text)) return;
  if (text.entry != nullptr && (!text.is_body() || leads(*text.entry))) return;
  const Token& token = text.tokens.front();
  const Span content = text.content();
  Stray stray{{text.document}, {content.begin, token.at.begin}, token.at, {}, false};
  if (token.kind != Token::Kind::group || token.inside.size() > kLongTag || stray.before.empty() ||
      stray.before.size() > kLongStray || content.end - token.at.end < kShortTitle)
    return;
  const Tag tag = read_tag(*text.document->source, token.at, token.inside);
  if (tag.year.empty() || tag.venue.empty()) return;
  stray.words = text.text(stray.before);
  while (!stray.words.empty() && stray.words.back() == ' ') stray.words.pop_back();
  if (stray.words.front() == ':' || static_cast<unsigned char>(stray.words.front()) >= 0x80) return;  // a picture
  stray.punctuation = stray.words.find_first_not_of(",.;:!?-_/|") == std::string::npos;
  if (text.entry != nullptr) --entries_;  // it would begin with its tag
  ++words_[stray.words];
  heard_.push_back(std::move(stray));
}

std::vector<Stray> Strays::all() const {
  std::vector<Stray> found;
  if (tagged_ < kLeastTags || tagged_ * 100 < entries_ * 95 || heard_.size() > entries_ / 10 + kMostWords) return found;
  std::copy_if(heard_.begin(), heard_.end(), std::back_inserter(found), [&](const Stray& stray) {
    return words_.at(stray.words) <= (stray.punctuation ? entries_ / 200 + kMostWords : kMostWords);
  });
  return found;
}

}  // namespace paperlint
