// anchor: links within the list lead somewhere. See anchor.md.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "list/anchors.h"
#include "list/definitions.h"
#include "list/near_anchors.h"
#include "list/relative.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr const Rule* kGoBefore[] = {&rules::also_in, &rules::toc};

/// What one file offers; made when it is first asked for.
struct Offers {
  explicit Offers(const Document& document, Renderer renderer) : anchors(document, renderer), near(document) {}
  const Anchors anchors;
  NearAnchors near;
};

class Anchor final : public Sink {
 public:
  explicit Anchor(const Context& context) : report_(context.report), facts_(context.facts), files_(context.list) {}

  void document(const Document& document) override {
    for (const Span address : document.html_addresses) check({&document, address, address, {}});
    for (const Span address : definition_addresses(document)) check({&document, address, address, {}});
  }
  void link(const Link& link) override { check({link.document, link.whole, link.address, link.text}); }
  void end(const List&) override;

 private:
  /// A link, in Markdown or HTML, or a definition of links.
  struct Way {
    const Document* document;
    Span whole, address, text;
    [[nodiscard]] std::string_view view(Span span) const { return document->source->text(span); }
    [[nodiscard]] Place at(Span span) const { return {document->source.get(), span}; }
  };
  void check(const Way& way);
  /// A link that leads nowhere, and where it should.
  struct Dead {
    Way way;
    Offers* offers;
    std::string_view fragment;
  };
  void tell(const Dead& dead);
  void path(const Way& way, std::string_view path);
  std::string instead_of(const Way& way, std::string_view path) const;
  Offers& offers(const Document& document) {
    return offers_.try_emplace(&document, document, facts_.renderer).first->second;
  }

  Report& report_;
  const Facts& facts_;
  const ListFiles files_;
  std::map<const Document*, Offers> offers_;
  std::vector<Dead> dead_;
};

Fix fix(Place at, std::string_view before, std::string with) {
  std::string title = "lead to '" + std::string(before) + with + "'";
  return {Safety::unsafe, Effect::field, std::move(title), {{at, std::move(with)}}};
}

bool in_its_heading(const Place& link, const NearAnchors::Near& near) {
  return near.section != nullptr && link.source == near.section->document->source.get() &&
         near.section->whole.contains(link.span);
}

/// Whether a target is one to offer: what HTML names may be no address, and the text of a link within a heading is that
/// heading's, wherever the link leads.
bool is_sure(const Place& link, const NearAnchors::Near& near, const std::string& fragment) {
  if (near.anchor.find_first_of(" \t\r\n()<>\"'\\") != std::string_view::npos) return false;
  return !in_its_heading(link, near) || fragment.find_first_not_of("0123456789.#-") == std::string::npos ||
         near.anchor.find(slug(fragment)) != std::string_view::npos;
}

void Anchor::check(const Way& way) {
  const std::string_view address = way.view(way.address);
  if (!is_relative(address)) return;
  const Relative parts = split_relative(address);
  const Document* const target = files_(*way.document, parts.path);
  if (target == nullptr && !parts.path.empty()) return path(way, parts.path);
  // `#/page`, `#id=x`, `#:~:text=x` are read by scripts and browsers.
  const bool place = parts.has_fragment && parts.fragment.find_first_of("/=") == std::string_view::npos;
  if (target == nullptr || !place) return;
  Offers& offers = this->offers(*target);
  if (!offers.anchors(parts.fragment).there) dead_.push_back({way, &offers, parts.fragment});
}

void Anchor::end(const List&) {
  std::map<Offers*, std::size_t> counts;
  for (const Dead& dead : dead_) ++counts[dead.offers];
  for (const auto& [offers, count] : counts) offers->near.expect(count);
  for (const Dead& dead : dead_) tell(dead);
}

void Anchor::tell(const Dead& dead) {
  const auto& [way, offers, fragment] = dead;
  const std::string shown = "'#" + std::string(fragment) + "'";
  const Place link = way.at(way.whole);
  auto near = offers->near(fragment, way.view(way.text));
  if (near && !is_sure(link, *near, fragment_of(fragment))) near.reset();
  const std::string message = shown + (near ? " leads nowhere, expected '#" + std::string(near->anchor) + "'"
                                            : " leads nowhere: no heading has this anchor");
  auto finding = report_(link, message, std::string(way.view(way.address)));
  if (!near) return;
  if (in_its_heading(link, *near)) finding.severity(Severity::note);  // readers are there already
  if (near->section != nullptr) finding.note(near->section->at(near->section->heading), "the heading that is meant");
  const std::uint32_t end = way.address.end;
  const std::uint32_t begin = end - static_cast<std::uint32_t>(fragment.size());
  finding.fix(fix(way.at({begin, end}), "#", std::string(near->anchor)));
}

void Anchor::path(const Way& way, std::string_view path) {
  const Source& source = *way.document->source;
  if (!facts_.exists || facts_.exists(source, path).value_or(true)) return;
  const std::string other = instead_of(way, path);
  const std::string message =
      "there is no '" + std::string(path) + "' in the repository" + (other.empty() ? "" : ", expected '" + other + "'");
  auto finding = report_(way.at(way.whole), message, std::string(path));
  if (other.empty()) return;
  const std::uint32_t begin = way.address.begin;
  finding.fix(fix(way.at({begin, begin + static_cast<std::uint32_t>(path.size())}), "", other));
}

/// Another way to write the path that leads to something.
std::string Anchor::instead_of(const Way& way, std::string_view path) const {
  const Source& source = *way.document->source;
  const bool from_top = path.front() == '/';
  std::vector<std::string> others = {std::string(path) + ".md", std::string(path) + "/README.md",
                                     from_top ? std::string(path.substr(1)) : "/" + std::string(path)};
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && path.substr(dot) != ".md")
    others.push_back(std::string(path.substr(0, dot)) + ".md");
  const auto there = [&](const std::string& other) { return facts_.exists(source, other).value_or(false); };
  const auto found = std::find_if(others.begin(), others.end(), there);
  return found == others.end() ? "" : *found;
}

}  // namespace

constinit const Rule rules::anchor{.name = "anchor",
                                   .summary = "links to headings and files of the repository lead somewhere",
                                   .severity = Severity::error,
                                   .fix = Safety::unsafe,
                                   .yields_to = kGoBefore,
                                   .needs_entries = false,
                                   .make = make<Anchor>};

}  // namespace paperlint
