// From files to findings.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/rule.h"

namespace paperlint {

/// Everything the user can decide, with defaults; made by config/, changed by flags.
struct Config {
  std::string path;                  // where it was read; empty without a file
  std::vector<std::string> include;  // patterns of the files that make up one List
  std::vector<std::string> exclude;
  std::vector<std::string> no_list;                   // more headings that hold no entries
  std::optional<std::vector<std::string>> generated;  // patterns of the files that a program writes: these alone
  std::shared_ptr<const Formats> formats;             // how entries look; null without any
  Renderer renderer = Renderer::github;
  struct RuleConfig {
    std::optional<Severity> severity;
    Settings settings;
  };
  std::map<std::string_view, RuleConfig> rules;  // by Rule::name; absent means defaults
  Venues venues;
};

/// The checks that have heard a List, with what they counted. They say nothing any more.
using Heard = std::vector<std::pair<const Rule*, std::unique_ptr<Sink>>>;

/// A List as it was before a change, and the checks that heard it.
struct Former {
  List list;
  Heard checks;
};

/// The rules that run, each with its severity (never off); good as long as the Config it was made of.
struct Selection {
  struct Choice {
    const Rule* rule;
    Severity severity;
    const Settings* settings;
  };
  std::vector<Choice> choices;
  Facts facts;
  const Former* former = nullptr;  // whose habits count in the place of the List's own
};

/// What is told of a list whose entries are not read.
inline constexpr std::string_view kUnread = "its entries are written in a way that paperlint does not read yet";

struct LintResult {
  std::vector<Diagnostic> diagnostics;  // sorted by file, span, rule name, message
  std::vector<Remark> remarks;
  std::uint32_t suppressed = 0;
};

/// Whether a List is so long that another thread costs less than it saves.
[[nodiscard]] bool worth_a_thread(const List&);
/// Runs every selected check over a List that has been read, then yields, suppresses and sorts.
/// Same input, same bytes of output, however many threads (up to `jobs`) are at work. The checks go to `heard`, which
/// must not outlive the List.
[[nodiscard]] LintResult lint(const List& list, const Selection& selection, Heard* heard = nullptr, unsigned jobs = 1);

}  // namespace paperlint
