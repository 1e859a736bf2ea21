// Where a `#fragment` leads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "list/list.h"

namespace paperlint {

/// The targets that one Document offers: its headings, and `<a name>` and `id=` in HTML.
class Anchors {
 public:
  explicit Anchors(const Document& document);

  /// What a fragment (without its `#`, perhaps percent-encoded) leads to. GitHub ignores case.
  struct Target {
    bool there = false;
    const Section* section = nullptr;  // where it is a heading
  };
  [[nodiscard]] Target operator()(std::string_view fragment) const;

 private:
  const Document& document_;
  std::unordered_map<std::string_view, const Section*> slugs_;
};

}  // namespace paperlint
