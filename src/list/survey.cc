#include "list/survey.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "text/title.h"

namespace paperlint {
namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "a survey of developers" asks people; it is no survey of papers.
bool asks_people(const Words& words, std::size_t noun) {
  for (std::size_t i = noun + 1; i < words.size() && i < noun + 5; ++i)
    if (among(words[i], {"developers", "users", "practitioners", "engineers", "researchers", "students", "participants",
                         "programmers", "scientists", "professionals"}))
      return true;
  return false;
}

/// How many of the first words lead to a noun at their end: an article and adjectives, no preposition.
constexpr std::size_t kMostModifiers = 7;

bool may_modify(std::string_view word, bool article) {
  if (article) return !among(word, {"of", "on", "for", "in", "with", "from", "by", "via", "using", "the", "a", "an"});
  return among(word, {"comprehensive", "systematic", "brief",     "short",        "literature", "critical",
                      "scoping",       "recent",     "and",       "structured",   "extensive",  "detailed",
                      "selective",     "up",         "to",        "date",         "first",      "mini",
                      "state",         "art",        "technical", "bibliometric", "tertiary",   "mapping"});
}

/// Whether the words are "a comprehensive survey of …": the noun phrase at their begin is one that names surveys.
bool heads(const Words& words) {
  const bool article = !words.empty() && among(words.front(), {"a", "an", "the", "our"});
  for (std::size_t noun = article ? 1 : 0; noun < words.size() && noun <= kMostModifiers; ++noun) {
    const std::string_view next = noun + 1 < words.size() ? words[noun + 1] : std::string_view{};
    const bool goes_on =
        among(next, {"", "of", "on", "for", "in", "from", "about", "paper"}) || (article && next == "and");
    if (among(words[noun], {"survey", "surveys"})) return goes_on && !asks_people(words, noun);
    if (among(words[noun], {"review", "reviews"})) {
      const bool kind =
          noun > 0 && among(words[noun - 1], {"literature", "systematic", "comprehensive", "scoping", "critical"});
      return goes_on && (kind || (article && next != "and"));
    }
    if (!may_modify(words[noun], article)) return false;
  }
  return false;
}

/// The parts of a title that stand for themselves: between colons, dashes between blanks, question marks and commas.
std::vector<std::string_view> parts_of(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const bool sign = among(title.substr(at, 2), {": ", ", ", "? ", ". "}) || title.substr(at, 3) == " - " ||
                      among(title.substr(at, 4), {" \u2013", " \u2014"}) || title.substr(at, 3) == "\uFF1A";
    if (!sign) continue;
    parts.push_back(title.substr(begin, at - begin));
    begin = at + (title.substr(at, 3) == " - " ? 3 : static_cast<unsigned char>(title[at + 1]) >= 0x80 ? 4 : 1);
    if (title.substr(at, 3) == "\uFF1A") begin = at + 3;
  }
  parts.push_back(title.substr(begin));
  return parts;
}

/// Whether a title holds `urvey` or `eview`. Both have a `v`, which few other words have.
bool may_say_survey(std::string_view title) {
  for (const char v : {'v', 'V'})
    for (std::size_t at = title.find(v); at != std::string_view::npos; at = title.find(v, at + 1)) {
      const std::string_view before = title.substr(at < 2 ? 0 : at - 2, std::min<std::size_t>(at, 2));
      const std::string_view from_v = title.substr(at);
      if (before.ends_with("ur") && from_v.starts_with("vey")) return true;
      if (before.ends_with("UR") && from_v.starts_with("VEY")) return true;
      if (before.ends_with('e') && from_v.starts_with("view")) return true;
      if (before.ends_with('E') && from_v.starts_with("VIEW")) return true;
    }
  return false;
}

}  // namespace

bool says_survey(std::string_view title) {
  if (!may_say_survey(title)) return false;
  const std::vector<std::string_view> parts = parts_of(title);
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    const std::string normal = normal_title(part);
    return heads(split(normal));
  });
}

bool of_surveys(const Section* section) {
  for (; section != nullptr && section->level > 0; section = section->parent) {
    const std::string heading = normal_title(section->rendered);
    const Words words = split(heading);
    if (std::any_of(words.begin(), words.end(), [](std::string_view word) {
          return among(word, {"survey", "surveys", "review", "reviews", "overview", "综述"});
        }))
      return true;
  }
  return false;
}

}  // namespace paperlint
