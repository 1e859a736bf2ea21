// Reads what every leaf says by itself, ahead of the Reader, which decides in their order what becomes of them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
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

/// The texts of some leaves. They are kept together, for a vector of each would cost more than reading them.
class LeafTexts {
 public:
  void clear();
  void add(LeafText& text);
  /// `at`: counted from the last clear().
  void take(std::size_t at, LeafText& text) const;

 private:
  struct Kept {
    std::uint32_t tokens = 0, tags = 0, references = 0, normals = 0;  // where its own begin
    bool drafted = false, found = false;
    Draft draft;  // but for tags and references
  };
  [[nodiscard]] Kept begins() const;
  std::vector<Kept> kept_;
  std::vector<Token> tokens_;
  std::vector<Tag> tags_;
  std::vector<CrossReference> references_;
  std::string normals_;
};

/// The texts of all leaves, in order. With several jobs a second thread reads them while the file is still parsed, and
/// when it is, so does the first while it would wait; how far they go is bounded.
class ReadAhead final : public markdown::Watcher {
 public:
  /// The source has to outlive it. `drafts`: those of items are asked for.
  ReadAhead(const Source& source, bool drafts, unsigned jobs);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  ~ReadAhead() override;
  void begin() override;
  void leaf(const markdown::Blocks& blocks) override;
  /// The last leaf was told of. The blocks have to outlive this.
  void end(const markdown::Blocks& blocks);
  /// That of the next leaf, to be taken from; good until the next call.
  LeafText& next();

 private:
  static constexpr std::size_t kLeaves = 128;  // are read at a time
  static constexpr std::size_t kAhead = 640;   // such stretches are known at most: half a KiB or so a leaf
  struct Stretch {
    std::size_t first = 0;    // its first leaf
    markdown::Blocks copies;  // of its leaves, where they were told of while the file was parsed: the blocks still grew
    std::uint32_t item_before = markdown::kNone;
    LeafTexts texts;
    bool known = false;  // none of it changes any more
    bool read = false;   // unless memory ended
  };
  using Lock = std::unique_lock<std::mutex>;
  void read(Stretch& stretch, bool drafts) const;
  bool read_one_more(Lock& lock);
  void help();
  void turn_to(std::size_t stretch);

  const Source& source_;
  const bool drafts_;
  const markdown::Blocks* blocks_ = nullptr;  // when all are told of
  std::size_t handed_ = 0, at_ = 0;           // leaves that were handed over; the one that is asked for next
  LeafText text_;
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::deque<Stretch> stretches_;
  std::vector<LeafTexts> spare_;                   // of those that were taken
  std::size_t begun_ = 0, known_ = 0, taken_ = 0;  // stretches
  bool ending_ = false;
  std::thread helper_;  // none where all is read when it is asked for
};

}  // namespace paperlint
