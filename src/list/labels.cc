#include "list/labels.h"

#include <algorithm>

#include "list/addresses.h"
#include "list/link_text.h"
#include "text/distance.h"
#include "text/markup.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kRare = 2, kFrequent = 20;  // uses of a slip, and of the label that is meant
constexpr std::size_t kMost = 32;                   // labels that others are held against
constexpr std::size_t kShort = 4;                   // bytes of a label in which a letter tells little

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), markup::is_digit); }

std::size_t marks(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return markup::is_letter(c); }));
}

bool is_slip(const std::string& label, const std::string& other) {
  return other != label && marks(label) == marks(other) && label + "s" != other && other + "s" != label &&
         !has_digit(other) && edit_distance(label, other, 1) <= 1;
}

}  // namespace

std::string_view ButtonLabel::spelling() const {
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(spellings.begin(), spellings.end(), fewer)->first;
}

void Labels::add(std::string_view label) {
  ButtonLabel& known = labels_[in_lower_case(label)];
  ++known.uses;
  ++known.spellings[label];
}

void Labels::settle() {
  for (const Named& label : labels_)
    if (label.second.uses >= kFrequent) frequent_.push_back(&label);
  std::sort(frequent_.begin(), frequent_.end(), [](const Named* a, const Named* b) {
    return a->second.uses != b->second.uses ? a->second.uses > b->second.uses : a->first < b->first;
  });
  frequent_.resize(std::min(frequent_.size(), kMost));
}

const ButtonLabel* Labels::meant(std::string_view label) const {
  const std::string lower = in_lower_case(label);
  const auto known = labels_.find(lower);
  const bool venue = has_digit(label) || std::none_of(label.begin(), label.end(), markup::is_lower);
  if (known == labels_.end() || known->second.uses > kRare || lower.size() < kShort || venue ||
      generic_link_text(lower))
    return nullptr;
  const auto found = std::find_if(frequent_.begin(), frequent_.end(),
                                  [&](const Named* other) { return is_slip(lower, other->first); });
  return found == frequent_.end() ? nullptr : &(*found)->second;
}

}  // namespace paperlint
