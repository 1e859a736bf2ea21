// arxiv-date: a preprint is dated as its arXiv identifier is. See arxiv-date.md.
#include <algorithm>
#include <array>
#include <string>

#include "list/claims.h"
#include "list/grammar.h"
#include "list/style.h"
#include "rules/rules.h"
#include "text/markup.h"

namespace paperlint {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

class ArxivDate final : public Sink {
 public:
  explicit ArxivDate(const Context& context) : style_(*context.list.style), report_(context.report) {}
  void entry(const Entry& entry) override {
    if (style_.misdated(entry)) say(entry);
    if (style_.misposted(entry)) say_posted(entry);
  }

 private:
  void say(const Entry& entry);
  void say_posted(const Entry& entry);

  const Style& style_;
  Report& report_;
};

std::string announced_as(const Announcement& truth) {
  return "arXiv " + std::string(truth.identifier.substr(truth.identifier.find(':') + 1)) + ", announced in " +
         std::string(kMonths[truth.month.month - 1U]) + " " + std::to_string(truth.month.year);
}

/// No fix: the link may be the wrong one.
void ArxivDate::say_posted(const Entry& entry) {
  const Span at = entry.posted->span;
  report_(entry.at(at), std::string(entry.text(at)) + " is not the date of " + announced_as(*announcement(entry.ids)),
          entry.subject());
}

/// The month that stands right before a year, as in `22 Jan 2019`; 0 without one.
std::uint8_t month_before(const Entry& entry, Span year) {
  std::string_view before = entry.text({std::min(entry.body.begin, year.begin), year.begin});
  while (!before.empty() && std::string_view(" ,.").find(before.back()) != std::string_view::npos)
    before.remove_suffix(1);
  std::size_t word = before.size();
  while (word > 0 && markup::is_letter(before[word - 1])) --word;
  return month_of(before.substr(word));
}

void ArxivDate::say(const Entry& entry) {
  const PostingClaim claim = *posting_claim(entry);
  const Announcement truth = *announcement(entry.ids);
  const Date announced{truth.month.year, truth.month.month, 0};
  const std::uint8_t month = month_before(entry, claim.year);
  if (month != 0 && !denies(announced, {claim.date.year, month, 0})) return;
  const std::string year = std::to_string(truth.month.year);
  const std::string digits = claim.year.size() == 2 ? year.substr(2) : year;
  const std::string written(entry.text(claim.at));
  std::string right = written;
  right.replace(claim.year.begin - claim.at.begin, claim.year.size(), digits);
  auto finding = report_(entry.at(claim.at), written + " is not the year of " + announced_as(truth), entry.subject());
  if (denies(announced, {truth.month.year, month, 0})) return;  // nor is the month: all of it is in doubt
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "write " + right,
               .edits = {{entry.at(claim.year), digits}}});
}

}  // namespace

constinit const Rule rules::arxiv_date{.name = "arxiv-date",
                                       .summary = "a preprint bears the year of its arXiv identifier",
                                       .fix = Safety::unsafe,
                                       .make = make<ArxivDate>};

}  // namespace paperlint
