// Each entry is written as a format of its own, its fields replaced by placeholders. The commonest are then tried: the
// lists are read by them, and what fits is counted.
#include "config/format_proposal.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "list/ascii.h"
#include "list/format.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kFewest = 20, kShare = 95;  // papers, per cent that have to fit
constexpr std::size_t kMostFormats = 3, kLongest = 160;
constexpr char kSurvey = '\1';  // in a shape, where a survey mark may stand

struct Part {
  Span span;
  std::string with;
};

bool is_word(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '{' || c == '}' ? 2 : 1, c);
  return out;
}

/// What stands between two fields: marks as they are, words and links as placeholders.
std::string between(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_word);
  if (first == text.end() || trim(text) == "<br>") return escaped(text);
  const bool links = text.find("](") != std::string_view::npos;
  const auto starts = [&](char c) { return is_word(c) || (links && (c == '[' || c == '!')); };
  const auto ends = [&](char c) { return is_word(c) || (links && (c == ')' || c == ']')); };
  const auto begin = std::find_if(text.begin(), text.end(), starts) - text.begin();
  const auto end = std::find_if(text.rbegin(), text.rend(), ends).base() - text.begin();
  return escaped(text.substr(0, static_cast<std::size_t>(begin))) + (links ? "{links}" : "{text}") +
         escaped(text.substr(static_cast<std::size_t>(end)));
}

/// Blanks and a backslash before a line break, and blanks behind it, are not a format's affair.
void bare_breaks(std::string& text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    text.erase(at + 1, end - at - 1);
    while (at > 0 && (is_blank(text[at - 1]) || text[at - 1] == '\\')) text.erase(--at, 1);
  }
}

/// Whether a shape says more than that there is a title: one that does not would fit any text.
bool says_something(const std::string& shape) {
  const auto has = [&](std::string_view part) { return shape.find(part) != std::string::npos; };
  return has("{url}") || has("{venue}") || has("{yy") || has("{authors}");
}

/// Writes one entry as a format.
class Shape {
 public:
  explicit Shape(const Entry& entry) : entry_(entry) {
    fields();
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.span < b.span; });
    write();
  }
  /// Without what stands at its end; "" where none can be made.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Whether something stands behind all fields.
  [[nodiscard]] bool goes_on() const { return goes_on_; }

 private:
  void fields();
  void tag();
  void write();
  void finish(std::string_view rest);
  void add(Span span, std::string with) {
    if (!span.empty() && entry_.body.contains(span)) parts_.push_back({span, std::move(with)});
  }

  const Entry& entry_;
  std::vector<Part> parts_;
  std::string text_;
  bool goes_on_ = false;
};

void Shape::fields() {
  add(entry_.title, "{title}");
  if (entry_.title_link() != nullptr) add(entry_.title_link()->address, "{url}");
  tag();
  if (entry_.survey && entry_.survey->where != SurveyMark::Where::after_title) {
    Span mark = entry_.survey->whole;
    if (mark.end < entry_.body.end && entry_.text({mark.end, mark.end + 1}) == " ") ++mark.end;
    add(mark, std::string(1, kSurvey));
  }
  if (!entry_.posted) return;
  const std::string_view date = entry_.text(entry_.posted->span);
  const std::size_t begin = date.find_first_of("0123456789");
  const std::string_view digits = begin == std::string_view::npos ? date : date.substr(begin, 7);
  const auto number = [&](std::size_t from, std::size_t size) {
    const std::string_view part = digits.substr(std::min(from, digits.size()), size);
    return part.size() == size && std::all_of(part.begin(), part.end(), is_digit);
  };
  if (!number(0, 4) || !number(5, 2)) return;
  const std::uint32_t at = entry_.posted->span.begin + static_cast<std::uint32_t>(begin);
  add({at, at + 4}, "{yyyy}");
  add({at + 5, at + 7}, "{mm}");
}

void Shape::tag() {
  const Tag* const tag = entry_.venue;
  if (tag == nullptr || (entry_.posted && entry_.posted->span.contains(tag->year))) return;
  add(tag->venue, "{venue}");
  add(tag->year, tag->year.size() == 2 ? "{yy}" : "{yyyy}");
}

void Shape::write() {
  const std::string_view marker = entry_.text(entry_.marker);
  if (entry_.carrier == Carrier::item)
    text_ = (entry_.ordered ? "1" + std::string(1, marker.back()) : std::string(marker)) + " ";
  std::uint32_t at = entry_.body.begin;
  for (const Part& part : parts_) {
    if (part.span.begin < at) return text_.clear();  // one field in another
    text_ += between(entry_.text({at, part.span.begin})) + part.with;
    at = part.span.end;
  }
  finish(entry_.text({at, entry_.body.end}));
}

/// What closes the last field belongs to the format; what then follows is optional, whatever it is.
void Shape::finish(std::string_view rest) {
  const std::size_t begin =
      entry_.carrier == Carrier::row ? rest.size() : std::min(rest.find_first_of(" \n["), rest.size());
  const std::string_view more = trim(rest.substr(begin));
  goes_on_ = !more.empty() && more.substr(0, 4) != "<!--";
  text_ += between(rest.substr(0, begin));
  bare_breaks(text_);
  while (!text_.empty() && is_blank(text_.back())) text_.pop_back();
}

/// All entries of one shape.
struct Tally {
  std::uint32_t papers = 0;
  bool goes_on = false;
  std::string marked;  // with a survey mark, if any has one
};

class Proposer {
 public:
  explicit Proposer(const std::vector<const List*>& lists) : lists_(lists) {}
  FormatProposal propose() {
    count();
    FormatProposal best;
    for (const std::string& shape : commonest()) {
      best.formats.push_back(shape);
      if (fit(best)) return best;
    }
    return {};
  }

 private:
  void count();
  [[nodiscard]] std::vector<std::string> commonest() const;
  [[nodiscard]] bool fit(FormatProposal& proposal) const;

  const std::vector<const List*>& lists_;
  std::map<std::string, Tally> tallies_;
  std::uint32_t papers_ = 0;
};

void Proposer::count() {
  for (const List* list : lists_)
    for (const auto& document : list->documents)
      for (const Entry& entry : document->entries) {
        if (entry.parent != nullptr || entry.carrier == Carrier::heading) continue;
        ++papers_;
        const Shape shape(entry);
        if (shape.text().empty() || shape.text().size() > kLongest) continue;
        std::string plain = shape.text();
        plain.erase(std::remove(plain.begin(), plain.end(), kSurvey), plain.end());
        Tally& tally = tallies_[plain];
        ++tally.papers;
        tally.goes_on = tally.goes_on || shape.goes_on();
        if (plain != shape.text() && tally.marked.empty()) tally.marked = shape.text();
      }
}

std::vector<std::string> Proposer::commonest() const {
  std::vector<std::pair<std::string, const Tally*>> ranked;
  for (const auto& [shape, tally] : tallies_) ranked.emplace_back(shape, &tally);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second->papers > b.second->papers; });
  std::vector<std::string> formats;
  for (const auto& [shape, tally] : ranked) {
    if (formats.size() == kMostFormats || tally->papers * 50 < papers_) break;
    std::string format = tally->marked.empty() ? shape : tally->marked;
    if (const std::size_t at = format.find(kSurvey); at != std::string::npos) format.replace(at, 1, "{?[{survey}] }");
    if (const std::string more = format + "{? {text}}"; tally->goes_on && compile_format(more).problems.empty())
      format = more;
    if (says_something(shape) && compile_format(format).problems.empty()) formats.push_back(std::move(format));
  }
  return formats;
}

/// Reads the lists by the formats, those that say most first.
bool Proposer::fit(FormatProposal& proposal) const {
  std::stable_sort(proposal.formats.begin(), proposal.formats.end(), [](const std::string& a, const std::string& b) {
    return std::count(a.begin(), a.end(), '{') > std::count(b.begin(), b.end(), '{');
  });
  auto formats = std::make_shared<Formats>();
  for (const std::string& format : proposal.formats) formats->all.push_back(compile_format(format).format);
  ReadOptions options;
  options.formats = std::move(formats);
  options.is_list = true;
  proposal.fits = proposal.papers = 0;
  for (const List* list : lists_)
    for (const auto& document : list->documents) {
      if (document->reading != Reading::read) continue;
      const Source& source = *document->source;
      const auto read =
          read_document(std::make_unique<const Source>(source.path(), std::string(source.text())), options);
      for (const Entry& entry : read->entries) {
        if (entry.format != 0) ++proposal.fits;
        if (entry.format != 0 || (entry.parent == nullptr)) ++proposal.papers;
      }
    }
  const bool same = proposal.papers * 100 >= papers_ * 98 && proposal.papers * 100 <= papers_ * 105;
  return same && proposal.papers >= kFewest && proposal.fits * 100 >= proposal.papers * kShare;
}

}  // namespace

FormatProposal propose_formats(const std::vector<const List*>& lists) { return Proposer(lists).propose(); }

}  // namespace paperlint
