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
  ring_ = std::vector<Stretch>(kAhead);
  try {
    helper_ = begin_thread([this] { help(); });
  } catch (const std::system_error&) {
    ring_.clear();
  }
}

ReadAhead::~ReadAhead() {
  if (!helper_.joinable()) return;
  {
    const Lock lock(mutex_);
    begun_ = stretches_;
  }
  changed_.notify_one();
  helper_.join();
}

LeafText& ReadAhead::next() {
  const std::size_t leaf = at_++;
  if (ring_.empty()) {
    read(leaf, text_, false);
    return text_;
  }
  const auto stretch = static_cast<std::uint32_t>(leaf / kLeaves);
  if (leaf % kLeaves == 0) turn_to(stretch);
  Stretch& known = ring_[stretch % kAhead];
  LeafText& text = known.texts[leaf % kLeaves];
  if (!known.read) read(leaf, text, false);
  return text;
}

void ReadAhead::turn_to(std::uint32_t stretch) {
  Lock lock(mutex_);
  taken_ = stretch;
  changed_.notify_one();
  while (ring_[stretch % kAhead].known != stretch + 1)
    if (!read_one_more(lock)) changed_.wait(lock);
}

void ReadAhead::help() {
  Lock lock(mutex_);
  while (begun_ < stretches_)
    if (!read_one_more(lock)) changed_.wait(lock);
}

/// False where all that may be known is, or the other thread reads it. Gives the lock away while it reads.
bool ReadAhead::read_one_more(Lock& lock) {
  if (begun_ == stretches_ || begun_ - taken_ == kAhead) return false;
  const std::uint32_t next = begun_++;
  Stretch& into = ring_[next % kAhead];
  lock.unlock();
  read(next, into);
  lock.lock();
  into.known = next + 1;
  changed_.notify_one();
  return true;
}

void ReadAhead::read(std::uint32_t stretch, Stretch& into) const {
  const std::size_t first = std::size_t{stretch} * kLeaves;
  const std::size_t count = std::min<std::size_t>(kLeaves, blocks_.leaves.size() - first);
  into.read = true;
  try {
    for (std::size_t i = 0; i < count; ++i) read(first + i, into.texts[i], drafts_);
  } catch (...) {
    into.read = false;  // who asks for them reads them
  }
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
