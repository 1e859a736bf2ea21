#include "report/overview.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lint/rule.h"
#include "report/columns.h"

namespace paperlint {
namespace {

constexpr std::size_t kExamples = 4;  // lines a rule
constexpr std::size_t kFolded = 3;    // fixes with one title that make a line of their own
constexpr std::size_t kFiles = 10;
constexpr int kIndent = 9;  // where the examples begin

using Findings = std::vector<const Diagnostic*>;

std::uint32_t line_of(Place place) { return place.source->line_of(place.span.begin) + 1; }

// `96`, or `README.md:96` where it is another file's or several were read.
std::string where(Place place, const Source* home) {
  if (place.source == home) return std::to_string(line_of(place));
  return fmt::format("{}:{}", place.source->path(), line_of(place));
}

// What the finding is about: the place or, where that is a word or two, its line. Nothing where the
// message says it already.
std::string quoted(const Diagnostic& finding) {
  constexpr std::size_t kTelling = 16;
  const std::string_view place = finding.at.text();
  if (!place.empty() && finding.message.find(place.substr(0, kTelling)) != std::string::npos) return "";
  const Source& source = *finding.at.source;
  std::string text(place);
  if (place.size() < kTelling) {
    text = source.text(source.line(source.line_of(finding.at.span.begin)));
    text.erase(0, std::min(text.find_first_not_of(" \t-*+#>"), text.size()));
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text.empty() ? "" : ": " + text;
}

std::string in_one_line(const Diagnostic& finding) {
  std::string text = finding.message;
  if (!finding.notes.empty()) text += fmt::format(" (see {})", where(finding.notes.front().at, finding.at.source));
  return text + quoted(finding);
}

// Findings of one rule whose safe fixes say the same.
struct Fold {
  std::string_view title;
  Findings findings;
};

std::vector<Fold> folds(const Findings& findings) {
  std::map<std::string_view, Findings> by_title;
  for (const Diagnostic* finding : findings)
    if (finding->fix && finding->fix->safety == Safety::safe) by_title[finding->fix->title].push_back(finding);
  std::vector<Fold> all;
  for (auto& [title, same] : by_title)
    if (same.size() >= kFolded) all.push_back({title, std::move(same)});
  std::stable_sort(all.begin(), all.end(),
                   [](const Fold& a, const Fold& b) { return a.findings.size() > b.findings.size(); });
  if (all.size() > kExamples) all.resize(kExamples);
  return all;
}

bool is_folded(const Diagnostic* finding, const std::vector<Fold>& folded) {
  return finding->fix && std::any_of(folded.begin(), folded.end(), [&](const Fold& fold) {
           return fold.title == finding->fix->title && finding->fix->safety == Safety::safe;
         });
}

// "lines 96, 101, 140", as many as a glance takes.
std::string some_lines(const Findings& findings, const Source* home) {
  constexpr std::size_t kMost = 6;
  const Source* const source = findings.front()->at.source;
  std::vector<const Source*> sources;
  for (const Diagnostic* finding : findings)
    if (sources.empty() || sources.back() != finding->at.source) sources.push_back(finding->at.source);
  if (sources.size() > 1) return fmt::format("in {}", counted(sources.size(), "file"));
  std::string out = source == home ? "lines " : fmt::format("{}, lines ", source->path());
  for (std::size_t i = 0; i < std::min(findings.size(), kMost); ++i)
    out += (i > 0 ? ", " : "") + std::to_string(line_of(findings[i]->at));
  return findings.size() > kMost ? out + ", …" : out;
}

struct Example {
  std::string at, text;
};

// `home` is the only file with findings, if there is but one.
std::vector<Example> examples(const Findings& findings, const Source* home) {
  const std::vector<Fold> folded = folds(findings);
  std::vector<Example> all;
  all.reserve(kExamples);
  for (const Fold& fold : folded)
    all.push_back(
        {grouped(fold.findings.size()) + " x", fmt::format("{}: {}", fold.title, some_lines(fold.findings, home))});
  for (const Diagnostic* finding : findings) {
    if (all.size() >= kExamples) break;
    if (!is_folded(finding, folded)) all.push_back({where(finding->at, home), in_one_line(*finding)});
  }
  return all;
}

std::string rule_part(const Census::Row& row, const Findings& findings, const Source* home, const Look& look) {
  const std::string head = fmt::format("{:>6}  {}", grouped(row.count), look.paint(Ink::bold, row.rule->name));
  const int left = look.width - 10 - static_cast<int>(row.rule->name.size());
  std::string out = head + look.paint(Ink::faint, "  " + cut(row.rule->summary, std::max(left, 20))) + '\n';
  const std::vector<Example> lines = examples(findings, home);
  int width = 4;
  for (const Example& line : lines) width = std::max(width, Shown(line.at).columns());
  for (const Example& line : lines) {
    const int room = look.width - kIndent - 2 - width;
    out += fmt::format("{:{}}{:>{}}  {}\n", "", kIndent, printable(line.at), width, cut(line.text, std::max(room, 20)));
  }
  return out;
}

std::string heading(Severity severity, const Tally& tally, const Look& look) {
  const std::uint32_t count = severity == Severity::error     ? tally.errors
                              : severity == Severity::warning ? tally.warnings
                                                              : tally.notes;
  return '\n' + look.paint(ink_of(severity), counted(count, name(severity))) + '\n';
}

std::string next_commands(const Census& census, const TextOptions& options) {
  const std::string_view first = census.rows().front().rule->name;
  std::vector<std::pair<std::string, std::string>> lines{
      {"one rule, line by line:", command(options, fmt::format("--select {}", first))}};
  if (census.safe() > 0)
    lines.emplace_back(fmt::format("{} fixed, as a diff:", grouped(census.safe())), command(options, "--fix --diff"));
  else if (census.unsafe() > 0)
    lines.emplace_back(fmt::format("{} fixed, as a diff:", grouped(census.unsafe())),
                       command(options, "--fix --unsafe-fixes --diff"));
  lines.emplace_back(fmt::format("all {}:", counted(census.tally().total(), "finding")), command(options, "--all"));
  if (!options.in_part)
    lines.emplace_back("take them for known:", command(options, "--write-baseline paperlint-baseline.tsv"));
  std::size_t width = 0;
  for (const auto& [label, line] : lines) width = std::max(width, label.size());
  std::string out = "\nNext:\n";
  for (const auto& [label, line] : lines) out += fmt::format("  {:<{}}  {}\n", label, width, line);
  return out;
}

}  // namespace

void Overview::add(const FileResult& result) {
  if (!result.is_list && result.diagnostics.empty()) return;
  File file{result.source, result.entries, result.known, {}};
  for (const Diagnostic& finding : result.diagnostics) {
    file.tally.add(finding.severity);
    findings_.push_back(finding);
  }
  files_.push_back(file);
}

std::string Overview::write(const Census& census, const Totals& totals, const TextOptions& options,
                            const Look& look) const {
  std::vector<File> files = files_;
  std::stable_sort(files.begin(), files.end(),
                   [](const File& a, const File& b) { return a.tally.total() > b.tally.total(); });
  std::string out;
  for (std::size_t i = 0; i < std::min(files.size(), kFiles); ++i)
    out += fmt::format("{}: {}, {}\n", look.paint(Ink::bold, printable(files[i].source->path())),
                       counted(files[i].entries, "paper"),
                       files[i].tally.total() == 0 ? nothing_to_say(files[i].known) : in_words(files[i].tally));
  if (files.size() > kFiles) out += fmt::format("… and {}\n", counted(files.size() - kFiles, "more file"));
  if (totals.suppressed > 0) out += fmt::format("{} suppressed\n", counted(totals.suppressed, "finding"));

  std::map<std::pair<Severity, const Rule*>, Findings> groups;
  for (const Diagnostic& finding : findings_) groups[{finding.severity, finding.rule}].push_back(&finding);
  const Source* const home = census.files() == 1 ? files.front().source : nullptr;
  Severity severity = Severity::off;
  for (const Census::Row& row : census.rows()) {
    if (row.severity != severity) out += heading(severity = row.severity, census.tally(), look);
    out += rule_part(row, groups[{row.severity, row.rule}], home, look);
  }
  return out + next_commands(census, options);
}

}  // namespace paperlint
