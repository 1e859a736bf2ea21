// What the commands that read lists share: which files they mean, and what is told of those that are no lists.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/remarks.h"
#include "list/list.h"

namespace paperlint {

class Configs;
struct LoadedList;
struct PlannedList;

/// The part of the command line that says what is read and how, each value a good one but for the names of rules.
struct InputOptions {
  std::vector<std::string> paths;           // empty: the current folder; "-": standard input, alone
  std::vector<std::string> select, ignore;  // names of rules
  std::string config;                       // empty: the nearest one of each file
  bool isolated = false;
  std::string stdin_filename;
  std::uintmax_t max_file_size = 256'000'000;
  Date today;                 // of the clock, or as it was told
  bool pull_request = false;  // what a change brings is told, by `--diff-base` or `--diff-file`
  bool quiet = false, verbose = false;
};

[[nodiscard]] bool reads_input(const InputOptions&);

/// The Lists that the paths mean. `problems` gets what could not be looked at.
[[nodiscard]] std::vector<PlannedList> plan(const InputOptions&, Configs&, std::vector<Remark>& problems);

/// Tells which of the files that were read are no lists, or lists that are not read.
class Readings {
 public:
  Readings(const InputOptions& options, std::ostream& err, Remarks& remarks)
      : options_(options), err_(err), remarks_(remarks) {}
  void no_lists(const std::vector<InputFile>&, const std::vector<Reading>&);
  /// At once where one of the files was named by hand; else in `end`.
  void unread(const std::vector<InputFile>&, const std::vector<Remark>&);
  void end();

 private:
  const InputOptions& options_;
  std::ostream& err_;
  Remarks& remarks_;
  std::vector<Remark> unread_;
  std::size_t lists_ = 0, found_ = 0;
};

}  // namespace paperlint
