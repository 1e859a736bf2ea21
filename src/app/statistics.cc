#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/outputs.h"
#include "lint/rule.h"
#include "report/words.h"

namespace paperlint {
namespace {

class Statistics final : public Reporter {
 public:
  explicit Statistics(std::ostream& out) : out_(out) {}

  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) {
      Row& row = rows_[{diagnostic.rule->name, diagnostic.severity}];
      ++row.findings;
      if (diagnostic.fix && diagnostic.fix->safety == Safety::safe) ++row.safe;
      if (diagnostic.fix && diagnostic.fix->safety == Safety::unsafe) ++row.unsafe;
    }
  }

  void end(const Totals&) override {
    std::vector<std::pair<Key, Row>> sorted(rows_.begin(), rows_.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second.findings > b.second.findings; });
    std::size_t count_width = 1, name_width = 0;
    for (const auto& [key, row] : sorted) {
      count_width = std::max(count_width, grouped(row.findings).size());
      name_width = std::max(name_width, key.first.size());
    }
    for (const auto& [key, row] : sorted) {
      std::string line = fmt::format("{:>{}}  {:<7}  {:<{}}  {}", grouped(row.findings), count_width, name(key.second),
                                     key.first, name_width, fixes(row));
      line.erase(line.find_last_not_of(' ') + 1);
      out_ << line << '\n';
    }
  }

 private:
  struct Row {
    std::uint32_t findings = 0, safe = 0, unsafe = 0;
  };
  using Key = std::pair<std::string_view, Severity>;

  static std::string fixes(const Row& row) {
    std::string text;
    if (row.safe != 0) text = grouped(row.safe) + " fixable";
    if (row.unsafe != 0) text += (text.empty() ? "" : ", ") + grouped(row.unsafe) + " by unsafe fixes";
    return text;
  }

  std::ostream& out_;
  std::map<Key, Row> rows_;
};

}  // namespace

std::unique_ptr<Reporter> statistics_report(std::ostream& out) { return std::make_unique<Statistics>(out); }

}  // namespace paperlint
