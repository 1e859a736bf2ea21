// venue-name: venues bear their own names, rightly spelt. See venue-name.md.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "list/style.h"
#include "rules/rules.h"
#include "rules/venues/slip.h"
#include "rules/venues/uses.h"

namespace paperlint {
namespace {

constexpr std::size_t kShortest = 5;            // letters of a word that may be guessed at
constexpr std::size_t kSeldom = 2, kOften = 5;  // how often a list writes a slip, and what it means

/// What is wrong with some uses of a name, and how they are mended.
struct Trouble {
  std::string right, why;
  Safety safety = Safety::safe;
  Effect effect = Effect::form;
  bool once = false;  // one finding for all of them
};

class VenueName final : public Sink {
 public:
  explicit VenueName(const Context& context) : report_(context.report), uses_(*context.facts.venues) {}

  void entry(const Entry& entry) override { uses_.add(entry); }

  void take_habits(const Sink& before, const SectionMap& sections) override {
    changed_ = true;
    for (const auto& [key, habit] : static_cast<const VenueName&>(before).servers_)
      servers_[key] = habit.carried_over(sections);
  }

  void end(const List&) override {
    for (const auto& [venue, writings] : uses_.all()) {
      if (venue == nullptr)
        unknown(writings);
      else if (venue->kind == VenueKind::preprint)
        preprint(writings);
      else
        known(*venue, writings);
    }
  }

 private:
  void tell(const std::vector<VenueUse>& uses, const Trouble& trouble);
  void known(const Venue& venue, const VenueUses::Writings& writings);
  void vote(const VenueUses::Writings& writings);
  void preprint(const VenueUses::Writings& writings);
  void unknown(const VenueUses::Writings& writings);

  Report& report_;
  VenueUses uses_;
  std::map<std::string, Habit> servers_;  // by their key
  bool changed_ = false;                  // the habits are those of the old text
};

void VenueName::tell(const std::vector<VenueUse>& uses, const Trouble& trouble) {
  const auto edit = [&](const VenueUse& use) { return Edit{use.entry->at(use.span), trouble.right}; };
  for (const VenueUse& use : uses) {
    const std::string text(use.entry->text(use.span));
    const bool many = trouble.once && uses.size() > 1;
    const std::string times = many ? " (" + std::to_string(uses.size()) + " times) " : " ";
    auto finding = report_(use.entry->at(use.span), "'" + text + "'" + times + trouble.why,
                           trouble.once ? text : text + " " + use.entry->subject());
    Fix fix{trouble.safety, trouble.effect, "write " + trouble.right + (many ? " everywhere" : ""), {}};
    if (many)
      std::transform(uses.begin(), uses.end(), std::back_inserter(fix.edits), edit);
    else
      fix.edits.push_back(edit(use));
    finding.fix(std::move(fix));
    if (trouble.once) return;
  }
}

/// Another case or form than the venue's own, where the list has the own one too; a name that was given up.
void VenueName::known(const Venue& venue, const VenueUses::Writings& writings) {
  const RightWritings right_ones(writings);
  const VenueWriting* const own = right_ones.like(venue.name);
  const std::string name(own != nullptr ? own->named.text : venue.name);
  for (const auto& [text, writing] : writings) {
    const VenueWriting* const right = writing.named.is_own ? nullptr : right_ones.like(text);
    if (right != nullptr) {
      const std::string form(right->named.text);
      tell(writing.uses, {.right = form,
                          .why = "is not how the venue writes its name, expected '" + form + "'",
                          .once = writing.uses.size() > right->uses.size()});
    }
    const std::uint16_t until = writing.named.until;
    std::vector<VenueUse> late;
    std::copy_if(writing.uses.begin(), writing.uses.end(), std::back_inserter(late),
                 [until](const VenueUse& use) { return until != 0 && use.year > until; });
    tell(late, {.right = name,
                .why = "has been '" + name + "' since " + std::to_string(until + 1),
                .safety = Safety::unsafe,
                .effect = Effect::field,
                .once = own == nullptr});
  }
}

void VenueName::vote(const VenueUses::Writings& writings) {
  std::map<std::string, Habit> habits;
  for (const auto& [text, writing] : writings) {
    Habit& habit = habits[venue_key(text)];
    for (const VenueUse& use : writing.uses) habit.vote(text, use.entry->section);
  }
  for (auto& [key, habit] : habits) habit.settle();
  servers_.merge(habits);
}

/// A server's name is written as the list writes it nearly everywhere.
void VenueName::preprint(const VenueUses::Writings& writings) {
  if (!changed_) vote(writings);
  for (const auto& [text, writing] : writings) {
    const Habit& habit = servers_[venue_key(text)];
    for (const VenueUse& use : writing.uses) {
      const std::vector<std::string>& forms = habit.in(use.entry->section);
      if (forms.size() == 1 && forms.front() != text)
        tell({use}, {.right = forms.front(), .why = "is not how the list writes it, expected '" + forms.front() + "'"});
    }
  }
}

/// Names in the table of misspellings, and slips for what the list writes often.
void VenueName::unknown(const VenueUses::Writings& writings) {
  Slips slips;
  std::map<const Venue*, std::string> right;
  for (const std::string_view name : uses_.frequent(kOften)) slips.add(name);
  for (const auto& [text, writing] : writings) {
    if (const Venue* const venue = misspelt(text)) {
      const auto [at, fresh] = right.try_emplace(venue);
      if (fresh) at->second = uses_.name_of(*venue);
      const std::string& name = at->second;
      tell(writing.uses, {.right = name, .why = "is misspelt, expected '" + name + "'", .effect = Effect::field});
    } else if (text.size() >= kShortest && writing.uses.size() <= kSeldom) {
      const std::string name(slips.of(text));
      if (name.empty()) continue;
      tell(writing.uses, {.right = name,
                          .why = "is no venue that is known, expected '" + name + "'",
                          .safety = Safety::unsafe,
                          .effect = Effect::field});
    }
  }
}

}  // namespace

constinit const Rule rules::venue_name{.name = "venue-name",
                                       .summary = "venues bear their own names, rightly spelt",
                                       .fix = Safety::unsafe,
                                       .make = make<VenueName>};

}  // namespace paperlint
