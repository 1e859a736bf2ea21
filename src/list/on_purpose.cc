#include "list/on_purpose.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "list/copies.h"
#include "text/markup.h"
#include "text/title.h"

namespace paperlint {
namespace {

/// What stands before the title, without tags and addresses.
std::string opening(const Entry& entry) {
  std::string text;
  const auto tagged = [&](std::uint32_t at) {
    return std::any_of(entry.tags.begin(), entry.tags.end(),
                       [&](const Tag& tag) { return at >= tag.whole.begin && at < tag.whole.end; });
  };
  const auto addressed = [&](std::uint32_t at) {
    return std::any_of(entry.links.begin(), entry.links.end(),
                       [&](const Link& link) { return at >= link.text.end && at < link.whole.end; });
  };
  for (std::uint32_t at = entry.body.begin; at < entry.title.begin; ++at)
    if (!tagged(at) && !addressed(at)) text += entry.text(Span{at, at + 1});
  return text;
}

std::string first_cell(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('|', at), text.size());
    const std::string_view cell = text.substr(at, end - at);
    if (end < text.size() && std::any_of(cell.begin(), cell.end(), [](char c) { return markup::is_letter(c); }))
      return normal_title(cell);
    at = end + 1;
  }
  return {};
}

std::string bold(std::string_view text) {
  const std::size_t begin = text.find("**");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find("**", begin + 2);
  return end == std::string_view::npos ? std::string() : normal_title(text.substr(begin + 2, end - begin - 2));
}

std::vector<std::string> words_before(const Entry& entry) {
  std::vector<std::string> words;
  std::istringstream text(normal_title(entry.title.begin > entry.body.begin ? opening(entry) : std::string()));
  for (std::string word; text >> word;)
    if (!std::all_of(word.begin(), word.end(), markup::is_digit)) words.push_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

std::string_view below(const Entry& entry) {
  std::string_view text = entry.text(Span{entry.body.end, std::max(entry.body.end, entry.whole.end)});
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '|'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool said_around(const Entry& entry, const Entry& other) {
  const std::vector<std::string> mine = words_before(entry), theirs = words_before(other);
  if (!std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end())) return false;
  return below(entry).empty() || below(entry) == below(other);
}

std::string name_before(const Entry& entry) {
  if (entry.title.begin <= entry.body.begin) return {};
  const std::string text = opening(entry);
  std::string name = entry.carrier == Carrier::row ? first_cell(text) : bold(text);
  name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
  return name;
}

bool rows_of_different_things(const Entry& a, const Entry& b) {
  return a.carrier == Carrier::row && b.carrier == Carrier::row && name_before(a) != name_before(b);
}

bool two_venues(const Entry& a, const Entry& b, const Venues& venues) {
  return published(a) && published(b) && !one_publication(a, b, venues) &&
         (!share_publication(a, b) || at_workshop(a, venues) || at_workshop(b, venues));
}

bool repeats_below_labels(const List& list) {
  std::size_t labelled = 0, repeats = 0;
  for (const auto& document : list.documents)
    labelled += static_cast<std::size_t>(std::count_if(document->entries.begin(), document->entries.end(),
                                                       [](const Entry& e) { return e.label != nullptr; }));
  for (const Paper& paper : list.copies().papers) {
    std::map<const Section*, std::set<const Label*>> labels;
    for (const Entry* entry : paper) labels[entry->section].insert(entry->label);
    for (const auto& [section, below] : labels) repeats += below.size() - 1;
  }
  return repeats >= 5 && repeats * 20 >= labelled;
}

}  // namespace paperlint
