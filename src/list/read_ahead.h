// Reads what every leaf says by itself, ahead of the Reader, which decides in their order what becomes of them.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "list/grammar.h"
#include "list/tokens.h"
#include "markdown/markdown.h"
#include "text/source.h"

namespace paperlint {

/// What a leaf says, whatever stands around it.
struct LeafText {
  std::vector<Token> tokens;  // none of code and HTML
  bool drafted = false;       // what follows is known
  bool found = false;         // what read_entry tells of the leaf's content
  Draft draft;
  std::string normal;  // the title of the draft, normalised
};

/// The texts of all leaves, in order. With several jobs a second thread reads them ahead, and so does the first while
/// it would wait; how far they go is bounded.
class ReadAhead {
 public:
  /// What it is made of has to outlive it. `drafts`: those of items are asked for.
  ReadAhead(const Source& source, const markdown::Blocks& blocks, bool drafts, unsigned jobs);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  ~ReadAhead();
  /// That of the next leaf, to be taken from; good until the next call.
  LeafText& next();

 private:
  static constexpr std::uint32_t kLeaves = 128;  // are read at a time
  static constexpr std::uint32_t kAhead = 4;     // such stretches are known at most
  struct Stretch {
    std::array<LeafText, kLeaves> texts;
    std::uint32_t known = 0;  // 1 + the number of the stretch that these are
    bool read = false;        // unless memory ended
  };
  using Lock = std::unique_lock<std::mutex>;
  void read(std::size_t leaf, LeafText& text, bool draft) const;
  void read(std::uint32_t stretch, Stretch& into) const;
  bool read_one_more(Lock& lock);
  void help();
  void turn_to(std::uint32_t stretch);

  const Source& source_;
  const markdown::Blocks& blocks_;
  const bool drafts_;
  std::size_t at_ = 0;  // the leaf that is asked for next
  std::uint32_t stretches_ = 0;
  std::vector<Stretch> ring_;  // by number, in turn; empty where all is read when it is asked for
  LeafText text_;
  std::mutex mutex_;  // of what follows, and of which stretches are known
  std::condition_variable changed_;
  std::uint32_t begun_ = 0, taken_ = 0;  // stretches
  std::thread helper_;
};

}  // namespace paperlint
