// A patch is read by counting: the header of a hunk says how many lines follow, so that no line of a file is ever
// taken for a header. What stands between the parts of a patch is passed over, as `git apply` does.
#include "lint/patch.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace paperlint {
namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string_view without_return(std::string_view line) {
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// The lines of a text, one after the other, each without its newline.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::uint32_t number() const { return number_; }  // of the line that was taken last
  [[nodiscard]] const char* position() const { return rest_.data(); }
  [[nodiscard]] std::string_view peek() const { return rest_.substr(0, rest_.find('\n')); }
  std::string_view take() {
    const std::string_view line = peek();
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    ++number_;
    return line;
  }

 private:
  std::string_view rest_;
  std::uint32_t number_ = 0;
};

/// Takes a number off the front; nothing where there is none or it is too large.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::int32_t>::max();
  std::uint32_t value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (value > kMost / 10 - 1) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(text[digits] - '0');
  }
  text.remove_prefix(digits);
  return digits == 0 ? std::nullopt : std::optional(value);
}

/// `-12,3` or `-12`, which is one line.
bool take_range(std::string_view& text, char sign, std::uint32_t& begin, std::uint32_t& count) {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  const auto first = take_number(text);
  if (!first) return false;
  begin = *first;
  count = 1;
  if (text.empty() || text.front() != ',') return true;
  text.remove_prefix(1);
  const auto second = take_number(text);
  if (second) count = *second;
  return second.has_value();
}

/// `@@ -12,3 +12,4 @@ heading`
std::optional<Hunk> hunk_header(std::string_view line) {
  Hunk hunk;
  line.remove_prefix(std::min<std::size_t>(line.size(), 3));
  if (!take_range(line, '-', hunk.old_begin, hunk.old_count) || !starts_with(line, " ")) return std::nullopt;
  line.remove_prefix(1);
  if (!take_range(line, '+', hunk.new_begin, hunk.new_count) || !starts_with(line, " @@")) return std::nullopt;
  return hunk;
}

/// The byte that an escape of git's quoted names means; takes it off the front.
char take_escape(std::string_view& text) {
  constexpr std::string_view kLetters = "abtnvfr";  // bytes 7 to 13
  const char letter = text.front();
  text.remove_prefix(1);
  if (const std::size_t at = kLetters.find(letter); at != kLetters.npos) return static_cast<char>(7 + at);
  unsigned value = static_cast<unsigned>(letter - '0');
  if (value > 3) return letter;
  for (int more = 0; more < 2 && !text.empty() && text.front() >= '0' && text.front() <= '7'; ++more) {
    value = value * 8 + static_cast<unsigned>(text.front() - '0');
    text.remove_prefix(1);
  }
  return static_cast<char>(value);
}

/// A name, in quotes or not, taken off the front of a header line. Without quotes it ends at a tab, after which
/// `diff -u` has the time.
std::string take_name(std::string_view& text) {
  std::string name;
  if (!starts_with(text, "\"")) {
    name = text.substr(0, text.find('\t'));
    text = {};
    return name;
  }
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '"') {
    const char c = text.front();
    text.remove_prefix(1);
    name += c == '\\' && !text.empty() ? take_escape(text) : c;
  }
  text.remove_prefix(std::min<std::size_t>(text.size(), 1));
  return name;
}

std::string name_in(std::string_view text) { return take_name(text); }

/// The two names of `diff --git a/x b/x`. Without quotes a blank may be part of them, so both have to be alike.
std::pair<std::string, std::string> names_of_header(std::string_view text) {
  if (starts_with(text, "\"") || (!text.empty() && text.back() == '"')) {
    if (!starts_with(text, "\"")) {
      const std::size_t quote = text.find(" \"");
      if (quote == text.npos) return {};
      return {std::string(text.substr(0, quote)), name_in(text.substr(quote + 1))};
    }
    std::string first = take_name(text);
    text.remove_prefix(std::min<std::size_t>(text.size(), 1));
    return {std::move(first), name_in(text)};
  }
  const std::size_t middle = text.size() / 2;
  if (text.size() % 2 == 0 || text[middle] != ' ') return {};
  const std::string_view first = text.substr(0, middle), second = text.substr(middle + 1);
  const auto path = [](std::string_view name) { return name.substr(std::min(name.find('/'), name.size())); };
  if (path(first) != path(second)) return {};
  return {std::string(first), std::string(second)};
}

/// Takes off `a/` and `b/`, or what `diff.mnemonicPrefix` writes in their place; nothing where the names have none.
void drop_prefixes(std::string& before, std::string& after) {
  const auto has = [](const std::string& name, std::string_view letters) {
    return name.empty() || (name.size() > 2 && name[1] == '/' && letters.find(name[0]) != letters.npos);
  };
  if (!has(before, "aicow") || !has(after, "biwco")) return;
  if (!before.empty()) before.erase(0, 2);
  if (!after.empty()) after.erase(0, 2);
}

class PatchReader {
 public:
  explicit PatchReader(std::string_view text) : lines_(text) {}

  Patch read() {
    while (!lines_.at_end() && patch_.error.empty()) line(without_return(lines_.take()));
    close();
    if (patch_.error.empty() && patch_.files.empty() && lines_.number() > 0)
      patch_.error = "is no patch: it has no line that begins with 'diff --git' or '---', expected a unified diff";
    return std::move(patch_);
  }

 private:
  void line(std::string_view line);
  void header(std::string_view line);
  void names(std::string_view before);
  void hunk(std::string_view header);
  void close();
  void fail(std::uint32_t line, const std::string& what) {
    patch_.error = "line " + std::to_string(line) + ": " + what;
  }

  Lines lines_;
  Patch patch_;
  FilePatch file_;
  bool open_ = false, is_new_ = false, is_gone_ = false, named_ = false;
};

void PatchReader::line(std::string_view line) {
  if (starts_with(line, "diff --git ")) {
    close();
    open_ = true;
    file_.git = true;
    std::tie(file_.before, file_.after) = names_of_header(line.substr(11));
  } else if (starts_with(line, "diff --cc ") || starts_with(line, "diff --combined ")) {
    fail(lines_.number(), "is a combined diff of a merge, expected one against a single commit");
  } else if (starts_with(line, "--- ") && starts_with(lines_.peek(), "+++ ")) {
    names(line.substr(4));
  } else if (open_ && starts_with(line, "@@ ")) {
    hunk(line);
  } else if (open_) {
    header(line);
  }
}

/// What git tells between `diff --git` and the hunks.
void PatchReader::header(std::string_view line) {
  const auto after = [&](std::string_view start) { return name_in(line.substr(start.size())); };
  if (!file_.hunks.empty()) return;
  if (starts_with(line, "new file mode ")) is_new_ = true;
  if (starts_with(line, "deleted file mode ")) is_gone_ = true;
  if (starts_with(line, "Binary files ") || line == "GIT binary patch") file_.binary = true;
  const bool copied = starts_with(line, "copy ");  // the old file stays as it is, the new one is new
  if (!copied && !starts_with(line, "rename ")) return;
  if (copied) is_new_ = true;
  for (const std::string_view start : {"rename from ", "copy from "})
    if (starts_with(line, start)) file_.before = after(start);
  for (const std::string_view start : {"rename to ", "copy to "})
    if (starts_with(line, start)) file_.after = after(start);
  named_ = true;
}

void PatchReader::names(std::string_view before) {
  const std::string_view after = without_return(lines_.take()).substr(4);
  if (!open_ || !file_.git || !file_.hunks.empty()) {
    close();
    open_ = true;
  }
  if (named_) return;  // told without prefixes
  file_.before = name_in(before);
  file_.after = name_in(after);
  if (file_.before == "/dev/null") {
    is_new_ = true;
    file_.before.clear();
  }
  if (file_.after == "/dev/null") {
    is_gone_ = true;
    file_.after.clear();
  }
}

/// Reads as many lines as the header of a hunk announces.
void PatchReader::hunk(std::string_view header) {
  const std::uint32_t at = lines_.number();
  std::optional<Hunk> hunk = hunk_header(header);
  if (!hunk) return fail(at, "is no header of a hunk, expected '@@ -LINE,COUNT +LINE,COUNT @@'");
  hunk->line = at;
  const char* const begin = lines_.position();
  std::uint32_t old_left = hunk->old_count, new_left = hunk->new_count;
  while (old_left > 0 || new_left > 0 || starts_with(lines_.peek(), "\\")) {
    const std::string_view line = lines_.peek();
    const char sign = without_return(line).empty() ? ' ' : line.front();
    const bool is_old = sign == ' ' || sign == '-', is_new = sign == ' ' || sign == '+';
    if (lines_.at_end() || (!is_old && !is_new && sign != '\\') || (is_old && old_left == 0) ||
        (is_new && new_left == 0))
      return fail(at, "the hunk is not whole: its header announces more lines than follow");
    lines_.take();
    old_left -= is_old ? 1 : 0;
    new_left -= is_new ? 1 : 0;
  }
  hunk->body = {begin, static_cast<std::size_t>(lines_.position() - begin)};
  if (!file_.hunks.empty() && hunk->new_begin < file_.hunks.back().new_begin + file_.hunks.back().new_count)
    return fail(at, "the hunk begins above the end of the one before it");
  file_.hunks.push_back(*hunk);
}

void PatchReader::close() {
  if (open_) {
    if (!named_) drop_prefixes(file_.before, file_.after);
    if (is_new_) file_.before.clear();
    if (is_gone_) file_.after.clear();
    if (!file_.before.empty() || !file_.after.empty()) patch_.files.push_back(std::move(file_));
  }
  file_ = {};
  open_ = is_new_ = is_gone_ = named_ = false;
}

}  // namespace

Patch read_patch(std::string_view text) { return PatchReader(text).read(); }

}  // namespace paperlint
