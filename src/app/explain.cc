#include "app/explain.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pages.h"
#include "app/remarks.h"
#include "report/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// Headings bold, examples faint and indented, without the marks around them.
void show_page(std::string_view page, std::ostream& out, const Paint& paint) {
  bool in_example = false;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (line.substr(0, 3) == "```") {
      in_example = !in_example;
      if (in_example && line.size() > 3) out << paint(Ink::faint, line.substr(3)) << '\n';
    } else if (in_example) {
      out << "    " << line << '\n';
    } else if (marks != 0 && line.substr(marks, 1) == " ") {
      out << paint(Ink::bold, line.substr(marks + 1)) << '\n';
    } else {
      out << line << '\n';
    }
  }
}

}  // namespace

std::string_view page_of(std::string_view rule) {
  const RulePage* const end = rule_pages + rule_page_count;
  const RulePage* const page = std::find_if(rule_pages, end, [&](const RulePage& one) { return one.name == rule; });
  return page == end ? std::string_view() : page->text;
}

Outcome explain(std::string_view rule, const Streams& streams, const Terminal& terminal) {
  const std::string_view page = page_of(rule);
  if (page.empty()) {
    const std::string_view nearest = rules::nearest(rule);
    complain(streams.err, "",
             fmt::format("there is no rule '{}'{} ('paperlint rules' lists all)", rule,
                         nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
    return Outcome::failed;
  }
  if (terminal.is_terminal || terminal.color)
    show_page(page, streams.out, Paint(terminal.color));
  else
    streams.out << page;
  return Outcome::clean;
}

Outcome list_rules(const Streams& streams, const Terminal& terminal) {
  const Paint paint(terminal.color);
  std::size_t width = 4;
  for (const Rule* rule : rules::all) width = std::max(width, rule->name.size());
  streams.out << paint(Ink::bold, fmt::format("{:<{}}  {:<8}  {:<6}  {}", "rule", width, "severity", "fix", "summary"))
              << '\n';
  for (const Rule* rule : rules::all)
    streams.out << fmt::format("{:<{}}  {}  {:<6}  {}\n", rule->name, width,
                               paint(ink_of(rule->severity), fmt::format("{:<8}", name(rule->severity))),
                               rule->fix ? name(*rule->fix) : "", rule->summary);
  return Outcome::clean;
}

}  // namespace paperlint
