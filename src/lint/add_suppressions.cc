// How comments are put in.
//
// A comment can harm a list in ways that no look at its line tells: it stands in a link that goes over two lines, it
// parts a list or a table, md4c takes it for text. So each is tried: the text is read with the comments in it, and has
// to hold them as comments, with all else where it was (inserted.h). Where one is no comment it is guilty; where all
// are, the guilty are searched by halves, each half tried alone. They go where the next reach of a comment
// (comment_places.h) puts them. Once all stand, the list is linted again. A comment that silences nothing has itself
// changed what its rule sees, and goes on to the next reach too. What is told for the first time, for a silenced
// finding may have held it back, gets its comment in the next round.
#include "lint/add_suppressions.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lint/comment_places.h"
#include "lint/inserted.h"
#include "lint/read_again.h"
#include "list/generated.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr int kMostRounds = 5;
constexpr int kMostMoves = 10;                // of comments, and of those that these make idle
constexpr std::size_t kMoreTrials = 40;       // enough to find one of a million comments
constexpr std::size_t kTrialBytes = 1 << 25;  // that the other trials of one file may read

/// What is to be silenced on one line.
struct Silence {
  std::uint32_t line = 0;  // from 0
  std::vector<const Diagnostic*> findings;
  RuleNames rules;
  Reach reach = Reach::there;
  std::optional<Insertion> comment;
};

using Numbers = std::vector<std::size_t>;  // of silences

std::string title(Reach reach) {
  return reach == Reach::file ? "silence it by a comment, for the whole file" : "silence it by a comment";
}

constexpr std::size_t kFile = SIZE_MAX;  // in place of a number: all that silence for the whole file

/// A text with comments in it, and where.
struct Trial {
  std::string text;
  std::vector<Inserted> inserted;
  std::vector<std::pair<Span, std::size_t>> comments;  // that are new, as `added`
  std::vector<std::pair<Span, std::size_t>> added;     // what was put in, and for which of the silences; or kFile
};

Reach next(Reach reach) { return static_cast<Reach>(static_cast<int>(reach) + 1); }

/// Finds a place for each comment of one file.
class Fitting {
 public:
  Fitting(const Document& document, const Selection& selection, const ReadOptions& options)
      : document_(document), options_(options), places_(document, selection) {}

  void add(const Diagnostic& finding) {
    const std::uint32_t line = document_.source->line_of(finding.at.span.begin);
    const auto [at, is_new] = by_line_.try_emplace(line, silences_.size());
    Silence& silence = is_new ? silences_.emplace_back() : silences_[at->second];
    silence.line = line;
    silence.findings.push_back(&finding);
    silence.rules.insert(finding.rule->name);
  }

  /// The document with its comments; nullptr where no comment is of use.
  std::unique_ptr<Document> fit();
  /// Looks for another place for what `fit` has put where it is of no use; false where it has not.
  bool move(const Diagnostic& unused);
  [[nodiscard]] const std::vector<Silence>& silences() const { return silences_; }

 private:
  void drop(std::string_view what);
  void place(Silence& silence) const;
  [[nodiscard]] Numbers placed() const;
  [[nodiscard]] Trial put(const Numbers& some) const;
  [[nodiscard]] std::unique_ptr<Document> read(const Trial& trial);
  [[nodiscard]] bool holds(const Trial& trial, const Document& after) const;
  [[nodiscard]] Numbers no_comments(const Trial& trial, const Document& after) const;
  void search(const Numbers& suspects, Numbers& guilty);

  const Document& document_;
  const ReadOptions& options_;
  const CommentPlaces places_;
  std::vector<Silence> silences_;
  std::map<std::uint32_t, std::size_t> by_line_;
  std::vector<std::pair<Span, std::size_t>> added_;  // by the last `fit`
  std::size_t trials_ = 0;
};

std::unique_ptr<Document> Fitting::fit() {
  for (Silence& silence : silences_)
    if (!silence.comment) place(silence);
  while (true) {
    const Numbers all = placed();
    if (all.empty()) return nullptr;
    const Trial trial = put(all);
    std::unique_ptr<Document> after = read(trial);
    added_ = trial.added;
    if (holds(trial, *after)) return after;
    Numbers guilty = no_comments(trial, *after);
    if (guilty.empty()) search(all, guilty);
    for (const std::size_t one : guilty) {
      silences_[one].reach = next(silences_[one].reach);
      place(silences_[one]);
    }
  }
}

bool Fitting::move(const Diagnostic& unused) {
  const Span at = unused.at.span;
  const auto added =
      std::partition_point(added_.begin(), added_.end(), [&](const auto& one) { return one.first.end <= at.begin; });
  if (added == added_.end() || added->first.begin >= at.end) return false;
  if (added->second == kFile) return drop(unused.at.text()), true;
  Silence& silence = silences_[added->second];
  const auto rule = silence.rules.find(unused.at.text());
  Silence moved = silence;
  moved.reach = next(silence.reach);
  moved.comment.reset();
  if (rule == silence.rules.end()) {  // the whole comment is of no use
    silence = std::move(moved);
    return true;
  }
  moved.rules = {*rule};
  silence.rules.erase(rule);
  place(silence);
  silences_.push_back(std::move(moved));
  return true;
}

/// What is silenced nowhere is not told any more: another comment on its line has seen to it. `what` is a rule, or the
/// whole comment.
void Fitting::drop(std::string_view what) {
  for (Silence& silence : silences_) {
    if (silence.reach != Reach::file) continue;
    if (what.starts_with("<!--"))
      silence.rules.clear();
    else
      silence.rules.erase(what);
  }
  silences_.erase(
      std::remove_if(silences_.begin(), silences_.end(), [](const Silence& one) { return one.rules.empty(); }),
      silences_.end());
}

/// Looks for a place from its reach on.
void Fitting::place(Silence& silence) const {
  silence.comment = places_.find(silence.line, silence.reach, silence.rules);
  while (!silence.comment && silence.reach != Reach::none) {
    silence.reach = next(silence.reach);
    silence.comment = places_.find(silence.line, silence.reach, silence.rules);
  }
}

Numbers Fitting::placed() const {
  Numbers all;
  for (std::size_t i = 0; i < silences_.size(); ++i)
    if (silences_[i].comment) all.push_back(i);
  return all;
}

/// Those that silence for the whole file share one comment.
Trial Fitting::put(const Numbers& some) const {
  std::vector<std::pair<const Insertion*, std::size_t>> all;
  RuleNames of_file;
  for (const std::size_t i : some)
    if (silences_[i].reach == Reach::file)
      of_file.insert(silences_[i].rules.begin(), silences_[i].rules.end());
    else
      all.emplace_back(&*silences_[i].comment, i);
  const std::optional<Insertion> whole = of_file.empty() ? std::nullopt : places_.find(0, Reach::file, of_file);
  if (whole) all.emplace(whole->at == document_.source->size() ? all.end() : all.begin(), &*whole, kFile);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first->at < b.first->at; });
  const std::string_view text = document_.source->text();
  Trial trial;
  std::uint32_t done = 0;
  for (const auto& [one, number] : all) {
    trial.text.append(text.substr(done, one->at - done));
    done = one->at;
    const auto begin = static_cast<std::uint32_t>(trial.text.size());
    trial.text.append(one->text);
    if (!one->comment.empty())
      trial.comments.push_back({{begin + one->comment.begin, begin + one->comment.end}, number});
    trial.added.push_back({{begin, static_cast<std::uint32_t>(trial.text.size())}, number});
    trial.inserted.push_back({one->at, static_cast<std::uint32_t>(one->text.size())});
  }
  trial.text.append(text.substr(done));
  return trial;
}

std::unique_ptr<Document> Fitting::read(const Trial& trial) {
  ++trials_;
  return read_again(document_, trial.text, options_);
}

/// Whether the text holds its comments and those that were there, and all else is as it was.
bool Fitting::holds(const Trial& trial, const Document& after) const {
  return after.comments.size() == document_.comments.size() + trial.comments.size() &&
         no_comments(trial, after).empty() && reads_the_same(document_, after, trial.inserted);
}

/// Those whose comments are none where they stand.
Numbers Fitting::no_comments(const Trial& trial, const Document& after) const {
  Numbers guilty;
  auto there = after.comments.begin();
  for (const auto& [span, number] : trial.comments) {
    while (there != after.comments.end() && there->span.begin < span.begin) ++there;
    if (there != after.comments.end() && there->span == span) continue;
    for (std::size_t i = 0; number == kFile && i < silences_.size(); ++i)
      if (silences_[i].reach == Reach::file) guilty.push_back(i);
    if (number != kFile) guilty.push_back(number);
  }
  return guilty;
}

/// Halves those who together do not hold until the guilty stand alone, or are guilty only together.
void Fitting::search(const Numbers& suspects, Numbers& guilty) {
  const std::size_t found = guilty.size();
  if (suspects.size() > 1 && trials_ < kMoreTrials + kTrialBytes / (document_.source->size() + 1)) {
    const auto middle = suspects.begin() + static_cast<std::ptrdiff_t>(suspects.size() / 2);
    for (const Numbers& half : {Numbers(suspects.begin(), middle), Numbers(middle, suspects.end())}) {
      const Trial trial = put(half);
      if (!holds(trial, *read(trial))) search(half, guilty);
    }
  }
  if (guilty.size() == found) guilty.insert(guilty.end(), suspects.begin(), suspects.end());
}

/// What names a finding from one round to the next.
std::tuple<std::string, std::string_view, std::string> key(const Diagnostic& finding) {
  return {finding.at.source->path(), finding.rule->name, fingerprint(finding)};
}

/// The rounds over one List.
class Rounds {
 public:
  Rounds(FixResult result, const Selection& selection, const ReadOptions& options, const Wanted& wanted,
         const Prepare& prepare)
      : selection_(selection), options_(options), wanted_(wanted), prepare_(prepare), result_(std::move(result)) {
    const auto& choices = selection_.choices;
    tells_unused_ = std::any_of(choices.begin(), choices.end(),
                                [](const Selection::Choice& one) { return one.rule == &rules::unused_suppression; });
    if (!tells_unused_) selection_.choices.push_back({&rules::unused_suppression, Severity::warning, nullptr});
  }

  FixResult run() {
    for (int i = 0; i < kMostRounds && round(); ++i) {
    }
    if (tells_unused_) return std::move(result_);
    auto& findings = result_.left.diagnostics;
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [](const Diagnostic& one) { return one.rule == &rules::unused_suppression; }),
                   findings.end());
    return std::move(result_);
  }

 private:
  using Fittings = std::unordered_map<const Document*, std::unique_ptr<Fitting>>;

  bool round();
  [[nodiscard]] Fittings find();
  [[nodiscard]] std::pair<List, bool> fit(const Fittings& fittings) const;
  [[nodiscard]] bool move(const Fittings& fittings, const List& list, const LintResult& said) const;
  void give_up(const Document& document, const Diagnostic& finding, std::string_view reason);
  void tell(const Document& document, const Silence& silence);

  Selection selection_;        // with the rule that tells of comments without use
  bool tells_unused_ = false;  // of itself
  const ReadOptions& options_;
  const Wanted& wanted_;
  const Prepare& prepare_;
  std::set<std::tuple<std::string, std::string_view, std::string>> given_up_;  // file, rule, fingerprint
  FixResult result_;
};

/// What is to be silenced, by document.
Rounds::Fittings Rounds::find() {
  std::unordered_map<const Source*, const Document*> documents;
  for (const auto& document : result_.list.documents) documents.emplace(document->source.get(), document.get());
  const std::vector<Diagnostic>& findings = result_.left.diagnostics;
  const std::vector<bool> wanted = wanted_ ? wanted_(result_.list, findings) : std::vector<bool>();
  Fittings fittings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Diagnostic& finding = findings[i];
    if (finding.rule == &rules::unused_suppression || (wanted_ && !wanted[i])) continue;
    const Document& document = *documents.at(finding.at.source);
    if (given_up_.count(key(finding)) != 0) continue;
    if (is_generated(document, finding.at.span)) {
      give_up(document, finding, "the program that writes this part would undo it");
      continue;
    }
    auto& fitting = fittings[&document];
    if (!fitting) fitting = std::make_unique<Fitting>(document, selection_, options_);
    fitting->add(finding);
  }
  return fittings;
}

/// The List with the comments in it.
std::pair<List, bool> Rounds::fit(const Fittings& fittings) const {
  bool changes = false;
  std::vector<std::unique_ptr<Document>> read;
  for (std::size_t i = 0; i < result_.list.documents.size(); ++i) {
    const Document& document = *result_.list.documents[i];
    const auto fitting = fittings.find(&document);
    std::unique_ptr<Document> after = fitting == fittings.end() ? nullptr : fitting->second->fit();
    changes = changes || after;
    read.push_back(after ? std::move(after) : read_again(document, result_.texts[i], options_));
  }
  List list = make_list(std::move(read));
  if (prepare_) prepare_(list);
  return {std::move(list), changes};
}

/// Whether comments that are of no use have to go to other places.
bool Rounds::move(const Fittings& fittings, const List& list, const LintResult& said) const {
  std::unordered_map<const Source*, Fitting*> by_source;
  for (std::size_t i = 0; i < list.documents.size(); ++i)
    if (const auto fitting = fittings.find(result_.list.documents[i].get()); fitting != fittings.end())
      by_source.emplace(list.documents[i]->source.get(), fitting->second.get());
  bool any = false;
  for (const Diagnostic& finding : said.diagnostics) {
    const auto fitting = by_source.find(finding.at.source);
    if (finding.rule == &rules::unused_suppression && fitting != by_source.end() && fitting->second->move(finding))
      any = true;
  }
  return any;
}

/// False when nothing is left to do.
bool Rounds::round() {
  const Fittings fittings = find();
  if (fittings.empty()) return false;
  for (int i = 0;; ++i) {
    auto [list, changes] = fit(fittings);
    LintResult said = changes ? lint(list, selection_) : LintResult{};
    if (changes && i < kMostMoves && move(fittings, list, said)) continue;
    for (const auto& document : result_.list.documents)
      if (const auto fitting = fittings.find(document.get()); fitting != fittings.end())
        for (const Silence& silence : fitting->second->silences()) tell(*document, silence);
    if (!changes) return false;
    result_.texts = texts_of(list);
    result_.left = std::move(said);  // before the texts that the old one speaks of
    result_.list = std::move(list);
    return true;
  }
}

/// Whole files that are generated are told of by those who ask for fixes.
void Rounds::give_up(const Document& document, const Diagnostic& finding, std::string_view reason) {
  given_up_.insert(key(finding));
  if (document.origin == Origin::generated) return;
  const Source& source = *document.source;
  result_.remarks.push_back({source.path(), "line " + std::to_string(source.line_of(finding.at.span.begin) + 1) + ": " +
                                                std::string(finding.rule->name) +
                                                " is not silenced: " + std::string(reason)});
}

void Rounds::tell(const Document& document, const Silence& silence) {
  const std::string& file = document.source->path();
  if (silence.reach == Reach::none) {
    for (const Diagnostic* const finding : silence.findings) give_up(document, *finding, "no comment can stand there");
    return;
  }
  for (const std::string_view rule : silence.rules)
    result_.applied.push_back({file, silence.line + 1, rules::find(rule), title(silence.reach), {file}, true});
}

}  // namespace

FixResult add_suppressions(FixResult result, const Selection& selection, const ReadOptions& options,
                           const Wanted& wanted, const Prepare& prepare) {
  return Rounds(std::move(result), selection, options, wanted, prepare).run();
}

}  // namespace paperlint
