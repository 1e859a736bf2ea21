// section-number: numbered headings count up by one. See section-number.md.
#include <string>

#include "lint/renumber.h"
#include "list/numbers.h"
#include "list/sections.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class SectionNumber final : public Sink {
 public:
  explicit SectionNumber(const Context& context) : report_(context.report) {}
  void end(const List& list) override {
    for (const auto& document : list.documents)
      if (document->reading != Reading::no_list) check(list, *document);
  }

 private:
  void check(const List& list, const Document& document);
  void number(const Section& section, const Parts& expected, const Section* above);
  void dot(const Section& section, bool wanted);
  void hidden(const Section& section);

  Report& report_;
  std::shared_ptr<const Fix> fix_;
};

void SectionNumber::number(const Section& section, const Parts& expected, const Section* above) {
  const std::string own = "'" + to_string(*section.number) + "'";
  const Section* const other = above != nullptr ? above : section.parent;
  std::string message = own;
  if (above != nullptr)
    message += (above->number->parts == section.number->parts ? " stands twice"
                                                              : " follows '" + to_string(*above->number) + "'");
  else if (section.parent->number)
    message += " stands below '" + to_string(*section.parent->number) + "'";
  else
    message += " comes first";
  auto finding = report_(section.at(section.number->digits), message + ", expected '" + to_string(expected) + "'",
                         section.rendered);
  if (other->number)
    finding.note(other->at(other->number->digits), above != nullptr ? "the number before" : "the number above");
  if (fix_ != nullptr) finding.fix_with(fix_);
}

void SectionNumber::dot(const Section& section, bool wanted) {
  auto finding = report_(section.at(section.number->digits),
                         "'" + to_string(*section.number) +
                             (wanted ? "' has no dot after it, as the other numbers of its level have"
                                     : "' has a dot after it, as no other number of its level has"),
                         section.rendered);
  if (fix_ != nullptr) finding.fix_with(fix_);
}

void SectionNumber::hidden(const Section& section) {
  report_(section.at(section.heading),
          section.number ? "'" + to_string(*section.number) + "' stands on another level than the numbers beside it"
                         : "the number is not written as those beside it",
          section.rendered);
}

void SectionNumber::check(const List& list, const Document& document) {
  const Numbers numbers(document);
  const auto wrong_dot = [&](const Section& section) {
    const int wanted = numbers.level(section).dot();
    return wanted >= 0 && !numbers.odd(section) && section.number->final_dot != (wanted == 1);
  };
  std::vector<const Section*> wrong;
  for (const Section& section : document.sections)
    if (section.number && (!numbers.expected(section).empty() || wrong_dot(section))) wrong.push_back(&section);
  for (const Section* section : numbers.hidden()) hidden(*section);
  if (wrong.empty()) return;
  fix_ = renumbering(list, document, numbers);
  for (const Section* section : wrong) {
    const Parts expected = numbers.expected(*section);
    if (!expected.empty())
      number(*section, expected, numbers.before(*section));
    else
      dot(*section, numbers.level(*section).dot() == 1);
  }
}

}  // namespace

constinit const Rule rules::section_number{
    .name = "section-number",
    .summary = "numbered headings count up by one and begin with their parent's number",
    .fix = Safety::unsafe,
    .needs_entries = false,
    .make = make<SectionNumber>};

}  // namespace paperlint
