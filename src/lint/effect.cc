#include "lint/effect.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "text/hash.h"

namespace paperlint {
namespace {

/// FNV-1a, with an end mark after each text.
class Hash {
 public:
  Hash& add(std::string_view text) {
    value_ = fnv1a(text, value_);
    return add(text.size());
  }
  Hash& add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
      const auto byte = static_cast<char>(number >> shift);
      value_ = fnv1a({&byte, 1}, value_);
    }
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = fnv1a({});
};

/// A venue without case, blanks and punctuation: how it is written is form.
std::string bare(std::string_view venue) {
  std::string letters;
  for (const char c : venue) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z')
      letters += static_cast<char>(byte + ('a' - 'A'));
    else if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
      letters += c;
  }
  return letters;
}

/// What is held of an entry to tell it again; hashes, so that a million entries stay small.
struct Print {
  std::uint64_t paper = 0;  // its title
  std::uint64_t full = 0;   // all its fields
  std::uint32_t document = 0, section = 0, parent = 0;
  bool touched = false;  // by any edit
  bool loose = false;    // by one that may change its fields
  bool open = false;     // by one after which it may be read otherwise
  bool deleted = false;  // by one that merges
  bool split = false;    // in its own text, by one that brings entries: what follows the edit becomes theirs
};

Print print(const Entry& entry, std::uint32_t document) {
  Hash hash;
  hash.add(entry.normal);
  Print print{.paper = hash.value(), .document = document};
  if (entry.venue != nullptr) hash.add(bare(entry.text(entry.venue->venue))).add(entry.venue->year_value);
  hash.add(entry.survey ? 1U : 0U).add(entry.children);
  for (const Link& link : entry.links)
    if (entry.body.contains(link.whole)) hash.add(entry.text(link.address));
  print.full = hash.value();
  if (entry.section != nullptr) print.section = entry.section->index;
  print.parent = entry.parent == nullptr ? 0 : entry.parent->index + 1;
  return print;
}

std::vector<Print> prints(const List& list) {
  std::vector<Print> all;
  for (std::uint32_t i = 0; i < list.documents.size(); ++i)
    if (list.documents[i]->reading == Reading::read)
      for (const Entry& entry : list.documents[i]->entries) all.push_back(print(entry, i));
  return all;
}

/// The edits of a pass, by effect and file.
class Touches {
 public:
  explicit Touches(const std::vector<const Fix*>& fixes) {
    for (const Fix* fix : fixes) {
      ++fixes_[index(fix->effect)];
      for (const Edit& edit : fix->edits) spans_[index(fix->effect)][edit.at.source].push_back(edit.at.span);
    }
    for (auto& effect : spans_)
      for (auto& [source, spans] : effect) std::sort(spans.begin(), spans.end());
    join();
  }

  [[nodiscard]] std::size_t fixes(Effect effect) const { return fixes_[index(effect)]; }

  /// Whether an edit of this effect changes bytes of `whole`, or inserts in it or at its ends.
  [[nodiscard]] bool touches(Effect effect, const Source* source, Span whole) const {
    const auto& files = spans_[index(effect)];
    const auto found = files.find(source);
    if (found == files.end()) return false;
    const std::vector<Span>& spans = found->second;
    auto at = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.end < whole.begin; });
    for (; at != spans.end() && at->begin <= whole.end; ++at)
      if (at->empty() || (at->begin < whole.end && at->end > whole.begin)) return true;
    return false;
  }

  /// Whether fixes that bring entries edit the inside of `body`.
  [[nodiscard]] bool splits(const Source* source, Span body) const {
    const auto& files = spans_[index(Effect::gained)];
    const auto found = files.find(source);
    if (found == files.end()) return false;
    const std::vector<Span>& spans = found->second;
    const auto at = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.begin <= body.begin; });
    return at != spans.end() && at->begin < body.end;
  }

  /// Whether fixes that merge take all of `body` away.
  [[nodiscard]] bool deletes(const Source* source, Span body) const {
    const auto found = deleted_.find(source);
    if (found == deleted_.end()) return false;
    const std::vector<Span>& spans = found->second;
    const auto after = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.begin <= body.begin; });
    return after != spans.begin() && std::prev(after)->contains(body);
  }

 private:
  using Files = std::unordered_map<const Source*, std::vector<Span>>;
  static std::size_t index(Effect effect) { return static_cast<std::size_t>(effect); }

  void join() {
    for (const auto& [source, spans] : spans_[index(Effect::merged)])
      for (const Span span : spans) {
        std::vector<Span>& joined = deleted_[source];
        if (!joined.empty() && span.begin <= joined.back().end)
          joined.back().end = std::max(joined.back().end, span.end);
        else
          joined.push_back(span);
      }
  }

  static constexpr std::size_t kEffects = static_cast<std::size_t>(Effect::reread) + 1;
  std::array<std::size_t, kEffects> fixes_{};
  std::array<Files, kEffects> spans_;
  Files deleted_;
};

void mark(std::vector<Print>& all, const List& list, const Touches& touches) {
  std::size_t next = 0;
  for (const auto& document : list.documents) {
    if (document->reading != Reading::read) continue;
    for (const Entry& entry : document->entries) {
      const auto touched = [&](Effect effect) { return touches.touches(effect, document->source.get(), entry.whole); };
      Print& print = all[next++];
      print.open = touched(Effect::reread);
      print.loose = print.open || touched(Effect::field) || touched(Effect::merged) || touched(Effect::gained);
      print.touched = print.loose || touched(Effect::form) || touched(Effect::moved);
      print.deleted = touches.deletes(document->source.get(), entry.body);
      print.split = touches.splits(document->source.get(), entry.body);
    }
  }
}

bool same(const Print& before, const Print& after) {
  if (before.open || before.split) return true;
  return before.loose ? before.paper == after.paper : before.full == after.full;
}

/// Whether the `needles` that count are found in `hay`, in this order.
template <class Counts, class Same>
bool in_order(const std::vector<Print>& needles, const std::vector<Print>& hay, Counts counts, Same equal) {
  auto at = hay.begin();
  for (const Print& needle : needles) {
    if (!counts(needle)) continue;
    at = std::find_if(at, hay.end(), [&](const Print& print) { return equal(needle, print); });
    if (at == hay.end()) return false;
    ++at;
  }
  return true;
}

/// How many of `some` are not in `all`, each counted as often as it is there.
std::size_t missing(std::vector<std::uint64_t> some, std::vector<std::uint64_t> all) {
  std::sort(some.begin(), some.end());
  std::sort(all.begin(), all.end());
  std::vector<std::uint64_t> rest;
  std::set_difference(some.begin(), some.end(), all.begin(), all.end(), std::back_inserter(rest));
  return rest.size();
}

template <class Counts>
std::vector<std::uint64_t> hashes(const std::vector<Print>& all, std::uint64_t Print::*member, Counts counts) {
  std::vector<std::uint64_t> values;
  for (const Print& print : all)
    if (counts(print)) values.push_back(print.*member);
  return values;
}

constexpr auto kAll = [](const Print&) { return true; };

std::string_view same_headings(const List& before, const List& after, bool may_be_renamed) {
  for (std::size_t i = 0; i < before.documents.size(); ++i) {
    const auto& old = before.documents[i]->sections;
    const auto& now = after.documents[i]->sections;
    if (old.size() != now.size()) return "the number of headings would change";
    const auto equal = [&](const Section& a, const Section& b) {
      return a.level == b.level && (may_be_renamed || a.slug == b.slug);
    };
    if (!std::equal(old.begin(), old.end(), now.begin(), equal)) return "a heading would change";
  }
  return "";
}

/// Neither more nor fewer entries, and each in its place.
std::string_view same_places(const std::vector<Print>& before, const std::vector<Print>& after) {
  if (before.size() != after.size()) return "the number of entries would change";
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Print &old = before[i], &now = after[i];
    if (old.document != now.document || old.section != now.section || old.parent != now.parent)
      return "an entry would change its place";
    if (!same(old, now))
      return before[i].loose ? "the title of an entry would change" : "a field of an entry would change";
  }
  return "";
}

/// Entries came or went as declared: counted by title, whatever their order.
std::string_view same_papers(const std::vector<Print>& before, const std::vector<Print>& after,
                             const Touches& touches) {
  const auto whole = [](const Print& print) { return !print.split; };
  const auto now = hashes(after, &Print::paper, kAll);
  const std::size_t gone = missing(hashes(before, &Print::paper, whole), now);
  const std::size_t come = missing(now, hashes(before, &Print::paper, kAll));
  const auto count = [&](bool Print::*flag) {
    return static_cast<std::size_t>(
        std::count_if(before.begin(), before.end(), [flag](const Print& print) { return print.*flag; }));
  };
  const std::size_t merges = touches.fixes(Effect::merged), gains = touches.fixes(Effect::gained);
  const std::size_t open = count(&Print::open), may_come = open + touches.fixes(Effect::reread);
  if (gone > open + (merges > 0 ? count(&Print::deleted) : 0)) return "an entry would be lost";
  if (merges == 0 && after.size() < before.size()) return "an entry would be lost";
  if (come > may_come && gains == 0) return "an entry would come";
  if (gains == 0 && gone < merges) return "no entry would be merged";
  if (gains > 0 && merges == 0 && after.size() <= before.size()) return "no entry would be gained";
  return "";
}

std::string_view same_order(const std::vector<Print>& before, const std::vector<Print>& after, const Touches& touches) {
  const bool merges = touches.fixes(Effect::merged) > 0, gains = touches.fixes(Effect::gained) > 0;
  const auto untouched = [](const Print& print) { return !print.touched; };
  if (!in_order(before, after, untouched, same)) return "an entry would change that no edit touches";
  if (touches.fixes(Effect::moved) > 0 || (merges && gains)) return "";
  const auto known = [](const Print& print) { return !print.open && !print.deleted; };
  if (touches.fixes(Effect::reread) > 0)
    return in_order(before, after, known, same) ? "" : "the order of the entries would change, or a field of one";
  const auto converse = [](const Print& now, const Print& old) { return same(old, now); };
  const bool kept = gains ? in_order(before, after, kAll, same) : in_order(after, before, kAll, converse);
  return kept ? "" : "the order of the entries would change, or a field of one";
}

}  // namespace

std::string_view departure(const List& before, const List& after, const std::vector<const Fix*>& fixes) {
  const Touches touches(fixes);
  if (const auto headings = same_headings(before, after, touches.fixes(Effect::field) > 0); !headings.empty())
    return headings;
  std::vector<Print> old = prints(before);
  const std::vector<Print> now = prints(after);
  mark(old, before, touches);
  if (touches.fixes(Effect::merged) + touches.fixes(Effect::moved) + touches.fixes(Effect::gained) +
          touches.fixes(Effect::reread) ==
      0)
    return same_places(old, now);
  if (const auto papers = same_papers(old, now, touches); !papers.empty()) return papers;
  const auto strict = [](const Print& print) { return !print.loose; };
  if (missing(hashes(old, &Print::full, strict), hashes(now, &Print::full, kAll)) > 0)
    return "a field of an entry would change";
  return same_order(old, now, touches);
}

}  // namespace paperlint
