// How the parts of entries are written that a list writes alike everywhere: what joins them, and their dates.
#pragma once

#include <string>
#include <vector>

#include "list/list.h"

namespace paperlint {

/// A piece of an entry in one of several forms.
struct Written {
  enum class What : std::uint8_t {
    tag_joint,   // what stands between a tag and what follows it: `] [`
    link_joint,  // what stands between a linked title and what follows it: `](u): `
    date,        // what parts year and month of a date, or its month
    no_month,    // of a date: `13`
  } what;
  std::string kind;  // pieces of one kind are written alike: "tag", "link :", "month ["
  std::string form;  // `: ` with single blanks, `/`; `M` or `MM` for a month
  Span at;           // the piece
  Span shown;        // of which it is a part, for the eye: the date; the bracket before a joint that is empty
};

/// Adds the joints of an item's first text; none of other texts, nor over the end of a line.
void add_joints(const Text& text, std::vector<Written>& pieces);

/// Adds the pieces of a text's first date of year and month in digits that stands alone: `[2024/05]`, `|2024.5|`, or at
/// the end of a line. Where there is no such month, `[2024/13]`, that is its one piece.
void add_date(const Text& text, std::vector<Written>& pieces);

/// What a piece becomes in another form of its kind; and what is said of it where it should.
[[nodiscard]] std::string in_form(const Source& source, const Written& piece, const std::string& form);
[[nodiscard]] std::string complaint(const Source& source, const Written& piece, std::string_view expected);
/// Whether that says the same: a mark of punctuation between tag and title may be part of either.
[[nodiscard]] bool mendable(const Written& piece, const std::string& expected);

}  // namespace paperlint
