// copies-differ: the entries of one paper agree on venue and year. See copies-differ.md.
#include <algorithm>
#include <string>

#include "list/copies.h"
#include "list/style.h"
#include "rules/rules.h"
#include "rules/venues/evidence.h"

namespace paperlint {
namespace {

class CopiesDiffer final : public Sink {
 public:
  explicit CopiesDiffer(const Context& context)
      : style_(*context.list.style),
        venues_(*context.facts.venues),
        today_(context.facts.today),
        report_(context.report) {}

  void end(const List& list) override {
    for (const Paper& paper : list.copies().papers)
      for (const Entry* entry : paper)
        if (const Entry* const other = contradicted(*entry, paper, venues_);
            other != nullptr && !told(*entry) && !told(*other))
          complain(*entry, *other, paper);
  }

 private:
  void complain(const Entry& entry, const Entry& other, const Paper& paper);
  /// Whether it is known to be the wrong one: arxiv-date, link-venue or venue-year says so.
  [[nodiscard]] bool told(const Entry& entry) const {
    const Named named = venues_.read(entry.text(entry.published()->venue));
    return style_.misdated(entry) || year_fault(entry, *entry.published(), named, today_) != YearFault::none ||
           (published(entry) && denied_by_link(entry, named, venues_).has_value());
  }

  const Style& style_;
  const Venues& venues_;
  const Date today_;
  Report& report_;
};

/// The tag of the first, with its year where the other's reads the same: dates may stand outside of tags.
std::string told_apart(const Entry& entry, const Entry& other) {
  const std::string tag = shown_tag(entry);
  return tag == shown_tag(other) ? tag + " " + std::to_string(published_year(entry)) : tag;
}

void CopiesDiffer::complain(const Entry& entry, const Entry& other, const Paper& paper) {
  const auto twin = std::find_if(paper.begin(), paper.end(),
                                 [&](const Entry* e) { return e != &entry && e->section == entry.section; });
  const bool twice = twin != paper.end();
  auto finding = report_(entry.place(),
                         told_apart(entry, other) + " here, " + told_apart(other, entry) +
                             " in the paper's other entry" + (twice ? ", and it stands twice under this heading" : ""),
                         entry.subject());
  finding.note(other.place(), (other.venue == nullptr ? "under " : "tagged ") + told_apart(other, entry) + " here");
  if (twice && *twin != &other) finding.note((*twin)->place(), "listed under this heading here too");
}

}  // namespace

constinit const Rule rules::copies_differ{.name = "copies-differ",
                                          .summary = "the entries of one paper agree on venue and year",
                                          .asks_copies = true,
                                          .make = make<CopiesDiffer>};

}  // namespace paperlint
