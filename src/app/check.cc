#include "app/check.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "app/baselines.h"
#include "app/checked.h"
#include "app/fixing.h"
#include "app/lists.h"
#include "app/load.h"
#include "app/outputs.h"
#include "app/parallel.h"
#include "app/paths.h"
#include "app/progress.h"
#include "app/pull_request.h"
#include "app/remarks.h"
#include "app/scope.h"
#include "app/signals.h"
#include "app/verbose.h"
#include "report/file_words.h"
#include "report/reports.h"
#include "report/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// One List when all has been done to it that asks nothing of other Lists and writes nothing.
struct Stage {
  Notes unread;                   // files that could not be read
  std::vector<InputFile> files;   // that could be
  std::vector<Reading> readings;  // of these
  Notes notes;
  std::optional<Scope> scope;  // nothing where nobody can tell how the List has changed
  std::optional<MendedList> mended;
  List list;
  LintResult result;
};

class Check {
 public:
  Check(const CheckOptions& options, const Streams& streams)
      : options_(options),
        streams_(streams),
        progress_(streams.err, options.progress && !options.actions.runs),
        remarks_(streams.err, [this] { progress_.clear(); }),
        readings_(options, streams.err, remarks_),
        configs_(options),
        outputs_(options, streams),
        pull_request_(options, remarks_),
        baselines_(options, remarks_) {}

  Outcome operator()() {
    if (!names_rules(options_.select, "--select") || !names_rules(options_.ignore, "--ignore")) return Outcome::failed;
    std::vector<PlannedList> lists = plan(options_, configs_, problems_);
    for (const std::string& error : configs_.errors()) streams_.err << printable(error) << '\n';
    if (!baselines_.open(streams_.err) || !pull_request_.open() || !open_outputs(lists)) return Outcome::failed;
    if (!configs_.errors().empty()) outcome_ = Outcome::failed;
    for (Remark& problem : problems_) remarks_.problem(std::move(problem));
    planned_ = lists.size();
    std::vector<std::unique_ptr<Stage>> stages(lists.size());
    const auto work_on = [&](std::size_t i) { stages[i] = work(lists[i]); };
    std::size_t done = 0, all = 0;  // files
    for (const PlannedList& list : lists) all += list.files.size();
    in_order(lists.size(), jobs(lists.size()), work_on, [&](std::size_t i) {
      done += lists[i].files.size();
      take(lists[i], std::move(stages[i]));
      lists[i] = {};
      progress_.show(done, all);
    });
    progress_.clear();
    return std::max({report(), outcome_, remarks_.outcome()});
  }

 private:
  bool names_rules(const std::vector<std::string>& names, std::string_view flag) {
    bool all = true;
    for (const std::string& name : names) {
      if (rules::find(name)) continue;
      const std::string_view nearest = rules::nearest(name);
      complain(streams_.err, "",
               fmt::format("{}: there is no rule '{}'{} ('paperlint rules' lists all)", flag, name,
                           nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
      all = false;
    }
    return all;
  }

  bool open_outputs(const std::vector<PlannedList>& lists) {
    std::vector<std::string> targets{options_.write_baseline};
    for (const OutputOption& output : options_.outputs) targets.push_back(output.file);
    for (const std::string& target : targets) {
      const std::string id = target.empty() ? "" : identity(path_of(target));
      const auto is_target = [&](const InputFile& file) { return file.identity == id; };
      for (const PlannedList& list : lists) {
        if (std::none_of(list.files.begin(), list.files.end(), is_target)) continue;
        complain(streams_.err, target, "is a list to be checked, so no report is written to it");
        return false;
      }
    }
    const std::string trouble = outputs_.open();
    if (!trouble.empty()) complain(streams_.err, "", trouble);
    return trouble.empty();
  }

  /// What is known is spent in the order of the lists, so what a baseline leaves to be mended is found one by one.
  [[nodiscard]] unsigned jobs(std::size_t works) const {
    return works < 2 || (mends() && !options_.baseline.empty()) ? 1 : threads();
  }
  [[nodiscard]] unsigned threads() const { return options_.jobs != 0 ? options_.jobs : available_jobs(); }

  [[nodiscard]] bool mends() const { return options_.writes() || options_.diff; }

  /// Lists are worked on side by side: nothing that they share is changed here.
  std::unique_ptr<Stage> work(const PlannedList& planned) {
    auto made = std::make_unique<Stage>();
    if (!planned.config->broken) work(planned, *made);  // else its errors are told
    return made;
  }

  void work(const PlannedList& planned, Stage& stage) {
    const unsigned jobs = planned_ == 1 ? threads() : 1;  // else other lists keep them at work
    LoadedList loaded = load_list(planned, options_, stage.unread, jobs);
    stage.files = loaded.files;
    stage.readings = loaded.readings();
    if (loaded.files.empty()) return;
    note_generated(loaded, stage.notes);
    if (options_.verbose) tell_more(loaded, *planned.config, stage.notes);
    std::unique_ptr<const Change> change;
    if (pull_request_.is_one() && !(change = pull_request_.change(loaded, planned, stage.notes))) return;
    Scope& scope = stage.scope.emplace(std::move(change), baselines_.known(), planned.config->selection);
    scope.prepare(loaded.list);
    // A List that is not whole is not mended: what a fix would refer to may stand in what is
    // missing.
    if (mends() && loaded.complete) {
      stage.mended = mend(loaded, *planned.config, scope, options_, stage.notes);
    } else {
      stage.result = lint(loaded.list, scope.selection(), nullptr, jobs);
      stage.list = std::move(loaded.list);
    }
  }

  /// Lists are taken one after the other, in the order of the run.
  void take(const PlannedList& planned, std::unique_ptr<Stage> made) {
    if (is_written(planned)) made = work(planned);
    Stage& stage = *made;
    remarks_.tell(std::move(stage.unread));
    readings_.no_lists(stage.files, stage.readings);
    remarks_.tell(std::move(stage.notes));
    if (!stage.scope) return;
    if (stage.mended) {
      progress_.clear();
      const SignalsWait wait;  // till what was done is told
      FixedList fixed = finish(std::move(*stage.mended), stage.files, *planned.config, *stage.scope);
      tell_fixed(fixed);
      if (wait.any()) outputs_.beside().flush();
      unwritten_ = unwritten_ || fixed.unwritten;
      stage.result = std::move(fixed.left);
      stage.list = std::move(fixed.list);
    } else if (mends() && !options_.diff) {
      unwritten_ = true;
    }
    const std::vector<std::uint32_t> untold = stage.scope->keep(stage.list, stage.result.diagnostics);
    readings_.unread(stage.files, stage.result.remarks);
    CheckedList checked = checked_list(std::move(stage.list), std::move(stage.result), std::move(stage.files));
    for (std::size_t i = 0; i < checked.files.size(); ++i) {
      checked.files[i].known = untold[i];
      if (checked.files[i].source->size() != 0) checked.files[i].changed = stage.scope->lines(*checked.files[i].source);
    }
    baselines_.took(checked, planned.config->selection);
    checked_.push_back(std::move(checked));
  }

  /// Whether a file of the List has been mended as one of another List, and has to be read again.
  [[nodiscard]] bool is_written(const PlannedList& planned) const {
    return !written_.empty() && std::any_of(planned.files.begin(), planned.files.end(),
                                            [&](const InputFile& file) { return written_.count(file.identity) != 0; });
  }

  /// Whoever asks for fixes has to know why there are none.
  void note_generated(const LoadedList& loaded, Notes& notes) const {
    const bool show = !options_.quiet && (options_.verbose || mends());
    for (std::size_t i = 0; i < loaded.files.size(); ++i) {
      const Document& document = *loaded.list.documents[i];
      const std::string words = document.reading == Reading::no_list ? "" : origin_in_words(document);
      if (loaded.files[i].asked && !words.empty())
        notes.remark({loaded.files[i].shown, words + "; checked, but not mended"}, show);
    }
  }

  FixedList finish(MendedList mended, const std::vector<InputFile>& files, const UsedConfig& used, const Scope& scope) {
    if (options_.diff) return print_patch(std::move(mended), files, options_.terminal, streams_.out, outputs_.people());
    if (reads_input(options_)) return print_input(std::move(mended), files, streams_.out);
    for (std::size_t i = 0; i < files.size(); ++i)
      if (mended.before[i] != mended.result.texts[i]) written_.insert(files[i].identity);
    return write_files(std::move(mended), files, used, scope, remarks_, !options_.quiet);
  }

  void tell_fixed(const FixedList& fixed) {
    if (fixed.differs) outcome_ = Outcome::findings;
    for (const AppliedFix& fix : fixed.applied) ++(fix.silences ? comments_ : fixes_);
    if (options_.quiet || options_.diff) return;
    for (const AppliedFix& fix : fixed.applied)
      outputs_.beside() << fmt::format("{}:{}: {}: {}\n", printable(fix.file), fix.line, fix.rule->name,
                                       printable(fix.title));
  }

  Outcome report() {
    readings_.end();
    baselines_.tell_gone();
    baselines_.write(checked_);
    Totals totals = tell(checked_, outputs_);
    totals.remarks = remarks_.all();
    totals.unwritten = unwritten_;
    totals.failed = std::max(outcome_, remarks_.outcome()) == Outcome::failed;
    if (const std::string trouble = outputs_.end(totals); !trouble.empty()) remarks_.problem({"", trouble});
    if (options_.diff && !options_.quiet) tell_patch(totals);
    using FailOn = CheckOptions::FailOn;
    const bool fails = (options_.fail_on != FailOn::never && totals.errors != 0) ||
                       (options_.fail_on == FailOn::warning && totals.warnings != 0);
    return fails ? Outcome::findings : Outcome::clean;
  }

  void tell_patch(const Totals& left) {
    const Tally tally{left.errors, left.warnings, left.notes};
    const auto count = [](std::size_t number, std::string_view one, std::string_view more) {
      return number == 0 ? "" : grouped(number) + " " + std::string(number == 1 ? one : more);
    };
    const std::string fixes = count(fixes_, "fix", "fixes"), comments = count(comments_, "comment", "comments");
    const std::string all = fixes + (fixes.empty() || comments.empty() ? "" : " and ") + comments;
    const bool fixes_only = !options_.add_suppressions;
    complain(streams_.err, "",
             (!all.empty() ? "the patch holds " + all
              : fixes_only ? "nothing to fix"
                           : "nothing to silence") +
                 (tally.total() == 0 ? "" : "; " + in_words(tally) + " would be left"));
  }

  const CheckOptions& options_;
  const Streams& streams_;
  Progress progress_;
  Remarks remarks_;
  Readings readings_;
  Configs configs_;
  Outputs outputs_;
  PullRequest pull_request_;
  Baselines baselines_;
  std::vector<Remark> problems_;
  std::vector<CheckedList> checked_;
  std::unordered_set<std::string> written_;  // files that were mended, by identity
  std::size_t planned_ = 0;                  // lists
  std::size_t fixes_ = 0, comments_ = 0;
  bool unwritten_ = false;  // a file that fixes change
  Outcome outcome_ = Outcome::clean;
};

}  // namespace

Outcome check(const CheckOptions& options, const Streams& streams) { return Check(options, streams)(); }

}  // namespace paperlint
