// How the text of an entry is read. A grammar takes the tokens of one body and says what is what.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "list/list.h"
#include "list/tokens.h"

namespace paperlint {

/// What a grammar found in one body.
struct Draft {
  std::vector<Tag> tags;
  std::optional<SurveyMark> survey;
  Span title;
  std::uint32_t title_token = 0xffffffff;  // the link that is the title
  Span rest;
  std::vector<CrossReference> references;
  void clear();
};

/// `- [Survey :mag:] [ACM CSUR'23] [Title](url) (`Name`) [also in [2.10](#anchor)]`. Lenient: a tag
/// of any form is read, or no rule could complain of it. False where neither tag nor title is seen.
[[nodiscard]] bool read_venue_first(const Source& source, Span body, std::span<const Token> tokens, Draft& draft);

/// Venue and year of a tag's inside; no year where it holds none.
[[nodiscard]] Tag read_tag(const Source& source, Span whole, Span inside);

/// Whether a link's text says what it is (`arxiv version`, `code`, `slides`) and is no title.
[[nodiscard]] bool generic_link_text(std::string_view text);
/// Whether such a text promises the paper itself (`pdf`, `arxiv`), not its code or talk.
[[nodiscard]] bool paper_link_text(std::string_view text);

}  // namespace paperlint
