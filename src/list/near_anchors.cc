#include "list/near_anchors.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "list/anchors.h"
#include "list/sections.h"
#include "text/distance.h"
#include "text/markup.h"
#include "text/title.h"

namespace paperlint {
namespace {

using Index = std::unordered_map<std::string, std::uint32_t>;

constexpr std::uint32_t kNone = 0xffffffff, kMany = 0xfffffffe;
constexpr std::size_t kMostCompared = 100'000;  // anchors that are looked at letter by letter

using markup::is_digit;

/// Without the digits of a section number in front; a year is none.
std::string unnumbered(const std::string& letters) {
  std::size_t digits = 0;
  while (digits < letters.size() && is_digit(letters[digits])) ++digits;
  const bool year = digits == 4 && (letters.compare(0, 2, "19") == 0 || letters.compare(0, 2, "20") == 0);
  return year || digits == letters.size() ? letters : letters.substr(digits);
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_digit);
  return out;
}

std::uint32_t find(const Index& index, const std::string& key) {
  const auto at = index.find(key);
  return at == index.end() || key.empty() ? kNone : at->second;
}

std::uint32_t find(const Index& index, const Index& unnumbered_index, const std::string& key) {
  const std::uint32_t exact = find(index, key);
  return exact != kNone ? exact : find(unnumbered_index, unnumbered(key));
}

/// Whether an anchor begins with these words.
bool begins_with(std::string_view anchor, std::string_view words) {
  return anchor.substr(0, words.size()) == words && (anchor.size() == words.size() || anchor[words.size()] == '-');
}

}  // namespace

void NearAnchors::read() {
  read_ = true;
  for (const Section& section : document_.sections)
    if (section.level > 0) add(section.slug, &section);
  for (const std::string& anchor : document_.anchors) add(anchor, nullptr);
  sorted_.resize(targets_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::sort(sorted_.begin(), sorted_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return targets_[a].anchor < targets_[b].anchor; });
}

void NearAnchors::enter(Index& index, const std::string& key, std::uint32_t target) {
  const auto [at, fresh] = index.try_emplace(key, target);
  if (!fresh && at->second != kMany && targets_[at->second].anchor != targets_[target].anchor) at->second = kMany;
}

void NearAnchors::add(std::string_view anchor, const Section* section) {
  const auto target = static_cast<std::uint32_t>(targets_.size());
  targets_.push_back({anchor, section});
  // The `-1` of a heading that is not the first of its title says nothing about what is meant.
  const std::string letters = letters_of(section != nullptr ? std::string_view(section->rendered) : anchor);
  enter(exact_, letters, target);
  enter(unnumbered_, unnumbered(letters), target);
  letters_.push_back(letters_of(anchor));
  if (section == nullptr) return;
  const std::string name = letters_of(normal_title(section->rendered));
  enter(names_, name, target);
  enter(unnumbered_names_, unnumbered(name), target);
  if (section->number) enter(numbers_, to_string(*section->number), target);
}

bool NearAnchors::may_compare() {
  compared_ += targets_.size();
  return std::max(compared_, targets_.size() * expected_) <= kMostCompared;
}

/// Those that begin with the words follow one another, but for `a1-b` between `a` and `a-b` and the like.
std::uint32_t NearAnchors::by_words(const std::string& words) const {
  if (words.size() < 5) return kNone;
  std::uint32_t found = kNone;
  for (const std::string& least : {words, words + '-'}) {
    const auto at =
        std::lower_bound(sorted_.begin(), sorted_.end(), least,
                         [this](std::uint32_t target, const auto& key) { return targets_[target].anchor < key; });
    for (auto next = at; next != sorted_.end() && begins_with(targets_[*next].anchor, words); ++next) {
      if (found != kNone && targets_[found].anchor != targets_[*next].anchor) return kMany;
      found = std::min(found, *next);
    }
  }
  return found;
}

std::uint32_t NearAnchors::by_slip(const std::string& letters, std::size_t most) {
  if (most == 0 || !may_compare()) return kNone;
  const std::string digits = digits_of(letters);
  std::uint32_t found = kNone;
  std::size_t nearest = most + 1;
  for (std::uint32_t i = 0; i < targets_.size(); ++i) {
    if (digits_of(letters_[i]) != digits) continue;
    const std::size_t distance = edit_distance(letters, letters_[i], most);
    if (distance > nearest || distance > most) continue;
    const bool other = found == kMany || (found != kNone && targets_[found].anchor != targets_[i].anchor);
    found = distance == nearest && other ? kMany : i;
    nearest = distance;
  }
  return found;
}

std::optional<NearAnchors::Near> NearAnchors::operator()(std::string_view fragment, std::string_view text) {
  if (!read_) read();
  const std::string anchor = fragment_of(fragment), letters = letters_of(anchor);
  const std::string normal = normal_title(text);
  std::uint32_t meant = find(names_, unnumbered_names_, letters_of(normal));
  if (meant == kNone && digits_of(letters) == letters) meant = find(numbers_, std::string(text));
  std::uint32_t found = find(exact_, unnumbered_, letters);
  if (found < kMany && meant < kMany && meant != found) return std::nullopt;  // fragment and text disagree
  if (found >= kMany) found = meant;
  // Where the text is that of several headings, the fragment tells which.
  const std::size_t most = letters.size() / 5;
  if (found >= kMany) found = by_slip(letters, std::min<std::size_t>(most, 1));
  if (found == kNone) found = by_words(slug(anchor));
  if (found == kNone) found = by_slip(letters, most);
  if (found == kNone) found = by_words(slug(normal));
  if (found >= kMany) return std::nullopt;
  return targets_[found];
}

}  // namespace paperlint
