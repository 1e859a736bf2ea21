// toc: the table of contents lists the headings below it. See toc.md.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "list/contents_style.h"
#include "list/misled.h"
#include "list/missing.h"
#include "list/style.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }
std::string text_of(const ContentsLine& line) { return quoted(line.link->at(line.link->text).text()); }

/// The part of a place that a new text differs in, in whole lines, and what stands there then.
Edit differing_lines(Place at, std::string_view text) {
  std::string_view old = at.text();
  const auto first = [](std::string_view lines) { return lines.substr(0, lines.find('\n') + 1); };
  while (!first(old).empty() && first(old) == first(text)) {
    at.span.begin += static_cast<std::uint32_t>(first(old).size());
    text.remove_prefix(first(old).size());
    old = at.text();
  }
  const auto last = [](std::string_view lines) {
    const std::size_t before = lines.size() < 2 ? std::string_view::npos : lines.rfind('\n', lines.size() - 2);
    return lines.substr(before == std::string_view::npos ? 0 : before + 1);
  };
  while (!old.empty() && !text.empty() && last(old) == last(text)) {
    at.span.end -= static_cast<std::uint32_t>(last(old).size());
    text.remove_suffix(last(text).size());
    old = at.text();
  }
  return {at, std::string(text)};
}

class Toc final : public Sink {
 public:
  explicit Toc(const Context& context) : report_(context.report), renderer_(context.facts.renderer) {}
  void end(const List& list) override {
    for (const auto& document : list.documents)
      if (document->reading != Reading::no_list) check(*document);
  }

 private:
  void check(const Document& document);
  void misled(const Contents& contents, const Misled& misled);
  void repeated(const Contents& contents, const Repeated& repeated);
  void missing(const Contents& contents, const ContentsStyle& style, const Section& section);
  Report::Finding lacks(const Section& section);
  bool stale(const Document& document, const Contents& contents, const ContentsStyle& style,
             const std::vector<const Section*>& missing);
  void dead(const ContentsLine& line, const std::shared_ptr<const Fix>& fix);
  static Safety safety(const Contents& contents) { return contents.generated ? Safety::safe : Safety::unsafe; }

  Report& report_;
  const Renderer renderer_;
};

void Toc::check(const Document& document) {
  const auto to_anchor = [&](const Link& link) {
    return document.source->text(link.address).find('#') != std::string_view::npos;
  };
  if (std::count_if(document.links.begin(), document.links.end(), to_anchor) < 3) return;
  const Anchors anchors(document, renderer_);
  NearAnchors near(document);
  const std::vector<Contents> all = find_contents(document, anchors, near);
  if (all.empty()) return;
  std::vector<bool> listed = listed_headings(document, all, anchors);
  std::vector<bool> right;  // by contents: all lines lead where they say
  for (const Contents& contents : all) {
    const std::vector<Misled> wrong = misled_lines(document, contents);
    for (const Misled& one : wrong) {
      misled(contents, one);
      listed[one.meant->index] = true;
    }
    right.push_back(wrong.empty());
    for (const Repeated& one : repeated_lines(document, contents, wrong)) repeated(contents, one);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ContentsStyle style(document, all[i]);
    const auto lacking = missing_headings(document, all[i], listed);
    const bool told = all[i].generated && right[i] && stale(document, all[i], style, lacking);
    for (const Section* section : lacking) {
      if (!told && !style.may_be_meant(*section)) missing(all[i], style, *section);
      listed[section->index] = true;
    }
  }
}

/// What a tool wrote, and would write otherwise now: lines without a heading, or out of the order of the headings.
/// False where there are none, and where nothing tells how it would write.
bool Toc::stale(const Document& document, const Contents& contents, const ContentsStyle& style,
                const std::vector<const Section*>& missing) {
  std::set<std::uint32_t> sections;
  std::vector<const ContentsLine*> dead_lines, lines;
  std::vector<int> order;
  for (const ContentsLine& line : contents.lines) {
    if (line.target != nullptr) sections.insert(line.target->index);
    if (line.dead) {
      dead_lines.push_back(&line);
    } else if (line.target != nullptr) {
      lines.push_back(&line);
      order.push_back(static_cast<int>(line.target->index));
    }
  }
  const std::vector<bool> stays = longest_run(order);
  if (dead_lines.empty() && std::count(stays.begin(), stays.end(), false) == 0) return false;
  for (const Section* section : missing) sections.insert(section->index);
  std::vector<const Section*> headings;
  for (const std::uint32_t section : sections) headings.push_back(&document.sections[section]);
  const auto text = style.afresh(headings);
  if (!text) return false;
  const Edit edit = differing_lines({document.source.get(), contents.whole}, *text);
  const auto fix = std::make_shared<const Fix>(Fix{Safety::safe, Effect::form, "write the contents afresh", {edit}});
  for (const ContentsLine* line : dead_lines) dead(*line, fix);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!stays[i])
      report_(lines[i]->link->at(lines[i]->link->whole),
              text_of(*lines[i]) + " stands out of the order of the headings", lines[i]->target->rendered)
          .severity(Severity::warning)
          .note(lines[i]->target->at(lines[i]->target->heading), "its heading")
          .fix_with(fix);
  for (const Section* section : missing) lacks(*section).fix_with(fix);
  return true;
}

void Toc::dead(const ContentsLine& line, const std::shared_ptr<const Fix>& fix) {
  const Section* const now = line.target;
  auto finding = report_(line.link->at(line.link->whole),
                         text_of(line) + (now == nullptr ? " leads nowhere: there is no such heading"
                                                         : " leads nowhere, expected " + quoted(now->rendered)),
                         std::string(line.link->at(line.link->address).text()));
  if (now != nullptr) finding.note(now->at(now->heading), "the heading that is meant");
  finding.fix_with(fix);
}

void Toc::misled(const Contents& contents, const Misled& misled) {
  const Link& link = *misled.line->link;
  const std::string_view address = link.at(link.address).text();
  const auto begin = link.address.begin + static_cast<std::uint32_t>(address.find('#') + 1);
  const Section& led = *misled.line->target;
  const bool same = led.rendered == misled.meant->rendered;
  const std::string where = same ? "the heading below " + quoted(led.parent->rendered) : quoted(led.rendered);
  report_(link.at(link.whole),
          text_of(*misled.line) + " leads to " + where + ", expected '#" + misled.meant->slug + "'",
          misled.meant->rendered)
      .severity(Severity::warning)
      .note(misled.meant->at(misled.meant->heading), "the heading that is meant")
      .fix({safety(contents),
            Effect::form,
            "lead to '#" + misled.meant->slug + "'",
            {{link.at({begin, link.address.end}), misled.meant->slug}}});
}

void Toc::repeated(const Contents& contents, const Repeated& repeated) {
  const ContentsLine& line = *repeated.line;
  auto finding = report_(line.link->at(line.link->whole), text_of(line) + " stands in the contents twice",
                         std::string(line.link->at(line.link->whole).text()));
  finding.severity(Severity::warning).note(repeated.first->link->at(repeated.first->link->whole), "it stands here too");
  // Of two lines the one without lines below it goes.
  const auto bare = [](const ContentsLine* one) {
    return item_of(*one->link->document, *one).whole == one->leaf->lines;
  };
  const ContentsLine* const gone = bare(repeated.line) ? repeated.line : repeated.first;
  if (!repeated.sure || !bare(gone)) return;
  finding.fix({safety(contents), Effect::form, "remove one of the lines", {{gone->link->at(gone->leaf->lines), ""}}});
}

Report::Finding Toc::lacks(const Section& section) {
  return report_(section.at(section.heading), quoted(section.rendered) + " is not in the table of contents",
                 section.rendered)
      .severity(Severity::warning);
}

void Toc::missing(const Contents& contents, const ContentsStyle& style, const Section& section) {
  auto finding = lacks(section);
  if (const ContentsLine* const before = style.before(section))
    finding.note(before->link->at(before->link->whole), "it would stand after this line");
  const auto line = style.line_for(section);
  if (!line) return;
  finding.fix(
      {safety(contents), Effect::form, "add it to the contents", {{section.at({line->at, line->at}), line->text}}});
}

}  // namespace

constinit const Rule rules::toc{.name = "toc",
                                .summary = "the table of contents lists each heading once, and leads to it",
                                .severity = Severity::error,
                                .fix = Safety::unsafe,
                                .needs_entries = false,
                                .make = make<Toc>};

}  // namespace paperlint
