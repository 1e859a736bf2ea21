// One line a finding, for editors and for grep.
#include <fmt/format.h>

#include <iterator>

#include "lint/rule.h"
#include "report/reports.h"

namespace paperlint {
namespace {

class ConciseReport final : public Reporter {
 public:
  explicit ConciseReport(std::ostream& out) : out_(out) {}

  void file(const FileResult& result) override {
    const std::string path = printable(result.source->path());
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      const auto [line, column] = result.source->position(diagnostic.at.span.begin);
      fmt::format_to(std::back_inserter(text), "{}:{}:{}: {}: {} [{}]\n", path, line, column, name(diagnostic.severity),
                     printable(diagnostic.message), diagnostic.rule->name);
    }
    out_ << text;
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Reporter> concise_report(std::ostream& out) { return std::make_unique<ConciseReport>(out); }

}  // namespace paperlint
