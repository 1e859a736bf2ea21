#include "list/state.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/ascii.h"
#include "text/byte_set.h"

namespace paperlint {
namespace {

constexpr std::size_t kLongest = 100;  // bytes of a note with what surrounds it

bool is_trimmed(char c) {
  constexpr ByteSet kTrimmed(" \t\r\n*_.,;:()[]");
  return kTrimmed.has(c);
}

constexpr std::string_view kStates[] = {"to appear",     "under review", "in review",      "under submission",
                                        "in submission", "submitted",    "just accepted",  "accepted",
                                        "in press",      "forthcoming",  "to be published"};
constexpr std::string_view kBeforeVenues[] = {"to appear in ",     "to appear at ",    "under review at ",
                                              "under review for ", "under review as ", "to be published in "};

/// Most groups are tags and names: their first letter tells.
constexpr std::string_view kFirstLetters = "afijstu";
constexpr bool begins_so(std::string_view state) { return kFirstLetters.find(state.front()) != std::string_view::npos; }
static_assert(std::all_of(std::begin(kStates), std::end(kStates), begins_so));
static_assert(std::all_of(std::begin(kBeforeVenues), std::end(kBeforeVenues), begins_so));

}  // namespace

bool is_state_note(std::string_view inside) {
  if (inside.size() > kLongest) return false;  // groups nest: to trim each would take the square of their number
  while (!inside.empty() && is_trimmed(inside.front())) inside.remove_prefix(1);
  while (!inside.empty() && is_trimmed(inside.back())) inside.remove_suffix(1);
  if (inside.size() < 8 || inside.size() > 60) return false;
  const char first = to_lower(inside.front());
  if (!begins_so({&first, 1})) return false;
  const std::string words = in_lower_case(inside);
  if (std::find(std::begin(kStates), std::end(kStates), words) != std::end(kStates)) return true;
  const bool names_venue = std::any_of(std::begin(kBeforeVenues), std::end(kBeforeVenues),
                                       [&](std::string_view begin) { return words.rfind(begin, 0) == 0; });
  const auto speaks_of = [&](std::string_view other) { return words.find(other) != std::string::npos; };
  return names_venue && !speaks_of("code") && !speaks_of("data") && !speaks_of("](");
}

}  // namespace paperlint
