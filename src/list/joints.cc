#include <algorithm>
#include <optional>
#include <string_view>

#include "list/grammar.h"
#include "list/tag_group.h"
#include "list/tokens.h"
#include "list/written.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A separator that begins at `at`: one mark of punctuation, or a dash of any length. Its bytes, 0 without one.
std::uint32_t separator_at(std::string_view text, std::uint32_t at) {
  if (static_cast<unsigned char>(text[at]) >= 0x80)
    for (const std::string_view mark : {"\u2013", "\u2014", "\u00B7", "\u2022"})
      if (text.substr(at, mark.size()) == mark) return static_cast<std::uint32_t>(mark.size());
  return std::string_view(":-|.,;/").find(text[at]) != std::string_view::npos ? 1 : 0;
}

class Joints {
 public:
  explicit Joints(const Text& text) : bytes_(text.document->source->text()), end_(text.content().end) {}

  /// The one that begins at `at`, behind a tag or a link.
  [[nodiscard]] std::optional<Written> at(std::uint32_t at, bool tag) const {
    Written joint{tag ? Written::What::tag_joint : Written::What::link_joint, tag ? "tag" : "link", {}, {at, at}, {}};
    blanks(joint);
    if (joint.at.end >= end_) return std::nullopt;
    if (const std::uint32_t size = separator_at(bytes_, joint.at.end)) {
      const std::string_view mark = bytes_.substr(joint.at.end, size);
      if (!tag) joint.kind += size > 1 || mark == "-" ? " -" : " " + std::string(mark);
      joint.form += mark;
      joint.at.end += size;
      blanks(joint);
    } else if (!tag) {
      if (bytes_[joint.at.end] != '(' && bytes_[joint.at.end] != '[') return std::nullopt;
      joint.kind += " (";
    }
    if (joint.at.end >= end_ || bytes_[joint.at.end] == '\n' || bytes_[joint.at.end] == '\r') return std::nullopt;
    joint.shown = {joint.at.begin - (joint.at.empty() ? 1 : 0), joint.at.end};
    return joint;
  }
  [[nodiscard]] bool is_tag(const Text& text, const Token& token) const {
    if (text.is_body() && text.entry->survey && text.entry->survey->whole == token.at) return true;
    return !begins_address(bytes_.substr(0, end_), token.at.end) && is_tag_group(text, token);
  }

 private:
  void blanks(Written& joint) const {
    const std::uint32_t begin = joint.at.end;
    while (joint.at.end < end_ && is_blank(bytes_[joint.at.end])) ++joint.at.end;
    if (joint.at.end > begin) joint.form += ' ';
  }

  const std::string_view bytes_;
  const std::uint32_t end_;
};

/// Whether a text is the first of an item and begins on the line of its marker.
bool begins_item(const Text& text) {
  if (text.leaf->item == markdown::kNone) return false;
  const Span marker = text.document->blocks.items[text.leaf->item].marker;
  return !marker.empty() && marker.end <= text.content().begin && marker.begin >= text.leaf->lines.begin;
}

}  // namespace

void add_joints(const Text& text, std::vector<Written>& pieces) {
  if (!begins_item(text)) return;
  const Joints joints(text);
  std::uint32_t at = text.content().begin;
  for (std::size_t i = 0; i < text.tokens.size() && text.tokens[i].at.begin == at; i = text.tokens[i].next) {
    const Token& token = text.tokens[i];
    const bool link = token.kind == Kind::link && !token.inside.empty() && !token.address.empty() &&
                      text.text(token.address).front() != '#';
    if (!link && !joints.is_tag(text, token)) return;
    auto joint = joints.at(token.at.end, !link);
    if (!joint) return;
    at = joint->at.end;
    pieces.push_back(std::move(*joint));
    if (link) return;
  }
}

}  // namespace paperlint
