// What a run has to say beside its findings.
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "lint/diagnostic.h"

namespace paperlint {

/// `paperlint: README.md: message`, a line on its own, fit for a terminal.
void complain(std::ostream& err, const std::string& file, const std::string& message);

/// What is to be said of one List, until it is its turn: Lists are read and checked side by side.
class Notes {
 public:
  /// Something that was to be done and could not be.
  void problem(Remark remark) { all_.push_back({std::move(remark), Kind::problem}); }
  /// Something to know.
  void remark(Remark remark, bool show) { all_.push_back({std::move(remark), show ? Kind::shown : Kind::kept}); }
  /// Something that is only shown, and no remark of any report.
  void line(std::string file, std::string message) {
    all_.push_back({{std::move(file), std::move(message)}, Kind::line});
  }
  void add(Notes others) {
    all_.insert(all_.end(), std::make_move_iterator(others.all_.begin()), std::make_move_iterator(others.all_.end()));
  }

 private:
  friend class Remarks;
  enum class Kind : std::uint8_t { problem, shown, kept, line };
  struct Note {
    Remark remark;
    Kind kind;
  };
  std::vector<Note> all_;
};

/// Prints remarks, each once, and keeps them for the reports that hold them.
class Remarks {
 public:
  /// `before` is called before each line.
  explicit Remarks(std::ostream& err, std::function<void()> before = nullptr) : err_(err), before_(std::move(before)) {}
  /// Something that was to be done and could not be.
  void problem(Remark);
  /// Something to know.
  void remark(Remark, bool show);
  /// All of it, in order.
  void tell(Notes);

  [[nodiscard]] Outcome outcome() const { return outcome_; }
  [[nodiscard]] const std::vector<Remark>& all() const { return all_; }

 private:
  void keep(Remark, bool show);
  void say(const Remark&);
  std::ostream& err_;
  std::function<void()> before_;
  std::vector<Remark> all_;
  std::set<std::pair<std::string, std::string>> said_;
  Outcome outcome_ = Outcome::clean;
};

}  // namespace paperlint
