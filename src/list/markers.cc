#include "list/markers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "text/title.h"

namespace paperlint {
namespace {

using Kind = MarkerSlip::Kind;

constexpr std::uint32_t kShortLine = 24;  // bytes of a line that holds no paper

std::uint32_t number(std::string_view marker) {
  std::uint32_t value = 0;
  std::from_chars(marker.data(), marker.data() + marker.size(), value);
  return value;
}

bool is_number(std::string_view marker) { return marker.front() >= '0' && marker.front() <= '9'; }

bool tells_paper(Opening opening) { return opening == Opening::tag || opening == Opening::key; }

class Finder {
 public:
  Finder(const Document& document, const std::vector<Line>& lines) : document_(document), lines_(lines) { count(); }
  std::vector<MarkerSlip> run();

 private:
  void count();
  bool twice(const Line& line);
  bool glued(std::size_t index);
  const Line* model(std::size_t index) const;
  void lost(std::size_t index);
  bool is_lost(std::size_t index, const Line* above, const Line* below) const;
  bool brings_paper(const Line* sibling, Opening opening, Span rest) const;
  std::optional<MarkerSlip::Mend> missing(const Line& line, const Line* above, const Line* below) const;
  std::size_t most(const MarkerSlip& slip) const;
  [[nodiscard]] std::string_view text(Span span) const { return document_.source->text(span); }

  const Document& document_;
  const std::vector<Line>& lines_;
  std::size_t items_ = 0, linked_ = 0, papers_ = 0;
  std::array<std::size_t, kOpenings> openings_{};  // of the items that are papers or hold links
  const Line* usual_ = nullptr;                    // the first of them at the left edge
  std::vector<MarkerSlip> slips_;
};

void Finder::count() {
  for (const Line& line : lines_) {
    if (line.item == nullptr) continue;
    ++items_;
    papers_ += line.paper ? 1 : 0;
    if (!line.link && !line.paper) continue;
    ++linked_;
    ++openings_[static_cast<std::size_t>(line.opening)];
    if (line.indent <= 1 && usual_ == nullptr) usual_ = &line;
  }
}

/// How many slips of a kind a list may hold before they are its way of writing.
std::size_t Finder::most(const MarkerSlip& slip) const {
  if (slip.kind == Kind::twice) return items_ / 10 + 2;
  return slip.weak ? items_ / 50 + 1 : items_ / 3 + 1;
}

std::vector<MarkerSlip> Finder::run() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].item != nullptr)
      twice(lines_[i]);
    else if (!glued(i))
      lost(i);
  }
  std::array<std::size_t, 4> counts{};
  for (const MarkerSlip& slip : slips_) ++counts[static_cast<std::size_t>(slip.kind)];
  for (MarkerSlip& slip : slips_) slip.usual = counts[static_cast<std::size_t>(slip.kind)] > most(slip);
  return std::move(slips_);
}

/// An item that holds nothing but items, the first of which is a paper on its line. Where others follow, they hang on
/// that paper once it has one marker, which says something else.
bool Finder::twice(const Line& line) {
  if (!line.inner || line.item->ordered || !(line.link || line.paper)) return false;
  const markdown::Item& around = document_.blocks.items[line.item->parent];
  const Span outer = around.marker, inner = line.item->marker, whole = around.whole;
  if (around.ordered || text(outer) != text(inner)) return false;
  MarkerSlip slip{Kind::twice, {outer.begin, inner.end}, line.text, std::string(text(outer)), {}};
  if (document_.source->line_begin(whole.end - 1) <= whole.begin) slip.mend = {{outer.end, inner.end}, ""};
  slips_.push_back(std::move(slip));
  return true;
}

/// The item beside a line that bears the marker which the line glues to its text, or nullptr.
const Line* Finder::model(std::size_t index) const {
  const Line& line = lines_[index];
  const std::string_view mine = text({line.text.begin, line.text.begin + line.glued.size});
  const auto fits = [&](const Line* other, std::uint32_t before) {
    if (other == nullptr) return false;
    const std::string_view theirs = text(other->item->marker);
    const bool alike = line.glued.opening != Opening::plain && line.glued.opening == other->opening;
    if (!other->item->ordered) return theirs == mine || line.glued.foreign || (alike && !is_number(mine));
    if (!is_number(mine)) return false;
    const bool next = number(theirs) + before == number(mine) + 1 - before;
    return theirs.back() == mine.back() && (next || (number(mine) == 1 && theirs == mine));
  };
  const Line* const above = sibling(lines_, index, -1);
  const Line* const below = sibling(lines_, index, 1);
  const Line* const before = index > 0 && lines_[index - 1].item != nullptr ? &lines_[index - 1] : nullptr;
  if (fits(above, 1)) return above;
  if (fits(below, 0)) return below;
  return before != nullptr && !before->item->ordered && fits(before, 1) ? before : nullptr;
}

bool Finder::glued(std::size_t index) {
  const Line& line = lines_[index];
  const Glued& glued = line.glued;
  const Line* const other = glued.size > 0 ? model(index) : nullptr;
  if (other == nullptr) return false;
  const bool titled = glued.opening == Opening::bold && other->opening == Opening::bold && other->paper;
  if (!line.link && glued.opening != Opening::tag && !titled) return false;
  const bool whole_above = !line.continues || (index > 0 && lines_[index - 1].link);
  if (glued.opening == Opening::plain && (glued.foreign || !whole_above)) return false;
  const Span marker{line.text.begin, line.text.begin + glued.size}, gap{marker.end, marker.end};
  const std::string theirs(text(other->item->marker));
  MarkerSlip slip{glued.foreign ? Kind::foreign : Kind::glued, marker, line.text, theirs, {{gap, " "}}};
  if (glued.foreign) slip.mend = {marker, theirs};
  if (!glued.foreign && text(marker) != theirs && !other->item->ordered) slip.mend = {marker, theirs + " "};
  slip.paper = brings_paper(other, glued.opening, behind_glued(*document_.source, line));
  slips_.push_back(std::move(slip));
  return true;
}

/// A line becomes an entry where its siblings are entries and begin alike, or where it begins with a linked title.
bool Finder::brings_paper(const Line* sibling, Opening opening, Span rest) const {
  const bool papers = sibling != nullptr ? sibling->paper : papers_ > 0;
  if (document_.reading != Reading::read || !papers) return false;
  return sibling == nullptr || opening == sibling->opening ||
         (opening == Opening::link && telling(normal_title(text(rest))));
}

/// A tag or a key tells a paper anywhere, if most papers begin with one; other lines only right between two items
/// that begin alike.
bool Finder::is_lost(std::size_t index, const Line* above, const Line* below) const {
  const Line& line = lines_[index];
  const std::size_t alike = openings_[static_cast<std::size_t>(line.opening)];
  if (line.opening == Opening::plain || alike < 5 || alike * 10 < linked_ * 8) return false;
  if (line.text.size() <= kShortLine || (!line.link && line.opening != Opening::tag)) return false;
  if (tells_paper(line.opening)) return above != nullptr || !line.in_item;
  return above != nullptr && below != nullptr && above->opening == line.opening && below->opening == line.opening &&
         above->link && lines_[index - 1].item != nullptr && lines_[index + 1].item != nullptr &&
         telling(normal_title(text(line.text)));
}

/// The marker that the line lacks; nothing where its number is not known.
std::optional<MarkerSlip::Mend> Finder::missing(const Line& line, const Line* above, const Line* below) const {
  const Line* const other = above != nullptr ? above : below != nullptr ? below : usual_;
  const markdown::Item& item = *other->item;
  std::string marker(text(item.marker));
  if (item.ordered && number(marker) != 1) {
    if (above == nullptr || below == nullptr || number(text(below->item->marker)) != number(marker) + 2) return {};
    marker = std::to_string(number(marker) + 1) + marker.back();
  }
  marker += text({item.marker.end, std::max(item.marker.end, other->text.begin)});
  return MarkerSlip::Mend{{line.text.begin, line.text.begin}, marker};
}

void Finder::lost(std::size_t index) {
  const Line& line = lines_[index];
  const Line* const above = sibling(lines_, index, -1);
  const Line* const below = sibling(lines_, index, 1);
  if (!is_lost(index, above, below)) return;
  const Line* const near = above != nullptr ? above : below;
  if (near == nullptr && (usual_ == nullptr || line.indent > 1)) return;
  const std::string marker(text((near != nullptr ? near : usual_)->item->marker));
  slips_.push_back({Kind::lost, line.text, line.text, marker, missing(line, above, below),
                    brings_paper(near, line.opening, line.text), !tells_paper(line.opening)});
}

}  // namespace

std::vector<MarkerSlip> marker_slips(const Document& document, const std::vector<Line>& lines) {
  return Finder(document, lines).run();
}

}  // namespace paperlint
