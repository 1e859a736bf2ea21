#include "list/gaps.h"

#include <algorithm>

#include "list/html.h"
#include "list/tokens.h"
#include "list/words.h"
#include "text/bytes.h"

namespace paperlint {
namespace {

using Where = Gap::Where;
constexpr std::string_view kNoBreak = "\xC2\xA0";

bool is_end(char c) { return c == '\n' || c == '\r'; }

char side(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool word =
      byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
  return word ? 'a' : c;
}

/// Bytes of the blank at `at`; 0 where there is none.
std::uint32_t blank_at(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\t') return 1;
  return text[at] == kNoBreak[0] && text.substr(at, 2) == kNoBreak ? 2 : 0;
}

std::uint32_t blanks_end(std::string_view text, std::uint32_t at) {
  while (const std::uint32_t size = blank_at(text, at)) at += size;
  return at;
}

std::uint32_t blanks_begin(std::string_view text, std::uint32_t at, std::uint32_t least) {
  for (;;) {
    if (at > least && blank_at(text, at - 1) == 1)
      at -= 1;
    else if (at > least + 1 && blank_at(text, at - 2) == 2)
      at -= 2;
    else
      return at;
  }
}

/// A tab may be what is left of `\\times` or `\\textbf{` where a program read the backslash.
bool lost_escape(std::string_view text, Span blanks) {
  if (text[blanks.end - 1] != '\t') return false;
  const std::string_view after = text.substr(blanks.end, 8);
  for (const std::string_view name : {"imes", "heta", "ilde", "au", "o", "ext", "extbf", "extit", "exttt", "extsc"})
    if (after.substr(0, name.size()) == name && side(after.size() > name.size() ? after[name.size()] : ' ') != 'a')
      return true;
  return false;
}

/// Whether a text holds any blank worth a closer look; nearly all hold none.
bool suspicious(std::string_view text) {
  constexpr auto kFirst = static_cast<unsigned char>(kNoBreak[0]), kSecond = static_cast<unsigned char>(kNoBreak[1]);
  const auto look = [](unsigned char before, unsigned char byte) {
    const bool begins = (byte == ' ') & ((before == ' ') | (before == '['));
    const bool ends = (before == ' ') & ((byte == ']') | (byte == '\n') | (byte == '\r'));
    return begins | ends | (byte == '\t') | ((before == kFirst) & (byte == kSecond));
  };
  return any_pair(text, 'a', look) || text.ends_with(' ');
}

/// Whether a blank at the end of a line would be one too many: behind `\` and `<br>` it is of no account.
bool bears_blank(std::string_view up_to_end) {
  if (up_to_end.ends_with('\r')) up_to_end.remove_suffix(1);
  return !up_to_end.ends_with('\\') && !up_to_end.ends_with('>');
}

class Finder {
 public:
  Finder(const Text& text, std::vector<Gap>& gaps)
      : text_(text),
        content_(text.content()),
        all_(text.document->source->text().substr(0, content_.end)),
        row_(text.leaf->kind == markdown::Kind::row),
        gaps_(gaps) {}
  void run();

 private:
  void find_in_links();
  void look(Span blanks);
  void add(Span blanks, Where where, Span link = {}) {
    const bool wide = blanks.size() > 1 && written(blanks) != kNoBreak;
    gaps_.push_back({blanks, link, sides(blanks), where, wide});
  }
  [[nodiscard]] std::string_view written(Span blanks) const { return all_.substr(blanks.begin, blanks.size()); }
  /// Beside a comment stands what is before it.
  [[nodiscard]] Sides sides(Span blanks) const {
    const std::uint32_t before = without_comments(all_, {content_.begin, blanks.begin}).end;
    const std::uint32_t begin = before > content_.begin ? before : blanks.begin;
    return {begin > content_.begin ? side(all_[begin - 1]) : ' ',
            blanks.end < content_.end ? side(all_[blanks.end]) : ' '};
  }

  const Text& text_;
  const Span content_;
  const std::string_view all_;
  const bool row_;
  std::vector<Gap>& gaps_;
  std::size_t in_links_ = 0;  // of gaps_, the first ones
  std::size_t next_ = 0;      // of these
};

void Finder::run() {
  std::vector<Span> parts;
  wordless_parts(text_, parts);
  find_in_links();
  auto part = parts.begin();
  bool indent = true;  // nothing but blanks and `>` on this line so far
  for (std::uint32_t at = content_.begin; at < content_.end;) {
    if (part != parts.end() && at >= part->begin) {
      at = std::max(at, part->end);
      ++part;
      indent = false;
    } else if (is_end(all_[at])) {
      indent = true;
      ++at;
    } else if (const std::uint32_t size = blank_at(all_, at); size != 0) {
      const std::uint32_t end = blanks_end(all_, at + size);
      if (!indent) look({at, end});
      at = end;
    } else {
      indent = indent && all_[at] == '>';
      ++at;
    }
  }
}

void Finder::look(Span blanks) {
  while (next_ < in_links_ && gaps_[next_].blanks < blanks) ++next_;
  if (next_ < in_links_ && gaps_[next_].blanks == blanks) return;
  const bool last = blanks.end >= content_.end;
  if (last || is_end(all_[blanks.end])) {
    const bool spaces = blanks.size() > 1 && written(blanks).find_first_not_of(' ') == std::string_view::npos;
    if (!row_ && last) add(blanks, spaces ? Where::wide_last_end : Where::last_end);
    if (!row_ && !last) add(blanks, spaces ? Where::hard_break : Where::line_end);
    return;
  }
  if (written(blanks) == " " || written(blanks) == kNoBreak || lost_escape(all_, blanks)) return;
  const Sides beside = sides(blanks);
  const bool padding = row_ && (beside.before == '|' || beside.after == '|');
  const bool torn_link = beside.before == ']' && beside.after == '(';
  if (!padding && !torn_link) add(blanks, Where::between);
}

/// Blanks at the ends of a link's text, where that is words and no image.
void Finder::find_in_links() {
  for (const Token& token : text_.tokens) {
    if (token.kind != Token::Kind::link || token.inside.empty()) continue;
    const std::uint32_t begin = blanks_end(all_.substr(0, token.inside.end), token.inside.begin);
    if (begin >= token.inside.end) continue;
    const std::uint32_t end = blanks_begin(all_, token.inside.end, begin);
    if (written({begin, end}).find_first_of("<!\n\r") != std::string_view::npos) continue;
    for (const Span blanks : {Span{token.inside.begin, begin}, Span{end, token.inside.end}})
      if (!blanks.empty()) add(blanks, Where::in_link, token.at);
  }
  in_links_ = gaps_.size();
}

}  // namespace

GapCounts find_gaps(const Text& text, std::vector<Gap>& gaps) {
  gaps.clear();
  const std::string_view content = text.text(text.content());
  if (suspicious(content)) Finder(text, gaps).run();
  const auto is_link = [](const Token& t) { return t.kind == Token::Kind::link && !t.inside.empty(); };
  std::size_t lines = bears_blank(content) ? 1 : 0;  // nearly all texts have one
  for (std::size_t at = content.find('\n'); at != std::string_view::npos; at = content.find('\n', at + 1))
    lines += bears_blank(content.substr(0, at)) ? 1 : 0;
  return {lines, static_cast<std::size_t>(std::count_if(text.tokens.begin(), text.tokens.end(), is_link))};
}

Singles::Singles(const List& list, const Least& least) : missing_(std::size_t{128} * 128) {
  std::size_t open = 0;
  for (const auto& [sides, count] : least) {
    missing_[index(sides)] = static_cast<std::uint32_t>(count);
    open += count > 0 ? 1 : 0;
  }
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  for (const auto& document : list.documents) {
    const std::string_view text = document->source->text();
    for (std::size_t at = text.find(' ', 1); open > 0 && at < text.size() - 1; at = text.find(' ', at + 1)) {
      const char before = text[at - 1], after = text[at + 1];
      if (blank(before) || blank(after) || text.substr(at + 1, 2) == kNoBreak) continue;
      std::uint32_t& missing = missing_[index({side(before), side(after)})];
      if (missing > 0 && --missing == 0) --open;
    }
  }
}

std::vector<Edit> mend(const Document& document, const Gap& gap) {
  const Source& source = *document.source;
  const std::string_view text = source.text();
  const Span blanks = gap.blanks;
  if (gap.where == Where::between && text[blanks.begin] == ' ')
    return {{{&source, {blanks.begin + 1, blanks.end}}, {}}};
  if (gap.where == Where::between) return {{{&source, blanks}, " "}};
  if (gap.where != Where::in_link) return {{{&source, blanks}, {}}};
  const bool at_begin = gap.link.begin + 1 == blanks.begin;
  const std::uint32_t outside = at_begin ? gap.link.begin : gap.link.end;
  const bool alone =
      at_begin ? outside == 0 || side(text[outside - 1]) != 'a' : outside >= text.size() || side(text[outside]) != 'a';
  if (alone) return {{{&source, blanks}, {}}};
  const Edit part{{&source, {outside, outside}}, " "}, close{{&source, blanks}, {}};  // or two words would run together
  return at_begin ? std::vector<Edit>{part, close} : std::vector<Edit>{close, part};
}

std::string around(const Document& document, const Gap& gap) {
  const Source& source = *document.source;
  const std::string_view text = source.text();
  constexpr std::uint32_t kFar = 24;
  const Span line = source.line(source.line_of(gap.blanks.begin));
  std::uint32_t begin = std::max(line.begin, gap.blanks.begin - std::min(gap.blanks.begin, kFar));
  std::uint32_t end = std::max(gap.blanks.end, std::min(gap.blanks.end + kFar, line.end));
  while (begin < gap.blanks.begin && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  while (end > gap.blanks.end && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  std::string words(text.substr(begin, gap.blanks.begin - begin));
  words += ' ';
  words += text.substr(gap.blanks.end, end - gap.blanks.end);
  return words;
}

}  // namespace paperlint
