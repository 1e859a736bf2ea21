// copies-differ: the entries of one paper agree on venue and year. See copies-differ.md.
#include <algorithm>
#include <string>

#include "list/copies.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// Whether two entries ought to agree: one venue; or one identifier, of which neither is a workshop's.
bool comparable(const Entry& a, const Entry& b) {
  if (a.venue == nullptr || b.venue == nullptr || a.preprint() != b.preprint()) return false;
  if (same_venue(a, b)) return true;
  return !a.preprint() && share_identifier(a, b) && !at_workshop(a) && !at_workshop(b);
}

bool differ(const Entry& a, const Entry& b) { return a.year() != b.year() || !same_venue(a, b); }

class CopiesDiffer final : public Sink {
 public:
  explicit CopiesDiffer(const Context& context) : report_(context.report) {}

  void end(const List& list) override {
    for (const Paper& paper : list.copies->papers)
      for (const Entry* entry : paper) {
        const auto other =
            std::find_if(paper.begin(), paper.end(), [&](const Entry* e) { return comparable(*e, *entry); });
        if (other != paper.end() && *other != entry && differ(**other, *entry)) complain(*entry, **other);
      }
  }

 private:
  void complain(const Entry& entry, const Entry& other);

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
