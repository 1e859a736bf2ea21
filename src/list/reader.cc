// From blocks to a Document: which headings are sections, which lines are labels, which items are
// papers. The outline is md4c's; the fields of an entry are the grammar's.
#include "list/reader.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <mutex>

#include "list/ascii.h"
#include "list/claims.h"
#include "list/copies.h"
#include "list/generated.h"
#include "list/identifier.h"
#include "list/link_text.h"
#include "list/sections.h"
#include "list/style.h"
#include "text/title.h"

namespace paperlint {
namespace {

/// Hosts of software, data, talks and pages.
bool is_resource_host(std::string_view address) {
  static constexpr std::string_view kHosts[] = {"github.com", "huggingface.co", "youtube.com", "youtu.be",
                                                "medium.com", "twitter.com",    "x.com",       "notion.",
                                                "zhihu.com",  "kaggle.com",     "github.io",   "gitlab.com",
                                                "blog",       "docs.",          "wikipedia.",  "substack.com"};
  const std::string_view host = address.substr(0, address.find('/', std::min(address.size(), address.find("://") + 3)));
  return std::any_of(std::begin(kHosts), std::end(kHosts),
                     [&](std::string_view known) { return host.find(known) != std::string_view::npos; });
}

}  // namespace

void Reader::read(unsigned jobs) {
  const bool by_format = options_.formats != nullptr && options_.formats->hold(Carrier::item);
  ReadAhead ahead(source_, !by_format, jobs);
  blocks_ = markdown::parse(source_, &ahead);
  ahead.end(blocks_);
  document_.formats = options_.formats;
  document_.entries.reserve(blocks_.leaves.size());  // one of each at most, so that none ever moves
  document_.links.reserve(blocks_.addresses.size());
  roles_.resize(blocks_.items.size());
  seen_.resize(blocks_.items.size());
  Section& top = document_.sections.emplace_back();
  top.document = &document_;
  section_ = &top;
  survey_blocks();
  read_leaves(ahead);
  html_pieces();
  judge();
  drop_resources();
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
        linked[static_cast<std::size_t>(Carrier::heading)] += has_link || dated || titles_below(next);
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
  if (options_.formats == nullptr) return;
  paragraphs_ = paragraphs_ || options_.formats->hold(Carrier::paragraph);
  heads_ = heads_ || options_.formats->hold(Carrier::heading);
}

/// Whether a block parts the entries above it from those below.
bool Reader::parts(const Leaf& next) const {
  if (next.item != kNone || next.kind == markdown::Kind::heading) return false;
  if (next.kind == markdown::Kind::row) return next.header;
  return next.kind != markdown::Kind::html || source_.text(next.content).substr(0, 4) != "<!--";
}

void Reader::read_leaves(ReadAhead& ahead) {
  for (const Leaf& next : blocks_.leaves) {
    read_ahead_ = &ahead.next();
    leaf(next);
  }
}

void Reader::leaf(const Leaf& next) {
  if (parts(next)) ++run_;
  if (next.kind == markdown::Kind::code) return;
  if (next.kind == markdown::Kind::html) return html(next);
  tokens_.swap(read_ahead_->tokens);
  if (next.kind == markdown::Kind::heading) return heading(next);
  if (std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.kind == Token::Kind::html; }))
    html_slugs(next);
  if (next.kind == markdown::Kind::row) return next.header ? header(next) : row(next);
  if (next.item == kNone) return paragraph(next);
  if (!seen_[next.item]) {
    seen_[next.item] = true;
    return item(next);
  }
  if (roles_[next.item].entry != nullptr) return below(next, *roles_[next.item].entry);
  add_links();
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

/// The title of the draft, normalised once, however many ask.
const std::string& Reader::normal() {
  if (normal_of_ != draft_.title) normal_ = normal_title(source_.text(draft_.title));
  normal_of_ = draft_.title;
  return normal_;
}

Entry& Reader::entry(const Leaf& next, Entry* parent, Label* label) {
  assert(document_.entries.size() < document_.entries.capacity());
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
  paper.format = fits_;
  paper.posted = draft_.posted;
  paper.loose = draft_.loose;
  paper.rest = draft_.rest;
  paper.parent = parent;
  paper.section = section_;
  paper.label = label;
  paper.normal = document_.texts.keep(normal());
  if (parent != nullptr) ++parent->children;
  if (parent == nullptr) ++papers_;
  const bool whole = draft_.rest.empty() && draft_.form != TitleForm::linked;
  if (parent == nullptr && whole && count_words(source_.text(draft_.title)) >= 5) ++titles_;
  Ranges ranges;
  ranges.evident = parent == nullptr && (declared_ || evident());
  if (ranges.evident) ++evident_;
  ranges.links = static_cast<std::uint32_t>(document_.links.size());
  add_links();
  ranges.links_end = static_cast<std::uint32_t>(document_.links.size());
  for (std::uint32_t i = ranges.links; i < ranges.links_end; ++i) {
    const auto is = [&](std::uint32_t token) {
      return token != kNoToken && document_.links[i].whole == tokens_[token].at;
    };
    if (is(draft_.title_token)) ranges.title_link = i;
    if (is(draft_.paper_token)) ranges.paper_link = i;
  }
  ranges.tags = static_cast<std::uint32_t>(document_.tags.size());
  document_.tags.insert(document_.tags.end(), draft_.tags.begin(), draft_.tags.end());
  ranges.tags_end = static_cast<std::uint32_t>(document_.tags.size());
  ranges.references = static_cast<std::uint32_t>(document_.references.size());
  document_.references.insert(document_.references.end(), draft_.references.begin(), draft_.references.end());
  ranges.references_end = static_cast<std::uint32_t>(document_.references.size());
  identify(paper, ranges);
  fallback_identifier(paper, ranges);
  ranges.resource = !ranges.evident && paper.ids.empty() && !draft_.posted && is_resource(ranges);
  ranges_.push_back(ranges);
  return paper;
}

bool Reader::is_resource(const Ranges& ranges) const {
  return ranges.links == ranges.links_end || is_resource_host(source_.text(document_.links[ranges.links].address));
}

/// Whether nearly all links lead to software and pages: those of release notes do, those of no list of papers.
bool Reader::links_resources() const {
  std::size_t links = 0, resources = 0;
  for (const Link& link : document_.links) {
    const std::string_view address = source_.text(link.address);
    if (address.find("://") == std::string_view::npos) continue;
    ++links;
    resources += is_resource_host(address) ? 1 : 0;
  }
  return resources * 20 >= links * 19;
}

void Reader::identify(Entry& paper, const Ranges& ranges) {
  for (std::uint32_t i = ranges.links; i < ranges.links_end; ++i) {
    const bool named = i == ranges.title_link || i == ranges.paper_link;
    if (!named && !paper_link_text(source_.text(document_.links[i].text))) continue;
    add_identifier(paper, source_.text(document_.links[i].address));
  }
}

void Reader::add_identifier(Entry& paper, std::string_view address) {
  const std::string id = identifier(address);
  if (!id.empty() && std::find(paper.ids.begin(), paper.ids.end(), id) == paper.ids.end())
    paper.ids = document_.ids.append(paper.ids, document_.texts.keep(id));
}

/// Without a button that says so, a link is the paper's where its text is the venue or the date, or where no other link
/// of the entry is a title.
void Reader::fallback_identifier(Entry& paper, const Ranges& ranges) {
  if (!paper.ids.empty() || ranges.title_link != kNone) return;
  for (std::uint32_t i = ranges.links; i < ranges.links_end && paper.ids.empty(); ++i)
    add_identifier(paper, source_.text(document_.links[i].address));
}

/// A list is read with confidence where most of its items bear a venue tag, or most of what was read has the marks of a
/// paper.
void Reader::judge() {
  const bool by_tags = tagged_ > 0 && tagged_ * 10 >= candidates_ * 6;
  const bool by_marks = evident_ >= 3 && evident_ * 2 >= papers_ && papers_ * 2 >= candidates_;
  const bool by_number = evident_ >= 20 && evident_ * 5 >= papers_ && papers_ * 10 >= candidates_ * 8;
  const bool small = evident_ >= 2 && papers_ <= 12 && papers_ * 3 >= candidates_ * 2 && evident_ * 3 >= papers_;
  const bool by_titles = titles_ >= 20 && titles_ * 10 >= candidates_ * 6;
  if (options_.is_list || by_tags || by_marks || by_number || small || by_titles) {
    document_.reading = Reading::read;
    return;
  }
  document_.reading = linked_ >= 10 && !links_resources() ? Reading::unread : Reading::no_list;
  document_.entries = {};
  ranges_.clear();
}

/// Lists of papers end in tools, data sets and talks. Where most entries have the marks of a paper, a section of which
/// none has any, and half of them lead to such places, holds none.
void Reader::drop_resources() {
  if (papers_ < 20 || evident_ * 10 < papers_ * 6) return;
  struct Tally {
    std::uint32_t papers = 0, evident = 0, resources = 0;
    bool announced = false;  // by a heading
    [[nodiscard]] bool holds_none() const { return evident == 0 && resources * 2 >= papers; }
  };
  std::vector<Tally> tallies(document_.sections.size());
  for (const Section& section : document_.sections) {
    const bool above = section.parent != nullptr && tallies[section.parent->index].announced;
    tallies[section.index].announced = above || (section.level > 0 && holds_resources(section.rendered));
  }
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const Entry& paper = document_.entries[i];
    if (paper.parent != nullptr) continue;
    Tally& tally = tallies[paper.section->index];
    ++tally.papers;
    tally.evident += ranges_[i].evident || !paper.ids.empty() || paper.posted;
    tally.resources += ranges_[i].resource && paper.children == 0 && paper.carrier != Carrier::heading;
  }
  const auto dropped = [&](const Entry& paper) {
    const Tally& tally = tallies[paper.section->index];
    return tally.holds_none() ||
           (tally.announced && !ranges_[paper.index].evident && paper.ids.empty() && !paper.posted);
  };
  if (std::none_of(document_.entries.begin(), document_.entries.end(), dropped)) return;
  std::vector<Entry> kept;
  kept.reserve(document_.entries.size());
  std::vector<Ranges> ranges;
  std::vector<const Entry*> moved(ranges_.size());
  std::vector<std::uint32_t> parents(ranges_.size());
  for (const Entry& paper : document_.entries)
    if (paper.parent != nullptr) parents[paper.index] = paper.parent->index;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    Entry& paper = document_.entries[i];
    if (dropped(paper)) continue;
    if (paper.parent != nullptr) paper.parent = moved[parents[i]];
    const auto index = static_cast<std::uint32_t>(kept.size());
    moved[i] = &kept.emplace_back(std::move(paper));
    kept.back().index = index;
    ranges.push_back(ranges_[i]);
  }
  document_.entries = std::move(kept);
  ranges_ = std::move(ranges);
}

void Reader::settle() {
  document_.links.shrink_to_fit();
  document_.tags.shrink_to_fit();
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const Ranges& ranges = ranges_[i];
    Entry& paper = document_.entries[i];
    paper.links = std::span<const Link>(document_.links).subspan(ranges.links, ranges.links_end - ranges.links);
    paper.tags = std::span<const Tag>(document_.tags).subspan(ranges.tags, ranges.tags_end - ranges.tags);
    paper.references = std::span<const CrossReference>(document_.references)
                           .subspan(ranges.references, ranges.references_end - ranges.references);
    if (ranges.title_link != kNone) paper.title_link_at = ranges.title_link - ranges.links;
    for (const Tag& tag : paper.tags) {  // the first of a venue, else the first of a preprint
      if (tag.year_value == 0 || tag.venue.empty()) continue;
      if (paper.venue == nullptr || (paper.venue->preprint && !tag.preprint)) paper.venue = &tag;
    }
    if (paper.venue == nullptr && ranges.below) paper.venue = &document_.tags_below[ranges.tag_below];
    if (const std::optional<Announcement> found = announcement(paper.ids))
      paper.announced = {found->month.year, found->month.month, 0};
  }
}

std::string Entry::subject() const { return std::string(ids.empty() ? normal : ids.front()); }

std::uint32_t Document::papers() const {
  return static_cast<std::uint32_t>(
      std::count_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.parent == nullptr; }));
}

/// Copies, once somebody has asked for them.
struct List::Found {
  std::once_flag once;
  Copies copies;
};

const Copies& List::copies() const {
  std::call_once(found_->once, [this] { found_->copies = find_copies(*this); });
  return found_->copies;
}

List::List() : found_(std::make_unique<Found>()) {}
List::~List() = default;
List::List(List&&) noexcept = default;
List& List::operator=(List&&) noexcept = default;

std::unique_ptr<Document> read_document(std::unique_ptr<const Source> source, const ReadOptions& options,
                                        unsigned jobs) {
  auto document = std::make_unique<Document>(std::move(source));
  Reader(*document, options).read(jobs);
  document->origin = options.origin;
  document->generated_by = options.generated_by;
  if (options.origin == Origin::unknown) find_announcements(*document);
  return document;
}

List make_list(std::vector<std::unique_ptr<Document>> documents, unsigned jobs) {
  List list;
  find_collections(documents);
  list.documents = std::move(documents);
  list.style = std::make_unique<const Style>(infer_style(list, jobs));
  return list;
}

}  // namespace paperlint
