// Unified diffs as `git diff`, `git format-patch` and `diff -u` write them, and how to undo them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperlint {

/// One `@@` part of a patch. Lines count from 1; of no lines, the number is that of the line above.
struct Hunk {
  std::uint32_t old_begin = 0, old_count = 0, new_begin = 0, new_count = 0;
  std::string_view body;   // its lines with their signs
  std::uint32_t line = 0;  // of its header in the patch
};

/// What a patch does to one file.
struct FilePatch {
  std::string before, after;  // paths as they stand there, without `a/` and `b/`; empty where there is no such file
  bool git = false;           // its paths count from the top of a repository
  bool binary = false;        // what it changes is not shown
  std::vector<Hunk> hunks;    // in order
};

struct Patch {
  std::vector<FilePatch> files;  // in order; a file may come several times
  std::string error;             // one line, with the line of the patch; empty if it could be read
};

/// Reads a patch; what stands around the diffs (a mail, a log) is passed over. Takes time and memory by the size of the
/// text, which must outlive what is read of it.
[[nodiscard]] Patch read_patch(std::string_view text);

struct Undone {
  std::string text;
  std::string error;  // where the patch does not fit, in one line; empty if all is well
};

/// The text that `now` was made of by these hunks. How lines end makes no difference.
[[nodiscard]] Undone undo(const std::vector<Hunk>& hunks, std::string_view now);

}  // namespace paperlint
