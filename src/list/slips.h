// Slips in how a text is written that a reader sees: wrong characters, leftovers of LaTeX, marks that do not render.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"

namespace paperlint {

/// One slip, and the edits that mend it where only one reading is possible.
struct Slip {
  Span at;
  std::string message, title;  // `title` of the fix
  Effect effect = Effect::form;
  std::vector<Edit> edits;
};

/// Each adds what it finds in a text outside of its wordless parts. Linear in the size of the text.

/// Ligatures of a PDF (`ﬁ`), control characters, soft hyphens and the like.
void find_stray_characters(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips);
/// The braces of BibTeX: `{GPU}`. Not those of a template: `{Title}`.
void find_braces(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips);
/// `(OSDI 2024）`: a full-width parenthesis and a half-width one that belong together.
void find_mixed_parentheses(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips);
/// `** oral**`: asterisks that were meant as bold and are shown as they are.
void find_literal_stars(const Text& text, std::span<const Span> parts, std::vector<Slip>& slips);
/// `the the`: a small word of a title that stands twice, which no phrase of English does.
void find_doubled_words(const Text& text, Span title, std::vector<Slip>& slips);

/// Blanks before the colons of one title: `Name : what it does`; and how many colons it has.
struct ColonGaps {
  std::vector<Span> blanks;
  std::size_t colons = 0;
};
void find_colon_gaps(const Document& document, Span title, std::span<const Span> parts, ColonGaps& gaps);

}  // namespace paperlint
