#include "rules/venues/uses.h"

#include <algorithm>
#include <cctype>

namespace paperlint {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string without_form(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != ' ' && c != '-') letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return letters;
}

}  // namespace

void VenueUses::add(const Entry& entry) {
  for (const Tag& tag : entry.tags) {
    if (tag.year.empty() || tag.venue.empty() || &tag == last_) continue;
    last_ = &tag;
    const std::string_view text = entry.text(tag.venue);
    const Named named = read_(text);
    if (named.text.empty()) continue;
    const auto begin = tag.venue.begin + static_cast<std::uint32_t>(named.text.data() - text.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(named.text.size())};
    const auto [at, fresh] = all_[named.venue].try_emplace(named.text);
    VenueWriting& writing = at->second;
    if (fresh) writing.named = named;
    writing.uses.push_back({&entry, span, tag.year_value});
  }
}

std::string VenueUses::name_of(const Venue& venue) const {
  const Venue* const meant = venues_.find(venue.name);
  const auto at = all_.find(meant == nullptr ? &venue : meant);
  if (at == all_.end()) return std::string(venue.name);
  const auto most = std::max_element(at->second.begin(), at->second.end(), [](const auto& a, const auto& b) {
    return a.second.uses.size() < b.second.uses.size();
  });
  const Named& named = most->second.named;
  const bool right = at->first->kind == VenueKind::preprint || (named.is_own && named.until == 0);
  return std::string(right ? most->first : at->first->name);
}

std::vector<std::string_view> VenueUses::frequent(std::size_t least) const {
  std::vector<std::string_view> names;
  for (const auto& [venue, writings] : all_)
    for (const auto& [text, writing] : writings)
      if (writing.uses.size() >= least && std::count_if(text.begin(), text.end(), is_capital) > 1)
        names.push_back(text);
  return names;
}

RightWritings::RightWritings(const VenueUses::Writings& writings) {
  for (const auto& [text, writing] : writings) {
    if (!writing.named.is_own) continue;
    const VenueWriting*& best = by_letters_[without_form(text)];
    if (best == nullptr || writing.uses.size() > best->uses.size()) best = &writing;
  }
}

const VenueWriting* RightWritings::like(std::string_view name) const {
  const auto at = by_letters_.find(without_form(name));
  return at == by_letters_.end() ? nullptr : at->second;
}

}  // namespace paperlint
