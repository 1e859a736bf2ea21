#include "app/gitignore.h"

#include <algorithm>
#include <cctype>

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_in_class(std::string_view name, unsigned char c, bool& known) {
  struct Class {
    std::string_view name;
    int (*holds)(int);
  };
  static constexpr Class kClasses[] = {{"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
                                       {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
                                       {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
                                       {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  for (const Class& known_class : kClasses)
    if (known_class.name == name) return known_class.holds(c) != 0;
  known = false;
  return false;
}

/// `[a-z]`, read from its first member on.
class BracketSet {
 public:
  BracketSet(std::string_view pattern, std::size_t at, char c)
      : pattern_(pattern), at_(at), c_(static_cast<unsigned char>(c)) {}

  /// Where the pattern goes on; kNone if the set is broken.
  std::size_t end() {
    negated_ = at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^');
    if (negated_) ++at_;
    do {
      if (at_ >= pattern_.size() || !member()) return kNone;
    } while (at_ >= pattern_.size() || pattern_[at_] != ']');
    return at_ + 1;
  }
  /// The same if the set holds the character, else kNone.
  std::size_t end_if_held() {
    const std::size_t after = end();
    return held_ != negated_ ? after : kNone;
  }

 private:
  bool member() {
    if (pattern_[at_] == '-' && before_ && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') return range();
    if (pattern_.substr(at_, 2) == "[:") {
      const std::size_t close = pattern_.find(']', at_ + 2);
      if (close == kNone) return false;
      if (close > at_ + 2 && pattern_[close - 1] == ':') return named(close);
    }
    unsigned char c = 0;
    if (!character(c)) return false;
    held_ = held_ || c == c_;
    before_ = c;
    return true;
  }

  bool range() {
    ++at_;
    unsigned char last = 0;
    if (!character(last)) return false;
    held_ = held_ || (*before_ <= c_ && c_ <= last);
    before_.reset();
    return true;
  }

  bool named(std::size_t close) {
    bool known = true;
    held_ = is_in_class(pattern_.substr(at_ + 2, close - at_ - 3), c_, known) || held_;
    at_ = close + 1;
    before_.reset();
    return known;
  }

  bool character(unsigned char& c) {
    if (pattern_[at_] == '\\') ++at_;
    if (at_ >= pattern_.size()) return false;
    c = static_cast<unsigned char>(pattern_[at_++]);
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  unsigned char c_;
  bool held_ = false, negated_ = false;
  std::optional<unsigned char> before_;  // may begin a range
};

/// Matches one character with what stands at `at`: gives where the pattern goes on, or kNone.
std::size_t match_character(std::string_view pattern, std::size_t at, char c) {
  if (at >= pattern.size()) return kNone;
  switch (pattern[at]) {
    case '?':
      return at + 1;
    case '[':
      return BracketSet(pattern, at + 1, c).end_if_held();
    case '\\':
      ++at;
      break;
    default:
      break;
  }
  return at < pattern.size() && pattern[at] == c ? at + 1 : kNone;
}

/// A failed match need go back to the last star only, so time is bounded by the product of the
/// lengths.
bool match_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, after_star = kNone, retry = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      after_star = ++p;
      retry = n;
      continue;
    }
    if (const std::size_t next = match_character(pattern, p, name[n]); next != kNone) {
      p = next;
      ++n;
      continue;
    }
    if (after_star == kNone) return false;
    p = after_star;
    n = ++retry;
  }
  return pattern.find_first_not_of('*', p) == kNone;
}

bool is_any_folders(std::string_view part) { return part.size() >= 2 && part.find_first_not_of('*') == kNone; }

/// The same over names: `**` is their star.
bool match_path(std::span<const std::string> parts, std::span<const std::string_view> names) {
  std::size_t p = 0, n = 0, after_star = kNone, retry = 0;
  while (n < names.size()) {
    if (p < parts.size() && is_any_folders(parts[p])) {
      if (++p == parts.size()) return true;
      after_star = p;
      retry = n;
    } else if (p < parts.size() && match_name(parts[p], names[n])) {
      ++p;
      ++n;
    } else if (after_star == kNone) {
      return false;
    } else {
      p = after_star;
      n = ++retry;
    }
  }
  return p == parts.size();
}

/// Blanks at the end do not count, unless a backslash stands before them.
std::string_view without_trailing_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == ' ')
      continue;
    end = std::min(i + 1, line.size());
  }
  return line.substr(0, end);
}

std::vector<std::string> split_pattern(std::string_view pattern) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) {
      if (pattern[++i] == '/')
        parts.emplace_back();
      else
        parts.back().append({'\\', pattern[i]});
    } else if (pattern[i] == '/') {
      parts.emplace_back();
    } else if (pattern[i] == '[') {  // a slash in a set divides nothing
      const std::size_t end = BracketSet(pattern, i + 1, '\0').end();
      const std::string_view set = pattern.substr(i, end == kNone ? 1 : end - i);
      parts.back() += set;
      i += set.size() - 1;
    } else {
      parts.back() += pattern[i];
    }
  }
  return parts;
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> names;
  for (std::size_t slash; (slash = path.find('/')) != kNone; path.remove_prefix(slash + 1))
    names.push_back(path.substr(0, slash));
  names.push_back(path);
  return names;
}

bool has_wildcard(std::string_view part) { return part.find_first_of("*?[\\") != kNone; }

}  // namespace

std::optional<IgnorePattern> IgnorePattern::parse(std::string_view line) {
  if (line.substr(0, 1) == "#") return std::nullopt;
  line = without_trailing_blanks(line);
  IgnorePattern made;
  made.negated_ = line.substr(0, 1) == "!";
  if (made.negated_) line.remove_prefix(1);
  made.folders_only_ = !line.empty() && line.back() == '/';
  if (made.folders_only_) line.remove_suffix(1);
  if (line.empty()) return std::nullopt;
  made.anywhere_ = line.find('/') == kNone;
  if (line.front() == '/') line.remove_prefix(1);
  made.parts_ = split_pattern(line);
  return made;
}

bool IgnorePattern::matches(std::span<const std::string_view> names, bool is_folder) const {
  if (folders_only_ && !is_folder) return false;
  if (anywhere_) return match_name(parts_.front(), names.back());
  return match_path(parts_, names);
}

std::string IgnorePattern::literal_prefix() const {
  std::string prefix;
  for (const std::string& part : parts_) {
    if (anywhere_ || has_wildcard(part)) break;
    prefix += (prefix.empty() ? "" : "/") + part;
  }
  return prefix;
}

std::string IgnorePattern::text() const {
  std::string text;
  for (const std::string& part : parts_) text += (text.empty() ? "" : "/") + part;
  return text;
}

IgnoreList::IgnoreList(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    add(line);
  }
}

void IgnoreList::add(std::string_view line) {
  if (auto pattern = IgnorePattern::parse(line)) patterns_.push_back(*std::move(pattern));
}

void IgnoreList::add_anchored(std::string_view line) {
  const bool negated = line.substr(0, 1) == "!";
  if (negated) line.remove_prefix(1);
  while (line.substr(0, 2) == "./") line.remove_prefix(2);
  if (line.substr(0, 1) == "/") line.remove_prefix(1);
  add((negated ? "!/" : "/") + std::string(line));
}

std::optional<bool> IgnoreList::operator()(std::string_view path, bool is_folder) const {
  if (patterns_.empty()) return std::nullopt;
  const std::vector<std::string_view> names = split_path(path);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern)
    if (pattern->matches(names, is_folder)) return !pattern->negated();
  return std::nullopt;
}

}  // namespace paperlint
