// Headings, paragraphs and items: which of them are sections, labels and papers.
#include <algorithm>
#include <array>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/identifier.h"
#include "list/link_text.h"
#include "list/reader.h"
#include "list/sections.h"
#include "text/title.h"

namespace paperlint {

/// What the headings above say of venue and year; a year of their own ends what those above them say.
const Tag* section_venue(const Section& section) {
  for (const Section* up = &section; up != nullptr; up = up->parent)
    if (up->venue) return &*up->venue;
  const auto& sections = section.document->sections;  // the title of the whole file, whatever headings follow
  return sections.size() > 1 && sections[1].level == 1 && sections[1].venue ? &*sections[1].venue : nullptr;
}

const Tag* Entry::venue_above() const {
  if (label != nullptr && label->venue) return &*label->venue;
  return section == nullptr ? nullptr : section_venue(*section);
}

const Tag* Entry::published() const { return venue != nullptr ? venue : venue_above(); }

Edition Entry::edition() const {
  Edition known;
  const auto take = [&](Span name, std::uint16_t year, bool preprint_server) {
    if (known.venue.empty() && !name.empty()) {
      known.venue = text(name);
      known.preprint = preprint_server;
    }
    if (known.year == 0) known.year = year;
  };
  const auto take_loose = [&](const Loose& said) { take(said.venue, said.year_value, said.preprint); };
  if (venue != nullptr) take(venue->venue, venue->year_value, venue->preprint);
  if (const Tag* const above = published(); loose.preprint && above != nullptr && !above->preprint)
    take(above->venue, above->year_value, false);
  take_loose(loose);
  if (label != nullptr) take_loose(label->loose);
  if (known.venue.empty() || known.year == 0)
    if (const Tag* const above = published(); above != nullptr) take(above->venue, above->year_value, above->preprint);
  for (const Section* up = section; up != nullptr; up = up->parent) take_loose(up->loose);
  if (known.year == 0 && (known.preprint || known.venue.empty())) known.year = posted_date().year;
  return known;
}

Date Entry::posted_date() const {
  if (posted) return posted->date;
  for (const Section* up = section; up != nullptr; up = up->parent)
    if (up->date.month != 0) return up->date;
  return {};
}

namespace {

constexpr std::uint32_t kLongestNote = 1500;  // bytes of a block below a paper that may tell where it was published

/// How a list of a paper's addresses begins.
constexpr std::string_view kFields[] = {"paper", "论文", "arxiv",   "homepage", "project", "主页",
                                        "code",  "代码", "[paper]", "pdf",      "link"};

/// Whether a text names what follows: `Paper: https://…`, `**Link:** [arXiv](…)`.
bool is_field(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("*_ "), text.size()));
  return std::any_of(std::begin(kFields), std::end(kFields),
                     [&](std::string_view word) { return starts_with(text, word); });
}

/// Whether a text without link and tag can be a title: words enough, and not a topic in Chinese, which says much in
/// few.
bool says_title(std::string_view text) {
  const bool cjk = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  return !cjk && count_words(text) >= 4;
}

/// Whether persons are what a text begins with: `Sculley, David, et al. (*NIPS 2015*)`.
bool names_authors(std::string_view text) {
  return text.find(", ") < 40 &&
         (text.find("et al") != std::string_view::npos || text.find("(*") != std::string_view::npos);
}

}  // namespace

void Reader::become_section(Section& section, const Leaf& next) {
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
  section.venue = heading_venue(source_, section.title);
  if (!section.venue) section.loose = heading_loose(source_, section.title);
  if (const auto date = read_date(source_.text(section.title)); date && date->month != 0) section.date = *date;
  const Section* parent = section_;
  while (parent->level >= section.level) parent = parent->parent;
  section.parent = parent;
  while (parent->level > 0 && heads_contents(parent->rendered)) parent = parent->parent;
  section.holds_papers =
      parent->holds_papers && !heads_contents(section.rendered) && !holds_no_papers(section.rendered, options_.no_list);
}

void Reader::heading(const Leaf& next) {
  Section& section = document_.sections.emplace_back();
  become_section(section, next);
  section_ = &section;
  label_ = nullptr;
  block_ = nullptr;
  ++headings_[static_cast<std::size_t>(section.level)];
  if (heads_ && section.level > 1 && section.holds_papers && read(next, section.heading, Carrier::heading) &&
      (declared_ || draft_.form != TitleForm::bold) &&
      (declared_ || ((has_address() || !draft_.tags.empty()) ? evident() : titles_below(next))) && telling(normal())) {
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
  Span said = span;
  while (!said.empty() && text_[said.begin] == '*') ++said.begin;
  while (!said.empty() && text_[said.end - 1] == '*') --said.end;
  label.venue = heading_venue(source_, said);
  if (!label.venue) label.loose = heading_loose(source_, said);
  label_ = &label;
}

/// A paragraph that is one bold run, perhaps with a colon, is a label: `**Fetch stalls (I/O)**`. One that begins with a
/// title and names venue or address is a paper.
void Reader::paragraph(const Leaf& next) {
  Span span = next.content;
  while (!span.empty() && (text_[span.end - 1] == ' ' || text_[span.end - 1] == ':')) --span.end;
  const std::string_view text = source_.text(span), mark = text.substr(0, 2);
  constexpr std::size_t kLongestLabel = 120;  // a longer line is a title or a sentence
  const bool bold = text.size() >= 5 && text.find('\n') == std::string_view::npos && (mark == "**" || mark == "__") &&
                    text.substr(text.size() - 2) == mark &&
                    text.substr(2, text.size() - 4).find(mark) == std::string_view::npos && !has_address() &&
                    (text.size() <= kLongestLabel || titles_below(next));
  if (!paragraphs_ && !bold) return block_ != nullptr ? below(next, *block_) : add_links();
  if (section_->holds_papers && fit(next, next.content, Carrier::paragraph) && (declared_ || evident())) {
    ++candidates_;
    block_ = &entry(next, nullptr, label_);
    block_->carrier = Carrier::paragraph;
    return;
  }
  if (bold && !titles_below(next)) {
    label({span.begin + 2, span.end - 2});
    return add_links();
  }
  if (bold && section_->holds_papers && read(next, next.content, Carrier::paragraph)) {
    ++candidates_;
    block_ = &entry(next, nullptr, label_);
    block_->carrier = Carrier::paragraph;
    return;
  }
  if (block_ != nullptr && block_->carrier == Carrier::heading) return below(next, *block_);
  const bool lines = text.find('\n') != std::string_view::npos;
  if (!section_->holds_papers || !read(next, next.content, Carrier::paragraph, true) ||
      !(evident() || (lines && draft_.form == TitleForm::bold)) || !(lines || draft_.form != TitleForm::plain) ||
      !has_address() || !telling(normal()))
    return add_links();
  ++candidates_;
  block_ = &entry(next, nullptr, label_);
  block_->carrier = Carrier::paragraph;
}

/// Whether the block below a bold line is a list of its addresses: `- Paper: https://…`.
bool Reader::titles_below(const Leaf& line) const {
  constexpr int kFurthest = 5;
  const Leaf* below = &line + 1;
  const Leaf* const end = blocks_.leaves.data() + blocks_.leaves.size();
  for (int i = 0; i < kFurthest && below != end && below->kind != markdown::Kind::heading; ++i, ++below) {
    const std::string_view text = source_.text(below->content);
    if (below->item == kNone && text.substr(0, 2) == "**") return false;
    if (is_field(text)) return true;
  }
  return false;
}

void Reader::item(const Leaf& next) {
  const Item& item = blocks_.items[next.item];
  if (!section_->holds_papers || item.marker.empty() || is_contents_line()) return add_links();
  const Role role = above(next.item);
  if (role.entry == nullptr && block_ != nullptr && numbers_on(*block_, item)) block_ = nullptr;
  if (role.entry == nullptr && block_ != nullptr) return below(next, *block_);
  const bool found = read(next, next.content, Carrier::item);
  const bool opens = found && draft_.opened && (tagged() || (draft_.loose.year_value != 0 && has_address()));
  const bool titled = found && telling(normal());
  const bool linked =
      draft_.title_token != kNone && has_address() && (titled || (role.entry == nullptr && links_paper()));
  if (role.entry != nullptr && !opens && !linked) return note(next, *role.entry);
  if (!opens && !declared_ && is_group(next)) {
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
  const bool loosely = !draft_.loose.venue.empty() || draft_.loose.year_value != 0;
  const bool told = (loosely || section_venue(*section_) != nullptr) && says_title(source_.text(draft_.title));
  const bool short_title = draft_.form == TitleForm::quoted && tagged() && has_address();  // `"Point Nets", ICCV 2021`
  const bool paper =
      opens || linked || declared_ || short_title ||
      (titled && (has_address() || tagged() || draft_.form == TitleForm::bold || told || is_noted(next)));
  if (!paper || (fits_ == 0 && is_sentence())) return add_links();
  entry(next, role.entry, role.label != nullptr ? role.label : label_);
}

/// A sub-item that belongs to its paper: `[arxiv version](…)`, a remark.
void Reader::note(const Leaf& next, Entry& paper) {
  roles_[next.item].entry = &paper;
  ++paper.children;
  below(next, paper);
}

/// A block below the body of a paper, which is the paper's too.
void Reader::below(const Leaf& next, Entry& paper) {
  published(next, paper);
  Ranges& ranges = ranges_[paper.index];
  const auto before = static_cast<std::uint32_t>(document_.links.size());
  add_links();
  if (ranges.links == ranges.links_end && document_.entries.size() == paper.index + 1)
    ranges.links = ranges.links_end = before;
  if (ranges.links_end == before) ranges.links_end = static_cast<std::uint32_t>(document_.links.size());
}

/// What a sub-item or a paragraph below an entry says of it: identifiers, and venue and date where it names none.
void Reader::published(const Leaf& next, Entry& paper) {
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::link || !(token.inside.empty() || paper_link_text(source_.text(token.inside))))
      continue;
    add_identifier(paper, source_.text(token.address));
  }
  if (paper.parent == nullptr && !ranges_[paper.index].evident && !paper.ids.empty()) {
    ranges_[paper.index].evident = true;
    ++evident_;
  }
  Ranges& ranges = ranges_[paper.index];
  if (ranges.below || ranges.tags_end > ranges.tags || markup::unix_size(source_.text(next.content)) > kLongestNote)
    return;
  draft_.clear();
  read_published(source_, next.content, tokens_, draft_);
  if (draft_.tags.empty()) read_loose(source_, next.content, tokens_, draft_);
  if (!draft_.tags.empty() && is_month_of(draft_.tags.front(), paper)) {
    draft_.posted = Posted{draft_.tags.front().year, *month_of_digits(source_.text(draft_.tags.front().year))};
    draft_.loose.venue = draft_.tags.front().venue;
    draft_.loose.preprint = true;
    draft_.tags.clear();
  }
  if (!paper.posted) paper.posted = draft_.posted;
  if (paper.loose.venue.empty()) {
    paper.loose.venue = draft_.loose.venue;
    paper.loose.preprint = draft_.loose.preprint;
  }
  if (paper.loose.year_value == 0 && !draft_.posted) {  // else it is the date's
    paper.loose.year = draft_.loose.year;
    paper.loose.year_value = draft_.loose.year_value;
  }
  if (draft_.tags.empty()) return;
  document_.tags_below.push_back(draft_.tags.front());
  ranges.below = true;
  ranges.tag_below = static_cast<std::uint32_t>(document_.tags_below.size() - 1);
}

/// `arXiv 2010` of a paper whose number is 2010.11679: a month, no year.
bool Reader::is_month_of(const Tag& tag, const Entry& paper) const {
  if (!tag.preprint || tag.year.size() != 4 || !month_of_digits(source_.text(tag.year))) return false;
  const std::string number = "arxiv:" + std::string(source_.text(tag.year)) + ".";
  return std::any_of(paper.ids.begin(), paper.ids.end(),
                     [&](std::string_view id) { return id.compare(0, number.size(), number) == 0; });
}

Role Reader::above(std::uint32_t item) const {
  for (std::uint32_t up = blocks_.items[item].parent; up != kNone; up = blocks_.items[up].parent)
    if (roles_[up].entry != nullptr || roles_[up].label != nullptr) return roles_[up];
  return {};
}

/// Whether an item goes on where a paragraph only lacks the blank that would make it an item: `9.Title`, `10. Title`.
bool Reader::numbers_on(const Entry& paragraph, const Item& item) const {
  if (paragraph.carrier != Carrier::paragraph || !item.ordered) return false;
  const std::string_view before = leading_digits(source_.text(paragraph.body)), number = source_.text(item.marker);
  constexpr std::size_t kMost = 9;  // digits of a marker
  if (before.empty() || before.size() > kMost) return false;
  const std::string_view mark = source_.text(paragraph.body).substr(before.size(), 1);
  return (mark == "." || mark == ")") && std::to_string(std::stoul(std::string(before)) + 1) == leading_digits(number);
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

/// Whether the link that is the title leads to a paper, so that its text is one however short: `[Raft](raft.pdf)`.
bool Reader::links_paper() const {
  if (draft_.form != TitleForm::linked || draft_.title.empty()) return false;
  const std::string_view address = source_.text(tokens_[draft_.title_token].address);
  return !identifier(address).empty() || (address.size() > 4 && address.substr(address.size() - 4) == ".pdf");
}

/// `There is [an interesting paper](url) that discusses …`: a link in a sentence.
bool Reader::is_sentence() const {
  if (draft_.form != TitleForm::plain || !draft_.tags.empty() || draft_.posted) return false;
  const auto link = std::find_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    return token.at.begin >= draft_.title.end && token.kind != Token::Kind::html;
  });
  if (link == tokens_.end() || link->kind != Token::Kind::link || link->inside.empty()) return false;
  const std::string_view said = source_.text(link->inside);
  if (generic_link_text(said) || said.find_first_of("[`!") != std::string_view::npos) return false;
  const std::uint32_t after = link->at.end;
  const std::uint32_t limit = std::min(draft_.rest.end, after + 60);
  return said.find("://") != std::string_view::npos ||
         (after + 1 < limit && text_[after] == ' ' && text_[after + 1] >= 'a' && text_[after + 1] <= 'z');
}

/// Whether what stands below an item can only be said of a paper: its authors, or a remark below a title in bold.
bool Reader::is_noted(const Leaf& next) const {
  const Leaf* const below = &next + 1;
  if (below == blocks_.leaves.data() + blocks_.leaves.size() || below->item != next.item + 1) return false;
  if (blocks_.items[below->item].parent != next.item || below->addresses_end > below->addresses_begin) return false;
  if (!says_title(source_.text(draft_.title))) return false;
  const std::string_view note = source_.text(below->content);
  return (draft_.form == TitleForm::bold && note.size() > 20) || names_authors(note);
}

/// A short item without links that has sub-items, and no tag of its own.
bool Reader::is_group(const Leaf& next) const {
  const std::uint32_t child = next.item + 1;
  return child < blocks_.items.size() && blocks_.items[child].parent == next.item &&
         markup::unix_size(source_.text(next.content)) <= 120 && !has_address() &&
         (draft_.tags.empty() || draft_.tags.front().year.empty()) && !is_noted(next);
}

/// Whether what was read names venue and year, or an address that is a paper's.
bool Reader::evident() const {
  if (tagged() || draft_.cited || section_venue(*section_) != nullptr) return true;
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

}  // namespace paperlint
