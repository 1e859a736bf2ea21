// How the text of an entry is read: what opens it, its title in one of several forms, and what follows.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "list/list.h"
#include "list/tokens.h"

namespace paperlint {

inline constexpr std::uint32_t kNoToken = 0xffffffff;

/// What was found in one body.
struct Draft {
  std::vector<Tag> tags;
  std::optional<SurveyMark> survey;
  std::optional<Posted> posted;
  Loose loose;  // where no tag tells venue and year
  Span title;
  std::uint32_t title_token = kNoToken;  // the link that is the title
  Span rest;
  std::vector<CrossReference> references;
  TitleForm form = TitleForm::none;
  std::uint32_t paper_token = kNoToken;  // the link that the config's format calls the paper's
  bool opened = false;                   // a tag or a date stands before the title
  bool cited = false;                    // a citation names its authors and year: `(Park et al. 2019)`
  void clear();
};

/// Reads one body: `[Survey :mag:] [ACM CSUR'23] [Title](url) (`Name`) [also in [2.10](#anchor)]` and the other forms
/// of title. Lenient: a tag of any form is read, or no rule could complain of it. False where neither tag nor title is
/// seen. `first_line`: the title does not go past the first line.
[[nodiscard]] bool read_entry(const Source& source, Span body, std::span<const Token> tokens, Draft& draft,
                              bool first_line = false);

/// How far a body is read. `at` is the first byte that is not, `token` the first token that begins there or later.
struct Cursor {
  Cursor(const Source& from, Span whole, std::span<const Token> all)
      : source(from), text(from.text()), body(whole), tokens(all), at(whole.begin) {
    while (!tokens.empty() && tokens.back().at.begin >= body.end) tokens = tokens.first(tokens.size() - 1);
    skip();
  }
  const Source& source;
  std::string_view text;
  Span body;
  std::span<const Token> tokens;
  std::uint32_t at = 0;
  std::size_t token = 0;

  /// Over blanks.
  void skip();
  void go(std::uint32_t to) {
    at = to;
    skip();
  }
  [[nodiscard]] const Token* here() const {
    return token < tokens.size() && tokens[token].at.begin == at ? &tokens[token] : nullptr;
  }
  [[nodiscard]] std::string_view left() const { return text.substr(at, body.end - at); }
  [[nodiscard]] Span trimmed(Span span) const;
  [[nodiscard]] bool done() const { return at >= body.end; }
};

/// What stands before the title: pictures, topics in code, dates, survey marks, tags.
void read_opening(Cursor& cursor, Draft& draft);
/// The title, in the first of the forms that fits.
void read_title(Cursor& cursor, Draft& draft);
/// What follows it: cross references, a survey mark, and where none of them opened the entry, venue, year and date.
void read_rest(Cursor& cursor, Draft& draft);

/// Whether a bracket group is a survey mark: it says "survey", or bears the magnifying glass, and says little else.
[[nodiscard]] bool is_survey_mark(std::string_view inside);
/// Whether `(https://…` begins at `at`: what stands before it is the text of a link, though a broken one.
[[nodiscard]] bool begins_address(std::string_view text, std::size_t at);
/// Venue and year of a tag's inside; no year where it holds none.
[[nodiscard]] Tag read_tag(const Source& source, Span whole, Span inside);
/// The four digits that two stand for: from 60 on they are of the last century.
[[nodiscard]] int full_year(int two);
/// Whether what a tag names can be a venue: a preprint server, a word with several capitals, a known name.
[[nodiscard]] bool may_be_venue(std::string_view venue);
/// The month that an English word begins with, from 1: `Jun`, `June`, `jun.`; 0 without one.
[[nodiscard]] std::uint8_t month_of(std::string_view word);
/// A date that is all of a text: `2024/05`, `2024.05.12`, `May, 2024`, `Jun. 2021`.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);
/// The month that arXiv's identifiers begin with since 2007-04: `2110` is October 2021.
/// See https://info.arxiv.org/help/arxiv_identifier.html.
[[nodiscard]] std::optional<Date> month_of_digits(std::string_view digits);
/// Whether a text is the name of a venue that is known, and nothing else.
[[nodiscard]] bool names_venue(std::string_view text);
/// Looks for a venue or a year that stands alone, such as `(TKDE)` and `2013`.
void read_loose(const Source& source, Span text, std::span<const Token> tokens, Draft& draft);
/// Looks for venue, year and date in text that belongs to an entry but is not its body.
void read_published(const Source& source, Span text, std::span<const Token> tokens, Draft& draft);

}  // namespace paperlint
