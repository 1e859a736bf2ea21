#include "support/shapes.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace paperlint {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

namespace {

using N = std::size_t;

/// What `make` gives for each number below `count`.
template <class Make>
std::string each(N count, Make make) {
  std::string all;
  for (N i = 0; i < count; ++i) all += make(i);
  return all;
}

std::string no(N i) { return std::to_string(i); }

std::string paper(const std::string& title, N i, const std::string& tag = "OSDI'24") {
  return "- [" + tag + "] [" + title + "](https://example.org/" + no(i) + ")\n";
}

/// A word of letters that differs for each number.
std::string word(N i) {
  std::string letters;
  for (i += 27; i > 0; i /= 26) letters += static_cast<char>('a' + i % 26);
  return letters;
}

/// Lines that grow longer, so many bytes in all as parts: what is nested so is no larger than it looks.
std::string stairs(N parts, const char* step, const char* end) {
  const auto depth = static_cast<N>(std::sqrt(static_cast<double>(parts)));
  return each(depth, [&](N i) { return times(i, step) + end; });
}

std::string year(N i) { return no(10 + i % 15); }

constexpr Shape kShapes[] = {
    // Markdown: brackets, emphasis, code, HTML, references.
    {"open brackets", [](N n) { return times(n, "["); }},
    {"closing brackets", [](N n) { return times(n, "]"); }},
    {"nested brackets", [](N n) { return times(n, "[") + "a" + times(n, "]"); }, true},
    {"nested brackets in a paper",
     [](N n) { return "- [OSDI'24] [A Title](u) " + times(n, "[") + "a" + times(n, "]") + "\n"; }, true},
    {"nested parentheses in a paper",
     [](N n) { return "- [OSDI'24] [A Title](u) " + times(n, "(") + "a" + times(n, ")") + "\n"; }, true},
    {"open parentheses in a paper", [](N n) { return "- [OSDI'24] [A Title](u) " + times(n, "(") + "\n"; }},
    {"open brackets in a row", [](N n) { return "| Title |\n|--|\n| [" + times(n, "[") + "a](u) |\n"; }},
    {"brackets with a blank", [](N n) { return times(n, "[ "); }},
    {"link beginnings", [](N n) { return times(n, "[a]("); }},
    {"link ends", [](N n) { return times(n, "]("); }},
    {"link ends with text", [](N n) { return times(n, "a]( "); }},
    {"links in angles", [](N n) { return times(n, "[a](<b"); }},
    {"pictures in pictures", [](N n) { return times(n, "![") + "a" + times(n, "](u)"); }, true},
    {"badges", [](N n) { return "- " + times(n, "[![a](b)](c) ") + "\n"; }},
    {"links in a line", [](N n) { return "- [OSDI'24] [T](u)" + times(n, " [[code](c)]") + "\n"; }},
    {"links side by side", [](N n) { return "- " + times(n, "[a](b)") + "\n"; }},
    {"parentheses in an address", [](N n) { return "[a](" + times(n, "(") + times(n, ")") + ")\n"; }},
    {"an open title of a link", [](N n) { return times(n, "[a](b \"c\n"); }},
    {"stars", [](N n) { return times(n, "*"); }},
    {"stars before words", [](N n) { return times(n, "*a "); }},
    {"stars behind words", [](N n) { return times(n, "a* "); }},
    {"stars and underscores", [](N n) { return times(n, "*a _b "); }},
    {"stars two and three", [](N n) { return times(n, "*a **a ***a "); }},
    {"stars both ways", [](N n) { return times(n, "a**b*c "); }},
    {"nested emphasis", [](N n) { return times(n, "*a **b ") + times(n, "** *"); }, true},
    {"underscores", [](N n) { return times(n, "_a__b "); }},
    {"tildes", [](N n) { return times(n, "~a~~b "); }},
    {"backticks that grow", [](N n) { return stairs(n, "`", "a "); }},
    {"backticks", [](N n) { return times(n, "`a ``b "); }},
    {"dollars", [](N n) { return times(n, "$a $$b "); }},
    {"open comments", [](N n) { return times(n, "<!-- "); }},
    {"open comments in lines", [](N n) { return times(n, "a <!-- b\n"); }},
    {"comments", [](N n) { return times(n, "<!-- a --> "); }},
    {"open tags", [](N n) { return times(n, "<a "); }},
    {"open tags with a value", [](N n) { return times(n, "<a href=\""); }},
    {"open processing", [](N n) { return times(n, "<? "); }},
    {"open character data", [](N n) { return times(n, "x <![CDATA[ "); }},
    {"open declarations", [](N n) { return times(n, "x <!A "); }},
    {"HTML links", [](N n) { return times(n, "<a href=\"u\">a</a> "); }},
    {"HTML that nests", [](N n) { return times(n, "<b>") + "a" + times(n, "</b>"); }, true},
    {"HTML summaries", [](N n) { return times(n, "<details><summary>a</summary>\n\n"); }},
    {"anchors by name", [](N n) { return each(n, [](N i) { return "<a name=\"a" + no(i) + "\"></a>\n\n"; }); }},
    {"addresses in angles", [](N n) { return times(n, "<http://a.b/ "); }},
    {"bare addresses", [](N n) { return times(n, "https://a.b/c "); }},
    {"an address without end", [](N n) { return "https://a.b/" + times(n, "c/"); }},
    {"mail addresses", [](N n) { return times(n, "a@"); }},
    {"entities", [](N n) { return times(n, "&amp;&#1;&"); }},
    {"backslashes", [](N n) { return times(n, "\\"); }},
    {"backslashes and brackets", [](N n) { return times(n, "\\[\\]"); }},
    {"definitions", [](N n) { return each(n, [](N i) { return "[a" + no(i) + "]: u" + no(i) + "\n"; }); }},
    {"definitions alike", [](N n) { return times(n, "[a]: u\n"); }},
    {"definitions and links",
     [](N n) {
       return each(n, [](N i) { return "[a" + no(i) + "]: u\n"; }) + "\n" +
              each(n, [](N i) { return "- [a" + no(i) + "]\n"; });
     }},
    {"links to one definition", [](N n) { return "[a]: " + times(n, "u") + "\n\n" + times(n, "[a] "); }},
    {"definitions that are open", [](N n) { return times(n, "[a]: <\n"); }},
    {"footnotes", [](N n) { return each(n, [](N i) { return "a[^" + no(i) + "]\n\n[^" + no(i) + "]: b\n\n"; }); }},
    // Blocks.
    {"quotes", [](N n) { return times(n, ">"); }},
    {"quotes with blanks", [](N n) { return times(n, "> ") + "a\n"; }},
    {"quotes that grow", [](N n) { return stairs(n, "> ", "a\n"); }},
    {"lists in a line", [](N n) { return times(n, "- ") + "a\n"; }},
    {"lists that nest", [](N n) { return stairs(n, "  ", "- a\n"); }, true},
    {"lists that nest, papers", [](N n) { return stairs(n, "  ", "- [OSDI'24] [A Title](u)\n"); }, true},
    {"numbers that nest", [](N n) { return stairs(n, "   ", "1. a\n"); }, true},
    {"quotes and lists", [](N n) { return times(n, "> - ") + "a\n"; }},
    {"items without text", [](N n) { return times(n, "-\n"); }},
    {"items and blank lines", [](N n) { return times(n, "- a\n\n\n"); }},
    {"numbers of items", [](N n) { return each(n, [](N i) { return no(i % 7) + ". a\n"; }); }},
    {"headings", [](N n) { return times(n, "# a\n"); }},
    {"headings that count", [](N n) { return each(n, [](N i) { return "## " + no(i) + ". A\n"; }); }},
    {"headings that do not count", [](N n) { return each(n, [](N i) { return "## " + no(i * 7 % 11) + ". A\n"; }); }},
    {"headings with suffixes", [](N n) { return each(n, [](N i) { return "# a\n# a-" + no(i) + "\n"; }); }},
    {"headings under papers",
     [](N n) { return each(n, [](N i) { return "## S" + no(i) + "\n\n" + paper("A " + word(i), i); }); }},
    {"headings of levels", [](N n) { return each(n, [](N i) { return times(i % 6 + 1, "#") + " a\n"; }); }},
    {"underlined headings", [](N n) { return times(n, "a\n=\n"); }},
    {"rules", [](N n) { return times(n, "* * *\n"); }},
    {"fences", [](N n) { return times(n, "```\na\n"); }},
    {"fences that grow", [](N n) { return stairs(n, "`", "\n"); }},
    {"indented code", [](N n) { return times(n, "    a\n"); }},
    {"a paragraph", [](N n) { return times(n, "a word and more of them\n"); }},
    {"a paragraph with brackets", [](N n) { return times(std::min<N>(n, 20'000), "a [b] c\n"); }},
    {"a table", [](N n) { return "| a | b |\n| --- | --- |\n" + times(n, "| [T](u) | c |\n"); }},
    {"a wide table", [](N n) { return times(n, "|a") + "|\n" + times(n, "|---") + "|\n" + times(n, "|b") + "|\n"; }},
    {"a table with too many cells", [](N n) { return "|a|\n|---|\n" + times(n, "|b|c|d\n"); }},
    {"a table of bars", [](N n) { return "|a|b|\n|---|---|\n|" + times(n, "\\|") + "|b|\n"; }},
    {"tables", [](N n) { return times(n, "| Title | Venue |\n|---|---|\n| [T](u) | OSDI'24 |\n\n"); }},
    {"a table without delimiter", [](N n) { return times(n, "| a | b |\n"); }},
    {"delimiters", [](N n) { return times(n, "|---|---|\n"); }},
    // Bytes.
    {"blanks", [](N n) { return times(n, " ") + "a"; }},
    {"blank lines", [](N n) { return times(n, "\n"); }},
    {"tabs", [](N n) { return times(n, "\ta\t"); }},
    {"CR alone", [](N n) { return times(n, "- a\r"); }},
    {"CR LF", [](N n) { return times(n, "- a\r\n"); }},
    {"NUL", [](N n) { return times(n, std::string("a\0", 2)); }},
    {"NUL lines", [](N n) { return times(n, std::string("- [\0](\0)\n", 9)); }},
    {"no UTF-8", [](N n) { return times(n, "\xff\x80"); }},
    {"beginnings of UTF-8", [](N n) { return times(n, "\xF0\x9F"); }},
    {"controls", [](N n) { return times(n, "\x1b[31m\x07"); }},
    {"invisible", [](N n) { return times(n, "\xE2\x80\x8B"); }},
    {"right to left", [](N n) { return times(n, "a\xE2\x80\xAE"); }},
    {"accents on one letter", [](N n) { return "- [T a" + times(n, "\xCC\x81") + "](u)\n"; }},
    {"emoji joined", [](N n) { return times(n, "\xF0\x9F\x91\xA9\xE2\x80\x8D"); }},
    {"short codes", [](N n) { return times(n, ":mag:"); }},
    {"colons", [](N n) { return times(n, ":"); }},
    {"Chinese", [](N n) { return times(n, "\xE6\xAD\xA6\xE5\x99\xA8"); }},
    {"full width", [](N n) { return times(n, "\xE3\x80\x90" "CVPR 2024" "\xE3\x80\x91"); }},
    {"digits", [](N n) { return "- [A" + times(n, "1") + "] [T](u)\n"; }},
    {"numbers", [](N n) { return "- " + times(n, "2024 ") + "\n"; }},
    {"dots and digits", [](N n) { return times(n, "1."); }},
    {"arXiv numbers", [](N n) { return "- " + times(n, "2401.12345v2 ") + "\n"; }},
    {"dashes", [](N n) { return times(n, "-"); }},
    {"a long word", [](N n) { return "- [" + times(n, "w") + "](u)\n"; }},
    {"words", [](N n) { return "- [" + times(n, "word ") + "](u)\n"; }},
    {"quotation marks", [](N n) { return "- \"" + times(n, "\"a ") + "\n"; }},
    {"apostrophes", [](N n) { return "- [" + times(n, "A'2") + "] [T](u)\n"; }},
    {"commas", [](N n) { return "- [T](u) - " + times(n, "A. Name, ") + "\n"; }},
    {"mixed", [](N n) { return "- " + times(n, "[a *b `c <d ![e](f \"g] h_i \\j ~k ") + "\n"; }},
    {"mixed in a link", [](N n) { return "- [OSDI'24] [" + times(n, "a *b* `c` <d> [e] ") + "](u)\n"; }},
    // Entries.
    {"tags in a line", [](N n) { return "- " + times(n, "[A'20]") + " [T](u)\n"; }},
    {"tags with a blank", [](N n) { return "- " + times(n, "[A'20] ") + "[T](u)\n"; }},
    {"entries in a line", [](N n) { return times(n, "- [OSDI'24] [A Title of Words](u)") + "\n"; }},
    {"markers in a line", [](N n) { return "- **A Title of Words** (OSDI 2024) " + times(n, "(a)- **b ") + "\n"; }},
    {"stars behind a title", [](N n) { return "- **A Title of Words** (OSDI 2024) " + times(n, "*a ") + "\n"; }},
    {"titles in capitals",
     [](N n) { return each(n, [](N i) { return paper((i % 20 == 0 ? "ONE TITLE OF PAPER " : "One Title of Paper ") + no(i), i); }); }},
    {"a paper without its year",
     [](N n) { return times(30, paper("One Title of a Paper", 1)) + "- [Another Title of a Paper](u.pdf) " + times(n, "[1](2) 3 ") + "\n"; }},
    {"also in", [](N n) { return "- [OSDI'24] [T](u) " + times(n, "[also in [2](#papers)] ") + "\n"; }},
    {"also in, each paper",
     [](N n) {
       return each(n, [](N i) { return "- [OSDI'24] [T" + no(i) + "](u) [also in [2](#systems)]\n"; });
     }},
    {"equal papers", [](N n) { return times(n, paper("One Title of a Paper", 1)); }},
    {"equal titles", [](N n) { return each(n, [](N i) { return paper("One Title of a Paper", i); }); }},
    {"equal titles without a link", [](N n) { return times(n, "- [OSDI'24] One Title of a Paper\n"); }},
    {"equal titles, many years",
     [](N n) { return each(n, [](N i) { return paper("One Title of a Paper", i, "OSDI'" + year(i)); }); }},
    {"equal titles in sections",
     [](N n) {
       return each(n, [](N i) { return "## S" + no(i) + "\n\n" + paper("One Title of a Paper", i / 2); });
     }},
    {"near titles",
     [](N n) { return each(n, [](N i) { return paper("On the Speed of " + word(i) + " in Large Graphs", i); }); }},
    {"titles that share words",
     [](N n) {
       return each(n, [](N i) { return paper("Learned Graphs: " + word(i / 9) + " or " + word(i % 97), i); });
     }},
    {"titles that begin alike",
     [](N n) { return each(n, [](N i) { return paper("A Very Long Title of a Paper That Ends in " + no(i), i); }); }},
    {"names before titles",
     [](N n) {
       return each(n, [](N i) { return paper(word(i) + ": Fast and Exact Search in Large Graphs", i); });
     }},
    {"one address", [](N n) { return each(n, [](N i) { return paper("Title " + word(i), 1); }); }},
    {"one arXiv number",
     [](N n) {
       return each(n, [](N i) { return "- [arXiv'24] [T " + word(i) + "](https://arxiv.org/abs/2401.00001)\n"; });
     }},
    {"arXiv papers",
     [](N n) {
       return each(n, [](N i) {
         return "- [arXiv'20] [T " + word(i) + "](https://arxiv.org/pdf/2401." + no(10000 + i % 80000) + ")\n";
       });
     }},
    {"preprints and papers",
     [](N n) {
       return each(n, [](N i) {
         return paper("Title " + word(i), i) + "- [arXiv'23] [Title " + word(i) + "](https://arxiv.org/abs/2301." +
                no(10000 + i % 80000) + ")\n";
       });
     }},
    {"years up", [](N n) { return each(n, [n](N i) { return paper("Title " + word(i), i, "A'" + no(10 + i * 15 / n)); }); }},
    {"years out of order",
     [](N n) { return each(n, [](N i) { return paper("Title " + word(i), i, "OSDI'" + year(i * 7)); }); }},
    {"years in headings",
     [](N n) { return each(n, [](N i) { return "## " + no(2010 + i % 15) + "\n\n" + paper("T " + word(i), i); }); }},
    {"dates", [](N n) { return each(n, [](N i) { return "- [20" + year(i) + "." + no(i % 12 + 1) + "] T " + word(i) + "\n"; }); }},
    {"venues", [](N n) { return each(n, [](N i) { return paper("Title " + word(i), i, "ZQ" + word(i) + "'24"); }); }},
    {"venues one slip apart",
     [](N n) { return each(n, [](N i) { return paper("Title " + word(i), i, "USENIX" + word(i % 300) + "'24"); }); }},
    {"tags without apostrophe", [](N n) { return each(n, [](N i) { return paper("Title " + word(i), i, "OSDI24"); }); }},
    {"tags of many forms",
     [](N n) {
       static constexpr const char* kForms[] = {"OSDI'24", "OSDI 2024", "OSDI24", "osdi'24", "'24 OSDI", "OSDI, 2024"};
       return each(n, [](N i) { return paper("Title " + word(i), i, kForms[i % 6]); });
     }},
    {"surveys", [](N n) { return each(n, [](N i) { return paper("A Survey of " + word(i), i); }); }},
    {"marked surveys",
     [](N n) { return each(n, [](N i) { return "- [Survey :mag:] [OSDI'24] [A Survey of " + word(i) + "](u)\n"; }); }},
    {"buttons of many labels",
     [](N n) { return each(n, [](N i) { return "- T " + word(i) + " [[" + word(i) + "](c)] [[pdf](d)]\n"; }); }},
    {"empty links", [](N n) { return each(n, [](N i) { return "- [OSDI'24] [T " + word(i) + "]() [code]()\n"; }); }},
    {"broken links", [](N n) { return each(n, [](N i) { return "- [T " + word(i) + "] (https:/a.b/" + no(i) + "\n"; }); }},
    {"lost markers", [](N n) { return each(n, [](N i) { return "-[T " + word(i) + "](u)\n"; }); }},
    {"notes", [](N n) { return each(n, [](N i) { return "- [OSDI'20] [T " + word(i) + "](u) (to appear)\n"; }); }},
    {"links to one anchor", [](N n) { return "# A B\n\n" + times(n, "- [x](#a-b)\n"); }},
    {"links to no anchor", [](N n) { return each(n, [](N i) { return "- [x](#" + word(i) + ")\n"; }); }},
    {"contents",
     [](N n) {
       return "## Contents\n\n" + each(n, [](N i) { return "- [S" + no(i) + "](#s" + no(i) + ")\n"; }) + "\n" +
              each(n, [](N i) { return "## S" + no(i) + "\n\n"; });
     }},
    {"contents that lack all",
     [](N n) { return "## Contents\n\n- [A](#a)\n\n## A\n\n" + each(n, [](N i) { return "## S" + no(i) + "\n\n"; }); }},
    {"contents that lead elsewhere",
     [](N n) {
       return "## Contents\n\n" + each(n, [](N i) { return "- [S " + word(i) + "](#x" + word(i) + ")\n"; }) + "\n" +
              each(n, [](N i) { return "## S " + word(i) + "\n\n"; });
     }},
    {"headings that begin alike",
     [](N n) {
       return each(n, [](N i) { return "## Large Graphs " + word(i) + "\n\n- [x](#large-graph-" + word(i) + ")\n"; });
     }},
    {"labels", [](N n) { return each(n, [](N i) { return "**L" + no(i) + "**\n\n" + paper("T " + word(i), i); }); }},
    {"labels in a list", [](N n) { return each(n, [](N i) { return "- L" + no(i) + "\n  " + paper("T " + word(i), i); }); }},
    {"sub-items", [](N n) { return paper("T", 1) + times(n, "  - [code](c)\n"); }},
    {"continued lines", [](N n) { return "- [OSDI'24] [T](u)\n" + times(std::min<N>(n, 20'000), "  more [of](it)\n"); }},
    {"entries in HTML", [](N n) { return each(n, [](N i) { return "<li><a href=\"u" + no(i) + "\">T</a></li>\n"; }); }},
    {"venue lines", [](N n) { return each(n, [](N i) { return "- **T " + word(i) + "**<br>\n  *OSDI 2024*. [[pdf](u)]\n"; }); }},
    {"paragraphs", [](N n) { return each(n, [](N i) { return "[T " + word(i) + "](u) OSDI 2024\n\n"; }); }},
    {"comments that silence a line",
     [](N n) {
       return each(n, [](N i) { return "- [OSDI24] [T " + word(i) + "](u) <!-- paperlint-disable-line venue-tag -->\n"; });
     }},
    {"comments that silence nothing", [](N n) { return times(n, "- a <!-- paperlint-disable-line toc: b -->\n"); }},
    {"comments that begin", [](N n) { return times(n, "<!-- paperlint-disable venue-tag -->\n\n"); }},
    {"comments that begin and end",
     [](N n) { return times(n, "<!-- paperlint-disable toc -->\n\na\n\n<!-- paperlint-enable toc -->\n\n"); }},
    {"comments for a file", [](N n) { return times(n, "<!-- paperlint-disable-file toc -->\n\n"); }},
    {"a comment with many names",
     [](N n) { return "<!-- paperlint-disable-file " + times(n, "toc, ") + "anchor -->\n"; }},
    {"a comment with unknown names",
     [](N n) { return "<!-- paperlint-disable-file " + each(n, [](N i) { return word(i) + ", "; }) + "toc -->\n"; }},
    {"generated parts", [](N n) { return times(n, "<!-- BEGIN a -->\n\n- a\n\n<!-- END a -->\n\n"); }},
};

}  // namespace

std::span<const Shape> all_shapes() { return kShapes; }

}  // namespace paperlint
