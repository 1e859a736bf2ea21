// Reads blocks one by one; what becomes of each is decided in the order in which they stand. The parts of it stand in
// files of their own: tables, HTML, and what is a paper.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "list/format_match.h"
#include "list/grammar.h"
#include "list/list.h"
#include "list/read_ahead.h"
#include "list/tokens.h"
#include "markdown/markdown.h"
#include "text/slug.h"

namespace paperlint {

using markdown::Item;
using markdown::kNone;
using markdown::Leaf;

/// Indexes into the Document's vectors, until they no longer grow.
struct Ranges {
  std::uint32_t links = 0, links_end = 0, tags = 0, tags_end = 0, references = 0, references_end = 0;
  std::uint32_t title_link = kNone, paper_link = kNone, tag_below = 0;
  bool below = false;     // a tag stands in a sub-item
  bool resource = false;  // its address is that of software, a data set, a talk or a page, or it has none
  bool evident = false;   // it has the marks of a paper
};

/// What became of an item.
struct Role {
  Entry* entry = nullptr;  // it is a paper, or belongs to one
  Label* label = nullptr;  // it stands above papers, or below such an item
};

/// What a column of a table holds.
enum class Column : std::uint8_t { other, title, name, venue, year, date };

/// What the headings above say of venue and year.
[[nodiscard]] const Tag* section_venue(const Section& section);

class Reader {
 public:
  Reader(Document& document, const ReadOptions& options)
      : document_(document),
        source_(*document.source),
        text_(source_.text()),
        options_(options),
        blocks_(document.blocks) {}
  /// `jobs`: how many threads may read at once.
  void read(unsigned jobs);

 private:
  void survey_blocks();
  void read_leaves(ReadAhead& ahead);
  void leaf(const Leaf& leaf);
  void heading(const Leaf& leaf);
  void paragraph(const Leaf& leaf);
  void html(const Leaf& leaf);
  void item(const Leaf& leaf);
  void row(const Leaf& leaf);
  bool titles_below(const Leaf& line) const;
  [[nodiscard]] std::size_t title_cell() const;
  [[nodiscard]] bool is_button(Span cell) const;
  void add_row(const Leaf& leaf);
  void header(const Leaf& leaf);
  [[nodiscard]] bool says_otherwise(Span year, const Tag& tag) const;
  void add_column_tag(Span venue, Span year);
  void note(const Leaf& leaf, Entry& paper);
  void below(const Leaf& leaf, Entry& paper);
  bool is_month_of(const Tag& tag, const Entry& paper) const;
  void published(const Leaf& leaf, Entry& paper);
  Entry& entry(const Leaf& leaf, Entry* parent, Label* label);
  bool read(const Leaf& leaf, Span body, Carrier carrier, bool first_line = false);
  bool fit(const Leaf& leaf, Span body, Carrier carrier);
  bool speaks_of(const Format& format, const Leaf& leaf) const;
  bool evident() const;
  bool tagged() const;
  const std::string& normal();
  void identify(Entry& entry, const Ranges& ranges);
  void label(Span span);
  void add_links();
  void html_pieces();
  void comment(std::uint32_t begin);
  void values_in(Span piece);
  void html_slugs(const markdown::Leaf& leaf);
  void judge();
  void settle();
  Role above(std::uint32_t item) const;
  bool numbers_on(const Entry& paragraph, const Item& item) const;
  bool is_contents_line() const;
  bool is_noted(const Leaf& leaf) const;
  bool is_group(const Leaf& leaf) const;
  bool has_address() const;
  bool links_paper() const;
  bool is_sentence() const;
  bool is_resource(const Ranges& ranges) const;
  bool links_resources() const;
  void drop_resources();
  void add_identifier(Entry& entry, std::string_view address);
  void fallback_identifier(Entry& entry, const Ranges& ranges);
  void become_section(Section& section, const Leaf& leaf);
  bool parts(const Leaf& leaf) const;

  Document& document_;
  const Source& source_;
  const std::string_view text_;
  const ReadOptions& options_;
  markdown::Blocks& blocks_;
  Slugger slugger_;
  Draft draft_;
  std::string normal_;  // of the title at normal_of_
  Span normal_of_;
  FormatMatcher matcher_;
  Fit fit_;
  std::uint8_t fits_ = 0;           // number of the format that the draft fits; 0 for none
  bool declared_ = false;           // and what the format names tells that it is a paper
  LeafText* read_ahead_ = nullptr;  // of the leaf that is read
  std::vector<Token> tokens_;
  std::vector<Role> roles_;     // by item
  std::vector<bool> seen_;      // items whose first leaf was read
  std::vector<Ranges> ranges_;  // by entry
  bool in_comment_ = false;     // of HTML
  Section* section_ = nullptr;
  Label* label_ = nullptr;
  std::uint32_t run_ = 0, candidates_ = 0, tagged_ = 0, linked_ = 0, evident_ = 0, papers_ = 0, titles_ = 0;
  std::vector<Span> cells_;
  std::vector<Column> columns_;              // of the table that is read
  bool paragraphs_ = false, heads_ = false;  // such blocks may be entries
  Entry* block_ = nullptr;                   // a heading or paragraph that is an entry; what stands below belongs to it
  std::array<std::uint32_t, 7> headings_{};  // by level
};

}  // namespace paperlint
