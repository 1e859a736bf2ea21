#include "list/sections.h"

#include <algorithm>
#include <iterator>

#include "list/ascii.h"
#include "list/grammar.h"
#include "list/years.h"
#include "text/title.h"

namespace paperlint {
namespace {

// Normalised as titles are. Sorted.
constexpr std::string_view kNoPapers[] = {"acknowledgement",
                                          "acknowledgements",
                                          "acknowledgment",
                                          "acknowledgments",
                                          "bibtex",
                                          "catalog",
                                          "catalogue",
                                          "changelog",
                                          "citation",
                                          "citations",
                                          "cite",
                                          "cite this",
                                          "cite us",
                                          "citing",
                                          "contact",
                                          "contact us",
                                          "content",
                                          "contents",
                                          "contribute",
                                          "contributing",
                                          "contribution",
                                          "contribution guidelines",
                                          "contributions",
                                          "contributors",
                                          "disclaimer",
                                          "external reading lists",
                                          "how to cite",
                                          "how to contribute",
                                          "index",
                                          "latest news",
                                          "latest update",
                                          "latest updates",
                                          "license",
                                          "licence",
                                          "maintainer",
                                          "maintainers",
                                          "news",
                                          "news and updates",
                                          "outline",
                                          "reference",
                                          "references",
                                          "related awesome lists",
                                          "related lists",
                                          "related projects",
                                          "related repositories",
                                          "related repos",
                                          "related resources",
                                          "star history",
                                          "star history chart",
                                          "stargazers",
                                          "statistics",
                                          "table of content",
                                          "table of contents",
                                          "tableofcontents",
                                          "tocs",
                                          "toc",
                                          "todo",
                                          "to do",
                                          "to do list",
                                          "update",
                                          "update log",
                                          "updates",
                                          "what is new",
                                          "what s new",
                                          "whats new",
                                          "引用",
                                          "更新",
                                          "更新日志",
                                          "目录",
                                          "致谢",
                                          "许可证",
                                          "贡献",
                                          "联系"};

}  // namespace

NumberedTitle read_number(std::string_view text, std::uint32_t offset) {
  Number number;
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = at;
    std::uint32_t part = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < 3)
      part = part * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    if (at == begin || (at < text.size() && is_digit(text[at]))) return {std::nullopt, offset};
    number.parts.push_back(part);
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]))
      ++at;
    else
      break;
  }
  number.digits = {offset, offset + static_cast<std::uint32_t>(at)};
  if (at < text.size() && text[at] == '.') {
    number.final_dot = true;
    ++at;
  }
  const bool separated =
      at >= text.size() || number.final_dot || std::string_view(" \t):-").find(text[at]) != std::string_view::npos;
  if (!separated) return {std::nullopt, offset};
  while (at < text.size() && std::string_view(" \t):-").find(text[at]) != std::string_view::npos) ++at;
  return {std::move(number), offset + static_cast<std::uint32_t>(at)};
}

bool holds_no_papers(std::string_view rendered, const std::vector<std::string>& more) {
  const NumberedTitle numbered = read_number(rendered, 0);
  const std::string name = normal_title(rendered.substr(numbered.title_begin));
  if (std::find(std::begin(kNoPapers), std::end(kNoPapers), name) != std::end(kNoPapers)) return true;
  return std::any_of(more.begin(), more.end(),
                     [&](const std::string& heading) { return normal_title(heading) == name; });
}

bool heads_contents(std::string_view rendered) {
  static constexpr std::string_view kContents[] = {"categories",
                                                   "contents",
                                                   "content",
                                                   "table of contents",
                                                   "table of content",
                                                   "toc",
                                                   "catalog",
                                                   "catalogue",
                                                   "index",
                                                   "menu",
                                                   "outline",
                                                   "目录"};
  const std::string name = normal_title(rendered);
  return std::find(std::begin(kContents), std::end(kContents), name) != std::end(kContents);
}

/// Whether the words say no more than that papers follow: `-Papers`, `accepted paper list`.
bool says_papers(std::string_view rest) {
  const auto says = [&](std::string_view word) { return rest.find(word) != std::string_view::npos; };
  if (says("\u8BBA\u6587")) return !says("\u4E0B\u8F7D") && !says("\u76F4\u64AD");  // papers; no downloads, no talks
  static constexpr std::string_view kWords[] = {"accepted",   "code",     "fall",        "list",   "main",
                                                "paper",      "papers",   "reading",     "spring", "track",
                                                "conference", "workshop", "proceedings", "with"};
  const std::string words = normal_title(rest);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (std::find(std::begin(kWords), std::end(kWords), word) == std::end(kWords)) return false;
    at = end + 1;
  }
  return true;
}

std::optional<Tag> heading_venue(const Source& source, Span title) {
  const std::string_view text = source.text(title);
  if (text.substr(0, 1) == "[") {
    const std::size_t close = text.find("](");
    if (close == std::string_view::npos) return std::nullopt;
    title = {title.begin + 1, title.begin + static_cast<std::uint32_t>(close)};
  }
  if (title.empty() || title.size() > 90) return std::nullopt;
  Tag tag = read_tag(source, title, title);
  const std::string_view venue = source.text(tag.venue);
  const bool named =
      venue.substr(0, 24) == "International Conference" || (count_words(venue) <= 3 && may_be_venue(venue));
  const bool other = venue.find(" in ") != std::string_view::npos || venue.find(':') != std::string_view::npos;
  if (tag.year.empty() || tag.preprint || !named || other || !says_papers(source.text(tag.rest))) return std::nullopt;
  return tag;
}

/// Whether a word has several capitals: `ICCV`, `arXiv`.
bool is_acronym(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_upper) >= 2 || starts_with(word, "arxiv");
}

Loose heading_loose(const Source& source, Span title) {
  constexpr std::string_view kMarks = " \t*_:";
  while (!title.empty() && kMarks.find(source.text()[title.begin]) != std::string_view::npos) ++title.begin;
  while (!title.empty() && kMarks.find(source.text()[title.end - 1]) != std::string_view::npos) --title.end;
  Loose loose;
  const std::string_view text = source.text(title);
  if (text.empty() || text.size() > 60) return loose;
  const std::size_t blank = std::min(text.find(' '), text.size());
  const Span word{title.begin, title.begin + static_cast<std::uint32_t>(blank)};
  const std::size_t colon = text.find(": ");
  const Span before{title.begin, title.begin + static_cast<std::uint32_t>(std::min(colon, text.size()))};
  if (const auto years = read_years(text); years && years->first == years->last) {
    const Tag tag = read_tag(source, title, title);
    loose.year = tag.year;
    loose.year_value = years->first;
  } else if (colon != std::string_view::npos) {  // `NeurIPS 2025: Training Systems`
    const std::optional<Tag> tag = heading_venue(source, before);
    if (tag) loose = {tag->venue, tag->year, tag->year_value, tag->preprint};
  } else if (is_acronym(source.text(word)) && names_venue(source.text(word)) && says_papers(text.substr(blank))) {
    loose.venue = word;  // what has no more capitals than one is a topic first: `Security`
  }
  if (!loose.venue.empty()) loose.preprint = read_tag(source, loose.venue, loose.venue).preprint;
  return loose;
}

bool holds_resources(std::string_view rendered) {
  static constexpr std::string_view kWords[] = {
      "articles",     "blog",      "blogs",    "book",     "books", "codebases", "courses", "frameworks", "lists",
      "leaderboards", "libraries", "projects", "software", "talks", "toolkits",  "tools",   "tutorials",  "websites"};
  if (rendered.find("\u8BBA\u6587\u89E3\u8BFB") != std::string_view::npos) return true;  // readings of papers
  const std::string name = normal_title(rendered);
  const std::size_t last = name.rfind(' ');
  const std::string_view word = std::string_view(name).substr(last == std::string::npos ? 0 : last + 1);
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

std::string to_string(const std::vector<std::uint32_t>& parts) {
  std::string out;
  for (const std::uint32_t part : parts) {
    if (!out.empty()) out += '.';
    out += std::to_string(part);
  }
  return out;
}

std::string to_string(const Number& number) { return to_string(number.parts); }

std::string link_text(const Section& section) {
  const std::string_view written = section.text(section.heading);
  if (written.find_first_of("<[]") == std::string_view::npos) return std::string(written);
  std::string text;
  for (const char c : section.rendered) {
    if (c == '[' || c == ']' || c == '<' || c == '\\' || c == '*' || c == '`') text += '\\';
    text += c;
  }
  text.erase(text.find_last_not_of(" \t") + 1);
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

}  // namespace paperlint
