// How fixes are put in.
//
// A fix is a set of edits that make sense only together, perhaps in several files. Two fixes can get into each other's
// way: where their edits overlap there is no right result, and where they touch (two insertions at one spot) there is
// no right order. So `apply` takes the fixes in the order of their first edit, each one whole and only if none of its
// edits overlaps or touches an edit that is taken. The others wait: the text is read and linted again, and what still
// holds is offered again, with places that are right in the new text. No fix ever works on a text other than the one
// that it was made for, and there is no table of which rule goes first.
//
// A rule can be wrong about what its fix does. Therefore each fix declares its effect, and after each pass what is read
// of the new text is held against what was read of the old (effect.h). Where more has changed than was declared, the
// guilty are searched by halves, each half tried alone on the text before the pass. They are given up, under the name
// of their finding, since the next lint makes them anew; all the others are put in. Halves that are harmless alone but
// not together are given up together. When nothing else is left they are tried once more.
//
// Passes end when no fix is left. Two rules that undo each other would go on for ever, so the hash of each text is
// kept: one that was there before means a circle. A rule whose every fix begets the next one never repeats a text; it
// shows in more passes than there were fixes to begin with, or in a text that keeps growing. In all these cases the
// user gets the original back, with the names of the rules, since no text on the way is better than another.
#include "lint/fix.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "lint/effect.h"
#include "lint/read_again.h"

namespace paperlint {
namespace {

using Fixes = std::vector<const Fix*>;
using Texts = std::vector<std::string>;
using Names = std::set<std::string_view>;

/// A fix and the findings that share it.
struct Offer {
  const Fix* fix = nullptr;
  std::vector<const Diagnostic*> findings;

  [[nodiscard]] const Diagnostic& first() const { return *findings.front(); }
  [[nodiscard]] const std::string& file() const { return first().at.source->path(); }
  [[nodiscard]] std::uint32_t line() const { return first().at.source->line_of(first().at.span.begin) + 1; }
};

/// Some fixes, put in.
struct Step {
  Fixes taken;
  List list;
  std::size_t hash = 0;
  bool changes = false;  // any byte
};

/// Fixes that can't stay, alone or together, and why.
struct Guilt {
  Fixes fixes;
  std::string_view reason;
};

constexpr std::size_t kMorePasses = 100;      // than there are fixes to begin with
constexpr std::size_t kMoreBytes = 1 << 16;   // than twice the text
constexpr std::size_t kLastPasses = 8;        // whose rules are named where there is no end
constexpr std::size_t kMoreTrials = 40;       // enough to find one of a million fixes
constexpr std::size_t kTrialBytes = 1 << 28;  // that the other trials of one pass may read

std::size_t hash(const Texts& texts) {
  std::uint64_t value = texts.size();
  for (const std::string& text : texts) value = value * 0x9E3779B97F4A7C15U + std::hash<std::string>()(text);
  return static_cast<std::size_t>(value);
}

std::size_t size(const List& list) {
  std::size_t bytes = 0;
  for (const auto& document : list.documents) bytes += document->source->size();
  return bytes;
}

std::string joined(const Names& names) {
  std::string text;
  for (const std::string_view name : names)
    text += (text.empty() ? "" : name == *names.rbegin() ? " and " : ", ") + std::string(name);
  return text;
}

std::vector<std::string> files_of(const Fix& fix) {
  std::vector<std::string> files;
  for (const Edit& edit : fix.edits)
    if (std::find(files.begin(), files.end(), edit.at.source->path()) == files.end())
      files.push_back(edit.at.source->path());
  return files;
}

/// What names a fix from one lint to the next.
std::string key(const Diagnostic& finding) {
  return std::string(finding.rule->name) + '\n' + fingerprint(finding) + '\n' + finding.fix->title;
}

/// The passes over one List.
class Passes {
 public:
  Passes(List list, const Selection& selection, const ReadOptions& options, Safety least, const Wanted& wanted,
         const Prepare& prepare)
      : selection_(selection),
        options_(options),
        least_(least),
        wanted_(wanted),
        prepare_(prepare),
        list_(std::move(list)),
        said_(lint(list_, selection_)) {}
  FixResult run();

 private:
  bool pass();
  bool begin_anew();
  void find_offers();
  bool given_up(const Offer& offer) const;
  List read(Texts texts) const;
  Step step(const Fixes& fixes) const;
  bool settle(Step& step);
  void search(const Fixes& suspects, std::string_view reason, std::vector<Guilt>& guilty);
  void give_up(const Fixes& fixes, std::string_view reason);
  void commit(Step step);
  void restore(std::size_t first_pass);
  const Offer& offer(const Fix* fix) const { return offers_[numbers_.at(fix)]; }

  const Selection& selection_;
  const ReadOptions& options_;
  const Safety least_;
  const Wanted& wanted_;
  const Prepare& prepare_;
  List list_;
  LintResult said_;
  std::vector<Offer> offers_;
  std::unordered_map<const Fix*, std::size_t> numbers_;  // in offers_
  std::set<std::string> given_up_;                       // by key
  Texts original_;
  std::unordered_map<std::size_t, std::size_t> seen_;  // hash of the texts: the pass that began with them
  std::vector<Names> rules_;                           // by pass
  std::size_t most_passes_ = 0, most_bytes_ = 0, trials_ = 0;
  bool changed_ = false;  // since all were offered
  bool circle_ = false;
  FixResult result_;
};

FixResult Passes::run() {
  while (!circle_ && (pass() || begin_anew())) {
  }
  result_.texts = texts_of(list_);
  result_.list = std::move(list_);
  result_.left = std::move(said_);
  return std::move(result_);
}

/// False when nothing is left to do.
bool Passes::pass() {
  find_offers();
  if (offers_.empty()) return false;
  if (original_.empty()) {
    original_ = texts_of(list_);
    seen_.emplace(hash(original_), 0);
    most_passes_ = offers_.size() + kMorePasses;
    most_bytes_ = 2 * size(list_) + kMoreBytes;
  }
  Fixes fixes;
  for (const Offer& offer : offers_) fixes.push_back(offer.fix);
  Step next = step(fixes);
  if (next.taken.empty())
    give_up(fixes, "edits overlap, or lie outside the text");
  else if (!next.changes)
    give_up(next.taken, "nothing would change");
  else if (settle(next))
    commit(std::move(next));
  return true;
}

/// What was given up on an older text may do what it declares on this one: so that another run would find nothing to
/// do, it is offered again as long as anything has changed.
bool Passes::begin_anew() {
  if (given_up_.empty() || !changed_) return false;
  given_up_.clear();
  result_.remarks.clear();
  changed_ = false;
  return true;
}

void Passes::find_offers() {
  offers_.clear();
  numbers_.clear();
  const std::vector<bool> wanted = wanted_ ? wanted_(list_, said_.diagnostics) : std::vector<bool>();
  for (std::size_t i = 0; i < said_.diagnostics.size(); ++i) {
    const Diagnostic& finding = said_.diagnostics[i];
    const Fix* const fix = finding.fix.get();
    if (fix == nullptr || fix->safety < least_ || (wanted_ && !wanted[i])) continue;
    const auto [at, added] = numbers_.try_emplace(fix, offers_.size());
    if (added) offers_.push_back({fix, {}});
    offers_[at->second].findings.push_back(&finding);
  }
  if (given_up_.empty()) return;
  offers_.erase(std::remove_if(offers_.begin(), offers_.end(), [this](const Offer& one) { return given_up(one); }),
                offers_.end());
  for (std::size_t i = 0; i < offers_.size(); ++i) numbers_[offers_[i].fix] = i;
}

bool Passes::given_up(const Offer& offer) const {
  return std::any_of(offer.findings.begin(), offer.findings.end(),
                     [this](const Diagnostic* finding) { return given_up_.count(key(*finding)) > 0; });
}

List Passes::read(Texts texts) const {
  List list = read_again(list_, std::move(texts), options_);
  if (prepare_) prepare_(list);
  return list;
}

Step Passes::step(const Fixes& fixes) const {
  Step step;
  Texts texts = apply(list_, fixes, step.taken);
  for (std::size_t i = 0; i < texts.size(); ++i)
    step.changes = step.changes || texts[i] != list_.documents[i]->source->text();
  step.hash = hash(texts);
  if (step.changes) step.list = read(std::move(texts));
  return step;
}

/// Gives up what departs from what it declares, and makes the step without it; false if nothing stays.
bool Passes::settle(Step& next) {
  const std::string_view reason = departure(list_, next.list, next.taken);
  if (reason.empty()) return true;
  Fixes suspects = next.taken;
  std::stable_sort(
      suspects.begin(), suspects.end(),  // a rule that is wrong is mostly wrong everywhere
      [this](const Fix* a, const Fix* b) { return offer(a).first().rule->name < offer(b).first().rule->name; });
  std::vector<Guilt> guilty;
  trials_ = 0;
  search(suspects, reason, guilty);
  std::set<const Fix*> out;
  for (const Guilt& guilt : guilty) {
    give_up(guilt.fixes, guilt.reason);
    out.insert(guilt.fixes.begin(), guilt.fixes.end());
  }
  Fixes rest;
  std::copy_if(next.taken.begin(), next.taken.end(), std::back_inserter(rest),
               [&](const Fix* fix) { return out.count(fix) == 0; });
  if (rest.empty()) return false;
  next = step(rest);
  if (!next.changes) return false;
  const std::string_view still = departure(list_, next.list, next.taken);
  if (!still.empty()) give_up(rest, still);
  return still.empty();
}

/// Halves those who together depart until the guilty stand alone, or are guilty only together.
void Passes::search(const Fixes& suspects, std::string_view reason, std::vector<Guilt>& guilty) {
  bool found = false;
  if (suspects.size() > 1 && trials_ < kMoreTrials + kTrialBytes / (size(list_) + 1)) {
    const auto middle = suspects.begin() + static_cast<std::ptrdiff_t>(suspects.size() / 2);
    for (const Fixes& half : {Fixes(suspects.begin(), middle), Fixes(middle, suspects.end())}) {
      ++trials_;
      const Step trial = step(half);
      const std::string_view why = trial.changes ? departure(list_, trial.list, trial.taken) : "";
      if (why.empty()) continue;
      found = true;
      search(half, why, guilty);
    }
  }
  if (!found) guilty.push_back({suspects, reason});
}

void Passes::give_up(const Fixes& fixes, std::string_view reason) {
  Names names;
  for (const Fix* fix : fixes)
    for (const Diagnostic* finding : offer(fix).findings) {
      names.insert(finding->rule->name);
      given_up_.insert(key(*finding));
    }
  const Offer& first = offer(fixes.front());
  const std::string line = "line " + std::to_string(first.line());
  const std::string what =
      fixes.size() == 1
          ? line + ": the fix of " + joined(names) + ", '" + first.fix->title + "', is left out"
          : line + " and others: " + std::to_string(fixes.size()) + " fixes of " + joined(names) + " are left out";
  result_.remarks.push_back({first.file(), what + ": " + std::string(reason)});
}

void Passes::commit(Step next) {
  changed_ = true;
  Names& names = rules_.emplace_back();
  for (const Fix* fix : next.taken) {
    const Offer& done = offer(fix);
    names.insert(done.first().rule->name);
    result_.applied.push_back({done.file(), done.line(), done.first().rule, fix->title, files_of(*fix), false});
  }
  const auto [seen, is_new] = seen_.try_emplace(next.hash, rules_.size());
  if (!is_new) return restore(seen->second);
  if (rules_.size() > most_passes_ || size(next.list) > most_bytes_)
    return restore(rules_.size() - std::min(rules_.size(), kLastPasses));
  list_ = std::move(next.list);
  said_ = lint(list_, selection_);
}

/// Gives the original back and names the rules that applied fixes from this pass on.
void Passes::restore(std::size_t first_pass) {
  Names names;
  for (std::size_t i = first_pass; i < rules_.size(); ++i) names.insert(rules_[i].begin(), rules_[i].end());
  result_.remarks.push_back(
      {result_.applied.back().file, (names.size() == 1 ? "the fixes of " + joined(names) + " run in a circle"
                                                       : "the fixes of " + joined(names) + " undo each other") +
                                        "; the text stays as it was"});
  result_.applied.clear();
  list_ = read(std::move(original_));
  said_ = lint(list_, selection_);
  circle_ = true;
}

}  // namespace

FixResult fix_all(List list, const Selection& selection, const ReadOptions& options, Safety least, const Wanted& wanted,
                  const Prepare& prepare) {
  return Passes(std::move(list), selection, options, least, wanted, prepare).run();
}

}  // namespace paperlint
