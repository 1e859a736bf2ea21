#include "app/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/pages.h"
#include "app/paths.h"
#include "app/read.h"
#include "app/repository.h"
#include "report/reports.h"

namespace paperlint {
namespace {

bool for_people(OutputOption::Format format) {
  using Format = OutputOption::Format;
  return format == Format::text || format == Format::concise;
}

bool is_plain(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./+:@%=,-") ==
             std::string_view::npos;
}

/// The words of the command that say what was checked and how, as a shell takes them.
std::string repeated(const CheckOptions& options) {
  std::vector<std::string> words;
  if (options.isolated) words.push_back("--isolated");
  if (!options.config.empty()) words.insert(words.end(), {"--config", options.config});
  const auto rules = [&](const char* flag, const std::vector<std::string>& names) {
    if (!names.empty()) words.insert(words.end(), {flag, fmt::format("{}", fmt::join(names, ","))});
  };
  const auto value = [&](const char* flag, const std::string& text) {
    if (!text.empty()) words.insert(words.end(), {flag, text});
  };
  value("--diff-base", options.diff_base);
  value("--diff-file", options.diff_file == "-" ? "PATCH" : options.diff_file);  // what was read is gone
  value("--baseline", options.baseline);
  rules("--select", options.select);
  rules("--ignore", options.ignore);
  words.insert(words.end(), options.paths.begin(), options.paths.end());
  std::string all;
  for (const std::string& word : words) {
    std::string quoted = word;
    for (std::size_t at = 0; (at = quoted.find('\'', at)) != std::string::npos; at += 4) quoted.replace(at, 1, "'\\''");
    all += (all.empty() ? "" : " ") + (is_plain(word) ? word : "'" + quoted + "'");
  }
  return all;
}

TextOptions text_options(const CheckOptions& options, bool is_terminal) {
  TextOptions text;
  text.quiet = options.quiet;
  text.unsafe_fixes = options.unsafe_fixes;
  text.in_part = options.pull_request || !options.baseline.empty();
  text.program = options.program;
  text.paths = repeated(options);
  if (!is_terminal) return text;
  text.color = options.terminal.color;
  text.width = options.terminal.width;
  text.overview = options.terminal.is_terminal && !options.all && options.select.empty();
  return text;
}

}  // namespace

Outputs::Outputs(const CheckOptions& options, const Streams& streams)
    : options_(options), where_{identity("."), repository_top(identity("."))}, main_(&streams.out) {
  // What is read from standard input and changed goes to standard output, so that an editor can take
  // it.
  is_output_ = !options.writes() || options.paths != std::vector<std::string>{"-"};
  if (!is_output_) main_ = &streams.err;
  if (options.actions.runs) guard_ = std::make_unique<LogGuard>(*main_);
  people_ = guard_ ? guard_.get() : main_;
  const bool for_programs = std::any_of(options.outputs.begin(), options.outputs.end(), [](const OutputOption& output) {
    return output.file.empty() && !for_people(output.format);
  });
  beside_ = for_programs ? &streams.err : people_;
}

std::string Outputs::open() {
  const std::vector<OutputOption> text{{}};
  for (const OutputOption& output : options_.outputs.empty() ? text : options_.outputs) {
    if (!output.file.empty()) {
      files_.push_back({output.file, std::make_unique<FileStream>(path_of(output.file))});
      if (const int error = files_.back().stream->error()) return output.file + ": cannot be written: " + reason(error);
      add(output.format, *files_.back().stream, false);
    } else if (!options_.diff) {  // the patch alone goes there
      add(output.format, for_people(output.format) ? *people_ : *main_, is_output_);
    }
  }
  if (options_.actions.runs) open_for_actions();
  return "";
}

/// In GitHub Actions annotations come by themselves, unless a program reads what is on standard output, and so does a
/// summary. Nobody asked for that: a summary that cannot be written is no failure.
void Outputs::open_for_actions() {
  const auto is_github = [](const OutputOption& output) { return output.format == OutputOption::Format::github; };
  const bool told = std::any_of(options_.outputs.begin(), options_.outputs.end(), is_github);
  if (!told && !options_.diff && is_output_ && beside_ == people_) reporters_.push_back(github_report(*main_, where_));
  const std::string& file = options_.actions.summary;
  if (file.empty()) return;
  constexpr std::uintmax_t kMost = 1024 * 1024;  // bytes that a step may write, other commands of it included
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path_of(file), error);
  const std::uintmax_t used = error ? 0 : std::min(size, kMost);
  summary_ = std::make_unique<FileStream>(path_of(file), FileStream::Mode::append);
  reporters_.push_back(summary_report(*summary_, where_, static_cast<std::size_t>(kMost - used), repeated(options_)));
}

void Outputs::add(OutputOption::Format format, std::ostream& stream, bool is_terminal) {
  if ((&stream == main_ || &stream == people_) && options_.statistics)
    reporters_.push_back(statistics_report(stream));
  else
    reporters_.push_back(report(format, stream, is_terminal));
}

std::unique_ptr<Reporter> Outputs::report(OutputOption::Format format, std::ostream& stream, bool is_terminal) const {
  using Format = OutputOption::Format;
  switch (format) {
    case Format::concise:
      return concise_report(stream);
    case Format::json:
      return json_report(stream);
    case Format::sarif:
      return sarif_report(stream, where_, page_of);
    case Format::github:
      return github_report(stream, where_);
    case Format::gitlab:
      return gitlab_report(stream, where_);
    case Format::rdjsonl:
      return rdjsonl_report(stream);
    case Format::junit:
      return junit_report(stream);
    case Format::text:
      break;
  }
  return text_report(stream, text_options(options_, is_terminal));
}

void Outputs::file(const FileResult& result) {
  for (const auto& reporter : reporters_) reporter->file(result);
}

std::string Outputs::end(const Totals& totals) {
  for (const auto& reporter : reporters_) reporter->end(totals);
  if (summary_) summary_->finish();
  std::string trouble;
  for (const File& file : files_)
    if (const int error = file.stream->finish(); error != 0 && trouble.empty())
      trouble = file.path + ": cannot be written: " + reason(error);
  return trouble;
}

}  // namespace paperlint
