// duplicate-paper: no paper stands twice where a reader sees both. See duplicate-paper.md.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "list/ascii.h"
#include "list/copies.h"
#include "list/identifier.h"
#include "list/on_purpose.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::string_view kAcrossWords[] = {"auto", "ignore", "report"};
constexpr Option kAcross{
    .name = "across",
    .value = "auto",
    .help = "papers that stand in several sections or files too, as notes; auto: those that a pull request adds",
    .words = kAcrossWords};
constexpr const Option* kOptions[] = {&kAcross};

class DuplicatePaper final : public Sink {
 public:
  explicit DuplicatePaper(const Context& context)
      : venues_(*context.facts.venues),
        report_(context.report),
        across_(context.settings.is_auto(kAcross) ? context.facts.pull_request
                                                  : context.settings[kAcross] == "report") {}

  void end(const List& list) override {
    topics_ = repeats_below_labels(list);
    for (const Paper& paper : list.copies().papers) check(paper);
    for (const NearPair& pair : list.copies().near) near(pair);
  }

 private:
  template <class Key>
  void within(const Paper& paper, Severity severity, std::string_view where, Key key);
  void check(const Paper& paper);
  void near(const NearPair& pair);
  void complain(const Entry& entry, const Entry& kept, Severity severity, std::string_view where);

  const Venues& venues_;
  Report& report_;
  const bool across_;
  bool topics_ = false;                    // labels are topics, of which a paper may have several
  std::unordered_set<const Entry*> told_;  // one paper, one finding
};

/// Which of two copies stays: the published one, else the earlier.
bool goes_before(const Entry& a, const Entry& b) { return published(a) && !published(b); }

/// The same, told by what the paper's other entries say: one that contradicts them goes.
bool goes_before(const Entry& a, const Entry& b, const Paper& paper, const Venues& venues) {
  if (published(a) != published(b)) return published(a);
  return contradicted(a, paper, venues) == nullptr && contradicted(b, paper, venues) != nullptr;
}

/// The papers of each place, one of which stays; the others are told.
template <class Key>
void DuplicatePaper::within(const Paper& paper, Severity severity, std::string_view where, Key key) {
  std::map<decltype(key(*paper.front())), const Entry*> kept;
  for (const Entry* entry : paper) {
    if (told_.count(entry) != 0) continue;
    const auto [at, fresh] = kept.try_emplace(key(*entry), entry);
    if (!fresh && goes_before(*entry, *at->second, paper, venues_)) at->second = entry;
  }
  for (const Entry* entry : paper) {
    const Entry* const stays = told_.count(entry) != 0 ? entry : kept.at(key(*entry));
    if (stays != entry && !rows_of_different_things(*entry, *stays)) complain(*entry, *stays, severity, where);
  }
}

/// A remark that stands in several places, as `nothing of interest to me`: no capital, no link, no tag.
bool is_remark(const Paper& paper) {
  return paper.size() > 2 && std::all_of(paper.begin(), paper.end(), [](const Entry* entry) {
           const std::string_view title = entry->text(entry->title);
           return entry->links.empty() && entry->tags.empty() &&
                  std::none_of(title.begin(), title.end(), [](char c) { return is_upper(c) || (c & 0x80) != 0; });
         });
}

void DuplicatePaper::check(const Paper& paper) {
  if (is_remark(paper)) return;
  within(paper, Severity::error, "", [](const Entry& e) { return std::pair(e.section, e.label); });
  if (!topics_) within(paper, Severity::warning, " under this heading", [](const Entry& e) { return e.section; });
  if (across_) within(paper, Severity::note, " in the list", [](const Entry&) { return 0; });
}

void DuplicatePaper::near(const NearPair& pair) {
  if (pair.first->section != pair.second->section || (topics_ && pair.first->label != pair.second->label)) return;
  const bool first_goes = goes_before(*pair.second, *pair.first);
  const Entry& entry = first_goes ? *pair.first : *pair.second;
  const Entry& kept = first_goes ? *pair.second : *pair.first;
  if (!told_.insert(&entry).second) return;
  report_(entry.place(),
          pair.renamed ? "the paper is listed twice: the titles differ by a name"
                       : "the paper is listed twice: the titles are nearly the same",
          entry.subject())
      .severity(two_venues(entry, kept, venues_) ? Severity::note : Severity::warning)
      .note(kept.place(), "the other entry");
}

/// What the other copy has, for the reader who must choose.
std::string difference(const Entry& entry, const Entry& kept) {
  if (kept.venue != nullptr && tag_text(entry) != tag_text(kept)) return ", tagged " + shown_tag(kept) + " there";
  if (entry.title_link() == nullptr && kept.title_link() != nullptr) return ", the other has a link";
  if (entry.title_link() != nullptr && kept.title_link() == nullptr) return ", the other has no link";
  if (!share_identifier(entry, kept) && entry.title_link() != nullptr &&
      entry.text(entry.title_link()->address) != kept.text(kept.title_link()->address))
    return ", with another address there";
  if (entry.normal != kept.normal) return ", under another title there";
  if (entry.survey.has_value() != kept.survey.has_value())
    return entry.survey ? ", without the survey mark there" : ", with the survey mark there";
  if (entry.children != kept.children)
    return entry.children < kept.children ? ", with more below it there" : ", with less below it there";
  if (entry.links.size() != kept.links.size())
    return entry.links.size() < kept.links.size() ? ", the other has more links" : ", the other has fewer links";
  if (entry.text(entry.rest) != kept.text(kept.rest)) return ", with other notes there";
  return {};
}

/// Whether nothing is lost when `entry` goes: all that it says, `kept` says too.
bool adds_nothing(const Entry& entry, const Entry& kept, const Venues& venues) {
  const auto body = [](const Entry& e) { return std::string(e.text(e.rest)); };
  const auto has = [&](const Link& link) {
    return std::any_of(kept.links.begin(), kept.links.end(), [&](const Link& other) {
      const std::string_view mine = entry.text(link.address), theirs = kept.text(other.address);
      return mine == theirs || (!identifier(mine).empty() && identifier(mine) == identifier(theirs));
    });
  };
  // What belongs to a title that is a paragraph or a heading stands below it, and nobody knows how far.
  if (entry.carrier == Carrier::paragraph || entry.carrier == Carrier::heading || !said_around(entry, kept))
    return false;
  if (entry.text(entry.whole).find("<!--") != std::string_view::npos) return false;
  if (entry.children != 0 || entry.whole.size() == 0 || entry.document != kept.document) return false;
  const bool same_tag =
      entry.venue == nullptr || tag_text(entry) == tag_text(kept) ||
      (kept.venue != nullptr && same_venue(entry, kept, venues) && published_year(entry) == published_year(kept));
  if (entry.normal != kept.normal || !same_tag) return false;
  if (entry.survey && !kept.survey) return false;
  if (!entry.rest.empty() && body(entry) != body(kept)) return false;
  return std::all_of(entry.links.begin(), entry.links.end(), has);
}

/// An entry with the empty line below it, where one stands above it too.
Span with_gap(const Entry& entry) {
  const Source& source = *entry.document->source;
  Span whole = entry.whole;
  const std::uint32_t first = source.line_of(whole.begin), below = source.line_of(whole.end);
  const bool parted = first > 0 && source.line(first - 1).empty() && whole.end < source.size() &&
                      source.line_begin(whole.end) == whole.end && source.line(below).empty();
  if (parted) whole.end = source.whole_line(below).end;
  return whole;
}

void DuplicatePaper::complain(const Entry& entry, const Entry& kept, Severity severity, std::string_view where) {
  told_.insert(&entry);
  auto finding = report_(entry.place(), "the paper is listed twice" + std::string(where) + difference(entry, kept),
                         entry.subject());
  finding.severity(two_venues(entry, kept, venues_) ? Severity::note : severity);
  finding.note(kept.place(), kept.whole.begin < entry.whole.begin || kept.document != entry.document
                                 ? "first listed here"
                                 : "listed again here");
  if (severity == Severity::note) return;
  const bool goes = adds_nothing(entry, kept, venues_), stays = adds_nothing(kept, entry, venues_);
  if (!goes && !stays) return;
  const Entry& gone = goes ? entry : kept;
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::merged,
               .title = goes ? "remove this entry, which says nothing that the other does not"
                             : "remove the other entry, which says less",
               .edits = {{gone.at(with_gap(gone)), {}}}});
}

constexpr const Rule* kYieldsTo[] = {&rules::stale_preprint, &rules::copies_differ};

}  // namespace

constinit const Rule rules::duplicate_paper{.name = "duplicate-paper",
                                            .summary = "no paper is listed twice in one place",
                                            .severity = Severity::error,
                                            .fix = Safety::unsafe,
                                            .options = kOptions,
                                            .yields_to = kYieldsTo,
                                            .asks_copies = true,
                                            .make = make<DuplicatePaper>};

}  // namespace paperlint
