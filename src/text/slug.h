// GitHub's heading anchors, and GitLab's, which are the same but for their case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paperlint {

/// Who shows the Markdown: which anchors count. GitHub ignores the case of a fragment, GitLab does not.
enum class Renderer : std::uint8_t { github, gitlab };

/// The anchor that GitHub makes of a heading's rendered text (marks gone, entities decoded), before
/// it is made unique: lower case; letters, marks, decimal and letter numbers, connector
/// punctuation, hyphens and blanks stay; each blank becomes a hyphen.
[[nodiscard]] std::string slug(std::string_view rendered);

/// Makes the anchors of one file unique, in the order of its headings, as GitHub does: `-1`, `-2`,
/// … per base, skipping those taken.
class Slugger {
 public:
  [[nodiscard]] std::string operator()(std::string_view rendered);

 private:
  std::unordered_map<std::string, unsigned> seen_;
};

/// The fragment of an address, percent-decoded, as anchors are compared.
[[nodiscard]] std::string decode_fragment(std::string_view fragment);

/// What an entity such as `&amp;` or `&#233;` stands for, in UTF-8; the entity itself if unknown.
[[nodiscard]] std::string decode_entity(std::string_view entity);

}  // namespace paperlint
