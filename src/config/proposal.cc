// Whether an option may be set is tried rather than thought out: a section may have a habit of its own, and what a rule
// makes of a form is the rule's affair.
#include "config/proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "config/config.h"
#include "config/format_proposal.h"
#include "list/portrait.h"
#include "report/bars.h"
#include "report/columns.h"
#include "report/printable.h"
#include "report/reports.h"
#include "report/words.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::size_t kLists = 8, kForms = 3;  // told of one by one
constexpr int kColumns = 110;

constexpr std::string_view kHead =
    "# What paperlint read in the lists below. With this config it says exactly what it says without one.\n"
    "# An option that is set stays so; of one in a comment the list itself is asked on each run, as of all that\n"
    "# is not mentioned. 'paperlint explain RULE' tells more about a rule, 'paperlint style' about a list.\n";

/// All that a user sees of a finding, in one text.
std::string key(const Diagnostic& finding) {
  const auto place = [](Place at) { return fmt::format("{}:{}-{}", at.source->path(), at.span.begin, at.span.end); };
  std::string text = fmt::format("{} {} {} {} {}", place(finding.at), finding.rule->name, name(finding.severity),
                                 finding.message, finding.subject);
  for (const Note& note : finding.notes) text += fmt::format("\nnote {} {}", place(note.at), note.text);
  if (!finding.fix) return text;
  text += fmt::format("\nfix {} {}", name(finding.fix->safety), finding.fix->title);
  for (const Edit& edit : finding.fix->edits) text += fmt::format("\nedit {} {}", place(edit.at), edit.with);
  return text;
}

using Keys = std::vector<std::string>;

/// How many of `some` are not in `others`.
std::size_t lacking(const Keys& some, const Keys& others) {
  Keys left;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(left));
  return left.size();
}

/// One option, what is said above it and whether it is set.
struct Setting {
  std::string_view rule, option;
  std::vector<std::string> comments;
  std::string value;  // empty where the lists have none
  bool set = false;
};

std::string format_text(std::span<const NamedList> lists);

class Proposer {
 public:
  Proposer(std::span<const NamedList> lists, const Facts& facts) : lists_(lists), facts_(facts) {
    for (const NamedList& one : lists_) portraits_.push_back(portray(*one.list));
    before_ = findings({}).value_or(Keys{});
    format_ = format_text(lists_);
  }

  Proposal propose(const std::vector<std::string>& files) {
    for (const NamedHabit& named : kHabits) settings_.push_back(setting(named));
    settings_.push_back(order());
    for (Setting& one : settings_) try_out(one);
    Proposal proposal{whole(files), 0, 0};
    // Nothing but comments has no effect, whatever may have gone wrong.
    if (findings(proposal.text) != before_) {
      for (Setting& one : settings_) one.set = false;
      proposal.text = whole(files);
    }
    for (const Setting& one : settings_) ++(one.set ? proposal.set : proposal.left);
    return proposal;
  }

 private:
  /// What is said under a config, in order; nothing where the config has errors.
  [[nodiscard]] std::optional<Keys> findings(std::string_view config) const {
    const ConfigResult read = read_config("paperlint.toml", config);
    if (!read.errors.empty()) return std::nullopt;
    Selection selection = select_rules(read.config, {}, {});
    selection.facts = facts_;
    Keys keys;
    for (const NamedList& one : lists_) {
      const LintResult result = lint(*one.list, selection);
      std::transform(result.diagnostics.begin(), result.diagnostics.end(), std::back_inserter(keys), key);
      keys.push_back(fmt::format("suppressed {}", result.suppressed));
    }
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  /// What is told of each List that has something to tell.
  void tell(Setting& setting, const std::vector<std::pair<std::size_t, std::string>>& told,
            std::string_view none) const {
    if (told.empty()) setting.comments.emplace_back(none);
    for (std::size_t i = 0; i < std::min(told.size(), kLists); ++i)
      setting.comments.push_back(
          lists_.size() == 1 ? told[i].second : fmt::format("{}: {}", lists_[told[i].first].name, told[i].second));
    if (told.size() > kLists) setting.comments.push_back(more_lists(told.size() - kLists));
  }
  static std::string more_lists(std::size_t count) { return fmt::format("… and {}", counted(count, "more list")); }
  static void take(Setting& setting, bool& agree, std::string_view value) {
    if (value.empty()) return;
    agree = agree && (setting.value.empty() || setting.value == value);
    if (setting.value.empty()) setting.value = value;
  }

  [[nodiscard]] Setting setting(const NamedHabit& named) const;
  [[nodiscard]] Setting order() const;
  void try_out(Setting& setting);
  [[nodiscard]] std::string whole(const std::vector<std::string>& files) const;
  [[nodiscard]] std::string heading() const;

  std::span<const NamedList> lists_;
  const Facts& facts_;
  std::vector<Portrait> portraits_;
  Keys before_;
  std::vector<Setting> settings_;
  std::string format_;  // what is said of [entry]
  std::string tried_;   // the options that are set so far
};

std::string votes_text(const Habit& habit) {
  std::uint32_t cases = 0, rest = 0;
  for (const auto& vote : habit.votes()) cases += vote.second;
  std::string text;
  for (std::size_t i = 0; i < habit.votes().size(); ++i) {
    const auto& [form, count] = habit.votes()[i];
    if (i < kForms)
      text += fmt::format("{}{} {} ({})", text.empty() ? "" : ", ", form, grouped(count), percent(count, cases));
    else
      rest += count;
  }
  return rest == 0 ? text : text + fmt::format(", other forms {} ({})", grouped(rest), percent(rest, cases));
}

std::string own_text(const OwnHabits& own) {
  std::string text;
  for (const auto& [form, sections] : own)
    text += fmt::format("; but {} in {}", form, counted(sections.size(), "section"));
  return text;
}

Setting Proposer::setting(const NamedHabit& named) const {
  Setting setting{named.rule, named.option, {}, "", false};
  std::vector<std::pair<std::size_t, std::string>> told;
  bool agree = true;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const List& list = *lists_[i].list;
    const Habit& habit = (*list.style).*named.habit;
    const auto& forms = habit.forms();
    if (habit.votes().empty()) continue;
    const std::string none = forms.empty() ? fmt::format("no habit ({}): ", why_none(habit)) : "";
    told.emplace_back(i, none + votes_text(habit) + own_text(own_habits(list, habit)));
    if (forms.size() > 1) agree = false;
    if (!forms.empty()) take(setting, agree, forms.front());
  }
  tell(setting, told, fmt::format("no {}", named.name));
  setting.set = agree && !setting.value.empty();
  if (!agree) setting.comments.emplace_back("Not set, for one form would not do.");
  return setting;
}

Setting Proposer::order() const {
  Setting setting{"year-order", "order", {}, "", false};
  std::vector<std::pair<std::size_t, std::string>> told;
  bool agree = true;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const Style& style = *lists_[i].list->style;
    const OrderVotes& votes = portraits_[i].order;
    if (votes.cases == 0) continue;
    const std::string_view none = why_none(style, votes);
    told.emplace_back(
        i, fmt::format("{}newest first {} ({}), oldest first {} ({}) of {}{}",
                       none.empty() ? "" : fmt::format("no habit ({}): ", none), grouped(votes.newest),
                       percent(votes.newest, votes.cases), grouped(votes.oldest), percent(votes.oldest, votes.cases),
                       counted(votes.cases, "dated paper"), own_text(own_orders(*lists_[i].list))));
    take(setting, agree, style.by_month ? "" : name(style.order));
  }
  tell(setting, told, "no years");
  setting.set = agree && !setting.value.empty();
  if (!agree) setting.comments.emplace_back("Not set, for the lists differ.");
  return setting;
}

/// A text in quotes, as TOML has it.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, bytes] = code_point(text, at);
    if (code == '\n')
      out += "\\n";
    else if (is_hidden(code))
      out += code < 0x10000 ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
    else if (text[at] == '"' || text[at] == '\\')
      out.append("\\").append(1, text[at]);
    else
      out.append(text.substr(at, bytes));
    at += bytes;
  }
  return out + '"';
}

std::string comment(std::string_view text) { return "# " + cut(text, kColumns) + '\n'; }

void Proposer::try_out(Setting& setting) {
  if (!setting.set) return;
  const std::string more =
      fmt::format("{}rules.{}.{} = {}\n", tried_, setting.rule, setting.option, in_quotes(setting.value));
  const std::optional<Keys> after = findings(more);
  setting.set = after && *after == before_;
  if (setting.set) {
    tried_ = more;
  } else if (!after) {
    setting.comments.emplace_back("Not set, for the option cannot say it.");
  } else {
    const std::size_t added = lacking(*after, before_), gone = lacking(before_, *after);
    setting.comments.push_back(fmt::format("Not set: for the whole list it would bring {} and take {}.",
                                           counted(added, "finding"), gone == 0 ? "none" : grouped(gone)));
  }
}

std::string Proposer::heading() const {
  std::string text(kHead);
  for (std::size_t i = 0; i < std::min(lists_.size(), kLists); ++i) {
    const Portrait& portrait = portraits_[i];
    if (portrait.forms.empty()) continue;
    const Portrait::Form& form = portrait.forms.front();
    text += comment(fmt::format("{}: {}, {} as {} with {} title", lists_[i].name, counted(portrait.papers, "paper"),
                                percent(form.papers, portrait.papers), name(form.carrier), name(form.title)));
  }
  if (lists_.size() > kLists) text += comment(more_lists(lists_.size() - kLists));
  return text;
}

std::string files_text(const std::vector<std::string>& files) {
  std::string names;
  for (const std::string& file : files) names += (names.empty() ? "" : ", ") + in_quotes(file);
  if (files.size() < 2 || files.size() > kLists) names = R"("README.md", "topics/*.md")";
  return "\n# Files that are one list: papers and habits are compared across them.\n# include = [" + printable(names) +
         "]\n# Files that are not checked when a folder is.\n# exclude = [\"drafts/**\"]\n"
         "# Files that a program writes: they are checked, but not mended.\n# generated = [\"by-date.md\"]\n"
         "# Headings without papers below, besides news, contents, references and the like.\n"
         "# no-list = [\"Reading group\"]\n";
}

/// Formats are never set: they make rules of what is but a habit.
std::string format_text(std::span<const NamedList> lists) {
  std::vector<const List*> all;
  for (const NamedList& one : lists) all.push_back(one.list);
  const FormatProposal proposal = propose_formats(all);
  if (proposal.formats.empty()) return {};
  std::string formats;
  for (const std::string& format : proposal.formats) formats += (formats.empty() ? "" : ", ") + in_quotes(format);
  return fmt::format(
      "\n# How entries have to be written, for those who want it strict: {} of {} ({}) fit as they are.\n"
      "# [entry]\n# format = {}\n",
      grouped(proposal.fits), counted(proposal.papers, "paper"), percent(proposal.fits, proposal.papers),
      proposal.formats.size() == 1 ? printable(formats) : "[" + printable(formats) + "]");
}

std::string Proposer::whole(const std::vector<std::string>& files) const {
  std::string text = heading() + files_text(files) + format_;
  std::string_view rule;
  for (const Setting& setting : settings_) {
    if (setting.rule != rule) text += fmt::format("\n[rules.{}]\n", setting.rule);
    rule = setting.rule;
    for (const std::string& one : setting.comments) text += comment(one);
    const std::string line =
        fmt::format("{} = {}", setting.option, in_quotes(setting.value.empty() ? "auto" : setting.value));
    text += setting.set ? line + '\n' : "# " + printable(line) + '\n';
  }
  return text;
}

}  // namespace

Proposal propose_config(std::span<const NamedList> lists, const std::vector<std::string>& files, const Facts& facts) {
  return Proposer(lists, facts).propose(files);
}

}  // namespace paperlint
