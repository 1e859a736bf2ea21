// What a paper list is made of: sections, labels, entries and links, each with its place.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"
#include "text/list_store.h"
#include "text/source.h"
#include "text/text_store.h"

namespace paperlint {

struct Document;
struct Style;
struct Copies;
struct Formats;
struct Token;

/// A part of a Document; its spans are spans of that Document's Source.
struct Piece {
  const Document* document = nullptr;
  [[nodiscard]] Place at(Span span) const;
  [[nodiscard]] std::string_view text(Span span) const;
};

/// The number that a heading bears: `2.10` or `11.`.
struct Number {
  std::vector<std::uint32_t> parts;
  Span digits;             // "2.10"
  bool final_dot = false;  // stands right after the digits
};

/// A bracket group before the title that names venue and year: `[ME-FoMo @ ICLR'24 poster]`.
struct Tag {
  Span whole;  // with its brackets
  Span inside;
  Span venue;                    // what stands before the year; empty where the tag is a year alone
  Span joint;                    // what joins venue and year: "'" or ", " or nothing
  Span year;                     // digits only; empty where there is none
  Span rest;                     // "poster", "(PMLR)": what follows the year
  std::uint16_t year_value = 0;  // four digits
  bool closed = true;            // false where the closing bracket is missing
  bool preprint = false;         // arXiv and its like: not a venue that publishes
  /// Whether the year stands right behind the venue, not before it or in another cell of a row.
  [[nodiscard]] bool together() const { return venue.end <= year.begin && whole.contains(year); }
};

/// What is said of venue or year where no tag tells both: `(TKDE)`, `2013`.
struct Loose {
  Span venue;                    // empty where only the year is said
  Span year;                     // digits only; empty where only the venue is said
  std::uint16_t year_value = 0;  // four digits
  bool preprint = false;
};

/// When a paper came out, or was posted; 0 is unknown.
struct Date {
  std::uint16_t year = 0;
  std::uint8_t month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

/// A heading and what stands below it, up to the next heading of its level or above.
struct Section : Piece {
  std::uint32_t index = 0;  // in Document::sections; 0 is what stands above the first heading
  int level = 0;            // 1 to 6; 0 for section 0
  Span whole;               // the heading's lines
  Span heading;             // its text as written, without marks
  Span title;               // heading without its number
  std::string rendered;     // heading as GitHub shows it
  std::string slug;         // GitHub's anchor; also unique within the file
  std::optional<Number> number;
  const Section* parent = nullptr;
  bool holds_papers = true;  // false for contents, news, references and the like, and below them
  std::optional<Tag> venue;  // `## ICLR 2024`: what the papers below it need not say themselves
  Loose loose;               // `## 2024`, `## arXiv papers`
  Date date;                 // `### 2024-05-12`: with a month
};

/// Divides a section without being a heading: a bold line, a `<summary>`, a bullet above entries.
struct Label : Piece {
  Span span;
  const Section* section = nullptr;
  std::optional<Tag> venue;  // `**CCS 2024**`
  Loose loose;               // `**ICCV**`
};

/// Text and address of an inline link. Images are no links.
struct Link : Piece {
  Span whole, text, address;
  const Section* section = nullptr;
};

/// What marks a survey: `[Survey :mag:]`.
struct SurveyMark {
  Span whole;
  enum class Where : std::uint8_t { before_tag, after_tag, after_title } where = Where::before_tag;
};

/// One target of an "also in" reference.
struct CrossReference {
  Span whole;                   // the bracket group that it stands in, shared by several targets
  Span target;                  // `[2.10](#anchor)` or `2.10`
  Span text;                    // `2.10`
  std::optional<Span> address;  // `#anchor`
};

/// Where an entry says when it was posted or listed: `[2024/05]`.
struct Posted {
  Span span;
  Date date;
};

/// How titles are written.
enum class TitleForm : std::uint8_t { none, linked, bold, quoted, plain };
/// What block an entry is.
enum class Carrier : std::uint8_t { item, row, paragraph, heading };

/// Where and when a paper was published; empty and 0 where nothing tells.
struct Edition {
  std::string_view venue;
  std::uint16_t year = 0;
  bool preprint = false;
};

/// One paper. What is small stands together: a list has millions of bytes of them.
struct Entry : Piece {
  std::uint32_t index = 0;  // in Document::entries
  Span whole;               // all its lines, continuation lines and sub-items included, with the last line's ending
  Span body;                // its own text: first line after the marker, to the end of the last continuation line
  Span marker;              // `-`, `*`, `12.`
  Span title;
  Span rest;  // what follows the title (and its address): names, notes, buttons, references
  std::optional<SurveyMark> survey;
  std::optional<Posted> posted;
  Loose loose;  // what tells venue or year where `venue` is none
  TitleForm form = TitleForm::none;
  Carrier carrier = Carrier::item;
  std::uint8_t format = 0;  // number of the config's format that it fits, from 1; 0 for none
  bool ordered = false;
  std::uint32_t children = 0;             // sub-items of any kind
  std::uint32_t run = 0;                  // shared by entries with no other block than comments between them
  std::uint32_t title_link_at = kNoLink;  // in `links`
  Date announced;  // the month that its identifiers tell, if any; unknown where those are of several years
  std::span<const Tag> tags;
  std::span<const Link> links;  // all that are its own, in order: in `body` and below it, up to a paper that it holds
  std::span<const CrossReference> references;
  const Entry* parent = nullptr;
  const Section* section = nullptr;
  const Label* label = nullptr;
  const Tag* venue = nullptr;             // the tag that tells venue and year, if any does
  std::string_view normal;                // the title normalised; empty where it has none
  std::span<const std::string_view> ids;  // identifiers of its addresses: "arxiv:2301.08984", "doi:10.1145/…"

  static constexpr std::uint32_t kNoLink = 0xffffffff;
  /// The link whose text is the title; nullptr where it is none.
  [[nodiscard]] const Link* title_link() const { return title_link_at == kNoLink ? nullptr : &links[title_link_at]; }
  /// What the label or the headings above it say of venue and year: `## ICLR 2024`.
  [[nodiscard]] const Tag* venue_above() const;
  /// Where it was published by its own words, else by those of the headings above it. What a heading says is nobody's
  /// tag: no rule votes on its form or reports it once for each paper.
  [[nodiscard]] const Tag* published() const;
  /// Venue and year by its own words; what they leave open is the label's or the headings' above.
  [[nodiscard]] Edition edition() const;
  /// The date that it bears, or that of the headings above; without a month where there is none.
  [[nodiscard]] Date posted_date() const;
  /// The year of its tag; 0 without one.
  [[nodiscard]] std::uint16_t year() const { return venue ? venue->year_value : std::uint16_t{0}; }
  [[nodiscard]] bool preprint() const { return venue && venue->preprint; }
  /// The line on which the entry begins.
  [[nodiscard]] Place place() const { return at(title.empty() ? body : title); }
  /// What fingerprints know the paper by: an identifier, else the normalised title.
  [[nodiscard]] std::string subject() const;
};

/// A comment for paperlint: `<!-- paperlint-disable-line RULE: reason -->`.
struct Comment : Piece {
  Span span;
};

/// The text of one block as it is written: of a heading, a paragraph, an item, a table row. Code and HTML blocks are
/// none.
struct Text : Piece {
  const markdown::Leaf* leaf = nullptr;  // its kind, lines and content
  std::span<const Token> tokens;         // of the content; good while it is told
  const Section* section = nullptr;
  const Entry* entry = nullptr;  // the innermost paper around it
  [[nodiscard]] Span content() const { return leaf->content; }
  /// Whether it is the own text of `entry`, not that of a sub-item or of a paragraph below it.
  [[nodiscard]] bool is_body() const { return entry != nullptr && entry->body == leaf->content; }
};

/// How a Document was read.
enum class Reading : std::uint8_t {
  no_list,  // no paper list
  unread,   // looks like one, but its entries can't be read with confidence
  read,
};

/// Who makes a file: people, or a program whose next run takes back what people change in it.
enum class Origin : std::uint8_t { unknown, written, generated };

/// What one file holds, in order. Never changes or moves once its List is made.
struct Document {
  explicit Document(std::unique_ptr<const Source> bytes) : source(std::move(bytes)) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::unique_ptr<const Source> source;
  markdown::Blocks blocks;
  Reading reading = Reading::no_list;
  Origin origin = Origin::unknown;
  std::string generated_by;                // why it is taken for generated, in words for people
  std::vector<Span> generated_parts;       // of a file that is not generated as a whole; between its markers
  std::shared_ptr<const Formats> formats;  // of the config; null without any
  std::deque<Section> sections;            // the first is what stands above all headings
  std::deque<Label> labels;
  TextStore texts;  // what entries say of themselves in other words than those of the source
  ListStore<std::string_view> ids;
  std::vector<Entry> entries;
  std::vector<Link> links;
  std::vector<Comment> comments;
  std::vector<Tag> tags;
  std::deque<Tag> tags_below;  // in sub-items and paragraphs below an entry
  std::vector<CrossReference> references;
  /// Entries that are papers of their own, not another title of their parent.
  [[nodiscard]] std::uint32_t papers() const;
  /// Targets other than Markdown headings: `<a name="x">`, `id="x"`, the slug of `<h2>`; sorted.
  std::vector<std::string> anchors;
  std::vector<Span> html_addresses;  // of `<a href="x">`, in order
};

/// What one keeper keeps: habits, duplicates, cross references and anchors belong to it.
struct List {
  List();
  ~List();
  List(List&&) noexcept;
  List& operator=(List&&) noexcept;
  std::vector<std::unique_ptr<Document>> documents;
  std::unique_ptr<const Style> style;
  /// Which papers stand more than once: found for the first who asks, in whichever thread. Of a long list that takes as
  /// long as all rules that look at entries alone.
  [[nodiscard]] const Copies& copies() const;

 private:
  struct Found;
  std::unique_ptr<Found> found_;
};

inline std::string_view Piece::text(Span span) const { return document->source->text(span); }
inline Place Piece::at(Span span) const { return {document->source.get(), span}; }

/// What a reader is told by the config.
struct ReadOptions {
  std::vector<std::string> no_list;        // more headings that hold no entries, any case
  std::shared_ptr<const Formats> formats;  // how entries look; null: as the list itself writes them
  bool is_list = false;                    // it is known to be a list, however few of its items bear a tag
  Origin origin = Origin::unknown;         // where it is known, nothing else is asked
  std::string generated_by;                // why, where it is known to be generated
};

/// Reads one file, a long one with two threads where several `jobs` may be done at once. Bytes that are no UTF-8 are
/// read as they are.
[[nodiscard]] std::unique_ptr<Document> read_document(std::unique_ptr<const Source>, const ReadOptions& = {},
                                                      unsigned jobs = 1);
/// Joins what was read to a List and infers its Style.
[[nodiscard]] List make_list(std::vector<std::unique_ptr<Document>>, unsigned jobs = 1);

}  // namespace paperlint
