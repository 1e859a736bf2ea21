#include "app/outputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/paths.h"
#include "app/read.h"
#include "report/reports.h"

namespace paperlint {
namespace {

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
  text.program = options.program;
  text.paths = repeated(options);
  if (!is_terminal) return text;
  text.color = options.terminal.color;
  text.width = options.terminal.width;
  text.overview = options.terminal.is_terminal && !options.all && options.select.empty();
  return text;
}

}  // namespace

Outputs::Outputs(const CheckOptions& options, const Streams& streams) : options_(options), main_(&streams.out) {
  // What is read from standard input and fixed goes to standard output, so that an editor can take
  // it.
  is_output_ = !options.fix || options.paths != std::vector<std::string>{"-"};
  if (!is_output_) main_ = &streams.err;
  const bool json = std::any_of(options.outputs.begin(), options.outputs.end(), [](const OutputOption& output) {
    return output.file.empty() && output.format == OutputOption::Format::json;
  });
  beside_ = json ? &streams.err : main_;
}

std::string Outputs::open() {
  const std::vector<OutputOption> text{{}};
  for (const OutputOption& output : options_.outputs.empty() ? text : options_.outputs) {
    if (!output.file.empty()) {
      files_.push_back({output.file, std::make_unique<FileStream>(path_of(output.file))});
      if (const int error = files_.back().stream->error()) return output.file + ": cannot be written: " + reason(error);
      add(output.format, *files_.back().stream, false);
    } else if (!options_.diff) {  // the patch alone goes there
      add(output.format, *main_, is_output_);
    }
  }
  return "";
}

void Outputs::add(OutputOption::Format format, std::ostream& stream, bool is_terminal) {
  using Format = OutputOption::Format;
  if (&stream == main_ && options_.statistics)
    reporters_.push_back(statistics_report(stream));
  else if (format == Format::text)
    reporters_.push_back(text_report(stream, text_options(options_, is_terminal)));
  else if (format == Format::concise)
    reporters_.push_back(concise_report(stream));
  else
    reporters_.push_back(json_report(stream));
}

void Outputs::file(const FileResult& result) {
  for (const auto& reporter : reporters_) reporter->file(result);
}

std::string Outputs::end(const Totals& totals) {
  for (const auto& reporter : reporters_) reporter->end(totals);
  std::string trouble;
  for (const File& file : files_)
    if (const int error = file.stream->finish(); error != 0 && trouble.empty())
      trouble = file.path + ": cannot be written: " + reason(error);
  return trouble;
}

}  // namespace paperlint
