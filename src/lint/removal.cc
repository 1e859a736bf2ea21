// What a list looks like without an idle comment.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lint/directive.h"

namespace paperlint {
namespace {

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// What a comment's line looks like without it. A comment at the begin of a line makes HTML of all that follows on it,
// so that taking it away would turn dead text into Markdown: there is no fix.
class Removal {
 public:
  explicit Removal(const Directive& directive)
      : document_(*directive.comment->document),
        source_(directive.source()),
        comment_(directive.comment->span),
        first_(source_.line_of(comment_.begin)),
        last_(source_.line_of(comment_.end - 1)),
        lines_{source_.text_begin(comment_.begin), source_.line(last_).end},
        in_heading_(in_heading(*directive.comment)) {}

  [[nodiscard]] std::optional<Span> span() const {
    if (in_heading_) return std::nullopt;  // the blank before it may be part of the anchor
    const std::string_view before = source_.text({lines_.begin, comment_.begin});
    const std::string_view after = source_.text({comment_.end, lines_.end});
    if (blank(before) && blank(after)) return whole();
    const bool begins = before.find_first_not_of(" \t>-*+.)0123456789") == std::string_view::npos;
    if (begins && !blank(after)) return std::nullopt;
    Span span = comment_;
    if (after.empty() || blank(after.substr(0, 1)))
      span.begin = lines_.begin + static_cast<std::uint32_t>(before.find_last_not_of(" \t") + 1);
    return span;
  }

 private:
  static bool in_heading(const Comment& comment) {
    const auto& sections = comment.document->sections;
    const auto after = std::partition_point(sections.begin(), sections.end(), [&](const Section& section) {
      return section.whole.begin <= comment.span.begin;
    });
    return after != sections.begin() && (after - 1)->whole.contains(comment.span);
  }

  /// The line with its ending; without, where the text above would else run into that below. Nothing where what is
  /// below would go on with the item above.
  [[nodiscard]] std::optional<Span> whole() const {
    if (parts_lists()) return std::nullopt;
    const Span ending{lines_.end, source_.whole_line(last_).end};
    if (ending.empty() && first_ > 0) return Span{source_.line(first_ - 1).end, lines_.end};
    std::uint32_t below = last_ + 1;
    while (below < source_.line_count() && blank(source_.text(source_.line(below)))) ++below;
    if (below < source_.line_count() && indent(below) > indent(first_)) return std::nullopt;
    const bool text_above = first_ > 0 && !blank(source_.text(source_.line(first_ - 1)));
    const bool text_below = last_ + 1 < source_.line_count() && runs_on(source_.text(source_.line(last_ + 1)));
    return Span{lines_.begin, text_above && text_below ? ending.begin : ending.end};
  }

  /// Whether it stands between two lists with a blank line: without it they would be one, and that a loose one.
  [[nodiscard]] bool parts_lists() const {
    const auto& leaves = document_.blocks.leaves;
    const auto own = std::partition_point(leaves.begin(), leaves.end(),
                                          [&](const markdown::Leaf& leaf) { return leaf.lines.end <= comment_.begin; });
    if (own == leaves.begin() || own == leaves.end() || own + 1 == leaves.end()) return false;
    const markdown::Leaf &above = *(own - 1), &below = *(own + 1);
    const bool apart = above.lines.end < own->lines.begin || own->lines.end < below.lines.begin;
    return apart && above.item != markdown::kNone && own->item == markdown::kNone && below.item != markdown::kNone;
  }

  [[nodiscard]] std::size_t indent(std::uint32_t line) const {
    const Span span{source_.text_begin(source_.line(line).begin), source_.line(line).end};
    return std::min<std::size_t>(source_.text(span).find_first_not_of(" \t"), span.size());
  }

  /// Whether a line could go on with a paragraph, or underline it.
  static bool runs_on(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty() || line.substr(0, 4) == "<!--") return false;
    const std::size_t digits = line.find_first_not_of("0123456789"), hashes = line.find_first_not_of('#');
    const std::string_view ends = digits > 0 ? ".)" : "-*+";
    std::size_t marker = hashes;  // how long it is
    if (hashes == 0 && digits < line.size() && ends.find(line[digits]) != std::string_view::npos) marker = digits + 1;
    return marker == 0 || marker >= line.size() || line[marker] != ' ';
  }

  const Document& document_;
  const Source& source_;
  Span comment_;
  std::uint32_t first_, last_;
  Span lines_;
  bool in_heading_;
};

}  // namespace

std::optional<Edit> without_idle(const Directive& directive) {
  const auto idle = [](const Directive::Name& name) { return name.idle(); };
  if (std::all_of(directive.names.begin(), directive.names.end(), idle)) {
    const std::optional<Span> span = Removal(directive).span();
    if (!span) return std::nullopt;
    return Edit{directive.at(*span), ""};
  }
  std::string kept;
  for (const Directive::Name& name : directive.names)
    if (!name.idle()) kept.append(kept.empty() ? "" : ", ").append(name.rule->name);
  return Edit{directive.at(directive.list()), std::move(kept)};
}

}  // namespace paperlint
