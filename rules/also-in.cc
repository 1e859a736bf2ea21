// also-in: "also in" references lead to a section that lists the paper. See also-in.md.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "list/anchors.h"
#include "list/copies.h"
#include "list/relative.h"
#include "list/sections.h"
#include "rules/rules.h"
#include "text/slug.h"

namespace paperlint {
namespace {

constexpr std::string_view kRepeatWords[] = {"auto", "mark", "ignore"};
constexpr Option kRepeats{.name = "repeats",
                          .value = "auto",
                          .help = "papers that stand in several sections without a reference: as notes, or not at all",
                          .words = kRepeatWords};
constexpr const Option* kOptions[] = {&kRepeats};

bool below(const Section* section, const Section* top) {
  while (section != nullptr && section != top) section = section->parent;
  return section != nullptr;
}

/// A number as it is compared: `2.10.` is `2.10`.
std::string_view bare(std::string_view number) {
  while (!number.empty() && (number.back() == '.' || number.back() == ' ')) number.remove_suffix(1);
  return number;
}

/// The sections of one file, as references name them.
class Targets {
 public:
  Targets(const Document& document, Renderer renderer) : anchors_(document, renderer) {
    for (const Section& section : document.sections)
      if (section.number) numbers_.emplace(to_string(*section.number), &section);
  }
  [[nodiscard]] Anchors::Target by_anchor(std::string_view address) const { return anchors_(address.substr(1)); }
  [[nodiscard]] const Section* by_number(std::string_view text) const {
    const auto at = numbers_.find(std::string(bare(text)));
    return at == numbers_.end() ? nullptr : at->second;
  }

 private:
  Anchors anchors_;
  std::map<std::string, const Section*> numbers_;
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789. ") == std::string_view::npos;
}

std::string quoted(const Section& section) { return "'" + link_text(section) + "'"; }

class AlsoIn final : public Sink {
 public:
  explicit AlsoIn(const Context& context)
      : report_(context.report), renderer_(context.facts.renderer), repeats_(context.settings[kRepeats]) {}
  void entry(const Entry& entry) override {
    if (!entry.references.empty()) referring_.push_back(&entry);
  }
  void take_habits(const Sink& before, const SectionMap& /*sections*/) override {
    marks_repeats_ = static_cast<const AlsoIn&>(before).marks_repeats_.value_or(false);
  }
  void end(const List& list) override;

 private:
  void check(const Entry& entry);
  void check(const Entry& entry, const CrossReference& reference);
  const Document* led_to(const Entry& entry, const CrossReference& reference) const;
  const Section* resolve(const Entry& entry, const CrossReference& reference) const;
  const Section* meant(const Entry& entry) const;
  const Entry* copy_in(const Entry& entry, const Section& section) const;
  std::string complaint(const Entry& entry, const CrossReference& reference) const;
  void repeats(const Paper& paper);
  void join(const std::vector<const Document*>& documents);
  bool refers(const Entry& entry, const Section* section) const;
  [[nodiscard]] const Paper* paper_of(const Entry& entry) const {
    const auto at = papers_.find(&entry);
    return at == papers_.end() ? nullptr : at->second;
  }

  Report& report_;
  const Renderer renderer_;
  const std::string_view repeats_;
  std::optional<bool> marks_repeats_;  // nearly all papers that stand in several sections bear a reference
  std::vector<const Entry*> referring_;
  std::unordered_map<const Entry*, const Paper*> papers_;
  std::unordered_map<const Document*, Targets> targets_;
  std::map<std::string, const Document*> files_;  // those among which a paper stands once, where there are several
  std::map<std::string, const Document*> homes_;  // of a section's number: the one of them that has it; nullptr if more
};

/// The file that a reference leads into: its own; that of its path; for a number that its own lacks, the one other that
/// has it. Nothing where nobody can tell.
const Document* AlsoIn::led_to(const Entry& entry, const CrossReference& reference) const {
  const std::string_view number = entry.text(reference.text);
  const Document* const home = entry.document;
  const bool alone = files_.count(resolved("", home->source->path())) == 0;  // a mirror, or a List of one file
  if (!reference.address) {
    const auto at = homes_.find(std::string(bare(number)));
    const bool own = alone || at == homes_.end() || targets_.at(home).by_number(number) != nullptr;
    return own ? home : at->second;
  }
  const std::string_view address = entry.text(*reference.address);
  if (!address.empty() && address.front() == '#') return home;
  const Relative parts = split_relative(address);
  if (!is_relative(address) || parts.path.empty() || parts.path.front() == '/' || parts.fragment.empty())
    return nullptr;
  if (alone) return nullptr;
  const auto at = files_.find(resolved(home->source->path(), decode_fragment(parts.path)));
  return at == files_.end() ? nullptr : at->second;
}

const Section* AlsoIn::resolve(const Entry& entry, const CrossReference& reference) const {
  const Document* const document = led_to(entry, reference);
  if (document == nullptr) return nullptr;
  const Targets& targets = targets_.at(document);
  if (!reference.address) return targets.by_number(entry.text(reference.text));
  const std::string_view address = entry.text(*reference.address);
  const std::size_t anchor = address.find('#');
  return anchor == std::string_view::npos ? nullptr : targets.by_anchor(address.substr(anchor)).section;
}

const Entry* AlsoIn::copy_in(const Entry& entry, const Section& section) const {
  const Paper* const paper = paper_of(entry);
  if (paper == nullptr) return nullptr;
  const auto at = std::find_if(paper->begin(), paper->end(), [&](const Entry* other) {
    return other != &entry && other->document == section.document && other->section != entry.section &&
           below(other->section, &section);
  });
  return at == paper->end() ? nullptr : *at;
}

bool AlsoIn::refers(const Entry& entry, const Section* section) const {
  return std::any_of(entry.references.begin(), entry.references.end(), [&](const CrossReference& reference) {
    const Section* const target = resolve(entry, reference);
    return target != nullptr && below(section, target);
  });
}

/// The one section with a heading that lists the paper too and that no reference of the entry leads to yet.
const Section* AlsoIn::meant(const Entry& entry) const {
  const Paper* const paper = paper_of(entry);
  if (paper == nullptr) return nullptr;
  const Section* found = nullptr;
  for (const Entry* other : *paper) {
    if (other->document != entry.document || other->section == entry.section || other->section == found ||
        other->section->level == 0 || refers(entry, other->section))
      continue;
    if (found != nullptr) return nullptr;
    found = other->section;
  }
  return found;
}

/// The section that a reference to `section` names: where sections are numbered, one with a number;
/// never a bare year, which says nothing by itself.
const Section& nameable(const Section& section) {
  const Section* numbered = &section;
  while (numbered->level > 0 && !numbered->number) numbered = numbered->parent;
  if (numbered->level > 0) return *numbered;
  const Section* found = &section;
  while (found->parent->level > 0 && found->rendered.find_first_not_of("0123456789~ ") == std::string::npos)
    found = found->parent;
  return *found;
}

/// A reference to a section, by the number or the name that it bears today.
std::string reference_to(const Section& section, bool bare) {
  const std::string number = section.number ? to_string(*section.number) : std::string();
  if (bare && !number.empty()) return number;
  return "[" + (number.empty() ? link_text(section) : number) + "](#" + section.slug + ")";
}

/// What is wrong with a reference; "" where nothing is.
std::string AlsoIn::complaint(const Entry& entry, const CrossReference& reference) const {
  const Targets& targets = targets_.at(led_to(entry, reference));
  const std::string text(entry.text(reference.text));
  const Section* const section = resolve(entry, reference);
  if (section == nullptr)
    return reference.address ? "no section has the anchor '" + std::string(entry.text(*reference.address)) + "'"
                             : "there is no section '" + text + "'";
  if (is_number(text) && (!section->number || to_string(*section->number) != bare(text))) {
    const Section* const other = targets.by_number(text);
    return "'" + text + "' and the anchor disagree: the anchor is that of " + quoted(*section) +
           (other != nullptr ? ", the number that of " + quoted(*other) : "");
  }
  if (section != entry.section && copy_in(entry, *section) != nullptr) return {};
  return below(entry.section, section) ? "the reference leads to the section that it stands in"
                                       : quoted(*section) + " does not list this paper";
}

void AlsoIn::check(const Entry& entry, const CrossReference& reference) {
  const Document* const document = led_to(entry, reference);
  if (document == nullptr) return;
  const bool away = document != entry.document;
  if (away && resolve(entry, reference) == nullptr) return;  // the anchor rule tells of it
  if (reference.address && !away) {
    const Anchors::Target target = targets_.at(entry.document).by_anchor(entry.text(*reference.address));
    if (target.there && target.section == nullptr) return;  // `<a name>`: a place, but of no section
  }
  const std::string message = complaint(entry, reference);
  if (message.empty()) return;
  auto finding =
      report_(entry.at(reference.target), message, std::string(entry.text(reference.target)) + " " + entry.subject());
  const Section* const led = resolve(entry, reference);
  const bool there = led != nullptr && led != entry.section && copy_in(entry, *led) != nullptr;
  const Section* const section = there ? led : meant(entry);
  if (section == nullptr || away) return;
  const Entry* const copy = copy_in(entry, *section);
  finding.note(copy->place(), "the paper also stands here, in " + quoted(*section));
  const Section& target = nameable(*section);
  if (&target == entry.section) return;  // it would lead to where it stands
  finding.fix({.safety = Safety::unsafe,
               .effect = Effect::field,
               .title = "refer to " + quoted(target),
               .edits = {{entry.at(reference.target), reference_to(target, !reference.address)}}});
}

void AlsoIn::check(const Entry& entry) {
  for (const CrossReference& reference : entry.references) {
    const std::string_view address = reference.address ? entry.text(*reference.address) : std::string_view("#");
    if (!address.empty() && (reference.address || is_number(entry.text(reference.text)))) check(entry, reference);
  }
}

/// Notes the copies of a paper that stand in another section and do not say so.
void AlsoIn::repeats(const Paper& paper) {
  for (const Entry* entry : paper) {
    const auto other = std::find_if(paper.begin(), paper.end(), [&](const Entry* copy) {
      return copy->document == entry->document && copy->section != entry->section && !refers(*entry, copy->section);
    });
    const bool says = entry->text(entry->rest).find("lso in") != std::string_view::npos;
    if (other == paper.end() || !entry->references.empty() || says) continue;
    const Section& section = *(*other)->section;
    if (section.level == 0) continue;
    auto finding = report_(entry->place(), "the paper also stands in " + quoted(section) + ", and does not say so",
                           entry->subject());
    finding.severity(Severity::note).note((*other)->place(), "it stands here too");
    const Section& target = nameable(section);
    if (&target == entry->section) continue;
    const std::uint32_t end =
        std::max(entry->title_link() != nullptr ? entry->title_link()->whole.end : entry->title.end, entry->rest.end);
    finding.fix({.safety = Safety::unsafe,
                 .effect = Effect::field,
                 .title = "add a reference to " + quoted(section),
                 .edits = {{entry->at({end, end}), " [also in " + reference_to(target, false) + "]"}}});
  }
}

void AlsoIn::join(const std::vector<const Document*>& documents) {
  for (const Document* document : documents) {
    files_.emplace(resolved("", document->source->path()), document);
    for (const Section& section : document->sections) {
      if (!section.number) continue;
      const auto [at, fresh] = homes_.try_emplace(to_string(*section.number), document);
      if (!fresh && at->second != document) at->second = nullptr;
    }
  }
}

void AlsoIn::end(const List& list) {
  if (referring_.empty() && repeats_ != "mark") return;
  for (const Paper& paper : list.copies().papers)
    for (const Entry* entry : paper) papers_[entry] = &paper;
  for (const auto& document : list.documents) targets_.emplace(document.get(), Targets(*document, renderer_));
  if (list.copies().parts.front().size() > 1) join(list.copies().parts.front());
  for (const Entry* entry : referring_) check(*entry);
  std::size_t repeated = 0, marked = 0;
  std::vector<const Paper*> across;
  for (const Paper& paper : list.copies().papers) {
    const bool elsewhere =
        std::any_of(paper.begin(), paper.end(), [&](const Entry* e) { return e->section != paper.front()->section; });
    if (!elsewhere) continue;
    across.push_back(&paper);
    ++repeated;
    if (std::any_of(paper.begin(), paper.end(), [](const Entry* e) { return !e->references.empty(); })) ++marked;
  }
  if (!marks_repeats_) marks_repeats_ = repeated >= 5 && marked * 5 >= repeated * 4;
  if (repeats_ == "mark" || (repeats_ == "auto" && *marks_repeats_))
    for (const Paper* paper : across) repeats(*paper);
}

}  // namespace

constinit const Rule rules::also_in{.name = "also-in",
                                    .summary = "\"also in\" references lead to a section that lists the paper",
                                    .severity = Severity::error,
                                    .fix = Safety::unsafe,
                                    .options = kOptions,
                                    .asks_copies = true,
                                    .make = make<AlsoIn>};

}  // namespace paperlint
