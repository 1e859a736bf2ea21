// From blocks to a Document: which headings are sections, which lines are labels, which items are
// papers. The outline is md4c's; the fields of an entry are the grammar's.
#include <algorithm>
#include <unordered_map>

#include "list/copies.h"
#include "list/grammar.h"
#include "list/html.h"
#include "list/identifier.h"
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
  std::uint32_t title_link = kNone;
};

/// What became of an item.
struct Role {
  Entry* entry = nullptr;  // it is a paper, or belongs to one
  Label* label = nullptr;  // it stands above papers, or below such an item
};

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
  void leaf(const Leaf& leaf);
  void heading(const Leaf& leaf);
  void paragraph(const Leaf& leaf);
  void html(const Leaf& leaf);
  void item(const Leaf& leaf);
  void note(const Leaf& leaf, Entry& paper);
  void entry(const Leaf& leaf, Entry* parent, Label* label);
  void identify(Entry& entry, const Ranges& ranges);
  void label(Span span);
  void add_links();
  void html_pieces();
  void values_in(Span piece);
  void html_slugs(const Leaf& leaf);
  void judge();
  void settle();
  Role above(std::uint32_t item) const;
  bool is_contents_line() const;
  bool is_group(const Leaf& leaf) const;
  bool has_address() const;

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
  bool in_comment_ = false;     // of HTML
  Section* section_ = nullptr;
  Label* label_ = nullptr;
  std::uint32_t candidates_ = 0, tagged_ = 0, linked_ = 0;
};

void Reader::read() {
  blocks_ = markdown::parse(source_);
  roles_.resize(blocks_.items.size());
  seen_.resize(blocks_.items.size());
  Section& top = document_.sections.emplace_back();
  top.document = &document_;
  section_ = &top;
  for (const Leaf& next : blocks_.leaves) leaf(next);
  html_pieces();
  judge();
  settle();
  blocks_.html = {};
  blocks_.rendered = {};
}

void Reader::leaf(const Leaf& next) {
  if (next.kind == markdown::Kind::code) return;
  if (next.kind == markdown::Kind::html) return html(next);
  tokenize(source_, blocks_, next, tokens_);
  if (next.kind == markdown::Kind::heading) return heading(next);
  if (std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.kind == Token::Kind::html; }))
    html_slugs(next);
  if (next.item != kNone && !seen_[next.item]) {
    seen_[next.item] = true;
    return item(next);
  }
  if (next.item == kNone && next.kind == markdown::Kind::paragraph) paragraph(next);
  if (next.kind == markdown::Kind::row && section_->holds_papers && has_address()) {
    ++candidates_;
    ++linked_;
  }
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
  section.holds_papers = parent->holds_papers && !holds_no_papers(section.rendered, options_.no_list);
  section_ = &section;
  label_ = nullptr;
  add_links();
}

void Reader::label(Span span) {
  Label& label = document_.labels.emplace_back();
  label.document = &document_;
  label.span = span;
  label.section = section_;
  label_ = &label;
}

/// A paragraph that is one bold run, perhaps with a colon, is a label: `**Fetch stalls (I/O)**`.
void Reader::paragraph(const Leaf& next) {
  Span span = next.content;
  while (!span.empty() && (text_[span.end - 1] == ' ' || text_[span.end - 1] == ':')) --span.end;
  const std::string_view text = source_.text(span);
  if (text.size() < 5 || text.size() > 120 || text.find('\n') != std::string_view::npos) return;
  const std::string_view mark = text.substr(0, 2);
  if ((mark != "**" && mark != "__") || text.substr(text.size() - 2) != mark) return;
  if (text.substr(2, text.size() - 4).find(mark) != std::string_view::npos || has_address()) return;
  label({span.begin + 2, span.end - 2});
}

void Reader::html(const Leaf& next) {
  html_slugs(next);
  const std::string_view text = source_.text(next.content);
  if (text.find("</details>") != std::string_view::npos) label_ = nullptr;
  const std::size_t open = text.find("<summary>");
  if (open == std::string_view::npos) return;
  const std::size_t begin = open + 9;
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
    return token.kind == Token::Kind::link && source_.text(token.address).find("://") != std::string_view::npos;
  });
}

/// A short item without links that has sub-items, and no tag of its own.
bool Reader::is_group(const Leaf& next) const {
  const std::uint32_t child = next.item + 1;
  return child < blocks_.items.size() && blocks_.items[child].parent == next.item && next.content.size() <= 120 &&
         !has_address() && (draft_.tags.empty() || draft_.tags.front().year.empty());
}

void Reader::item(const Leaf& next) {
  const Item& item = blocks_.items[next.item];
  if (!section_->holds_papers || item.marker.empty() || is_contents_line()) return add_links();
  const Role role = above(next.item);
  const bool found = read_venue_first(source_, next.content, tokens_, draft_);
  const bool tag =
      found && !draft_.tags.empty() && !draft_.tags.back().venue.empty() && !draft_.tags.back().year.empty();
  const bool link_title =
      found && draft_.title_token != kNone && has_address() && telling(normal_title(source_.text(draft_.title)));
  if (role.entry != nullptr && !tag && !link_title) return note(next, *role.entry);
  if (!tag && is_group(next)) {
    Label* const before = label_;
    label(next.content);
    roles_[next.item].label = label_;
    label_ = before;
    return add_links();
  }
  if (role.entry == nullptr) {
    ++candidates_;
    if (tag) ++tagged_;
    if (has_address()) ++linked_;
  }
  if (!tag && !link_title) return add_links();
  entry(next, role.entry, role.label != nullptr ? role.label : label_);
}

/// A sub-item that belongs to its paper: `[arxiv version](…)`, a remark.
void Reader::note(const Leaf& next, Entry& paper) {
  roles_[next.item].entry = &paper;
  ++paper.children;
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::link || !paper_link_text(source_.text(token.inside))) continue;
    std::string id = identifier(source_.text(token.address));
    if (!id.empty() && std::find(paper.ids.begin(), paper.ids.end(), id) == paper.ids.end())
      paper.ids.push_back(std::move(id));
  }
  add_links();
}

void Reader::entry(const Leaf& next, Entry* parent, Label* label) {
  const Item& item = blocks_.items[next.item];
  Entry& paper = document_.entries.emplace_back();
  paper.document = &document_;
  paper.index = static_cast<std::uint32_t>(document_.entries.size() - 1);
  paper.whole = item.whole;
  paper.body = next.content;
  paper.marker = item.marker;
  paper.ordered = item.ordered;
  paper.survey = draft_.survey;
  paper.title = draft_.title;
  paper.rest = draft_.rest;
  paper.parent = parent;
  paper.section = section_;
  paper.label = label;
  paper.normal = normal_title(source_.text(draft_.title));
  if (parent != nullptr) ++parent->children;
  roles_[next.item].entry = &paper;
  Ranges ranges;
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
    for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 4)) {
      std::size_t word = at + 4;
      while (word < text.size() && (text[word] == ' ' || text[word] == '\t')) ++word;
      const std::size_t close = text.find("-->", word);
      if (text.substr(word, 10) != "paperlint-" || close == std::string_view::npos) continue;
      Comment& comment = document_.comments.emplace_back();
      comment.document = &document_;
      comment.span = {piece.begin + static_cast<std::uint32_t>(at),
                      piece.begin + static_cast<std::uint32_t>(close + 3)};
    }
    values_in(piece);
  }
  std::sort(document_.anchors.begin(), document_.anchors.end());
}

/// `name="x"` and `id='x'` are targets of links too, and `href` leads somewhere.
void Reader::values_in(Span piece) {
  for (const HtmlValue& value : html_values(source_.text(piece), in_comment_)) {
    const Span span{piece.begin + static_cast<std::uint32_t>(value.begin),
                    piece.begin + static_cast<std::uint32_t>(value.end)};
    if (value.address)
      document_.html_addresses.push_back(span);
    else
      document_.anchors.emplace_back(source_.text(span));
  }
}

/// A heading in HTML has an anchor like any other. It may be closed in a block below.
void Reader::html_slugs(const Leaf& next) {
  const std::uint32_t end = std::min(next.content.end + 300, source_.size());
  for (const std::string& heading : html_headings(source_.text({next.content.begin, end}), next.content.size()))
    document_.anchors.push_back(slugger_(heading));
}

/// A list is read with confidence where most of its items bear a venue tag.
void Reader::judge() {
  if (options_.is_list || (tagged_ > 0 && tagged_ * 10 >= candidates_ * 6)) {
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
    const auto venue = std::find_if(paper.tags.begin(), paper.tags.end(),
                                    [](const Tag& tag) { return tag.year_value != 0 && !tag.venue.empty(); });
    if (venue != paper.tags.end()) paper.venue = &*venue;
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
