// copies-differ: the entries of one paper agree on venue and year. See copies-differ.md.
#include <algorithm>
#include <string>

#include "list/copies.h"
#include "list/style.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class CopiesDiffer final : public Sink {
 public:
  explicit CopiesDiffer(const Context& context) : style_(*context.list.style), report_(context.report) {}

  void end(const List& list) override {
    for (const Paper& paper : list.copies->papers)
      for (const Entry* entry : paper)
        if (const Entry* const other = contradicted(*entry, paper); other != nullptr && !told(*entry, *other))
          complain(*entry, *other, paper);
  }

 private:
  /// The identifier tells which of two years is wrong: arxiv-date says so.
  [[nodiscard]] bool told(const Entry& entry, const Entry& other) const {
    return style_.misdated(entry) || style_.misdated(other);
  }
  void complain(const Entry& entry, const Entry& other, const Paper& paper);

  const Style& style_;
  Report& report_;
};

void CopiesDiffer::complain(const Entry& entry, const Entry& other, const Paper& paper) {
  const auto twin = std::find_if(paper.begin(), paper.end(),
                                 [&](const Entry* e) { return e != &entry && e->section == entry.section; });
  const bool twice = twin != paper.end();
  auto finding = report_(entry.place(),
                         shown_tag(entry) + " here, " + shown_tag(other) + " in the paper's other entry" +
                             (twice ? ", and it stands twice under this heading" : ""),
                         entry.subject());
  finding.note(other.place(), "tagged " + shown_tag(other) + " here");
  if (twice && *twin != &other) finding.note((*twin)->place(), "listed under this heading here too");
}

}  // namespace

constinit const Rule rules::copies_differ{
    .name = "copies-differ", .summary = "the entries of one paper agree on venue and year", .make = make<CopiesDiffer>};

}  // namespace paperlint
