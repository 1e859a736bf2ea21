#include "rules/venues/slip.h"

#include <algorithm>
#include <utility>

namespace paperlint {
namespace {

constexpr std::size_t kLongest = 40;  // bytes of a name that is looked at

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all) c = lower(c);
  return all;
}
bool same(char a, char b) { return lower(a) == lower(b); }
bool same_text(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// The number of letters that both begin with.
std::size_t common(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same).first - a.begin());
}

}  // namespace

bool is_slip(std::string_view written, std::string_view meant) {
  if (written.empty()) return false;
  const std::size_t at = common(written, meant);
  if (written.size() + 1 == meant.size()) return same_text(written.substr(at), meant.substr(at + 1));
  if (written.size() == meant.size() + 1)
    return at > 0 && same(written[at], written[at - 1]) && same_text(written.substr(at + 1), meant.substr(at));
  if (written.size() != meant.size() || at == written.size()) return false;
  if (written[at] == 'l' && meant[at] == 'I') return same_text(written.substr(at + 1), meant.substr(at + 1));
  return at > 0 && at + 1 < written.size() && same(written[at], meant[at + 1]) && same(written[at + 1], meant[at]) &&
         same_text(written.substr(at + 2), meant.substr(at + 2));
}

void Slips::add(std::string_view meant) {
  if (meant.size() > kLongest) return;
  const std::string name = lower(meant);
  near_.emplace(name, meant);
  for (std::size_t i = 0; i < name.size(); ++i) near_.emplace(name.substr(0, i) + name.substr(i + 1), meant);
}

std::string_view Slips::of(std::string_view written) const {
  if (written.size() > kLongest) return {};
  std::string_view found;
  bool several = false;
  const auto ask = [&](const std::string& text) {
    const auto [begin, end] = near_.equal_range(text);
    for (auto at = begin; at != end && !several; ++at) {
      if (at->second == found || !is_slip(written, at->second)) continue;
      several = several || !found.empty();
      found = at->second;
    }
  };
  std::string name = lower(written);
  ask(name);
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && name[i] == name[i - 1]) ask(name.substr(0, i) + name.substr(i + 1));
    if (i + 1 < name.size()) {
      std::swap(name[i], name[i + 1]);
      ask(name);
      std::swap(name[i], name[i + 1]);
    }
    if (name[i] != 'l') continue;
    name[i] = 'i';
    ask(name);
    name[i] = 'l';
  }
  return several ? std::string_view{} : found;
}

}  // namespace paperlint
