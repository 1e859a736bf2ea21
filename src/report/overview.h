// The summary of a first run: what was read, and what stands out.
#pragma once

#include <string>
#include <vector>

#include "report/census.h"

namespace paperlint {

/// Keeps what a summary needs until the run is over.
class Overview {
 public:
  void add(const FileResult&);
  [[nodiscard]] std::string write(const Census&, const Totals&, const TextOptions&, const Look&) const;

 private:
  struct File {
    const Source* source;
    std::uint32_t entries, known;
    Tally tally;
  };
  std::vector<File> files_;
  std::vector<Diagnostic> findings_;
};

}  // namespace paperlint
