// Any bytes as a patch and as the text that it leads to: no crash, bounded work, and what can be undone can be told
// again as a patch that is undone to the same text. The input is cut at its first NUL.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lint/fix.h"
#include "lint/patch.h"

namespace {

void expect(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool is_one_line(const std::string& text) { return text.find_first_of("\r\n") == std::string::npos; }

/// What undoing gives is told as a patch again.
void round_trip(const std::string& before, std::string_view now) {
  const std::string diff = paperlint::unified_diff("list.md", before, now);
  if (diff.empty()) return;
  const paperlint::Patch again = paperlint::read_patch(diff);
  expect(again.error.empty() && again.files.size() == 1, "its own patch cannot be read");
  expect(again.files[0].before == "list.md" && again.files[0].after == "list.md", "the name of the file is lost");
  const paperlint::Undone undone = paperlint::undo(again.files[0].hunks, now);
  expect(undone.error.empty() && undone.text == before, "its own patch cannot be undone");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(text.find('\0'), text.size());
  const std::string_view patch_text = text.substr(0, cut), now = text.substr(std::min(cut + 1, text.size()));
  const paperlint::Patch patch = paperlint::read_patch(patch_text);
  expect(is_one_line(patch.error), "an error has several lines");
  for (const paperlint::FilePatch& file : patch.files) {
    for (const paperlint::Hunk& hunk : file.hunks)
      expect(hunk.body.empty() || (hunk.body.data() >= patch_text.data() &&
                                   hunk.body.data() + hunk.body.size() <= patch_text.data() + patch_text.size()),
             "a hunk lies outside of the patch");
    const paperlint::Undone undone = paperlint::undo(file.hunks, now);
    expect(is_one_line(undone.error), "an error has several lines");
    if (undone.error.empty()) round_trip(undone.text, now);
  }
  round_trip(std::string(patch_text), now);
  return 0;
}
