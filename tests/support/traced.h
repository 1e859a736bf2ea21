// The program under the eyes of a debugger, which sees each call that it makes of the system and may let it fail.
#pragma once

#include <cstddef>  // tells of the C library

#if defined(__linux__) && defined(__GLIBC__) && (defined(__x86_64__) || defined(__aarch64__))
#define PAPERLINT_TRACED 1

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace paperlint {

/// A call that speaks of a file in the program's folder, or writes to one of its streams.
struct Call {
  std::string name;  // "open", "write", "rename"
  std::string file;  // from the folder; "<out>" and "<err>" for the streams
};

/// What becomes of a call.
struct Fate {
  enum class Kind { goes_on, fails, is_cut_short, kills, signals } kind = Kind::goes_on;
  int number = 0;  // the error, or the signal that comes before the call is made
};
[[nodiscard]] inline Fate fails(int error) { return {Fate::Kind::fails, error}; }

struct Traces {
  std::filesystem::path folder;   // where the program runs
  std::filesystem::path streams;  // a folder for what it prints
  std::vector<std::string> arguments;
  bool as_nobody = false;  // not as root
};

/// How a run ended.
struct Ended {
  int code = -1;   // that of the program
  int signal = 0;  // or what killed it
  std::string out, err;
};

/// One run of the program.
class Traced {
 public:
  using Judge = std::function<Fate(const Call&)>;

  explicit Traced(const Traces&);
  Traced(const Traced&) = delete;
  Traced& operator=(const Traced&) = delete;
  ~Traced();

  /// Whether programs can be traced here.
  [[nodiscard]] static bool possible();

  /// Runs on until before a call that `judge` hears of would be made; to the end where there is none.
  [[nodiscard]] bool run_to(const std::function<bool(const Call&)>& here);
  /// Runs to the end; `judge` hears of each call before it is made.
  Ended finish(const Judge& judge = nullptr);

 private:
  bool next();
  void apply(const Fate&);
  [[nodiscard]] Call call() const;
  [[nodiscard]] std::string path_of(int file) const;
  [[nodiscard]] std::string text(std::uintptr_t at) const;

  Traces traces_;
  ::pid_t child_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

}  // namespace paperlint

#endif
