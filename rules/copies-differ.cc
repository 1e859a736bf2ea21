// copies-differ: the entries of one paper agree on venue and year. See copies-differ.md.
#include <string>

#include "list/copies.h"
#include "rules/rules.h"
#include "rules/venues/evidence.h"

namespace paperlint {
namespace {

class CopiesDiffer final : public Sink {
 public:
  explicit CopiesDiffer(const Context& context)
      : venues_(*context.facts.venues), today_(context.facts.today), report_(context.report) {}

  void end(const List& list) override {
    for (const Paper& paper : list.copies->papers)
      for (const Entry* entry : paper)
        if (const Entry* const other = contradicted(*entry, paper, venues_);
            other != nullptr && !denied(*entry) && !denied(*other))
          complain(*entry, *other);
  }

 private:
  void complain(const Entry& entry, const Entry& other);
  /// Whether it is known to be the wrong one: link-venue or venue-year says so.
  [[nodiscard]] bool denied(const Entry& entry) const {
    const Named named = venues_.read(entry.text(entry.venue->venue));
    return year_fault(entry, named, today_) != YearFault::none ||
           (published(entry) && denied_by_link(entry, named, venues_).has_value());
  }

  const Venues& venues_;
  const Date today_;
  Report& report_;
};

void CopiesDiffer::complain(const Entry& entry, const Entry& other) {
  report_(entry.place(), shown_tag(entry) + " here, " + shown_tag(other) + " in the paper's other entry",
          entry.subject())
      .note(other.place(), "tagged " + shown_tag(other) + " here");
}

}  // namespace

constinit const Rule rules::copies_differ{
    .name = "copies-differ", .summary = "the entries of one paper agree on venue and year", .make = make<CopiesDiffer>};

}  // namespace paperlint
