#include "list/copies.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "list/addresses.h"
#include "list/on_purpose.h"
#include "rules/venues/slip.h"
#include "text/distance.h"
#include "text/markup.h"
#include "text/title.h"

namespace paperlint {
namespace {

using Index = std::uint32_t;
constexpr std::size_t kBucket = 40;  // words that more titles share tell nothing
constexpr double kNear = 0.93;       // of similarity; below, false pairs outnumber true ones
constexpr double kRelated = 0.75;    // enough where the identifier is the same

std::vector<std::string_view> words_of(std::string_view title) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t end = std::min(title.find(' ', at), title.size());
    if (end > at) words.push_back(title.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Whether most words of the shorter title stand in the longer one.
bool share_words(std::string_view a, std::string_view b) {
  std::vector<std::string_view> x = words_of(a), y = words_of(b);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both.size() * 10 >= std::min(x.size(), y.size()) * 7;
}

/// Whether a title is but a venue and its year: `IEEE TVT, 2020`.
bool names_an_issue(std::string_view normal) {
  const std::vector<std::string_view> words = words_of(normal);
  const std::string_view last = words.empty() ? normal : words.back();
  return words.size() <= 4 && last.size() == 4 && (last.substr(0, 2) == "19" || last.substr(0, 2) == "20") &&
         std::all_of(last.begin(), last.end(), markup::is_digit);
}

/// What follows the first colon, normalised; empty unless that is five words or more.
std::string_view tail_of(const Entry& entry) {
  const std::string_view name = leading_name(entry.text(entry.title));
  if (name.empty()) return {};
  const std::string prefix = normal_title(name);
  const std::string_view normal = entry.normal;
  if (normal.size() <= prefix.size() || normal.substr(0, prefix.size()) != prefix) return {};
  const std::string_view tail = normal.substr(prefix.size() + 1);
  return std::count(tail.begin(), tail.end(), ' ') >= 4 ? tail : std::string_view{};
}

/// How often each letter stands in a title, folded to 32 counters.
using Letters = std::array<std::uint8_t, 32>;

Letters count_letters(std::string_view text) {
  Letters letters{};
  for (const char c : text) {
    std::uint8_t& counter = letters[static_cast<unsigned char>(c) & 31];
    if (counter < 255) ++counter;
  }
  return letters;
}

/// At least so many edits lie between two texts, for one edit changes two counters at most.
std::size_t least_edits(const Letters& a, const Letters& b) {
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference += static_cast<unsigned>(a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]);
  return difference / 2;
}

/// Whether one text is the other with some letters lost, doubled or put in, or with two neighbours swapped. Another
/// letter in the place of one makes another word: macro, micro; intra, inter; model, modal.
bool mistyped(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  const std::size_t edits = edit_distance(a, b, 2);
  if (longer != shorter) return edits == longer - shorter && (edits == 1 || shorter >= 8);
  return edits <= 1 && count_letters(a) == count_letters(b);
}

/// Whether two titles differ by a slip of the pen in one spot, or by a small word.
/// Another word ("Batching", "Caching") makes another paper.
bool slip(std::string_view a, std::string_view b) {
  std::vector<std::string_view> x = words_of(a), y = words_of(b);
  const auto front = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  x.erase(x.begin(), front.first);
  y.erase(y.begin(), front.second);
  while (!x.empty() && !y.empty() && x.back() == y.back()) {
    x.pop_back();
    y.pop_back();
  }
  const auto joined = [](const std::vector<std::string_view>& words) {
    std::string all;
    for (const std::string_view word : words) all += word;
    return all;
  };
  const std::string one = joined(x), other = joined(y);
  if (one.empty() || other.empty()) {
    static constexpr std::string_view kSmall[] = {"a", "an", "the", "of", "for", "in", "on", "and", "with", "to"};
    return std::find(std::begin(kSmall), std::end(kSmall), one + other) != std::end(kSmall);
  }
  if (one.front() != other.front() || (one + other).find_first_of("0123456789+#") != std::string::npos) return false;
  return mistyped(one, other);
}

/// Whether one server knows the two under two numbers: a slip of the pen has one.
bool different_numbers(const Entry& a, const Entry& b) {
  const auto kind = [](const std::string& id) { return std::string_view(id).substr(0, id.find(':')); };
  return !a.ids.empty() && !b.ids.empty() && kind(a.ids.front()) == kind(b.ids.front()) &&
         a.ids.front() != b.ids.front();
}

class Finder {
 public:
  explicit Finder(const std::vector<const Document*>& documents);
  void run(Copies& copies);

 private:
  void join_titles();
  void join_identifiers();
  void near_titles();
  void near_in(const std::vector<Index>& bucket, std::vector<std::pair<Index, Index>>& seen);
  void renamed();
  void add_pair(Index a, Index b, bool renamed);
  bool one_paper(const Entry& a, const Entry& b) const;
  bool near(Index i, Index j) const;
  Index root(Index i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(Index a, Index b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

  std::vector<const Entry*> entries_;
  std::vector<Index> parent_;
  std::vector<Letters> letters_;
  std::vector<NearPair> near_;
};

Finder::Finder(const std::vector<const Document*>& documents) {
  for (const Document* document : documents)
    for (const Entry& entry : document->entries)
      if (entry.parent == nullptr && telling(entry.normal) && !names_an_issue(entry.normal)) entries_.push_back(&entry);
  parent_.resize(entries_.size());
  std::iota(parent_.begin(), parent_.end(), Index{0});
}

void Finder::join_titles() {
  std::unordered_map<std::string_view, Index> first;
  first.reserve(entries_.size());
  for (Index i = 0; i < entries_.size(); ++i) {
    const auto [at, fresh] = first.try_emplace(entries_[i]->normal, i);
    if (!fresh) join(at->second, i);
  }
}

/// One identifier under titles that share nothing is a wrong link, not a copy.
bool Finder::one_paper(const Entry& a, const Entry& b) const {
  if (share_words(a.normal, b.normal) || similarity(a.normal, b.normal, kRelated) >= kRelated) return true;
  const std::string_view x = a.normal, y = b.normal;
  return x.substr(0, y.size()) == y || y.substr(0, x.size()) == x;
}

void Finder::join_identifiers() {
  std::unordered_map<std::string_view, Index> first;
  for (Index i = 0; i < entries_.size(); ++i)
    for (const std::string& id : entries_[i]->ids) {
      const auto [at, fresh] = first.try_emplace(id, i);
      if (!fresh && root(at->second) != root(i) && one_paper(*entries_[at->second], *entries_[i])) join(at->second, i);
    }
}

bool Finder::near(Index i, Index j) const {
  const Entry &a = *entries_[i], &b = *entries_[j];
  const int x = published_year(a), y = published_year(b);
  if (x != 0 && y != 0 && std::abs(x - y) > 2) return false;
  const std::size_t longer = std::max(a.normal.size(), b.normal.size());
  const std::size_t shorter = std::min(a.normal.size(), b.normal.size());
  if (static_cast<double>(shorter) < kNear * static_cast<double>(longer)) return false;
  if (different_numbers(a, b)) return false;
  if (static_cast<double>(least_edits(letters_[i], letters_[j])) > (1 - kNear) * static_cast<double>(longer))
    return false;
  const auto name = [](const Entry& e) { return normal_title(leading_name(e.text(e.title))); };
  return same_numerals(a.normal, b.normal) && similarity(a.normal, b.normal, kNear) >= kNear &&
         slip(a.normal, b.normal) && (std::count(a.normal.begin(), a.normal.end(), ' ') >= 4 || name(a) == name(b));
}

void Finder::add_pair(Index a, Index b, bool renamed) {
  near_.push_back({entries_[std::min(a, b)], entries_[std::max(a, b)], renamed});
}

void Finder::near_in(const std::vector<Index>& bucket, std::vector<std::pair<Index, Index>>& seen) {
  for (std::size_t i = 0; i < bucket.size(); ++i)
    for (std::size_t j = i + 1; j < bucket.size(); ++j)
      if (root(bucket[i]) != root(bucket[j]) && near(bucket[i], bucket[j])) seen.emplace_back(bucket[i], bucket[j]);
}

/// The words of all titles as numbers, rarest first within each title.
class Words {
 public:
  explicit Words(const std::vector<const Entry*>& entries) {
    std::unordered_map<std::string_view, Index> known;
    known.reserve(entries.size() * 4);
    for (const Entry* entry : entries) {
      for (const std::string_view word : words_of(entry->normal)) {
        const auto [at, fresh] = known.try_emplace(word, static_cast<Index>(count_.size()));
        if (fresh) count_.push_back(0);
        ++count_[at->second];
        words_.push_back(at->second);
      }
      ends_.push_back(words_.size());
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
      std::sort(begin(i), end(i), [&](Index x, Index y) { return std::pair(count_[x], x) < std::pair(count_[y], y); });
  }
  [[nodiscard]] std::vector<Index>::iterator begin(std::size_t i) {
    return words_.begin() + static_cast<std::ptrdiff_t>(i == 0 ? 0 : ends_[i - 1]);
  }
  [[nodiscard]] std::vector<Index>::iterator end(std::size_t i) {
    return words_.begin() + static_cast<std::ptrdiff_t>(ends_[i]);
  }
  [[nodiscard]] Index count(Index word) const { return count_[word]; }
  [[nodiscard]] std::size_t size() const { return count_.size(); }

 private:
  std::vector<Index> words_, count_;
  std::vector<std::size_t> ends_;
};

/// Near titles share their rarer words, so only titles that share one of their four rarest are
/// compared; a word that stands in more than kBucket titles brings nobody together.
void Finder::near_titles() {
  Words words(entries_);
  letters_.reserve(entries_.size());
  for (const Entry* entry : entries_) letters_.push_back(count_letters(entry->normal));
  std::vector<std::vector<Index>> buckets(words.size());
  for (Index i = 0; i < entries_.size(); ++i) {
    std::size_t taken = 0;
    for (auto word = words.begin(i); word != words.end(i) && taken < 4 && words.count(*word) <= kBucket; ++word) {
      if (words.count(*word) < 2 || (word != words.begin(i) && *word == *(word - 1))) continue;
      buckets[*word].push_back(i);
      ++taken;
    }
  }
  std::vector<std::pair<Index, Index>> pairs;
  for (const std::vector<Index>& bucket : buckets) near_in(bucket, pairs);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const auto& [x, y] : pairs) add_pair(x, y, false);
}

/// Whether entries of different tags give their works different names: a follow-up, or another group's paper.
bool names_differ(const Entry& a, const Entry& b) {
  const std::string one = name_before(a), other = name_before(b);
  return !one.empty() && !other.empty() && one != other && tag_text(a) != tag_text(b);
}

void Finder::renamed() {
  std::unordered_map<std::string_view, Index> first;
  for (Index i = 0; i < entries_.size(); ++i) first.try_emplace(entries_[i]->normal, i);
  std::unordered_map<std::string_view, Index> tails;
  for (Index i = 0; i < entries_.size(); ++i) {
    const std::string_view tail = tail_of(*entries_[i]);
    if (tail.empty()) continue;
    const auto whole = first.find(tail);
    const auto [other, fresh] = tails.try_emplace(tail, i);
    const Index match = whole != first.end() ? whole->second : other->second;
    if ((whole == first.end() && fresh) || root(match) == root(i)) continue;
    const auto arxiv = [&](Index k) {
      const auto& ids = entries_[k]->ids;
      return std::any_of(ids.begin(), ids.end(), [](const std::string& id) { return id.rfind("arxiv:", 0) == 0; });
    };
    const bool versions = !same_numerals(entries_[i]->normal, entries_[match]->normal) ||
                          entries_[i]->normal.find("++") != entries_[match]->normal.find("++") ||
                          names_differ(*entries_[i], *entries_[match]);
    if (!versions && !(arxiv(i) && arxiv(match))) add_pair(i, match, true);
  }
}

void Finder::run(Copies& copies) {
  join_titles();
  join_identifiers();
  near_titles();
  renamed();
  std::unordered_map<Index, std::size_t> where;
  std::vector<Paper> papers;
  for (Index i = 0; i < entries_.size(); ++i) {
    const auto [at, fresh] = where.try_emplace(root(i), papers.size());
    if (fresh) papers.emplace_back();
    papers[at->second].push_back(entries_[i]);
  }
  for (Paper& paper : papers)
    if (paper.size() > 1) copies.papers.push_back(std::move(paper));
  copies.near.insert(copies.near.end(), near_.begin(), near_.end());
}

Named named(const Entry& entry, const Venues& venues) { return venues.read(entry.text(entry.published()->venue)); }

/// `CVPRW`, `NeurIPSW`.
bool names_workshop(std::string_view venue) {
  return venue.size() >= 5 && venue.back() == 'W' &&
         std::all_of(venue.end() - 5, venue.end(), [](char c) { return markup::is_letter(c); });
}

/// `ICML 2023 Workshop ES-FoMo`, of which the tag is but the beginning.
bool workshop_follows(const Entry& entry) {
  if (entry.venue == nullptr) return false;  // a heading is read whole
  const std::uint32_t begin = std::min(entry.venue->whole.end, entry.body.end);
  const std::string after = in_lower_case(entry.text(Span{begin, std::min(begin + 12, entry.body.end)}));
  return std::string_view(after).substr(std::min(after.find_first_not_of(" *_`"), after.size())).rfind("workshop", 0) ==
         0;
}

bool at_workshop(const Entry& entry, const Named& name) {
  static constexpr std::string_view kWords[] = {"@",    "workshop", " ws",       "poster",   "tutorial",
                                                "demo", "abstract", "companion", "doctoral", "work in progress"};
  const Tag& tag_of = *entry.published();
  const std::string tag = in_lower_case(entry.text(tag_of.inside));
  return name.part == Named::Part::workshop || names_workshop(entry.text(tag_of.venue)) || workshop_follows(entry) ||
         std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return tag.find(word) != std::string::npos; });
}

/// Workshops are known by all that their tags say, others by their venue, were it misspelt.
bool same_venue(const Entry& a, const Named& x, const Entry& b, const Named& y) {
  const bool workshops = x.part == Named::Part::workshop || y.part == Named::Part::workshop;
  const auto meant = [](const Named& name) { return name.venue != nullptr ? name.venue : misspelt(name.text); };
  const Venue *const one = meant(x), *const other = meant(y);
  if (one != nullptr && other != nullptr && !workshops) return same_row(*one, *other);
  if (one == nullptr && other != nullptr && is_slip(x.text, y.text)) return true;
  if (other == nullptr && one != nullptr && is_slip(y.text, x.text)) return true;
  const auto key = [](const Entry& entry) {
    const std::string_view venue = entry.text(entry.published()->venue);
    return venue_key(venue.substr(0, venue.find('(', 1)));  // `CVPR (DVD)`
  };
  return key(a) == key(b);
}

/// Whether both are known, and one paper may bear both names, in years that are one apart at most.
bool equivalent(const Entry& a, const Named& x, const Entry& b, const Named& y) {
  return x.venue != nullptr && y.venue != nullptr && std::abs(published_year(a) - published_year(b)) <= 1 &&
         equivalent(*x.venue, *y.venue, std::max(published_year(a), published_year(b)));
}

/// The workshop's, the conference's and the journal's version of a paper are publications of their own, and each may be
/// meant.
bool two_kinds(const Named& x, const Named& y) {
  const auto kind = [](const Named& name) {
    if (name.venue == nullptr || name.venue->kind == VenueKind::proceedings) return VenueKind::conference;
    return name.venue->kind == VenueKind::several ? VenueKind::journal : name.venue->kind;
  };
  return kind(x) != kind(y);
}

/// Whether two entries ought to agree: one venue; or one identifier, of which neither is a workshop's.
bool comparable(const Entry& a, const Entry& b, const Venues& venues) {
  if (a.published() == nullptr || b.published() == nullptr || a.preprint() != b.preprint()) return false;
  const Named x = named(a, venues), y = named(b, venues);
  if (same_venue(a, x, b, y)) return true;
  // Two names of which one is in no table may be those of one venue: `IEEE LCOMM`, `IEEE COMML`.
  const bool known = x.venue != nullptr && y.venue != nullptr;
  return !a.preprint() && share_publication(a, b) && (known || published_year(a) != published_year(b)) &&
         !at_workshop(a, x) && !at_workshop(b, y) && !two_kinds(x, y) && !equivalent(a, x, b, y);
}

}  // namespace

Copies find_copies(const List& list) {
  Copies copies;
  copies.mirrors = find_mirrors(list.documents);
  std::unordered_set<const Document*> mirrors;
  for (const Mirror& mirror : copies.mirrors) mirrors.insert(mirror.document);
  std::vector<const Document*>& originals = copies.parts.emplace_back();
  for (const auto& document : list.documents)
    if (mirrors.count(document.get()) == 0) originals.push_back(document.get());
  for (const Mirror& mirror : copies.mirrors) copies.parts.push_back({mirror.document});
  for (const auto& part : copies.parts) Finder(part).run(copies);
  return copies;
}

const Mirror* Copies::mirror(const Document* document) const {
  const auto at = std::find_if(mirrors.begin(), mirrors.end(), [&](const Mirror& m) { return m.document == document; });
  return at == mirrors.end() ? nullptr : &*at;
}

bool published(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag != nullptr && !tag->preprint;
}

std::uint16_t published_year(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::uint16_t{0} : tag->year_value;
}

bool at_workshop(const Entry& entry, const Venues& venues) { return at_workshop(entry, named(entry, venues)); }

bool same_venue(const Entry& a, const Entry& b, const Venues& venues) {
  return same_venue(a, named(a, venues), b, named(b, venues));
}

bool one_publication(const Entry& a, const Entry& b, const Venues& venues) {
  const Named x = named(a, venues), y = named(b, venues);
  return same_venue(a, x, b, y) || equivalent(a, x, b, y);
}

bool share_identifier(const Entry& a, const Entry& b) {
  return std::any_of(a.ids.begin(), a.ids.end(),
                     [&](const std::string& id) { return std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end(); });
}

bool share_publication(const Entry& a, const Entry& b) {
  return std::any_of(a.ids.begin(), a.ids.end(), [&](const std::string& id) {
    return id.rfind("arxiv:", 0) != 0 && id.rfind("openreview:", 0) != 0 &&
           std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end();
  });
}

const Entry* contradicted(const Entry& entry, const Paper& paper, const Venues& venues) {
  const auto ought = [&](const Entry* other) { return comparable(*other, entry, venues); };
  const auto other = std::find_if(paper.begin(), paper.end(), ought);
  const bool differs =
      other != paper.end() && (published_year(**other) != published_year(entry) || !same_venue(**other, entry, venues));
  return differs ? *other : nullptr;
}

std::string tag_text(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::string() : std::string(entry.text(tag->inside));
}

std::string shown_tag(const Entry& entry) {
  const Tag* const tag = entry.published();
  return tag == nullptr ? std::string() : std::string(entry.text(tag->whole));
}

}  // namespace paperlint
