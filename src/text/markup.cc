#include "text/markup.h"

#include <algorithm>
#include <iterator>

namespace paperlint::markup {
namespace {

// Links whose brackets nest deeper, or whose parts are longer, are taken for text. The bound on depth
// makes the time linear: what is looked at in vain is looked at as often as an opening bracket stands in it.
constexpr int kDeepest = 32;
constexpr std::size_t kLongest = 2048;

struct Command {
  std::string_view name;
  char32_t point;
};

// Commands that are no font or accent with an argument in braces. Greek letters and their variants
// become what NFKD and case folding make of the letters themselves.
constexpr Command kCommands[] = {
    {"AA", U'å'},
    {"AE", U'æ'},
    {"Delta", U'δ'},
    {"Gamma", U'γ'},
    {"H", 0},
    {"L", U'ł'},
    {"Lambda", U'λ'},
    {"NG", U'ŋ'},
    {"O", U'ø'},
    {"OE", U'œ'},
    {"Omega", U'ω'},
    {"Phi", U'φ'},
    {"Pi", U'π'},
    {"Psi", U'ψ'},
    {"Rightarrow", U' '},
    {"Sigma", U'σ'},
    {"Theta", U'θ'},
    {"Upsilon", U'υ'},
    {"Xi", U'ξ'},
    {"aa", U'å'},
    {"ae", U'æ'},
    {"alpha", U'α'},
    {"approx", U' '},
    {"ast", U' '},
    {"beta", U'β'},
    {"bf", 0},
    {"big", 0},
    {"c", 0},
    {"cal", 0},
    {"cdot", U' '},
    {"chi", U'χ'},
    {"circ", U' '},
    {"delta", U'δ'},
    {"dots", U' '},
    {"ell", U'l'},
    {"em", 0},
    {"epsilon", U'ε'},
    {"eta", U'η'},
    {"gamma", U'γ'},
    {"geq", U' '},
    {"i", U'i'},
    {"infty", U' '},
    {"iota", U'ι'},
    {"it", 0},
    {"j", U'j'},
    {"k", 0},
    {"kappa", U'κ'},
    {"l", U'ł'},
    {"lambda", U'λ'},
    {"ldots", U' '},
    {"left", 0},
    {"leftarrow", U' '},
    {"leftrightarrow", U' '},
    {"leq", U' '},
    {"mu", U'μ'},
    {"neq", U' '},
    {"ng", U'ŋ'},
    {"nu", U'ν'},
    {"o", U'ø'},
    {"oe", U'œ'},
    {"omega", U'ω'},
    {"phi", U'φ'},
    {"pi", U'π'},
    {"pm", U' '},
    {"prime", U' '},
    {"psi", U'ψ'},
    {"quad", U' '},
    {"r", 0},
    {"rho", U'ρ'},
    {"right", 0},
    {"rightarrow", U' '},
    {"rm", 0},
    {"sc", 0},
    {"sf", 0},
    {"sigma", U'σ'},
    {"sim", U' '},
    {"sl", 0},
    {"ss", U'ß'},
    {"star", U' '},
    {"tau", U'τ'},
    {"theta", U'θ'},
    {"times", U'x'},
    {"to", U' '},
    {"tt", 0},
    {"u", 0},
    {"upsilon", U'υ'},
    {"v", 0},
    {"varepsilon", U'ε'},
    {"varphi", U'φ'},
    {"varpi", U'π'},
    {"varrho", U'ρ'},
    {"varsigma", U'σ'},
    {"vartheta", U'θ'},
    {"xi", U'ξ'},
    {"zeta", U'ζ'},
};
static_assert(std::is_sorted(std::begin(kCommands), std::end(kCommands),
                             [](const Command& a, const Command& b) { return a.name < b.name; }));

}  // namespace

std::size_t shortcode_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestName = 48;
  const std::size_t limit = std::min(text.size(), at + kLongestName);
  bool named = false;
  for (std::size_t i = at + 1; i < limit; ++i) {
    const char c = text[i];
    if (c == ':') return named && !is_alnum(at_or_blank(text, i + 1)) ? i + 1 : kNone;
    if (!is_lower(c) && !is_digit(c) && c != '_' && c != '+' && c != '-') return kNone;
    named = named || !is_digit(c);
  }
  return kNone;
}

std::size_t destination_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongest);
  std::size_t begin = std::min(at + 1, limit);
  while (begin < limit && is_blank(text[begin])) ++begin;
  int depth = 0;
  bool titled = false;
  for (std::size_t i = at; i < limit; ++i) {
    const char c = text[i];
    if (c == '\\' && !is_blank(at_or_blank(text, i + 1)))
      ++i;
    else if (c == '(' && ++depth > kDeepest)
      return kNone;
    else if (c == ')' && --depth == 0)
      return i + 1;
    else if (is_blank(c) && !titled && i > begin) {
      const char next = at_or_blank(text, i + 1);
      titled = next == '"' || next == '\'';
      if (!titled && !is_blank(next) && next != ')') return kNone;
    }
  }
  return kNone;
}

std::size_t link_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongest);
  int depth = 0;
  for (std::size_t i = at; i < limit; ++i) {
    const char c = text[i];
    if (c == '\\' && !is_blank(at_or_blank(text, i + 1)))
      ++i;
    else if (c == '[' && ++depth > kDeepest)
      return kNone;
    else if (c == ']' && --depth == 0)
      return at_or_blank(text, i + 1) == '(' ? destination_end(text, i + 1) : kNone;
  }
  return kNone;
}

std::string_view tag_name(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (at_or_blank(text, i) == '!') return text.substr(i, 1);
  if (at_or_blank(text, i) == '/') ++i;
  if (!is_letter(at_or_blank(text, i))) return {};
  while (i < text.size() && (is_alnum(text[i]) || text[i] == '-')) ++i;
  const char after = at_or_blank(text, i);
  return is_blank(after) || after == '/' || after == '>' ? text.substr(at + 1, i - at - 1) : std::string_view{};
}

bool inside_words(std::string_view tag) {
  constexpr std::string_view kTags[] = {"a",      "abbr",   "b",   "big", "cite", "code", "del",   "em",
                                        "font",   "i",      "ins", "kbd", "mark", "s",    "small", "span",
                                        "strike", "strong", "sub", "sup", "tt",   "u",    "var"};
  if (!tag.empty() && tag.front() == '/') tag.remove_prefix(1);
  return std::any_of(std::begin(kTags), std::end(kTags), [tag](std::string_view name) {
    return std::equal(name.begin(), name.end(), tag.begin(), tag.end(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
  });
}

std::optional<char32_t> latex(std::string_view command) {
  const auto* const found = std::lower_bound(std::begin(kCommands), std::end(kCommands), command,
                                             [](const Command& c, std::string_view n) { return c.name < n; });
  if (found == std::end(kCommands) || found->name != command) return std::nullopt;
  return found->point;
}

}  // namespace paperlint::markup
