// The summary of a step of GitHub Actions: Markdown, of which only so many bytes are taken.
#include <fmt/format.h>

#include <string>

#include "lint/rule.h"
#include "report/census.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace {

constexpr std::size_t kRoom = 400;  // for the lines that close the table

/// Text of a file as a cell shows it, to the letter: nothing in it is a link, a picture, HTML or the end of the cell.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '@')  // nobody is called
      out += "&#64;";
    else if (c == ':')  // no emoji and no address is made of it
      out += "&#58;";
    else if (std::string_view("\\`*_{}[]()#|~!$").find(c) != std::string_view::npos)
      out += fmt::format("&#{};", static_cast<int>(c));
    else
      out += c;
  }
  return out;
}

class SummaryReport final : public Reporter {
 public:
  SummaryReport(std::ostream& out, Whereabouts where, std::size_t most, std::string_view arguments)
      : out_(out), where_(std::move(where)), most_(most), fix_("paperlint --fix") {
    if (!arguments.empty()) fix_ += ' ' + cell(arguments);
  }

  void file(const FileResult& result) override {
    for (const Diagnostic& diagnostic : result.diagnostics) {
      const std::string row =
          fmt::format("| {}&#58;{} | {} | {} | {} |\n", cell(repository_path(where_, diagnostic.at.source->path())),
                      diagnostic.at.source->position(diagnostic.at.span.begin).line, name(diagnostic.severity),
                      diagnostic.rule->name, cell(diagnostic.message));
      if (left_out_ > 0 || rows_.size() + row.size() + kRoom > most_)
        ++left_out_;
      else
        rows_ += row;
    }
  }

  void end(const Totals& totals) override {
    const Tally tally{totals.errors, totals.warnings, totals.notes};
    std::string text =
        fmt::format("### paperlint\n\n{} in {}, {}", counted(totals.entries, "paper"), counted(totals.files, "list"),
                    tally.total() == 0 ? nothing_to_say(totals.known) : in_words(tally));
    if (totals.safe_fixes > 0) text += fmt::format("; <code>{}</code> mends {}", fix_, grouped(totals.safe_fixes));
    text += "\n\n";
    if (!rows_.empty()) text += "| where | severity | rule | finding |\n| --- | --- | --- | --- |\n" + rows_ + '\n';
    if (left_out_ > 0) text += fmt::format("{} not shown; the log has all.\n\n", counted(left_out_, "more finding"));
    if (text.size() <= most_) out_ << text;
  }

 private:
  std::ostream& out_;
  const Whereabouts where_;
  const std::size_t most_;
  std::string fix_, rows_;
  std::size_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> summary_report(std::ostream& out, Whereabouts where, std::size_t most,
                                         std::string_view arguments) {
  return std::make_unique<SummaryReport>(out, std::move(where), most, arguments);
}

}  // namespace paperlint
