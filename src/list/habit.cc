#include <algorithm>

#include "list/style.h"

namespace paperlint {
namespace {

using Votes = std::vector<std::pair<std::string, std::uint32_t>>;
using Counts = std::map<std::string, std::uint32_t, std::less<>>;

Counts::value_type& count_of(Counts& counts, std::string_view form) {
  const auto known = counts.find(form);
  return *(known == counts.end() ? counts.emplace(form, 0).first : known);
}

Votes ranked(const Counts& counts) {
  Votes votes(counts.begin(), counts.end());
  std::stable_sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return votes;
}

std::uint32_t total(const Votes& votes) {
  std::uint32_t sum = 0;
  for (const auto& vote : votes) sum += vote.second;
  return sum;
}

std::vector<std::string> habit(const Votes& votes) {
  const std::uint32_t cases = total(votes);
  if (votes.size() == 1 && cases >= 5) return {votes.front().first};
  if (cases < 20) return {};
  std::vector<std::string> forms;
  std::uint32_t covered = 0;
  for (const auto& [form, count] : votes) {
    if (forms.size() == 3 || count * 20 < cases) break;
    forms.push_back(form);
    covered += count;
    if (covered * 20 >= cases * 19) return forms;
  }
  return {};
}

}  // namespace

void Habit::vote(std::string_view form, const Section* section) {
  if (sections_.empty() || sections_[last_].first != section) {
    const auto [place, fresh] = places_.try_emplace(section, sections_.size());
    if (fresh) sections_.emplace_back(section, Counts());
    last_ = place->second;
    again_ = nullptr;
  }
  if (again_ == nullptr || again_->first != form) again_ = &count_of(sections_[last_].second, form);
  ++again_->second;
}

void Habit::settle() {
  again_ = nullptr;
  for (const auto& [section, counts] : sections_)
    for (const auto& [form, count] : counts) count_of(all_, form).second += count;
  votes_ = ranked(all_);
  forms_ = habit(votes_);
  for (const auto& [section, counts] : sections_) {
    const Votes votes = ranked(counts);
    const std::uint32_t cases = total(votes);
    const auto& [form, most] = votes.front();
    const bool otherwise = std::find(forms_.begin(), forms_.end(), form) == forms_.end();
    if (cases >= 8 && most * 100 >= cases * 85 && otherwise) own_[section] = {form};
  }
}

const std::vector<std::string>& Habit::in(const Section* section) const {
  const auto own = own_.find(section);
  return own == own_.end() ? forms_ : own->second;
}

bool Habit::common(const std::string& form) const {
  const auto at = all_.find(form);
  return at != all_.end() && at->second * 20 >= total(votes_);
}

}  // namespace paperlint
