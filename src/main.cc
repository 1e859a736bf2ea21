// The command line. What its words mean is judged here, so that every mistake
// is told in one line. Only this file knows exit codes.
#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "app/check.h"
#include "app/command_words.h"
#include "app/explain.h"
#include "app/help.h"
#include "app/init.h"
#include "app/log_guard.h"
#include "app/read.h"
#include "app/remarks.h"
#include "app/stream.h"
#include "app/style.h"
#include "app/terminal.h"
#include "text/source.h"

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

namespace paperlint {
namespace {

constexpr const char* kHelpHint = " (see --help)";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator)
      parts.emplace_back();
    else if (c != ' ')
      parts.back() += c;
  }
  return parts;
}

ColorChoice color_choice(const Words& words) {
  return chosen<ColorChoice>(
      "--color", words.last("--color", "auto"),
      {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}});
}

std::vector<std::string> names_of_rules(const Words& words, const std::string& flag) {
  std::vector<std::string> all;
  for (const std::string& list : words.all(flag)) {
    const std::vector<std::string> names = split(list, ',');
    if (std::find(names.begin(), names.end(), "") != names.end())
      throw UsageError(fmt::format("{} '{}': expected names of rules with one comma between", flag, list));
    all.insert(all.end(), names.begin(), names.end());
  }
  return all;
}

std::vector<OutputOption> outputs(const Words& words) {
  using Format = OutputOption::Format;
  std::vector<OutputOption> all;
  std::string on_output;
  for (const std::string& value : words.all("--output-format")) {
    const std::size_t sign = value.find('=');
    const std::string format = value.substr(0, sign);
    OutputOption output;
    output.format = chosen<Format>("--output-format", format,
                                   {{"text", Format::text},
                                    {"concise", Format::concise},
                                    {"json", Format::json},
                                    {"sarif", Format::sarif},
                                    {"github", Format::github},
                                    {"gitlab", Format::gitlab},
                                    {"rdjsonl", Format::rdjsonl},
                                    {"junit", Format::junit}});
    if (sign != std::string::npos) output.file = value.substr(sign + 1);
    if (sign != std::string::npos && output.file.empty())
      throw UsageError(
          fmt::format("--output-format '{}' names no file; without '=' it goes to standard output", value));
    if (output.file.empty() && !on_output.empty())
      throw UsageError(fmt::format("--output-format {0} and {1} both go to standard output; give one a file: {1}=FILE",
                                   on_output, format));
    if (output.file.empty()) on_output = format;
    all.push_back(std::move(output));
  }
  return all;
}

std::uintmax_t max_file_size(const Words& words, std::uintmax_t otherwise) {
  if (!words.has("--max-file-size")) return otherwise;
  const std::string text = words.last("--max-file-size");
  const auto size = parse_size(text);
  if (!size) throw UsageError(fmt::format("--max-file-size '{}': expected a size such as 500k, 10MB or 1GiB", text));
  if (*size > Source::kMaxSize)
    throw UsageError(
        fmt::format("--max-file-size '{}': {} are the most that can be checked", text, size_text(Source::kMaxSize)));
  return *size;
}

/// How many lists are checked at once; 0 where it is left to the machine.
unsigned jobs(const Words& words) {
  if (!words.has("--jobs")) return 0;
  constexpr unsigned kMost = 1024;
  const std::string text = words.last("--jobs");
  unsigned number = 0;
  const bool digits = !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string::npos;
  if (digits) number = static_cast<unsigned>(std::stoul(text));
  if (number == 0) throw UsageError(fmt::format("--jobs '{}': expected a number from 1 on", text));
  return std::min(number, kMost);
}

/// The day that `--today` tells, else the clock's, in UTC.
Date today(const Words& words) {
  const auto made = [](std::chrono::year_month_day day) {
    return Date{static_cast<std::uint16_t>(static_cast<int>(day.year())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
  };
  if (!words.has("--today")) return made(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  const std::string text = words.last("--today");
  int year = 0;
  unsigned month = 0, day = 0;
  char rest = 0;
  const bool read = text.size() == 10 && std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!read || !date.ok() || year < 1900)
    throw UsageError(fmt::format("--today '{}': expected a date such as 2026-01-31", text));
  return made(date);
}

void judge_outputs(const CheckOptions& options) {
  for (auto one = options.outputs.begin(); one != options.outputs.end(); ++one) {
    if (one->file.empty() && options.statistics && one->format != OutputOption::Format::text)
      throw UsageError(
          "--statistics prints counts of its own; give the other format a file: --output-format json=FILE");
    const auto same = [&](const OutputOption& other) { return !one->file.empty() && other.file == one->file; };
    if (std::any_of(one + 1, options.outputs.end(), same))
      throw UsageError(fmt::format("--output-format writes two reports to '{}'; expected a file for each", one->file));
  }
}

void judge_inputs(const InputOptions& options, const Words& words) {
  const bool reads_input = std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end();
  if (reads_input && options.paths.size() > 1)
    throw UsageError("'-' is standard input and stands alone; a file of that name is './-'");
  if (!reads_input && words.has("--stdin-filename"))
    throw UsageError("--stdin-filename names what is read from standard input; expected '-' as the path");
  if (options.isolated && words.has("--config"))
    throw UsageError("--isolated uses no config, --config names one; expected one of them");
  if (words.has("--config") && options.config.empty()) throw UsageError("--config needs the path of a config");
}

void judge_scope(const CheckOptions& options, const Words& words) {
  for (const char* flag : {"--diff-base", "--diff-file", "--baseline", "--write-baseline"})
    if (words.has(flag) && words.last(flag).empty()) throw UsageError(fmt::format("{} needs a value", flag));
  const bool reads_list = reads_input(options);
  if (words.has("--diff-base") && words.has("--diff-file"))
    throw UsageError("--diff-base and --diff-file both tell what has changed; expected one of them");
  if (!options.diff_base.empty() && options.diff_base.front() == '-')
    throw UsageError(fmt::format("--diff-base '{}': expected a branch, a tag or a commit", options.diff_base));
  if (!options.diff_base.empty() && reads_list && options.stdin_filename.empty())
    throw UsageError("--diff-base with '-' needs --stdin-filename, the file whose old text it is compared with");
  if (options.diff_file == "-" && reads_list)
    throw UsageError("the list and the patch cannot both come from standard input; expected a file for one of them");
  if (options.write_baseline.empty()) return;
  if (!options.baseline.empty())
    throw UsageError("--write-baseline writes all findings anew, --baseline leaves some out; expected one of them");
  if (options.pull_request)
    throw UsageError(
        "--write-baseline writes all findings, not those of a change; expected it without --diff-base and "
        "--diff-file");
  if (options.add_suppressions)
    throw UsageError(
        "--write-baseline and --add-suppressions both make findings be told no more; expected one of them");
  if (options.diff) throw UsageError("--write-baseline writes a file, --diff writes nothing; expected one of them");
}

void judge_together(const CheckOptions& options, const Words& words) {
  judge_outputs(options);
  if (options.quiet && options.verbose) throw UsageError("--quiet and --verbose: expected one of them");
  judge_inputs(options, words);
  judge_scope(options, words);
}

/// What all commands that read lists are told alike.
void take_inputs(const Words& words, InputOptions& options) {
  options.paths = words.rest();
  options.config = words.last("--config");
  options.isolated = words.has("--isolated");
  options.stdin_filename = words.last("--stdin-filename");
  options.max_file_size = max_file_size(words, options.max_file_size);
  options.quiet = words.has("--quiet");
  options.verbose = words.has("--verbose");
}

CheckOptions check_options(const Words& words) {
  using FailOn = CheckOptions::FailOn;
  CheckOptions options;
  take_inputs(words, options);
  options.fix = words.has("--fix");
  options.unsafe_fixes = words.has("--unsafe-fixes");
  options.diff = words.has("--diff");
  options.add_suppressions = words.has("--add-suppressions");
  options.select = names_of_rules(words, "--select");
  options.ignore = names_of_rules(words, "--ignore");
  options.outputs = outputs(words);
  options.diff_base = words.last("--diff-base");
  options.diff_file = words.last("--diff-file");
  options.pull_request = words.has("--diff-base") || words.has("--diff-file");
  options.baseline = words.last("--baseline");
  options.write_baseline = words.last("--write-baseline");
  options.statistics = words.has("--statistics");
  options.all = words.has("--all");
  options.fail_on = chosen<FailOn>("--fail-on", words.last("--fail-on", "error"),
                                   {{"error", FailOn::error}, {"warning", FailOn::warning}, {"never", FailOn::never}});
  options.jobs = jobs(words);
  options.today = today(words);
  options.terminal = standard_output(color_choice(words));
  options.progress = !options.quiet && error_is_watched();
  options.actions = github_actions();
  judge_together(options, words);
  return options;
}

Outcome run_check(std::vector<std::string> arguments, const std::string& program, const Streams& streams) {
  Words words;
  words.flags({"--fix", "--unsafe-fixes", "--diff", "--add-suppressions", "--isolated", "--statistics", "--all",
               "--quiet", "--verbose", "--version"});
  words.values({"--select", "--ignore", "--config", "--stdin-filename", "--output-format", "--fail-on", "--color",
                "--max-file-size", "--jobs", "--today", "--diff-base", "--diff-file", "--baseline",
                "--write-baseline"});
  if (words.wants_help(std::move(arguments))) {
    streams.out << kCheckHelp;
    return Outcome::clean;
  }
  if (words.has("--version")) {
    streams.out << "paperlint " << PAPERLINT_VERSION << '\n';
    return Outcome::clean;
  }
  CheckOptions options = check_options(words);
  options.program = program;
  return check(options, streams);
}

Outcome run_style(std::vector<std::string> arguments, const Streams& streams, const Streams& for_people) {
  Words words;
  words.flags({"--isolated", "--all", "--quiet", "--verbose"});
  words.values({"--config", "--stdin-filename", "--output-format", "--color", "--max-file-size"});
  if (words.wants_help(std::move(arguments))) {
    streams.out << kStyleHelp;
    return Outcome::clean;
  }
  StyleOptions options;
  take_inputs(words, options);
  options.json =
      chosen<bool>("--output-format", words.last("--output-format", "text"), {{"text", false}, {"json", true}});
  options.all = words.has("--all");
  options.terminal = standard_output(color_choice(words));
  judge_inputs(options, words);
  return style(options, options.json ? streams : for_people);
}

Outcome run_init(std::vector<std::string> arguments, const Streams& streams) {
  Words words;
  words.flags({"--stdout", "--pre-commit", "--workflow", "--quiet", "--verbose"});
  words.values({"--max-file-size", "--today"});
  if (words.wants_help(std::move(arguments))) {
    streams.out << kInitHelp;
    return Outcome::clean;
  }
  InitOptions options;
  take_inputs(words, options);
  options.today = today(words);
  options.to_output = words.has("--stdout");
  options.pre_commit = words.has("--pre-commit");
  options.workflow = words.has("--workflow");
  judge_inputs(options, words);
  if (reads_input(options) && !options.to_output)
    throw UsageError("init: what is read from standard input has no folder; expected --stdout with '-'");
  return init(options, streams);
}

Outcome run_explain(std::vector<std::string> arguments, const Streams& streams) {
  Words words;
  if (words.values({"--color"}).wants_help(std::move(arguments))) {
    streams.out << kExplainHelp;
    return Outcome::clean;
  }
  if (words.rest().size() != 1)
    throw UsageError("explain: expected the name of one rule, as in 'paperlint explain venue-tag'");
  return explain(words.rest().front(), streams, standard_output(color_choice(words)));
}

Outcome run_rules(std::vector<std::string> arguments, const Streams& streams) {
  Words words;
  if (words.values({"--color"}).wants_help(std::move(arguments))) {
    streams.out << kRulesHelp;
    return Outcome::clean;
  }
  if (!words.rest().empty())
    throw UsageError(fmt::format("rules: takes no path, but '{}' stands there; a file named 'rules' is './rules'",
                                 words.rest().front()));
  return list_rules(streams, standard_output(color_choice(words)));
}

Outcome run(const std::string& program, std::vector<std::string> arguments, const Streams& raw) {
  const bool logged = github_actions().runs;
  LogGuard guarded_out(raw.out), guarded_err(raw.err);
  const Streams streams{raw.out, logged ? guarded_err : raw.err};
  const Streams for_people{logged ? guarded_out : raw.out, streams.err};
  const std::string command = arguments.empty() ? "" : arguments.front();
  const bool is_named =
      command == "check" || command == "style" || command == "init" || command == "explain" || command == "rules";
  if (is_named) arguments.erase(arguments.begin());
  try {
    if (command == "style") return run_style(std::move(arguments), streams, for_people);
    if (command == "init") return run_init(std::move(arguments), for_people);
    if (command == "explain") return run_explain(std::move(arguments), streams);
    if (command == "rules") return run_rules(std::move(arguments), streams);
    return run_check(std::move(arguments), program, streams);
  } catch (const UsageError& error) {
    complain(streams.err, "", std::string(error.what()) + kHelpHint);
  } catch (const std::bad_alloc&) {
    complain(streams.err, "", "out of memory");
  } catch (const std::exception& error) {
    complain(streams.err, "", error.what());
  }
  return Outcome::failed;
}

/// Bytes go in and out as they are, and a reader who has had enough is met as a failed write.
void prepare_standard_streams() {
#if defined(_WIN32)
  _setmode(_fileno(stdin), _O_BINARY);
  _setmode(_fileno(stdout), _O_BINARY);
#elif defined(SIGPIPE)
  std::signal(SIGPIPE, SIG_IGN);
#endif
}

int exit_code(Outcome outcome) {
  switch (outcome) {
    case Outcome::clean:
      return 0;
    case Outcome::findings:
      return 1;
    case Outcome::failed:
      break;
  }
  return 2;
}

}  // namespace
}  // namespace paperlint

int main(int argc, char** argv) {
  using namespace paperlint;
  prepare_standard_streams();
  FileStream out(stdout), err(stderr);
  err.tie(&out);
  Outcome outcome = run(argc > 0 ? argv[0] : "paperlint", {argv + std::min(argc, 1), argv + argc}, {out, err});
  // Whoever closes the pipe has read enough: that is no failure.
  if (const int error = out.finish(); error != 0 && error != EPIPE) {
    complain(err, "standard output", "cannot be written: " + reason(error));
    outcome = Outcome::failed;
  }
  err.finish();
  return exit_code(outcome);
}
