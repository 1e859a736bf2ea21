#include "list/read_ahead.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>

#include "text/threads.h"
#include "text/title.h"

namespace paperlint {

using markdown::Blocks;
using markdown::Kind;
using markdown::Leaf;

namespace {

void read_leaf(const Source& source, const Blocks& blocks, const Leaf& leaf, bool draft, LeafText& text) {
  text.drafted = false;
  text.tokens.clear();
  if (leaf.kind == Kind::code || leaf.kind == Kind::html) return;
  tokenize(source, blocks, leaf, text.tokens);
  if (!draft) return;
  text.found = read_entry(source, leaf.content, text.tokens, text.draft);
  text.normal = normal_title(source.text(text.draft.title));
  text.drafted = true;
}

}  // namespace

LeafTexts::Kept LeafTexts::begins() const {
  Kept kept;
  kept.tokens = static_cast<std::uint32_t>(tokens_.size());
  kept.tags = static_cast<std::uint32_t>(tags_.size());
  kept.references = static_cast<std::uint32_t>(references_.size());
  kept.normals = static_cast<std::uint32_t>(normals_.size());
  return kept;
}

void LeafTexts::clear() {
  kept_.clear();
  tokens_.clear();
  tags_.clear();
  references_.clear();
  normals_.clear();
}

void LeafTexts::add(LeafText& text) {
  Kept kept = begins();
  tokens_.insert(tokens_.end(), text.tokens.begin(), text.tokens.end());
  kept.drafted = text.drafted;
  if (text.drafted) {
    kept.found = text.found;
    tags_.insert(tags_.end(), text.draft.tags.begin(), text.draft.tags.end());
    references_.insert(references_.end(), text.draft.references.begin(), text.draft.references.end());
    normals_ += text.normal;
    text.draft.tags.clear();
    text.draft.references.clear();
    kept.draft = text.draft;
  }
  kept_.push_back(kept);
}

void LeafTexts::take(std::size_t at, LeafText& text) const {
  const Kept& kept = kept_[at];
  const Kept end = at + 1 < kept_.size() ? kept_[at + 1] : begins();
  text.tokens.assign(tokens_.begin() + kept.tokens, tokens_.begin() + end.tokens);
  text.drafted = kept.drafted;
  if (!kept.drafted) return;
  text.found = kept.found;
  text.draft = kept.draft;
  text.draft.tags.assign(tags_.begin() + kept.tags, tags_.begin() + end.tags);
  text.draft.references.assign(references_.begin() + kept.references, references_.begin() + end.references);
  text.normal.assign(normals_, kept.normals, end.normals - kept.normals);
}

ReadAhead::ReadAhead(const Source& source, bool drafts, unsigned jobs) : source_(source), drafts_(drafts) {
  constexpr std::uint32_t kWorthAThread = 600;  // lines
  if (jobs < 2 || source.line_count() < kWorthAThread) return;
  try {
    helper_ = begin_thread([this] { help(); });
  } catch (const std::system_error&) {  // it is done without
  }
}

ReadAhead::~ReadAhead() {
  if (!helper_.joinable()) return;
  {
    const Lock lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  helper_.join();
}

void ReadAhead::begin() {
  if (handed_ == 0) return;
  Lock lock(mutex_);
  changed_.wait(lock, [this, begun = std::exchange(begun_, stretches_.size())] { return known_ == begun; });
  stretches_.clear();
  handed_ = begun_ = known_ = 0;
}

/// Hands over as many as may be known, as copies.
void ReadAhead::leaf(const Blocks& blocks) {
  if (!helper_.joinable() || blocks.leaves.size() != handed_ + kLeaves || stretches_.size() == kAhead) return;
  Stretch stretch;
  stretch.first = handed_;
  stretch.copies.leaves.assign(blocks.leaves.begin() + static_cast<std::ptrdiff_t>(handed_), blocks.leaves.end());
  const std::uint32_t first = stretch.copies.leaves.front().addresses_begin;
  stretch.copies.addresses.assign(blocks.addresses.begin() + first, blocks.addresses.end());
  for (Leaf& leaf : stretch.copies.leaves) {
    leaf.addresses_begin -= first;
    leaf.addresses_end -= first;
  }
  if (handed_ > 0) stretch.item_before = blocks.leaves[handed_ - 1].item;
  handed_ += kLeaves;
  {
    const Lock lock(mutex_);
    stretches_.push_back(std::move(stretch));
  }
  changed_.notify_one();
}

void ReadAhead::end(const Blocks& blocks) {
  {
    const Lock lock(mutex_);
    blocks_ = &blocks;
    for (; helper_.joinable() && handed_ < blocks.leaves.size(); handed_ += kLeaves) {
      Stretch& stretch = stretches_.emplace_back();
      stretch.first = handed_;
      if (handed_ > 0) stretch.item_before = blocks.leaves[handed_ - 1].item;
    }
  }
  changed_.notify_one();
}

LeafText& ReadAhead::next() {
  const std::size_t leaf = at_++;
  if (helper_.joinable()) {
    if (leaf % kLeaves == 0) turn_to(leaf / kLeaves);
    const Stretch& stretch = stretches_[leaf / kLeaves];
    if (stretch.read) {
      stretch.texts.take(leaf % kLeaves, text_);
      return text_;
    }
  }
  read_leaf(source_, *blocks_, blocks_->leaves[leaf], false, text_);
  return text_;
}

void ReadAhead::turn_to(std::size_t stretch) {
  Lock lock(mutex_);
  if (stretch > 0) spare_.push_back(std::move(stretches_[stretch - 1].texts));
  taken_ = stretch;
  changed_.notify_one();
  while (!stretches_[stretch].known)
    if (!read_one_more(lock)) changed_.wait(lock);
}

void ReadAhead::help() {
  Lock lock(mutex_);
  while (!ending_)
    if (!read_one_more(lock)) changed_.wait(lock);
}

/// False where all that may be known is, or the other thread reads it. Gives the lock away while it reads.
bool ReadAhead::read_one_more(Lock& lock) {
  if (begun_ == stretches_.size() || begun_ - taken_ == kAhead) return false;
  Stretch& stretch = stretches_[begun_++];
  if (!spare_.empty()) {
    stretch.texts = std::move(spare_.back());
    spare_.pop_back();
  }
  lock.unlock();
  read(stretch, drafts_);
  lock.lock();
  stretch.known = true;
  ++known_;
  changed_.notify_one();
  return true;
}

void ReadAhead::read(Stretch& stretch, bool drafts) const {
  try {
    LeafText text;
    stretch.texts.clear();
    const bool copied = !stretch.copies.leaves.empty();
    const Blocks& blocks = copied ? stretch.copies : *blocks_;
    const std::span<const Leaf> rest = std::span(blocks.leaves).subspan(copied ? 0 : stretch.first);
    std::uint32_t item = stretch.item_before;
    for (const Leaf& leaf : rest.first(std::min(rest.size(), kLeaves))) {
      const bool opens_item =
          leaf.item != markdown::kNone && leaf.item != item && leaf.kind != Kind::row && leaf.kind != Kind::heading;
      item = leaf.item;
      read_leaf(source_, blocks, leaf, drafts && opens_item, text);
      stretch.texts.add(text);
    }
    stretch.read = true;
  } catch (...) {  // who asks for them reads them
  }
  stretch.copies = {};
}

}  // namespace paperlint
