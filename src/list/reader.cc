// From blocks to a Document: which headings are sections, which lines are labels, which items are
// papers. The outline is md4c's; the fields of an entry are the grammar's.
#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/cells.h"
#include "list/copies.h"
#include "list/grammar.h"
#include "list/identifier.h"
#include "list/link_text.h"
#include "list/list.h"
#include "list/sections.h"
#include "list/style.h"
#include "list/tokens.h"
#include "markdown/markdown.h"
#include "text/slug.h"
#include "text/title.h"

namespace paperlint {
namespace {

using markdown::Item;
using markdown::kNone;
using markdown::Leaf;

/// Indexes into the Document's vectors, until they no longer grow.
struct Ranges {
  std::uint32_t links = 0, links_end = 0, tags = 0, tags_end = 0, references = 0, references_end = 0;
  std::uint32_t title_link = kNone, tag_below = 0;
  bool below = false;    // a tag stands in a sub-item
  bool evident = false;  // it has the marks of a paper
};

/// What became of an item.
struct Role {
  Entry* entry = nullptr;  // it is a paper, or belongs to one
  Label* label = nullptr;  // it stands above papers, or below such an item
};

/// How a list of a paper's addresses begins.
constexpr std::string_view kFields[] = {"paper", "论文",    "arxiv", "homepage", "project",
                                        "code",  "[paper]", "pdf",   "link"};

/// What a column of a table holds.
enum class Column : std::uint8_t { other, title, venue, year, date };

class Reader {
 public:
  Reader(Document& document, const ReadOptions& options)
      : document_(document),
        source_(*document.source),
        text_(source_.text()),
        options_(options),
        blocks_(document.blocks) {}
  void read();

 private:
  void survey_blocks();
  void leaf(const Leaf& leaf);
  void heading(const Leaf& leaf);
  void paragraph(const Leaf& leaf);
  void html(const Leaf& leaf);
  void item(const Leaf& leaf);
  void row(const Leaf& leaf);
  bool titles_below(const Leaf& line) const;
  void header(const Leaf& leaf);
  void add_column_tag(Span venue, Span year);
  void note(const Leaf& leaf, Entry& paper);
  void published(const Leaf& leaf, Entry& paper);
  Entry& entry(const Leaf& leaf, Entry* parent, Label* label);
  bool evident() const;
  bool tagged() const;
  void identify(Entry& entry, const Ranges& ranges);
  void label(Span span);
  void add_links();
  void html_pieces();
  void comment(std::uint32_t begin);
  void anchors_in(Span piece);
  void judge();
  void settle();
  Role above(std::uint32_t item) const;
  bool is_contents_line() const;
  bool is_group(const Leaf& leaf) const;
  bool has_address() const;
  bool parts(const Leaf& leaf) const;

  Document& document_;
  const Source& source_;
  const std::string_view text_;
  const ReadOptions& options_;
  markdown::Blocks& blocks_;
  Slugger slugger_;
  Draft draft_;
  std::vector<Token> tokens_;
  std::vector<Role> roles_;     // by item
  std::vector<bool> seen_;      // items whose first leaf was read
  std::vector<Ranges> ranges_;  // by entry
  Section* section_ = nullptr;
  Label* label_ = nullptr;
  std::uint32_t run_ = 0, candidates_ = 0, tagged_ = 0, linked_ = 0, evident_ = 0, papers_ = 0;
  std::vector<Span> cells_;
  std::vector<Column> columns_;              // of the table that is read
  bool paragraphs_ = false, heads_ = false;  // such blocks may be entries
  Entry* block_ = nullptr;                   // a heading or paragraph that is an entry; what stands below belongs to it
  std::array<std::uint32_t, 7> headings_{};  // by level
};

void Reader::read() {
  blocks_ = markdown::parse(source_);
  roles_.resize(blocks_.items.size());
  seen_.resize(blocks_.items.size());
  Section& top = document_.sections.emplace_back();
  top.document = &document_;
  section_ = &top;
  survey_blocks();
  for (const Leaf& next : blocks_.leaves) leaf(next);
  html_pieces();
  judge();
  settle();
  blocks_.html = {};
  blocks_.rendered = {};
}

/// Papers are mostly items or rows. Paragraphs and headings are only read as papers where many of them look like ones.
void Reader::survey_blocks() {
  std::array<std::uint32_t, 4> linked{};  // by Carrier
  std::uint32_t headings = 0, lines = 0;  // paragraphs of one line with a link
  for (const Leaf& next : blocks_.leaves) {
    const std::string_view text = source_.text(next.content);
    const bool has_link = next.addresses_end > next.addresses_begin;
    switch (next.kind) {
      case markdown::Kind::heading: {
        ++headings;
        const std::string_view end = text.substr(text.size() - std::min<std::size_t>(text.size(), 5));
        const bool dated = end.size() == 5 && end[4] == ')' && is_digit(end[3]) && is_digit(end[2]);
        linked[static_cast<std::size_t>(Carrier::heading)] += has_link || dated;
        break;
      }
      case markdown::Kind::row:
        linked[static_cast<std::size_t>(Carrier::row)] += has_link;
        break;
      default:
        if (next.item != kNone)
          linked[static_cast<std::size_t>(Carrier::item)] += has_link;
        else if (text.substr(0, 2) == "**" || (has_link && text.find('\n') != std::string_view::npos))
          ++linked[static_cast<std::size_t>(Carrier::paragraph)];
        else
          lines += has_link && next.kind == markdown::Kind::paragraph;
    }
  }
  const auto of = [&](Carrier carrier) { return linked[static_cast<std::size_t>(carrier)]; };
  paragraphs_ = of(Carrier::paragraph) >= 8 && of(Carrier::paragraph) * 3 >= of(Carrier::item) &&
                of(Carrier::paragraph) >= of(Carrier::row);
  paragraphs_ = paragraphs_ || (lines >= 8 && of(Carrier::item) * 4 < lines);
  heads_ = of(Carrier::heading) >= 5 && of(Carrier::heading) * 2 >= headings;
}

/// Whether a block parts the entries above it from those below.
bool Reader::parts(const Leaf& next) const {
  if (next.item != kNone || next.kind == markdown::Kind::heading) return false;
  return next.kind != markdown::Kind::html || source_.text(next.content).substr(0, 4) != "<!--";
}

void Reader::leaf(const Leaf& next) {
  if (parts(next)) ++run_;
  if (next.kind == markdown::Kind::code) return;
  if (next.kind == markdown::Kind::html) return html(next);
  tokenize(source_, blocks_, next, tokens_);
  if (next.kind == markdown::Kind::heading) return heading(next);
  if (next.kind == markdown::Kind::row) return next.header ? header(next) : row(next);
  if (next.item == kNone) return paragraph(next);
  if (!seen_[next.item]) {
    seen_[next.item] = true;
    return item(next);
  }
  if (roles_[next.item].entry != nullptr) published(next, *roles_[next.item].entry);
  add_links();
}

void Reader::heading(const Leaf& next) {
  Section& section = document_.sections.emplace_back();
  section.document = &document_;
  section.index = static_cast<std::uint32_t>(document_.sections.size() - 1);
  section.level = next.level;
  section.whole = next.lines;
  section.heading = next.content;
  std::uint32_t& end = section.heading.end;
  const auto blank = [&] { return text_[end - 1] == ' ' || text_[end - 1] == '\t'; };
  while (!section.heading.empty() && blank()) --end;
  std::uint32_t hashes = end;
  while (hashes > section.heading.begin && text_[hashes - 1] == '#') --hashes;
  if (hashes < end && hashes > section.heading.begin && text_[hashes - 1] == ' ') end = hashes;
  while (!section.heading.empty() && blank()) --end;
  section.rendered = blocks_.rendered.substr(next.rendered_begin, next.rendered_end - next.rendered_begin);
  section.slug = slugger_(section.rendered);
  NumberedTitle numbered = read_number(source_.text(section.heading), section.heading.begin);
  section.number = std::move(numbered.number);
  section.title = {numbered.title_begin, section.heading.end};
  const Section* parent = section_;
  while (parent->level >= section.level) parent = parent->parent;
  section.parent = parent;
  while (parent->level > 0 && heads_contents(parent->rendered)) parent = parent->parent;
  section.holds_papers =
      parent->holds_papers && !heads_contents(section.rendered) && !holds_no_papers(section.rendered, options_.no_list);
  section_ = &section;
  label_ = nullptr;
  block_ = nullptr;
  ++headings_[static_cast<std::size_t>(section.level)];
  if (heads_ && section.level > 1 && section.holds_papers && read_entry(source_, section.heading, tokens_, draft_) &&
      draft_.form != TitleForm::bold && (has_address() || !draft_.tags.empty()) && evident() &&
      telling(normal_title(source_.text(draft_.title)))) {
    block_ = &entry(next, nullptr, nullptr);
    block_->carrier = Carrier::heading;
    block_->body = section.heading;
    return;
  }
  add_links();
}

void Reader::label(Span span) {
  Label& label = document_.labels.emplace_back();
  label.document = &document_;
  label.span = span;
  label.section = section_;
  label_ = &label;
}

/// A paragraph that is one bold run, perhaps with a colon, is a label: `**Fetch stalls (I/O)**`. One that begins with a
/// title and names venue or address is a paper.
void Reader::paragraph(const Leaf& next) {
  Span span = next.content;
  while (!span.empty() && (text_[span.end - 1] == ' ' || text_[span.end - 1] == ':')) --span.end;
  const std::string_view text = source_.text(span), mark = text.substr(0, 2);
  const bool bold = text.size() >= 5 && text.size() <= 120 && text.find('\n') == std::string_view::npos &&
                    (mark == "**" || mark == "__") && text.substr(text.size() - 2) == mark &&
                    text.substr(2, text.size() - 4).find(mark) == std::string_view::npos && !has_address();
  if (!paragraphs_ && !bold) {
    if (block_ != nullptr) published(next, *block_);
    return add_links();
  }
  if (bold && !titles_below(next)) {
    label({span.begin + 2, span.end - 2});
    return add_links();
  }
  if (bold && section_->holds_papers && read_entry(source_, next.content, tokens_, draft_)) {
    ++candidates_;
    block_ = &entry(next, nullptr, label_);
    block_->carrier = Carrier::paragraph;
    return;
  }
  if (block_ != nullptr && block_->carrier == Carrier::heading) {
    published(next, *block_);
    return add_links();
  }
  const bool lines = text.find('\n') != std::string_view::npos;
  if (!section_->holds_papers || !read_entry(source_, next.content, tokens_, draft_, true) || !evident() ||
      !(lines || draft_.form != TitleForm::plain) || !has_address() ||
      !telling(normal_title(source_.text(draft_.title))))
    return add_links();
  ++candidates_;
  block_ = &entry(next, nullptr, label_);
  block_->carrier = Carrier::paragraph;
}

/// Whether the block below a bold line is a list of its addresses: `- Paper: https://…`.
bool Reader::titles_below(const Leaf& line) const {
  const Leaf* const below = &line + 1;
  if (below == blocks_.leaves.data() + blocks_.leaves.size() || below->item == kNone) return false;
  const std::string_view text = source_.text(below->content);
  return std::any_of(std::begin(kFields), std::end(kFields),
                     [&](std::string_view word) { return starts_with(text, word); });
}

/// The names of the columns say what they hold.
void Reader::header(const Leaf& next) {
  struct Name {
    std::string_view word;
    Column column;
  };
  static constexpr Name kNames[] = {{"title", Column::title},        {"paper", Column::title},
                                    {"papers", Column::title},       {"paper title", Column::title},
                                    {"paper name", Column::title},   {"论文", Column::title},
                                    {"标题", Column::title},         {"题目", Column::title},
                                    {"work", Column::title},         {"title & authors", Column::title},
                                    {"venue", Column::venue},        {"venues", Column::venue},
                                    {"pub", Column::venue},          {"pub.", Column::venue},
                                    {"publication", Column::venue},  {"conference", Column::venue},
                                    {"conf", Column::venue},         {"journal", Column::venue},
                                    {"published in", Column::venue}, {"where", Column::venue},
                                    {"publisher", Column::venue},    {"会议", Column::venue},
                                    {"venue/year", Column::venue},   {"conference/journal", Column::venue},
                                    {"year", Column::year},          {"年份", Column::year},
                                    {"date", Column::date},          {"time", Column::date},
                                    {"日期", Column::date}};
  split_cells(source_, next.content, cells_);
  columns_.assign(cells_.size(), Column::other);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    std::string word = in_lower_case(source_.text(cells_[i]));
    word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == '*' || c == ':' || c == '_'; }),
               word.end());
    const auto* const known =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& name) { return name.word == word; });
    const bool taken =
        known != std::end(kNames) && std::find(columns_.begin(), columns_.end(), known->column) != columns_.end();
    if (known != std::end(kNames) && !taken) columns_[i] = known->column;
  }
  add_links();
}

/// A row of a table whose header names a column of titles, or that has a linked title.
void Reader::row(const Leaf& next) {
  if (!section_->holds_papers) return add_links();
  split_cells(source_, next.content, cells_);
  std::size_t at =
      static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), Column::title) - columns_.begin());
  if (at >= columns_.size() || at >= cells_.size()) return add_links();
  ++candidates_;
  if (has_address()) ++linked_;
  const bool read = read_entry(source_, cells_[at], tokens_, draft_);
  if (!read || !telling(normal_title(source_.text(draft_.title)))) return add_links();
  Span venue, year;
  for (std::size_t i = 0; i < std::min(cells_.size(), columns_.size()); ++i) {
    if (columns_[i] == Column::venue) venue = cells_[i];
    if (columns_[i] == Column::year) year = cells_[i];
    if (columns_[i] != Column::date || draft_.posted) continue;
    if (const auto date = read_date(source_.text(cells_[i])); date && date->month != 0)
      draft_.posted = Posted{cells_[i], *date};
  }
  if (draft_.tags.empty() && !venue.empty()) add_column_tag(venue, year);
  if (!has_address() && draft_.tags.empty()) return add_links();
  Entry& paper = entry(next, nullptr, label_);
  paper.carrier = Carrier::row;
  paper.whole = next.lines;
  paper.marker = {next.lines.begin, next.lines.begin};
}

/// The tag that a venue cell makes, with the year of another cell where it has none.
void Reader::add_column_tag(Span venue, Span year) {
  Span said = venue;
  while (!said.empty() && std::string_view("[]()*_` ").find(text_[said.begin]) != std::string_view::npos) ++said.begin;
  while (!said.empty() && std::string_view("[]()*_` ").find(text_[said.end - 1]) != std::string_view::npos) --said.end;
  Tag tag = read_tag(source_, venue, said);
  if (tag.year.empty() && !year.empty()) {
    const Tag other = read_tag(source_, year, year);
    if (other.year.empty()) return;
    tag.year = other.year;
    tag.year_value = other.year_value;
    tag.joint = tag.rest = {tag.venue.end, tag.venue.end};
  }
  if (!tag.year.empty() && !tag.venue.empty()) draft_.tags.push_back(tag);
}

void Reader::html(const Leaf& next) {
  block_ = block_ != nullptr && block_->carrier == Carrier::heading ? block_ : nullptr;
  const std::string_view text = source_.text(next.content);
  if (text.find("</details>") != std::string_view::npos) label_ = nullptr;
  const std::size_t open = text.find("<summary");
  if (open == std::string_view::npos) return;
  const std::size_t begin = std::min(text.find('>', open), text.size() - 1) + 1;
  const std::size_t close = text.find("</summary>", begin);
  if (close == std::string_view::npos || close - begin > 200) return;
  label(
      {next.content.begin + static_cast<std::uint32_t>(begin), next.content.begin + static_cast<std::uint32_t>(close)});
}

void Reader::add_links() {
  std::uint32_t covered = 0;
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::link || token.at.begin < covered) continue;
    covered = token.at.end;
    Link& link = document_.links.emplace_back();
    link.document = &document_;
    link.whole = token.at;
    link.text = token.inside;
    link.address = token.address;
    link.section = section_;
  }
}

Role Reader::above(std::uint32_t item) const {
  for (std::uint32_t up = blocks_.items[item].parent; up != kNone; up = blocks_.items[up].parent)
    if (roles_[up].entry != nullptr || roles_[up].label != nullptr) return roles_[up];
  return {};
}

/// A line of a table of contents: one link to an anchor, and nothing but marks around it.
bool Reader::is_contents_line() const {
  std::uint32_t links = 0;
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::link) continue;
    ++links;
    if (token.address.empty() || text_[token.address.begin] != '#') return false;
  }
  return links == 1 && tokens_.front().kind == Token::Kind::link;
}

bool Reader::has_address() const {
  return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    if (token.kind != Token::Kind::link) return false;
    const std::string_view address = source_.text(token.address);
    return address.find("://") != std::string_view::npos ||
           (address.size() > 4 && address.substr(address.size() - 4) == ".pdf");
  });
}

/// A short item without links that has sub-items, and no tag of its own.
bool Reader::is_group(const Leaf& next) const {
  const std::uint32_t child = next.item + 1;
  return child < blocks_.items.size() && blocks_.items[child].parent == next.item && next.content.size() <= 120 &&
         !has_address() && (draft_.tags.empty() || draft_.tags.front().year.empty());
}

/// Whether what was read names venue and year, or an address that is a paper's.
bool Reader::evident() const {
  if (tagged()) return true;
  return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    if (token.kind != Token::Kind::link) return false;
    const std::string_view address = source_.text(token.address);
    return paper_link_text(source_.text(token.inside)) || !identifier(address).empty() ||
           (address.size() > 4 && address.substr(address.size() - 4) == ".pdf");
  });
}

bool Reader::tagged() const {
  return std::any_of(draft_.tags.begin(), draft_.tags.end(),
                     [](const Tag& tag) { return !tag.venue.empty() && !tag.year.empty(); });
}

void Reader::item(const Leaf& next) {
  const Item& item = blocks_.items[next.item];
  if (!section_->holds_papers || item.marker.empty() || is_contents_line()) return add_links();
  const Role role = above(next.item);
  if (role.entry == nullptr && block_ != nullptr) {
    published(next, *block_);
    return add_links();
  }
  const bool found = read_entry(source_, next.content, tokens_, draft_);
  const bool opens = found && draft_.opened && tagged();
  const bool titled = found && telling(normal_title(source_.text(draft_.title)));
  const bool linked = titled && draft_.title_token != kNone && has_address();
  if (role.entry != nullptr && !opens && !linked) return note(next, *role.entry);
  if (!opens && is_group(next)) {
    Label* const before = label_;
    label(next.content);
    roles_[next.item].label = label_;
    label_ = before;
    return add_links();
  }
  if (role.entry == nullptr) {
    ++candidates_;
    if (opens) ++tagged_;
    if (has_address()) ++linked_;
  }
  const bool paper = opens || linked || (titled && (has_address() || tagged() || draft_.form == TitleForm::bold));
  if (!paper) return add_links();
  entry(next, role.entry, role.label != nullptr ? role.label : label_);
}

/// A sub-item that belongs to its paper: `[arxiv version](…)`, a remark.
void Reader::note(const Leaf& next, Entry& paper) {
  roles_[next.item].entry = &paper;
  ++paper.children;
  published(next, paper);
  add_links();
}

/// What a sub-item or a paragraph below an entry says of it: identifiers, and venue and date where it names none.
void Reader::published(const Leaf& next, Entry& paper) {
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::link || !(token.inside.empty() || paper_link_text(source_.text(token.inside))))
      continue;
    std::string id = identifier(source_.text(token.address));
    if (!id.empty() && std::find(paper.ids.begin(), paper.ids.end(), id) == paper.ids.end())
      paper.ids.push_back(std::move(id));
  }
  if (paper.parent == nullptr && !ranges_[paper.index].evident && !paper.ids.empty()) {
    ranges_[paper.index].evident = true;
    ++evident_;
  }
  Ranges& ranges = ranges_[paper.index];
  if (ranges.below || ranges.tags_end > ranges.tags || next.content.size() > 400) return;
  draft_.clear();
  read_published(source_, next.content, tokens_, draft_);
  if (!paper.posted) paper.posted = draft_.posted;
  if (draft_.tags.empty()) return;
  document_.tags_below.push_back(draft_.tags.front());
  ranges.below = true;
  ranges.tag_below = static_cast<std::uint32_t>(document_.tags_below.size() - 1);
}

Entry& Reader::entry(const Leaf& next, Entry* parent, Label* label) {
  Entry& paper = document_.entries.emplace_back();
  paper.document = &document_;
  paper.index = static_cast<std::uint32_t>(document_.entries.size() - 1);
  paper.whole = next.lines;
  if (next.item != kNone && next.kind != markdown::Kind::row) {
    const Item& item = blocks_.items[next.item];
    paper.whole = item.whole;
    paper.marker = item.marker;
    paper.ordered = item.ordered;
    roles_[next.item].entry = &paper;
  } else {
    paper.marker = {next.content.begin, next.content.begin};
  }
  paper.body = next.content;
  paper.run = run_;
  paper.survey = draft_.survey;
  paper.title = draft_.title;
  paper.form = draft_.form;
  paper.posted = draft_.posted;
  paper.rest = draft_.rest;
  paper.parent = parent;
  paper.section = section_;
  paper.label = label;
  paper.normal = normal_title(source_.text(draft_.title));
  if (parent != nullptr) ++parent->children;
  if (parent == nullptr) ++papers_;
  Ranges ranges;
  ranges.evident = parent == nullptr && evident();
  if (ranges.evident) ++evident_;
  ranges.links = static_cast<std::uint32_t>(document_.links.size());
  add_links();
  ranges.links_end = static_cast<std::uint32_t>(document_.links.size());
  if (draft_.title_token != kNone)
    for (std::uint32_t i = ranges.links; i < ranges.links_end; ++i)
      if (document_.links[i].whole == tokens_[draft_.title_token].at) ranges.title_link = i;
  ranges.tags = static_cast<std::uint32_t>(document_.tags.size());
  document_.tags.insert(document_.tags.end(), draft_.tags.begin(), draft_.tags.end());
  ranges.tags_end = static_cast<std::uint32_t>(document_.tags.size());
  ranges.references = static_cast<std::uint32_t>(document_.references.size());
  document_.references.insert(document_.references.end(), draft_.references.begin(), draft_.references.end());
  ranges.references_end = static_cast<std::uint32_t>(document_.references.size());
  identify(paper, ranges);
  ranges_.push_back(ranges);
  return paper;
}

void Reader::identify(Entry& paper, const Ranges& ranges) {
  for (std::uint32_t i = ranges.links; i < ranges.links_end; ++i) {
    if (i != ranges.title_link && !paper_link_text(source_.text(document_.links[i].text))) continue;
    std::string id = identifier(source_.text(document_.links[i].address));
    if (!id.empty() && std::find(paper.ids.begin(), paper.ids.end(), id) == paper.ids.end())
      paper.ids.push_back(std::move(id));
  }
}

void Reader::html_pieces() {
  for (const Span piece : blocks_.html) {
    const std::string_view text = source_.text(piece);
    for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 4))
      comment(piece.begin + static_cast<std::uint32_t>(at));
    anchors_in(piece);
  }
  std::sort(document_.anchors.begin(), document_.anchors.end());
}

/// Keeps a comment that speaks to paperlint, or seems to: `<!-- paperlint disable-line … -->`.
void Reader::comment(std::uint32_t begin) {
  constexpr std::size_t kLongest = 10'000;  // one that never ends must not be sought to the end of the file each time
  const std::string_view text = text_.substr(begin, kLongest);
  const std::size_t word = std::min(text.find_first_not_of("- \t\r\n", 4), text.size());
  const std::string head = in_lower_case(text.substr(word, 19));
  const bool meant =
      head.compare(0, 10, "paperlint-") == 0 ||
      (head.compare(0, 9, "paperlint") == 0 && (head.find("disable", 9) < 12 || head.find("enable", 9) < 12));
  const std::size_t close = meant ? text.find("-->", word) : std::string_view::npos;
  if (close == std::string_view::npos) return;
  Comment& kept = document_.comments.emplace_back();
  kept.document = &document_;
  kept.span = {begin, begin + static_cast<std::uint32_t>(close + 3)};
}

/// `name="x"` and `id='x'` are targets of links too.
void Reader::anchors_in(Span piece) {
  const std::string_view text = source_.text(piece);
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    const std::string_view before = text.substr(0, at);
    const bool names = (before.size() > 5 && before.substr(before.size() - 5) == " name") ||
                       (before.size() > 3 && before.substr(before.size() - 3) == " id");
    if (!names || at + 1 >= text.size()) continue;
    const char quote = text[at + 1];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t begin = at + (quoted ? 2 : 1);
    const std::size_t end = quoted ? text.find(quote, begin) : text.find_first_of(" >", begin);
    if (end != std::string_view::npos && end > begin) document_.anchors.emplace_back(text.substr(begin, end - begin));
  }
}

/// A list is read with confidence where most of its items bear a venue tag, or most of what was read has the marks of a
/// paper.
void Reader::judge() {
  const bool by_tags = tagged_ > 0 && tagged_ * 10 >= candidates_ * 6;
  const bool by_marks = evident_ >= 3 && evident_ * 2 >= papers_ && papers_ * 2 >= candidates_;
  const bool by_number = evident_ >= 20 && evident_ * 5 >= papers_ && papers_ * 10 >= candidates_ * 8;
  if (options_.is_list || by_tags || by_marks || by_number) {
    document_.reading = Reading::read;
    return;
  }
  document_.reading = linked_ >= 10 ? Reading::unread : Reading::no_list;
  document_.entries.clear();
  ranges_.clear();
}

void Reader::settle() {
  document_.links.shrink_to_fit();
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const Ranges& ranges = ranges_[i];
    Entry& paper = document_.entries[i];
    paper.links = std::span<const Link>(document_.links).subspan(ranges.links, ranges.links_end - ranges.links);
    paper.tags = std::span<const Tag>(document_.tags).subspan(ranges.tags, ranges.tags_end - ranges.tags);
    paper.references = std::span<const CrossReference>(document_.references)
                           .subspan(ranges.references, ranges.references_end - ranges.references);
    if (ranges.title_link != kNone) paper.title_link = &document_.links[ranges.title_link];
    for (const Tag& tag : paper.tags) {  // the first of a venue, else the first of a preprint
      if (tag.year_value == 0 || tag.venue.empty()) continue;
      if (paper.venue == nullptr || (paper.venue->preprint && !tag.preprint)) paper.venue = &tag;
    }
    if (paper.venue == nullptr && ranges.below) paper.venue = &document_.tags_below[ranges.tag_below];
  }
}

}  // namespace

std::string Entry::subject() const { return ids.empty() ? normal : ids.front(); }

std::uint32_t Document::papers() const {
  return static_cast<std::uint32_t>(
      std::count_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.parent == nullptr; }));
}

List::List() = default;
List::~List() = default;
List::List(List&&) noexcept = default;
List& List::operator=(List&&) noexcept = default;

std::unique_ptr<Document> read_document(std::unique_ptr<const Source> source, const ReadOptions& options) {
  auto document = std::make_unique<Document>(std::move(source));
  Reader(*document, options).read();
  return document;
}

List make_list(std::vector<std::unique_ptr<Document>> documents) {
  List list;
  list.documents = std::move(documents);
  list.style = std::make_unique<const Style>(infer_style(list));
  list.copies = std::make_unique<const Copies>(find_copies(list));
  return list;
}

}  // namespace paperlint
