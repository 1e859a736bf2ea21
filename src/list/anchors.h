// Where a `#fragment` leads.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "list/list.h"
#include "text/slug.h"

namespace paperlint {

/// The targets that one Document offers: its headings, and `<a name>`, `id=` and headings in HTML.
class Anchors {
 public:
  explicit Anchors(const Document& document, Renderer renderer = Renderer::github);

  /// What a fragment (without its `#`, perhaps percent-encoded) leads to.
  struct Target {
    bool there = false;
    const Section* section = nullptr;  // where it is a heading
  };
  /// The top of the page is there too, and where an emoji is joined of several, for nobody knows its anchor, whatever
  /// comes near it.
  [[nodiscard]] Target operator()(std::string_view fragment) const;

 private:
  [[nodiscard]] Target exactly(const std::string& anchor) const;

  const Document& document_;
  const Renderer renderer_;
  std::unordered_map<std::string_view, const Section*> slugs_;
  std::unordered_map<std::string, const Section*> collapsed_;  // as GitLab long wrote them
  std::unordered_set<std::string> unsettled_;                  // the letters of what nobody knows
};

/// The files of a List by their paths.
class ListFiles {
 public:
  explicit ListFiles(const List& list);
  /// The file that a relative path in another names, percent escapes undone: that itself, where there is no path.
  /// nullptr where it is none of the List's, and where the path begins at the top of the repository.
  [[nodiscard]] const Document* operator()(const Document& from, std::string_view path) const;

 private:
  std::map<std::string, const Document*> files_;
};

/// A fragment as it is meant: percent escapes, Markdown escapes and entities undone.
[[nodiscard]] std::string fragment_of(std::string_view written);
/// Letters and digits, in lower case: what is left of an anchor however it was made.
[[nodiscard]] std::string letters_of(std::string_view text);

}  // namespace paperlint
