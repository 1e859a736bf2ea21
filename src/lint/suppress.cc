#include "lint/suppress.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "lint/directive.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

using Kind = Directive::Kind;
using Name = Directive::Name;

constexpr std::uint32_t kWholeFile = UINT32_MAX;  // in place of a line
constexpr std::uint32_t kNever = kNoLine;

/// A name of a directive, by index.
struct Use {
  std::uint32_t directive = 0, name = 0;
};

/// A `disable` up to the next one of its rule, or to the `enable`.
struct Stretch {
  std::uint32_t line = 0, end = kNever;
  Use use;
};

/// All `disable` of one rule that end together, and what ends them.
struct Chain {
  std::vector<Use> opened;
  std::optional<Use> ended;
};

bool idle(const Name& name) { return name.idle(); }
/// Whether an idle name deserves words; an `enable` that goes with its `disable` does not.
bool reported(const Directive& directive, const Name& name) {
  return name.idle() && (directive.kind != Kind::end || !name.ends);
}

/// The comments of a List, and what each of their names silenced.
class Comments {
 public:
  Comments(const List& list, DirectiveReader reader) {
    for (const auto& document : list.documents)
      if (document->reading != Reading::no_list && !document->comments.empty()) read(*document, reader);
    groups_.resize(directives_.size());
    for (std::uint32_t i = 0; i < groups_.size(); ++i) groups_[i] = i;
  }

  /// Whether one of them silences this finding; remembers which.
  bool silence(const Diagnostic& finding) {
    const Use* use = directives_.empty() ? nullptr : find(*finding.at.source, finding);
    if (use != nullptr) name(*use).used = true;
    return use != nullptr;
  }

  /// Complains of those that silenced nothing.
  void complain(Report& report);

 private:
  using Spot = std::tuple<const Source*, const Rule*, std::uint32_t>;
  using Open = std::map<std::string_view, Chain>;  // by name of the rule

  void read(const Document& document, DirectiveReader& reader);
  void enter(std::uint32_t index, const std::vector<std::uint32_t>& next, Open& open);
  void begin(Use use, std::uint32_t line, Open& open);
  void end(Use use, std::uint32_t line, Open& open);
  void close(Chain& chain, std::optional<Use> use, std::uint32_t line);
  const Use* find(const Source& source, const Diagnostic& finding);
  void judge();
  std::uint32_t group(std::uint32_t directive);
  std::map<std::uint32_t, std::shared_ptr<const Fix>> fixes();
  Name& name(Use use) { return directives_[use.directive].names[use.name]; }
  std::vector<Stretch>& stretches(Use use) {
    return stretches_[{&directives_[use.directive].source(), name(use).rule}];
  }

  std::vector<Directive> directives_;
  std::vector<std::uint32_t> groups_;  // leads to another directive that has to go together with this one
  std::vector<Chain> chains_;
  std::map<Spot, Use> spots_;
  std::map<std::pair<const Source*, const Rule*>, std::vector<Stretch>> stretches_;
};

void Comments::read(const Document& document, DirectiveReader& reader) {
  const std::size_t first = directives_.size();
  bool all_good = true;
  for (const Comment& comment : document.comments) {
    Directive directive;
    const bool good = reader.read(comment, directive);
    if (good) directives_.push_back(std::move(directive));
    all_good = all_good && good;
  }
  Open open;
  const std::vector<std::uint32_t> next = next_lines(document);
  for (std::size_t i = first; i < directives_.size(); ++i) enter(static_cast<std::uint32_t>(i), next, open);
  for (auto& [rule, chain] : open) close(chain, std::nullopt, kNever);
  if (all_good) return;
  for (std::size_t i = first; i < directives_.size(); ++i)  // an `enable` may belong to what can't be understood
    for (Name& name : directives_[i].names)
      if (directives_[i].kind == Kind::end && !name.ends) name.used = true;
}

void Comments::enter(std::uint32_t index, const std::vector<std::uint32_t>& next, Open& open) {
  const Directive& directive = directives_[index];
  const Source& source = directive.source();
  const std::uint32_t line = source.line_of(directive.comment->span.begin);
  const std::uint32_t below = next[source.line_of(directive.comment->span.end - 1) + 1];
  for (std::uint32_t i = 0; i < directive.names.size(); ++i) {
    const Rule* const rule = directive.names[i].rule;
    const Use use{index, i};
    switch (directive.kind) {
      case Kind::line:
        spots_.try_emplace({&source, rule, line}, use);
        break;
      case Kind::next_line:
        if (below != kNever) spots_.try_emplace({&source, rule, below}, use);
        break;
      case Kind::file:
        spots_.try_emplace({&source, rule, kWholeFile}, use);
        break;
      case Kind::begin:
        begin(use, line, open);
        break;
      case Kind::end:
        end(use, line, open);
        break;
    }
  }
}

void Comments::begin(Use use, std::uint32_t line, Open& open) {
  std::vector<Stretch>& all = stretches(use);
  Chain& chain = open[name(use).rule->name];
  if (!chain.opened.empty()) all.back().end = line;
  chain.opened.push_back(use);
  all.push_back({.line = line, .use = use});
}

void Comments::end(Use use, std::uint32_t line, Open& open) {
  const Rule* const rule = name(use).rule;
  for (auto at = open.begin(); at != open.end();) {
    if (rule != nullptr && at->first != rule->name) {
      ++at;
      continue;
    }
    name(use).ends = true;
    close(at->second, use, line);
    at = open.erase(at);
  }
}

void Comments::close(Chain& chain, std::optional<Use> use, std::uint32_t line) {
  stretches(chain.opened.back()).back().end = line;
  chain.ended = use;
  chains_.push_back(std::move(chain));
}

const Use* Comments::find(const Source& source, const Diagnostic& finding) {
  const std::uint32_t line = source.line_of(finding.at.span.begin);
  if (const auto spot = spots_.find({&source, finding.rule, line}); spot != spots_.end()) return &spot->second;
  if (const auto found = stretches_.find({&source, finding.rule}); found != stretches_.end()) {
    const auto after = std::partition_point(found->second.begin(), found->second.end(),
                                            [&](const Stretch& stretch) { return stretch.line <= line; });
    if (after != found->second.begin() && line < (after - 1)->end) return &(after - 1)->use;
  }
  const auto spot = spots_.find({&source, finding.rule, kWholeFile});
  return spot == spots_.end() ? nullptr : &spot->second;
}

/// An `enable` is of use if what it ends is; else both have to go, or the `disable` would work on.
void Comments::judge() {
  for (const Chain& chain : chains_)
    if (chain.ended &&
        !std::all_of(chain.opened.begin(), chain.opened.end(), [&](Use use) { return name(use).idle(); }))
      name(*chain.ended).used = true;
  for (const Chain& chain : chains_)
    if (chain.ended && name(*chain.ended).idle())
      for (const Use use : chain.opened) groups_[group(use.directive)] = group(chain.ended->directive);
}

std::uint32_t Comments::group(std::uint32_t directive) {
  while (groups_[directive] != directive) directive = groups_[directive] = groups_[groups_[directive]];
  return directive;
}

std::map<std::uint32_t, std::shared_ptr<const Fix>> Comments::fixes() {
  std::map<std::uint32_t, std::vector<const Directive*>> together;
  for (std::uint32_t i = 0; i < directives_.size(); ++i)
    if (std::any_of(directives_[i].names.begin(), directives_[i].names.end(), idle))
      together[group(i)].push_back(&directives_[i]);
  std::map<std::uint32_t, std::shared_ptr<const Fix>> fixes;
  for (const auto& [group, directives] : together) {
    const auto& names = directives.front()->names;
    const bool one = directives.size() == 1 && std::all_of(names.begin(), names.end(), idle);
    Fix fix{Safety::safe, Effect::form, one ? "remove the comment" : "remove what suppresses nothing", {}};
    for (const Directive* directive : directives)
      if (std::optional<Edit> edit = without_idle(*directive)) fix.edits.push_back(std::move(*edit));
    if (fix.edits.size() == directives.size()) fixes[group] = std::make_shared<const Fix>(std::move(fix));
  }
  return fixes;
}

void Comments::complain(Report& report) {
  judge();
  const auto fixes = this->fixes();
  const auto say = [&](Place at, const Directive& directive, std::string_view what, const std::string& subject) {
    const std::string_view verb = directive.kind == Kind::end ? "' ends nothing" : "' suppresses nothing";
    auto finding = report(at, "'" + std::string(what) + std::string(verb), subject);
    const auto fix = fixes.find(group(static_cast<std::uint32_t>(&directive - directives_.data())));
    if (fix != fixes.end()) finding.fix_with(fix->second);
  };
  for (const Directive& directive : directives_) {
    const auto one = [&](const Name& name) { return reported(directive, name); };
    const std::string_view text = directive.source().text({directive.word.begin, directive.list().end});
    const std::string word(directive.source().text(directive.word));
    if (std::all_of(directive.names.begin(), directive.names.end(), one)) {
      say(directive.comment->at(directive.comment->span), directive, text, std::string(text));
      continue;
    }
    for (const Name& name : directive.names)
      if (one(name))
        say(directive.at(name.span), directive, name.rule->name, word + " " + std::string(name.rule->name));
  }
}

}  // namespace

std::uint32_t suppress(const List& list, const Selection& selection, std::vector<Diagnostic>& findings) {
  if (std::all_of(list.documents.begin(), list.documents.end(), [](const auto& one) { return one->comments.empty(); }))
    return 0;
  const auto choice = std::find_if(selection.choices.begin(), selection.choices.end(),
                                   [](const Selection::Choice& one) { return one.rule == &rules::unused_suppression; });
  std::vector<Diagnostic> complaints;
  std::optional<Report> report;
  if (choice != selection.choices.end()) report.emplace(*choice->rule, choice->severity, complaints);
  Comments comments(list, DirectiveReader(selection, report ? &*report : nullptr));

  std::vector<Diagnostic> heard;
  std::unordered_set<std::shared_ptr<const Fix>> given_up;
  std::uint32_t silenced = 0;
  heard.reserve(findings.size());
  for (Diagnostic& finding : findings) {
    if (!comments.silence(finding)) {
      heard.push_back(std::move(finding));
      continue;
    }
    ++silenced;
    if (finding.fix) given_up.insert(std::move(finding.fix));
  }
  for (Diagnostic& finding : heard)
    if (given_up.count(finding.fix) > 0) finding.fix = nullptr;
  if (report) comments.complain(*report);
  std::move(complaints.begin(), complaints.end(), std::back_inserter(heard));
  findings = std::move(heard);
  return silenced;
}

}  // namespace paperlint
