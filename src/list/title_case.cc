#include "list/title_case.h"

#include <algorithm>

#include "list/addresses.h"
#include "list/ascii.h"
#include "text/markup.h"

namespace paperlint {
namespace {

constexpr std::size_t kLongWord = 4, kLeastWords = 3;

/// Calls `look(word, first)` for each run of letters and digits; `first`: a title or subtitle begins with it.
template <class Look>
void each_word(std::string_view title, Look look) {
  bool first = true;
  for (std::size_t at = 0; at < title.size();) {
    if (!markup::is_alnum(title[at])) {
      first = first || std::string_view(":.?!").find(title[at]) != std::string_view::npos;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < title.size() && markup::is_alnum(title[at])) ++at;
    look(title.substr(begin, at - begin), first);
    first = false;
  }
}

bool has_vowel(std::string_view word) { return word.find_first_of("AEIOUYaeiouy") != std::string_view::npos; }

std::string capitalised(std::string_view word) {
  std::string text = in_lower_case(word);
  if (!text.empty() && markup::is_lower(text.front())) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// The most frequent one, the first by letters among equals.
std::string_view most_frequent(const std::unordered_map<std::string_view, std::uint32_t>& spellings) {
  const auto fewer = [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first > b.first;
  };
  return std::max_element(spellings.begin(), spellings.end(), fewer)->first;
}

}  // namespace

bool in_capitals(std::string_view title) {
  std::size_t others = 0;  // small letters, and bytes of other scripts
  for (const char c : title)
    if ((markup::is_lower(c) || (c & 0x80) != 0) && ++others * 10 > title.size()) return false;
  std::size_t words = 0;
  each_word(title, [&](std::string_view word, bool) {
    if (word.size() >= kLongWord && std::all_of(word.begin(), word.end(), is_upper)) ++words;
  });
  return words >= kLeastWords;
}

void TitleWords::want(std::string_view title) {
  each_word(title, [&](std::string_view word, bool) { words_.try_emplace(in_lower_case(word)); });
}

void TitleWords::add(std::string_view title) {
  each_word(title, [&](std::string_view word, bool first) {
    const auto wanted = words_.find(in_lower_case(word));
    if (wanted != words_.end()) ++(first ? wanted->second.first : wanted->second.inside)[word];
  });
}

const TitleWords::Word& TitleWords::word(std::string_view text) const {
  static const Word kUnknown;
  const auto found = words_.find(in_lower_case(text));
  return found == words_.end() ? kUnknown : found->second;
}

std::string TitleWords::spelt(std::string_view word, bool first) const {
  static constexpr std::string_view kSmall[] = {"a",  "an", "and", "as", "at",  "by", "for",   "from", "in", "into",
                                                "is", "of", "on",  "or", "the", "to", "under", "via",  "vs", "with"};
  const std::string small = in_lower_case(word);
  const Word& known = this->word(word);
  if (!known.inside.empty()) {
    const std::string_view usual = most_frequent(known.inside);
    return first && usual == small ? capitalised(word) : std::string(usual);
  }
  if (!known.first.empty()) {
    const std::string_view usual = most_frequent(known.first);
    if (usual != capitalised(word)) return std::string(usual);  // a name: `OpenHands`
  }
  if (one_of(small, kSmall)) return first ? capitalised(word) : small;
  const bool digits = std::any_of(word.begin(), word.end(), is_digit);
  return digits || !has_vowel(word) || word.size() == 1 ? std::string(word) : capitalised(word);
}

std::optional<std::string> TitleWords::recased(std::string_view title) const {
  const auto plain = [](char c) {
    return markup::is_alnum(c) || std::string_view(" ,:;.?!'\"()/+&-").find(c) != std::string_view::npos;
  };
  if (!std::all_of(title.begin(), title.end(), plain)) return std::nullopt;
  const std::size_t colon = title.find(": ");
  const std::string_view name = colon == std::string_view::npos ? std::string_view{} : title.substr(0, colon);
  std::string text(title);
  each_word(title, [&](std::string_view word, bool first) {
    const auto at = static_cast<std::size_t>(word.data() - title.data());
    if (!this->word(word).known() && at < name.size() && name.find(' ') == std::string_view::npos) return;
    text.replace(at, word.size(), spelt(word, first));
  });
  return text;
}

}  // namespace paperlint
