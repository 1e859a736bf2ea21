#include "text/overlap.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace paperlint {
namespace {

// Words that any two titles may share.
constexpr std::string_view kCommon[] = {
    "a",    "an",      "and", "approach", "are",  "as",  "at",   "based", "by",   "can",     "do",    "does", "for",
    "from", "how",     "in",  "is",       "it",   "its", "new",  "not",   "of",   "on",      "or",    "over", "the",
    "to",   "towards", "via", "what",     "when", "why", "with", "using", "your", "through", "study", "under"};

std::vector<std::string_view> telling_words(std::string_view title) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t end = std::min(title.find(' ', at), title.size());
    const std::string_view word = title.substr(at, end - at);
    if (!word.empty() && std::find(std::begin(kCommon), std::end(kCommon), word) == std::end(kCommon))
      words.push_back(word);
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

double shared_words(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> x = telling_words(a), y = telling_words(b);
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const std::size_t fewer = std::min(x.size(), y.size());
  return fewer == 0 ? 0.0 : static_cast<double>(both.size()) / static_cast<double>(fewer);
}

bool holds_words(std::string_view longer, std::string_view shorter) {
  if (shorter.empty()) return false;
  for (std::size_t at = longer.find(shorter); at != std::string_view::npos; at = longer.find(shorter, at + 1)) {
    const std::size_t end = at + shorter.size();
    if ((at == 0 || longer[at - 1] == ' ') && (end == longer.size() || longer[end] == ' ')) return true;
  }
  return false;
}

}  // namespace paperlint
