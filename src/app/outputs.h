// The reports of one run, each in its format and to its place.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/check.h"
#include "app/log_guard.h"
#include "app/stream.h"
#include "report/places.h"
#include "report/reporter.h"

namespace paperlint {

class Outputs {
 public:
  Outputs(const CheckOptions&, const Streams&);
  /// Opens the files that reports go to. What could not be opened, empty if all is well.
  [[nodiscard]] std::string open();
  void file(const FileResult&);
  /// Ends all reports. What could not be written, empty if all is well.
  [[nodiscard]] std::string end(const Totals&);
  /// Where people read what no program takes.
  [[nodiscard]] std::ostream& people() const { return *people_; }
  /// Where lines of text may go that stand beside the report.
  [[nodiscard]] std::ostream& beside() const { return *beside_; }

 private:
  void add(OutputOption::Format, std::ostream&, bool is_terminal);
  [[nodiscard]] std::unique_ptr<Reporter> report(OutputOption::Format, std::ostream&, bool is_terminal) const;
  void open_for_actions();

  const CheckOptions& options_;
  Whereabouts where_;
  std::ostream* main_;     // what reports without a file go to
  bool is_output_ = true;  // whether that is standard output
  std::ostream* people_;   // what people read of that
  std::unique_ptr<LogGuard> guard_;
  std::ostream* beside_;
  struct File {
    std::string path;
    std::unique_ptr<FileStream> stream;
  };
  std::vector<File> files_;
  std::unique_ptr<FileStream> summary_;
  std::vector<std::unique_ptr<Reporter>> reporters_;
};

/// How often each rule had something to say, most often first.
[[nodiscard]] std::unique_ptr<Reporter> statistics_report(std::ostream&);

}  // namespace paperlint
