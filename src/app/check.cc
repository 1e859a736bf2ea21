#include "app/check.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/baselines.h"
#include "app/checked.h"
#include "app/fixing.h"
#include "app/lists.h"
#include "app/load.h"
#include "app/outputs.h"
#include "app/paths.h"
#include "app/pull_request.h"
#include "app/remarks.h"
#include "app/scope.h"
#include "app/verbose.h"
#include "report/file_words.h"
#include "report/reports.h"
#include "report/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class Check {
 public:
  Check(const CheckOptions& options, const Streams& streams)
      : options_(options),
        streams_(streams),
        remarks_(streams.err),
        readings_(options, streams.err, remarks_),
        configs_(options),
        outputs_(options, streams),
        pull_request_(options, remarks_),
        baselines_(options, remarks_) {}

  Outcome operator()() {
    if (!names_rules(options_.select, "--select") || !names_rules(options_.ignore, "--ignore")) return Outcome::failed;
    const std::vector<PlannedList> lists = plan(options_, configs_, problems_);
    for (const std::string& error : configs_.errors()) streams_.err << error << '\n';
    if (!baselines_.open(streams_.err) || !pull_request_.open() || !open_outputs(lists)) return Outcome::failed;
    if (!configs_.errors().empty()) outcome_ = Outcome::failed;
    for (Remark& problem : problems_) remarks_.problem(std::move(problem));
    for (const PlannedList& list : lists) take(list);
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

  void take(const PlannedList& planned) {
    if (planned.config->broken) return;  // its errors are told
    LoadedList loaded = load_list(planned, options_, remarks_);
    if (loaded.files.empty()) return;
    readings_.no_lists(loaded);
    tell_generated(loaded);
    if (options_.verbose) tell_more(streams_.err, loaded, *planned.config);
    std::unique_ptr<const Change> change;
    if (pull_request_.is_one() && !(change = pull_request_.change(loaded, planned))) return;  // why is told
    Scope scope(std::move(change), baselines_.known(), planned.config->selection);
    scope.prepare(loaded.list);
    CheckedList checked;
    // A List that is not whole is not mended: what a fix would refer to may stand in what is
    // missing.
    if ((options_.fix || options_.diff) && loaded.complete) {
      FixedList fixed = fix(loaded, *planned.config, scope);
      tell_fixed(fixed);
      checked.result = std::move(fixed.left);
      checked.list = std::move(fixed.list);
    } else {
      checked.result = lint(loaded.list, scope.selection());
      checked.list = std::move(loaded.list);
    }
    checked.files = std::move(loaded.files);
    scope.keep(checked);
    baselines_.took(checked, planned.config->selection);
    keep_what_was_asked(checked);
    readings_.unread(checked.files, checked.result.remarks);
    checked_.push_back(std::move(checked));
  }

  /// Whoever asks for fixes has to know why there are none.
  void tell_generated(const LoadedList& loaded) {
    const bool show = !options_.quiet && (options_.verbose || options_.fix || options_.diff);
    for (std::size_t i = 0; i < loaded.files.size(); ++i) {
      const Document& document = *loaded.list.documents[i];
      const std::string words = document.reading == Reading::no_list ? "" : origin_in_words(document);
      if (loaded.files[i].asked && !words.empty())
        remarks_.remark({loaded.files[i].shown, words + "; checked, but not mended"}, show);
    }
  }

  FixedList fix(LoadedList& loaded, const UsedConfig& used, const Scope& scope) {
    if (options_.diff) return print_patch(loaded, used, scope, options_, remarks_, streams_.out);
    if (reads_input(options_)) return fix_input(loaded, used, scope, options_, remarks_, streams_.out);
    return fix_files(loaded, used, scope, options_, remarks_);
  }

  void tell_fixed(const FixedList& fixed) {
    if (fixed.differs) outcome_ = Outcome::findings;
    fixes_ += fixed.applied.size();
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
    complain(streams_.err, "",
             (fixes_ == 0   ? "nothing to fix"
              : fixes_ == 1 ? "the patch holds 1 fix"
                            : "the patch holds " + grouped(fixes_) + " fixes") +
                 (tally.total() == 0 ? "" : "; " + in_words(tally) + " would be left"));
  }

  const CheckOptions& options_;
  const Streams& streams_;
  Remarks remarks_;
  Readings readings_;
  Configs configs_;
  Outputs outputs_;
  PullRequest pull_request_;
  Baselines baselines_;
  std::vector<Remark> problems_;
  std::vector<CheckedList> checked_;
  std::size_t fixes_ = 0;
  Outcome outcome_ = Outcome::clean;
};

}  // namespace

Outcome check(const CheckOptions& options, const Streams& streams) { return Check(options, streams)(); }

}  // namespace paperlint
