#include "list/misled.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "list/missing.h"

namespace paperlint {
namespace {

constexpr std::size_t kMostLooked = 1000;  // headings of one name
constexpr std::size_t kTelling = 8;        // letters of a text that may be the begin of a title

std::string_view text_of(const ContentsLine& line) { return line.link->at(line.link->text).text(); }

/// The headings below a table of contents, by their names.
class Finder {
 public:
  Finder(const Document& document, const Contents& contents);
  [[nodiscard]] const Section* meant(const ContentsLine& line);

 private:
  enum class Where : std::uint8_t { anywhere, below, right_below };
  [[nodiscard]] const Section* free(const std::string& name, Where where, const Section* top) const;
  [[nodiscard]] const Section* free_that_begins(const std::string& name) const;
  [[nodiscard]] bool is_free(const Section* section) const { return led_.count(section) == 0; }

  const Contents& contents_;
  std::map<std::string, std::vector<const Section*>> named_;
  std::unordered_map<const Section*, std::uint32_t> led_;  // how many lines lead to a heading
  std::unordered_set<const Section*> seen_;                // of these, while lines are asked for in order
};

Finder::Finder(const Document& document, const Contents& contents) : contents_(contents) {
  for (const Section& section : document.sections) {
    if (section.level == 0 || section.whole.begin < contents.whole.end) continue;
    const std::string name = name_of(section.rendered), bare = unnumbered_name_of(section.rendered);
    named_[name].push_back(&section);
    if (bare != name) named_[bare].push_back(&section);
  }
  for (const ContentsLine& line : contents.lines)
    if (line.target != nullptr) ++led_[line.target];
}

/// The one heading of this name that no line leads to.
const Section* Finder::free(const std::string& name, Where where, const Section* top) const {
  const auto at = named_.find(name);
  if (at == named_.end() || (where != Where::anywhere && top == nullptr)) return nullptr;
  const Section* found = nullptr;
  std::size_t looked = 0;
  for (const Section* section : at->second) {
    if (++looked > kMostLooked) return nullptr;
    const bool there =
        where == Where::anywhere || (where == Where::below ? is_below(section, top) : section->parent == top);
    if (!there || !is_free(section)) continue;
    if (found != nullptr) return nullptr;
    found = section;
  }
  return found;
}

/// The one heading whose name begins with this one, and that no line leads to.
const Section* Finder::free_that_begins(const std::string& name) const {
  if (name.size() < kTelling) return nullptr;
  const auto at = named_.lower_bound(name);
  const auto begins = [&](auto one) { return one != named_.end() && one->first.compare(0, name.size(), name) == 0; };
  if (!begins(at) || begins(std::next(at)) || at->second.size() != 1) return nullptr;
  return is_free(at->second.front()) ? at->second.front() : nullptr;
}

const Section* Finder::meant(const ContentsLine& line) {
  if (line.target == nullptr || line.dead) return nullptr;
  const bool again = !seen_.insert(line.target).second;
  const std::string name = name_of(text_of(line)), title = name_of(line.target->rendered);
  const bool same = unnumbered_name_of(text_of(line)) == unnumbered_name_of(line.target->rendered);
  const ContentsLine& above = contents_.lines[line.above];
  const Section* const top = &above == &line || above.dead ? nullptr : above.target;
  const bool many = led_.at(line.target) > 1;
  if (name.empty() || (same && line.target->parent == top)) return nullptr;
  if (!same && !many && title.find(name) != std::string::npos) return nullptr;  // short words
  if (const Section* const found = free(name, Where::right_below, top)) return found;
  if (same && (top != nullptr ? is_below(line.target, top) : !again)) return nullptr;
  if (const Section* const found = free(name, Where::below, top)) return found;
  if (same && top != nullptr) return nullptr;
  if (const Section* const found = free(name, Where::anywhere, nullptr)) return found;
  return !same && many && title.find(name) == std::string::npos ? free_that_begins(name) : nullptr;
}

}  // namespace

std::vector<Misled> misled_lines(const Document& document, const Contents& contents) {
  Finder finder(document, contents);
  std::vector<Misled> misled;
  for (const ContentsLine& line : contents.lines)
    if (const Section* const meant = finder.meant(line)) misled.push_back({&line, meant});
  return misled;
}

std::vector<Repeated> repeated_lines(const Document& document, const Contents& contents,
                                     const std::vector<Misled>& misled) {
  std::unordered_map<std::string, std::uint32_t> headings;
  for (const Section& section : document.sections) ++headings[name_of(section.rendered)];
  std::map<std::pair<const Section*, std::string>, const ContentsLine*> seen;
  std::vector<Repeated> repeated;
  auto wrong = misled.begin();
  for (const ContentsLine& line : contents.lines) {
    if (wrong != misled.end() && wrong->line == &line) {
      ++wrong;
      continue;
    }
    if (line.target == nullptr || line.dead) continue;
    const auto [at, fresh] = seen.try_emplace({line.target, name_of(text_of(line))}, &line);
    if (!fresh) repeated.push_back({&line, at->second, headings[name_of(line.target->rendered)] == 1});
  }
  if (repeated.size() > 3 && repeated.size() * 10 >= contents.lines.size()) repeated.clear();
  return repeated;
}

}  // namespace paperlint
