#include "list/copies.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "list/on_purpose.h"
#include "list/rare_words.h"
#include "text/distance.h"
#include "text/interner.h"
#include "text/markup.h"
#include "text/title.h"

namespace paperlint {
namespace {

using Index = std::uint32_t;
constexpr double kNear = 0.93;     // of similarity; below, false pairs outnumber true ones
constexpr double kRelated = 0.75;  // enough where the identifier is the same

std::size_t count_blanks(std::string_view title) {
  return static_cast<std::size_t>(std::count(title.begin(), title.end(), ' '));
}

std::vector<std::string_view> words_of(std::string_view title) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t end = std::min(title.find(' ', at), title.size());
    if (end > at) words.push_back(title.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Whether most words of the shorter title stand in the longer one, and make up so much of that.
bool share_words(std::string_view a, std::string_view b, double of_longer) {
  std::vector<std::string_view> x = words_of(a), y = words_of(b);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both.size() * 10 >= std::min(x.size(), y.size()) * 7 &&
         static_cast<double>(both.size()) >= of_longer * static_cast<double>(std::max(x.size(), y.size()));
}

/// Whether a title is but a venue and its year: `IEEE TVT, 2020`.
bool names_an_issue(std::string_view normal) {
  const std::string_view last = normal.substr(normal.rfind(' ') + 1);
  return last.size() == 4 && (last.substr(0, 2) == "19" || last.substr(0, 2) == "20") &&
         std::all_of(last.begin(), last.end(), markup::is_digit) && count_blanks(normal) < 4;
}

/// What follows the first colon, normalised; empty unless that is five words or more.
std::string_view tail_of(const Entry& entry) {
  const std::string_view name = leading_name(entry.text(entry.title));
  if (name.empty()) return {};
  const std::string_view normal = entry.normal;
  const std::string prefix = normal_title(name);
  if (normal.size() <= prefix.size() || normal.substr(0, prefix.size()) != prefix) return {};
  const std::string_view tail = normal.substr(prefix.size() + 1);
  return count_blanks(tail) >= 4 ? tail : std::string_view{};
}

/// How often each letter stands in a title, folded to 32 counters.
using Letters = std::array<std::uint8_t, 32>;

Letters count_letters(std::string_view text) {
  Letters letters{};  // that many bytes fill no counter, which most titles need not ask
  for (const char c : text.substr(0, 255)) ++letters[static_cast<unsigned char>(c) & 31];
  for (const char c : text.substr(std::min<std::size_t>(text.size(), 255))) {
    std::uint8_t& counter = letters[static_cast<unsigned char>(c) & 31];
    if (counter < 255) ++counter;
  }
  return letters;
}

/// At least so many edits lie between two texts, for one edit changes two counters at most.
std::size_t least_edits(const Letters& a, const Letters& b) {
  int difference = 0;  // a form that compilers know an instruction for
  for (std::size_t i = 0; i < a.size(); ++i) difference += std::abs(int{a[i]} - int{b[i]});
  return static_cast<std::size_t>(difference) / 2;
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
  const auto kind = [](std::string_view id) { return id.substr(0, id.find(':')); };
  return !a.ids.empty() && !b.ids.empty() && kind(a.ids.front()) == kind(b.ids.front()) &&
         a.ids.front() != b.ids.front();
}

/// What shows at a glance that two titles are not near.
struct Glance {
  std::uint32_t size = 0;
  std::int32_t year = 0;
  Letters letters{};
};

bool may_be_near(const Glance& a, const Glance& b) {
  const auto longer = static_cast<double>(std::max(a.size, b.size));
  if (static_cast<double>(std::min(a.size, b.size)) < kNear * longer) return false;
  if (a.year != 0 && b.year != 0 && std::abs(a.year - b.year) > 2) return false;
  return static_cast<double>(least_edits(a.letters, b.letters)) <= (1 - kNear) * longer;
}

class Finder {
 public:
  explicit Finder(const std::vector<const Document*>& documents);
  void run(Copies& copies);

 private:
  void join_titles();
  void join_identifiers(std::vector<SharedIdentifier>& shared);
  void near_titles();
  void renamed();
  void add_pair(Index a, Index b, bool renamed);
  bool one_paper(std::string_view id, const Entry& a, const Entry& b) const;
  bool near(Index i, Index j) const;
  Index root(Index i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(Index a, Index b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

  std::vector<const Entry*> entries_;
  std::vector<Index> parent_;
  Interner titles_;
  std::vector<Index> first_;  // of the entries with a title of titles_
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
  titles_ = Interner(entries_.size());
  for (Index i = 0; i < entries_.size(); ++i) {
    const Index title = titles_.intern(entries_[i]->normal);
    if (title == first_.size())
      first_.push_back(i);
    else
      join(first_[title], i);
  }
}

/// One identifier under titles that share nothing is a wrong link, not a copy. What is published keeps its title.
bool Finder::one_paper(std::string_view id, const Entry& a, const Entry& b) const {
  const double of_longer = names_preprint(id) ? 0 : 0.5;
  if (share_words(a.normal, b.normal, of_longer) || similarity(a.normal, b.normal, kRelated) >= kRelated) return true;
  const std::string_view x = a.normal, y = b.normal;
  return x.substr(0, y.size()) == y || y.substr(0, x.size()) == x;
}

void Finder::join_identifiers(std::vector<SharedIdentifier>& shared) {
  struct Use {
    std::string_view id;
    Index number, entry;
    bool operator<(const Use& other) const { return std::tie(id, entry) < std::tie(other.id, other.entry); }
  };
  Interner known(entries_.size());
  std::vector<Index> first;
  std::vector<Use> others;
  for (Index i = 0; i < entries_.size(); ++i)
    for (std::string_view id : entries_[i]->ids) {
      const Index number = known.intern(id);
      if (number == first.size()) {
        first.push_back(i);
        continue;
      }
      if (first[number] != i) others.push_back({id, number, i});
      if (root(first[number]) != root(i) && one_paper(id, *entries_[first[number]], *entries_[i]))
        join(first[number], i);
    }
  std::sort(others.begin(), others.end());
  for (auto use = others.begin(); use != others.end(); ++use) {
    if (use == others.begin() || use->number != std::prev(use)->number)
      shared.push_back({use->id, {entries_[first[use->number]]}});
    shared.back().entries.push_back(entries_[use->entry]);
  }
}

bool Finder::near(Index i, Index j) const {
  const Entry &a = *entries_[i], &b = *entries_[j];
  if (different_numbers(a, b)) return false;
  const auto name = [](const Entry& e) { return normal_title(leading_name(e.text(e.title))); };
  return same_numerals(a.normal, b.normal) && similarity(a.normal, b.normal, kNear) >= kNear &&
         slip(a.normal, b.normal) && (count_blanks(a.normal) >= 4 || name(a) == name(b));
}

void Finder::add_pair(Index a, Index b, bool renamed) {
  near_.push_back({entries_[std::min(a, b)], entries_[std::max(a, b)], renamed});
}

/// Near titles share their rarer words, so only those of one bucket are compared.
void Finder::near_titles() {
  const RareWords words(entries_);
  std::vector<Glance> glances;
  glances.reserve(entries_.size());
  for (const Entry* entry : entries_)
    glances.push_back(
        {static_cast<std::uint32_t>(entry->normal.size()), published_year(*entry), count_letters(entry->normal)});
  std::vector<std::pair<Index, Index>> pairs;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const std::span<const Index> bucket = words[word];
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t j = i + 1; j < bucket.size(); ++j)
        if (may_be_near(glances[bucket[i]], glances[bucket[j]]) && root(bucket[i]) != root(bucket[j]) &&
            near(bucket[i], bucket[j]))
          pairs.emplace_back(bucket[i], bucket[j]);
  }
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
  Interner tails(entries_.size());
  std::vector<Index> first;  // of the entries with a tail
  for (Index i = 0; i < entries_.size(); ++i) {
    const std::string_view tail = tail_of(*entries_[i]);
    if (tail.empty()) continue;
    const Index number = tails.intern(tail);
    const bool fresh = number == first.size();
    if (fresh) first.push_back(i);
    const auto whole = titles_.number(tail);
    const Index match = whole ? first_[*whole] : first[number];
    if ((!whole && fresh) || root(match) == root(i)) continue;
    const auto arxiv = [&](Index k) {
      const auto& ids = entries_[k]->ids;
      return std::any_of(ids.begin(), ids.end(), [](std::string_view id) { return id.rfind("arxiv:", 0) == 0; });
    };
    const bool versions = !same_numerals(entries_[i]->normal, entries_[match]->normal) ||
                          entries_[i]->normal.find("++") != entries_[match]->normal.find("++") ||
                          names_differ(*entries_[i], *entries_[match]);
    if (!versions && !(arxiv(i) && arxiv(match))) add_pair(i, match, true);
  }
}

void Finder::run(Copies& copies) {
  join_titles();
  join_identifiers(copies.shared);
  near_titles();
  renamed();
  std::vector<Index> sizes(entries_.size()), place(entries_.size());  // by root
  for (Index i = 0; i < entries_.size(); ++i) ++sizes[root(i)];
  for (Index i = 0; i < entries_.size(); ++i) {
    const Index paper = root(i);
    if (sizes[paper] < 2) continue;
    if (paper == i) {
      place[paper] = static_cast<Index>(copies.papers.size());
      copies.papers.emplace_back();
    }
    copies.papers[place[paper]].push_back(entries_[i]);
  }
  copies.near.insert(copies.near.end(), near_.begin(), near_.end());
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

}  // namespace paperlint
