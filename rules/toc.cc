// toc: the table of contents lists the headings below it. See toc.md.
#include <algorithm>
#include <string>

#include "list/contents_style.h"
#include "list/misled.h"
#include "list/missing.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }
std::string text_of(const ContentsLine& line) { return quoted(line.link->at(line.link->text).text()); }

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
  for (const Contents& contents : all) {
    const std::vector<Misled> wrong = misled_lines(document, contents);
    for (const Misled& one : wrong) {
      misled(contents, one);
      listed[one.meant->index] = true;
    }
    for (const Repeated& one : repeated_lines(document, contents, wrong)) repeated(contents, one);
  }
  for (const Contents& contents : all) {
    const ContentsStyle style(document, contents);
    for (const Section* section : missing_headings(document, contents, listed)) {
      if (!style.may_be_meant(*section)) missing(contents, style, *section);
      listed[section->index] = true;
    }
  }
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
  finding.note(repeated.first->link->at(repeated.first->link->whole), "it stands here too");
  // Of two lines the one without lines below it goes.
  const auto bare = [](const ContentsLine* one) {
    return item_of(*one->link->document, *one).whole == one->leaf->lines;
  };
  const ContentsLine* const gone = bare(repeated.line) ? repeated.line : repeated.first;
  if (!repeated.sure || !bare(gone)) return;
  finding.fix({safety(contents), Effect::form, "remove one of the lines", {{gone->link->at(gone->leaf->lines), ""}}});
}

void Toc::missing(const Contents& contents, const ContentsStyle& style, const Section& section) {
  auto finding = report_(section.at(section.heading), quoted(section.rendered) + " is not in the table of contents",
                         section.rendered);
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
                                .fix = Safety::unsafe,
                                .needs_entries = false,
                                .make = make<Toc>};

}  // namespace paperlint
