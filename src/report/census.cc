#include "report/census.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "lint/rule.h"
#include "report/columns.h"

namespace paperlint {
namespace {

std::string table(const std::vector<Census::Row>& rows, const Look& look) {
  std::size_t name_width = 0;
  for (const Census::Row& row : rows) name_width = std::max(name_width, row.rule->name.size());
  std::string out;
  for (const Census::Row& row : rows) {
    const int left = look.width - 20 - static_cast<int>(name_width);
    out += fmt::format("{:>7}  {}  {:<{}}", grouped(row.count),
                       look.paint(ink_of(row.severity), fmt::format("{:<7}", name(row.severity))), row.rule->name,
                       name_width);
    out += look.paint(Ink::faint, "  " + cut(row.rule->summary, std::max(left, 20))) + '\n';
  }
  return out;
}

std::string suppressed(const Totals& totals) {
  return totals.suppressed == 0 ? "" : fmt::format(" ({} suppressed)", grouped(totals.suppressed));
}

std::string fix_hints(const Census& census, const Totals& totals, const TextOptions& options) {
  const std::uint32_t safe = census.safe(), unsafe = census.unsafe();
  const std::string all = command(options, "--fix --unsafe-fixes");
  if (safe + unsafe == 0) return "";
  if (totals.unwritten) return "Not all fixes could be written.\n";
  if (options.unsafe_fixes) return fmt::format("{} can be fixed: {}\n", grouped(safe + unsafe), all);
  if (safe == 0) return fmt::format("{} can be fixed, to be looked over: {}\n", grouped(unsafe), all);
  const std::string first = fmt::format("{} can be fixed:", grouped(safe));
  if (unsafe == 0) return fmt::format("{} {}\n", first, command(options, "--fix"));
  const std::string second = fmt::format("{} more, to be looked over:", grouped(unsafe));
  const std::size_t width = std::max(first.size(), second.size());
  return fmt::format("{:<{}} {}\n{:<{}} {}\n", first, width, command(options, "--fix"), second, width, all);
}

}  // namespace

void Census::add(const FileResult& result) {
  if (!result.diagnostics.empty()) ++files_;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    tally_.add(diagnostic.severity);
    if (diagnostic.fix) ++(diagnostic.fix->safety == Safety::safe ? safe_ : unsafe_);
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) {
      return r.rule == diagnostic.rule && r.severity == diagnostic.severity;
    });
    if (row == rows_.end())
      rows_.push_back({diagnostic.severity, diagnostic.rule, 1});
    else
      ++row->count;
  }
}

std::vector<Census::Row> Census::rows() const {
  std::vector<Row> rows = rows_;
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(b.severity, b.count, a.rule->name) < std::tie(a.severity, a.count, b.rule->name);
  });
  return rows;
}

std::string command(const TextOptions& options, std::string_view flags) {
  return fmt::format("{} {}{}{}", options.program, flags, options.paths.empty() ? "" : " ", printable(options.paths));
}

std::string closing(const Census& census, const Totals& totals, const TextOptions& options, const Look& look) {
  if (census.tally().total() == 0) {
    if (totals.files < 2) return "";
    return fmt::format("Nothing {}to say: {} in {}{}.\n", totals.known > 0 ? "new " : "",
                       counted(totals.entries, "paper"), counted(totals.files, "file"), suppressed(totals));
  }
  const bool some = totals.files > census.files();
  std::string out =
      fmt::format("Found {} in {}{}{}.\n", in_words(census.tally()), some ? grouped(census.files()) + " of " : "",
                  counted(some ? totals.files : census.files(), "file"), suppressed(totals));
  const std::vector<Census::Row> rows = census.rows();
  if (rows.size() > 1) out += '\n' + table(rows, look) + '\n';
  return out + fix_hints(census, totals, options);
}

}  // namespace paperlint
