#include "list/read_ahead.h"

#include <algorithm>
#include <system_error>

#include "text/threads.h"
#include "text/title.h"

namespace paperlint {

using markdown::Kind;
using markdown::Leaf;

ReadAhead::ReadAhead(const Source& source, const markdown::Blocks& blocks, bool drafts, unsigned jobs)
    : source_(source), blocks_(blocks), drafts_(drafts) {
  constexpr std::size_t kWorthAThread = 600;
  if (jobs < 2 || blocks_.leaves.size() < kWorthAThread) return;
  stretches_ = static_cast<std::uint32_t>((blocks_.leaves.size() + kLeaves - 1) / kLeaves);
  known_ = std::vector<Stretch>(kAhead);
  try {
    helper_ = begin_thread([this] { help(); });
  } catch (const std::system_error&) {
    known_.clear();
  }
}

ReadAhead::~ReadAhead() {
  if (!helper_.joinable()) return;
  begun_ = taken_ = stretches_;
  taken_.notify_one();
  helper_.join();
}

LeafText& ReadAhead::next() {
  const std::size_t leaf = at_++;
  if (known_.empty()) {
    read(leaf, text_, false);
    return text_;
  }
  const auto stretch = static_cast<std::uint32_t>(leaf / kLeaves);
  if (leaf % kLeaves == 0) turn_to(stretch);
  Stretch& known = known_[stretch % kAhead];
  LeafText& text = known.texts[leaf % kLeaves];
  if (!known.read) read(leaf, text, false);
  return text;
}

void ReadAhead::turn_to(std::uint32_t stretch) {
  taken_ = stretch;
  taken_.notify_one();
  std::atomic<std::uint32_t>& ready = known_[stretch % kAhead].ready;
  for (std::uint32_t is = ready; is != stretch + 1; is = ready)
    if (!read_one_more()) ready.wait(is);
}

void ReadAhead::help() {
  while (begun_ < stretches_) {
    const std::uint32_t taken = taken_;
    if (!read_one_more()) taken_.wait(taken);
  }
}

/// False where all that may be known is, or somebody else reads it.
bool ReadAhead::read_one_more() {
  std::uint32_t next = begun_;
  do {
    if (next >= stretches_ || next - taken_ >= kAhead) return false;
  } while (!begun_.compare_exchange_weak(next, next + 1));
  read(next);
  return true;
}

void ReadAhead::read(std::uint32_t stretch) {
  Stretch& known = known_[stretch % kAhead];
  const std::size_t first = std::size_t{stretch} * kLeaves;
  const std::size_t count = std::min<std::size_t>(kLeaves, blocks_.leaves.size() - first);
  known.read = true;
  try {
    for (std::size_t i = 0; i < count; ++i) read(first + i, known.texts[i], drafts_);
  } catch (...) {
    known.read = false;  // who asks for them reads them
  }
  known.ready = stretch + 1;
  known.ready.notify_one();
}

void ReadAhead::read(std::size_t leaf, LeafText& text, bool draft) const {
  const Leaf& next = blocks_.leaves[leaf];
  text.drafted = false;
  text.tokens.clear();
  if (next.kind == Kind::code || next.kind == Kind::html) return;
  tokenize(source_, blocks_, next, text.tokens);
  const bool opens_item = next.item != markdown::kNone && next.kind != Kind::row && next.kind != Kind::heading &&
                          (leaf == 0 || blocks_.leaves[leaf - 1].item != next.item);
  if (!draft || !opens_item) return;
  text.found = read_entry(source_, next.content, text.tokens, text.draft);
  text.normal = normal_title(source_.text(text.draft.title));
  text.drafted = true;
}

}  // namespace paperlint
