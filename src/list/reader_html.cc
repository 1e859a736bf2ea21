// HTML: summaries that are labels, comments that speak to paperlint, and targets of links.
#include <algorithm>

#include "list/addresses.h"
#include "list/html.h"
#include "list/reader.h"

namespace paperlint {

void Reader::html(const Leaf& next) {
  html_slugs(next);
  block_ = block_ != nullptr && block_->carrier == Carrier::heading ? block_ : nullptr;
  const std::string_view text = source_.text(next.content);
  if (text.find("</details>") != std::string_view::npos) label_ = nullptr;
  const std::size_t open = text.find("<summary");
  if (open == std::string_view::npos) return;
  const std::size_t begin = std::min(text.find('>', open), text.size() - 1) + 1;
  const std::size_t close = text.find("</summary>", begin);
  if (close == std::string_view::npos || close - begin > 200) return;
  label(
      {next.content.begin + static_cast<std::uint32_t>(begin), next.content.begin + static_cast<std::uint32_t>(close)});
}

void Reader::html_pieces() {
  for (const Span piece : blocks_.html) {
    const std::string_view text = source_.text(piece);
    for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 4))
      comment(piece.begin + static_cast<std::uint32_t>(at));
    values_in(piece);
  }
  std::sort(document_.anchors.begin(), document_.anchors.end());
}

/// Keeps a comment that speaks to paperlint, or seems to: `<!-- paperlint disable-line … -->`.
void Reader::comment(std::uint32_t begin) {
  constexpr std::size_t kLongest = 10'000;  // one that never ends must not be sought to the end of the file each time
  const std::string_view text = text_.substr(begin, kLongest);
  const std::size_t word = std::min(text.find_first_not_of("- \t\r\n", 4), text.size());
  const std::string head = in_lower_case(text.substr(word, 20));
  const std::size_t verb = head.starts_with("paperlint") ? head.find_first_not_of(" \t\r\n-:_", 9) : head.size();
  const std::string_view rest = std::string_view(head).substr(std::min(verb, head.size()));
  const bool meant = head.starts_with("paperlint-") || rest.starts_with("disable") || rest.starts_with("enable");
  const std::size_t close = meant ? text.find("-->", word) : std::string_view::npos;
  if (close == std::string_view::npos) return;
  Comment& kept = document_.comments.emplace_back();
  kept.document = &document_;
  kept.span = {begin, begin + static_cast<std::uint32_t>(close + 3)};
}

/// `name="x"` and `id='x'` are targets of links too, and `href` leads somewhere.
void Reader::values_in(Span piece) {
  for (const HtmlValue& value : html_values(source_.text(piece), in_comment_)) {
    const Span span{piece.begin + static_cast<std::uint32_t>(value.begin),
                    piece.begin + static_cast<std::uint32_t>(value.end)};
    if (value.address)
      document_.html_addresses.push_back(span);
    else
      document_.anchors.emplace_back(source_.text(span));
  }
}

/// A heading in HTML has an anchor like any other. It may be closed in a block below.
void Reader::html_slugs(const markdown::Leaf& next) {
  const std::uint32_t end = std::min(next.content.end + 300, source_.size());
  for (const std::string& heading : html_headings(source_.text({next.content.begin, end}), next.content.size()))
    document_.anchors.push_back(slugger_(heading));
}

}  // namespace paperlint
