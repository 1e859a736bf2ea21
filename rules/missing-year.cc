// missing-year: every entry tells its year where nearly all do. See missing-year.md.
#include <string>

#include "list/untold_years.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class MissingYear final : public Sink {
 public:
  explicit MissingYear(const Context& context) : today_(context.facts.today), report_(context.report) {}
  void document(const Document& document) override {
    const UntoldYears untold = untold_years(document, static_cast<std::uint16_t>(today_.year + 1));
    const std::string others = std::to_string(untold.all - untold.entries.size()) + " of " + std::to_string(untold.all);
    for (const Entry* entry : untold.entries)
      report_(entry->place(), "the entry tells no year, as " + others + " do", entry->subject());
  }

 private:
  const Date today_;
  Report& report_;
};

}  // namespace

constinit const Rule rules::missing_year{
    .name = "missing-year", .summary = "every entry tells its year where nearly all do", .make = make<MissingYear>};

}  // namespace paperlint
