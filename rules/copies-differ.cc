// copies-differ: the entries of one paper agree on venue and year. See copies-differ.md.
#include <string>

#include "list/copies.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class CopiesDiffer final : public Sink {
 public:
  explicit CopiesDiffer(const Context& context) : venues_(*context.facts.venues), report_(context.report) {}

  void end(const List& list) override {
    for (const Paper& paper : list.copies->papers)
      for (const Entry* entry : paper)
        if (const Entry* const other = contradicted(*entry, paper, venues_)) complain(*entry, *other);
  }

 private:
  void complain(const Entry& entry, const Entry& other);

  const Venues& venues_;
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
